import Foundation
import Proofing
import Testing

@testable import Typeset

/// Letters that are put together in Swift instead of being read.
struct BuiltLetterTests {
  static let setter = Typesetter(resources: .folder(Project.folder))

  /// The letter of `Examples/kl-2024.md`, built in Swift of the paragraphs of that file.
  static func kl2024() throws -> Letter {
    let text = try packageFile("Examples/kl-2024.md").text
    let body = text[try #require(text.ranges(of: "---\n").last).upperBound...]
    let paragraphs = body.split(separator: "\n\n").map { String($0.trimmingPrefix("\n")) }
    var letter = Letter(date: CalendarDate(year: 2024, month: 3, day: 11))
    letter.language = .danish
    letter.fields = [
      "case-id": "SAG-2023-05223", "document-id": "3424914", "email": "HAAN@kl.dk",
      "phone": "3370 3458",
    ]
    letter.title = "Dialog om økonomiforhandlingerne for 2025"
    letter.author = "KL"
    letter.opening = "Kære borgmestre og kommunalbestyrelsesmedlemmer"
    letter.closing = "Med venlig hilsen"
    letter.signatures = [
      Letter.Signature(name: "Martin Damm"), Letter.Signature(name: "Kristian Vendelbo"),
    ]
    letter.body = paragraphs.map { text in
      if let heading = text.wholeMatch(of: /## (.*)/) {
        .heading(String(heading.1), level: 2)
      } else if text.hasPrefix("- ") {
        .bullets(text.split(separator: "\n").map { String($0.dropFirst(2)) })
      } else if let link = text.wholeMatch(of: /<!--.*-->\n\[(.*)\]\((.*)\)(.*)/) {
        .paragraph([.link(String(link.1), to: String(link.2)), .text(String(link.3))])
      } else if let mail = text.wholeMatch(of: /(.*Hansen )(.*@kl\.dk)(\.)\n?/) {
        .paragraph([
          .text(String(mail.1)), .link(String(mail.2), to: "mailto:\(mail.2)"),
          .text(String(mail.3)),
        ])
      } else {
        .paragraph(text)
      }
    }
    return letter
  }

  @Test func `A letter built in Swift is the same file as the letter that was read`() throws {
    let built = try Self.setter.compose(Self.kl2024(), in: Self.setter.layout("kl"))
    let read = try composedLetter(
      packageFile("Examples/kl-2024.md"), in: Project.path("Examples"))
    #expect(built.dump == read.dump)
    #expect(try built.pdf().bytes == read.pdf().bytes)
    #expect(built.warnings == [])
  }

  /// What is wrong with a letter, as a terminal shows it.
  private func told(_ change: (inout Letter) -> Void) throws -> [String] {
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    change(&letter)
    do {
      let warnings = try Self.setter.compose(letter, in: Self.setter.layout("brev")).warnings
      return warnings.map(DiagnosticFormatter().format)
    } catch {
      return error.all.map(DiagnosticFormatter().format)
    }
  }

  @Test func `A message names the part of the letter and shows the word in it`() throws {
    let found = try told { letter in
      letter.signatures = [
        Letter.Signature(name: "Bo Dam"), Letter.Signature(name: "Anna", title: ["Chef 漢"]),
      ]
      letter.body = [.paragraph("Godt."), .bullets(["et", "\u{12000}"])]
    }
    #expect(
      found.map { $0.split(separator: "\n").prefix(3).joined(separator: "\n") } == [
        """
        body[1].items[1][0][0]: error: no font has the character "\u{12000}" U+12000
            1 | \u{12000}
              | ^
        """,
        """
        signatures[1].title[0]: error: no font has the character "漢" U+6F22
            1 | Chef 漢
              |      ^^
        """,
      ])
  }

  @Test func `What no file could say is refused, each at its part`() throws {
    let found = try told { letter in
      letter.subject = "Ring\u{7}"
      letter.recipients = [Letter.Recipient(lines: [" "])]
      letter.signatures = (1...7).map { Letter.Signature(name: "\($0)") }
      letter.hyphenationExceptions = ["to ord"]
      letter.body = [
        .heading("Dybt", level: 9), Block(.list(Block.List([]))),
        .table(head: ["a", "b"], rows: [["1", "2"], ["3"]]),
        .paragraph([.footnote(2), .link("her", to: "ftp://kl.dk"), "\u{1B}[0m"]),
        Block(.list(Block.List([.init([.paragraph("a")])], start: -1))),
        .paragraph([.text("x", in: LanguageTag("dansk sprog"))]),
      ]
    }
    #expect(
      found.map { String($0.prefix { $0 != "\n" }) } == [
        "subject: error: the text holds the control character U+0007",
        "recipients[0]: error: the recipient has no lines",
        "signatures: error: signatures has 7 signers, more than the 6 there is room for",
        "hyphenationExceptions: error: \"to ord\" is not a word with hyphens",
        "body[0]: error: a heading of level 9", "body[1]: error: a list without items",
        "body[2].rows[1]: error: the row has 1 cells for 2 columns",
        "body[3][0]: error: there is no footnote 2",
        "body[3][1]: error: the link to \"ftp://kl.dk\" is not http, https, mailto or tel",
        "body[3][2]: error: the text holds the control character U+001B",
        "body[4]: error: a list that begins with -1",
        "body[5][0]: error: lang is \"dansk sprog\", not a language",
      ])
  }

  @Test func `What is nested without end is refused`() throws {
    var inline = Inline.text("x")
    for _ in 0..<300 { inline = Inline(.emphasis([inline])) }
    var block = Block.paragraph("x")
    for _ in 0..<300 { block = .quote([block]) }
    let found = try told { $0.body = [.paragraph([inline]), block] }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains("error: the text is nested more than") })
  }

  @Test func `Text from data is text, whatever it looks like`() throws {
    let words = "**a** [b](c) <d> {page} | e | [^1] # f www.kl.dk"
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    letter.subject = words
    letter.body = [.paragraph(words), .paragraph("  to\r\n linjer\t\u{2028} "), .paragraph(" ")]
    let set = try Self.setter.compose(letter, in: Self.setter.layout("brev"))
    #expect(set.dump.contains("  subject x 25.0 baseline"))
    #expect(set.dump.components(separatedBy: words).count == 3)
    #expect(set.dump.contains("  to linjer\n"))
    #expect(set.composition.structure.elements.allSatisfy { $0.role != .link(uri: "c") })
  }

  @Test func `A letter that was read keeps the places of what was not changed`() throws {
    var letter = try Letter(
      markdown: Array("---\nsubject: Emne\ncopies: [A, B]\n---\n\nTekst.\n".utf8), name: "l.md")
    letter.copies.append("C\u{1}")
    letter.body.append(.paragraph("Mere\u{2}."))
    #expect(letter.$subject?.place?.line == 2)
    #expect(letter.$copies.map { $0.place?.line } == [3, 3, nil])
    letter.subject = "Andet"
    #expect(letter.$subject == Located(value: "Andet"))
    letter.date = CalendarDate(year: 2026, month: 1, day: 2)
    let error = #expect(throws: Diagnostics.self) {
      try Self.setter.compose(letter, in: Self.setter.layout("brev"))
    }
    #expect(error?.all.map { $0.place?.file.name } == ["copies[2]", "body[1][0]"])
  }

  @Test func `A record for machines has a part where it has no file`() throws {
    let letter = Letter(date: nil)
    let error = #expect(throws: Diagnostics.self) {
      try Self.setter.compose(letter, in: Self.setter.layout("brev"))
    }
    let record = DiagnosticRecord(try #require(error?.all.first))
    #expect(record.message == "the letter has no date")
    #expect(record.part == "letter" && record.file == nil && record.line == nil)
  }
}
