import Testing

@testable import Typeset

/// Notes are set wherever their marks stand, whole, and in no one's way.
struct NoteTests {
  @Test(arguments: [
    "Hjemmel[^1]:: lov om noget", "Hjemmel:: lov[^1] om noget", "## Overskrift[^1]\n\nTekst.",
    "- punkt[^1]", "1. a\n\n   - b[^1]", "> citat[^1]", "> - a\n>\n>   > b[^1]",
    "| a[^1] | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d[^1] |",
    "| a | b |\n|---|---|\n| c | d |\n\n: Tabel[^1] her", "[se her[^1]](https://kl.dk)",
    "**fed *og kursiv[^1]***", "~~væk[^1]~~", "[small[^1]]{.smallcaps lang=en}",
  ])
  func `A note is set wherever its mark stands`(body: String) throws {
    for isForPaper in [false, true] {
      var options = ComposeOptions()
      options.isForPaper = isForPaper
      let set = try composed(body + "\n\n[^1]: Notens ord.", layout: "brev", options: options)
      #expect(set.texts("footnote").contains("Notens ord."))
      #expect(set.texts("footnote").first == "1")
    }
  }

  @Test func `A note within a note follows the one it stands in`() throws {
    let set = try composed(
      "Ét[^a] og to[^b].\n\n[^b]: Sidste\n[^a]: Ydre[^c] og mere[^d]\n[^c]: Indre[^e]\n"
        + "[^d]: Ved siden af\n[^e]: Inderst, se forrest[^a]\n")
    #expect(
      set.texts("footnote") == [
        "1", "Ydre2 og mere3", "2", "Indre4", "3", "Ved siden af", "4", "Inderst, se forrest1",
        "5", "Sidste",
      ])
    #expect(set.texts("body") == ["Ét1 og to5."])
  }

  @Test func `A chain of notes as long as you like is set, and a note may name itself`() throws {
    let count = 3000
    var text = "Begynd[^1].\n\n"
    for number in 1...count { text += "[^\(number)]: n\(number)[^\(number % count + 1)]\n" }
    let set = try composed(text)
    #expect(set.texts("footnote").count { $0.hasPrefix("n") } == count)
    #expect(set.collisions == [])
  }

  @Test func `Notes in a caption are numbered by where they stand, above the table`() throws {
    let set = try composed(
      "Før[^x].\n\n| a[^1] | b |\n|---|---|\n| c | d[^2] |\n\n: Tabel[^3] her\n\nEfter[^4].\n\n"
        + "[^1]: hoved\n[^2]: celle\n[^3]: billedtekst\n[^4]: efter\n[^x]: før\n")
    #expect(
      set.texts("footnote").filter { $0.first?.isLetter == true } == [
        "før", "billedtekst", "hoved", "celle", "efter",
      ])
    #expect(set.texts("caption") == ["Tabel2 her"])
  }

  @Test func `A note that only an unused note refers to is left out with it`() throws {
    let set = try composed("Tekst[^1].\n\n[^a]: Ubrugt[^b]\n[^b]: Også\n[^1]: Brugt\n")
    #expect(set.texts("footnote") == ["1", "Brugt"])
    #expect(set.warnings.count { $0.message.hasPrefix("nothing refers to the footnote") } == 2)
  }

  static let words = (1...600).map { "ord\($0)" }

  /// Three notes of 600 words each on one line, with so many lines of text around it.
  static func letter(before: Int, after: Int) -> String {
    func text(_ count: Int) -> String {
      (0..<count).map { "Afsnit \($0) i brevet." }.joined(separator: "\n\n")
    }
    let notes = ["a", "b", "c"].map { name in
      "[^\(name)]: " + words.map { name + $0 }.joined(separator: " ")
    }
    return text(before) + "\n\nTre[^a] noter[^b] her[^c].\n\n" + text(after) + "\n\n"
      + notes.joined(separator: "\n")
  }

  @Test(arguments: [
    "kl", "kl-2019", "brev", "ministry", "din-5008-a", "din-5008-b", "nf", "norway-c5",
    "fjernprint",
    "notat", "sn-left", "sn-right",
  ])
  func `Three notes of 600 words on one line are divided over pages`(layout: String) throws {
    for (before, after) in [(0, 0), (3, 30), (20, 3), (40, 40)] {
      let set = try composed(Self.letter(before: before, after: after), layout: layout)
      #expect(set.collisions == [])
      let wanted = ["a", "b", "c"].flatMap { name in Self.words.map { name + $0 } }
      #expect(set.noteWords.filter { $0.first?.isLetter == true } == wanted)
    }
  }

  @Test func `Long notes leave the larger part of a page to the text that goes on beside them`()
    throws
  {
    let set = try composed(Self.letter(before: 0, after: 60))
    let first = set.placedLines.filter { $0.page == 1 }
    #expect(first.count { $0.role == "body" } > 10)
    #expect(first.count { $0.role == "footnote" } > 10)
  }

  @Test func `A short note stands whole on the page of its mark`() throws {
    for before in 10..<30 {
      let body = (0..<before).map { "Afsnit \($0)." }.joined(separator: "\n\n")
      // Five lines.
      let note = (1...70).map { "ord\($0)" }.joined(separator: " ")
      let set = try composed("\(body)\n\nMærke[^1] her.\n\nMere.\n\n[^1]: \(note)\n")
      let pages = Set(
        set.placedLines.filter { $0.role == "footnote" || $0.text.contains("Mærke") }.map(\.page))
      #expect(pages.count == 1)
    }
  }

  @Test func `A long note is divided rather than that its mark leaves a hole behind`() throws {
    let note = (1...300).map { "ord\($0)" }.joined(separator: " ")
    for before in 14..<17 {
      let body = (0..<before).map { "Afsnit \($0)." }.joined(separator: "\n\n")
      let set = try composed("\(body)\n\nMærke[^1] her.\n\n\(body)\n\n[^1]: \(note)\n")
      #expect(set.placedLines.first { $0.text.contains("Mærke") }?.page == 1)
    }
  }

  @Test func `No line of a divided note stands alone on its page`() throws {
    for before in 15..<40 {
      let body = (0..<before).map { "Afsnit \($0)." }.joined(separator: "\n\n")
      let note = (1...700).map { "ord\($0)" }.joined(separator: " ")
      let set = try composed("\(body)\n\nMærke[^1] her.\n\n\(body)\n\n[^1]: \(note)\n")
      let lines = set.placedLines.filter { $0.role == "footnote" && $0.text.hasPrefix("ord") }
      for page in Set(lines.map(\.page)) { #expect(lines.count { $0.page == page } >= 2) }
    }
  }
}
