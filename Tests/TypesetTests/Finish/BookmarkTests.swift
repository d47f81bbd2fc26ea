import Foundation
import Proofing
import Testing

@testable import Typeset

/// Bookmarks and descriptions of links say what was written, not what was painted.
struct BookmarkTests {
  /// The headings of a letter, as its bookmarks have them.
  func headings(_ body: String) throws -> [String] {
    try plan(letter("", body)).plan.structure.elements.filter {
      if case .heading = $0.role { true } else { false }
    }.map(\.spokenWords)
  }

  @Test(arguments: [
    ("## Hjemmel[^1] og frist\n\nBrev.\n\n[^1]: Lov.", "Hjemmel og frist"),
    ("## Se [vejledningen](https://kl.dk) her", "Se vejledningen her"),
    ("## [Vejledningen](https://kl.dk)", "Vejledningen"),
    ("## Om **fed** og `kode` i *kursiv*", "Om fed og kode i kursiv"),
    ("## Budget\u{AD}koordi\u{AD}nering  i\u{A0}2024", "Budgetkoordinering i 2024"),
    ("## محمد Hansen 2024 (عمر)", "محمد Hansen 2024 (عمر)"),
    ("En\\\nto\n---", "En to"),
  ])
  func `A bookmark has the words of its heading`(body: String, title: String) throws {
    let titles = try headings(body)
    #expect(titles == [title])
  }

  @Test func `A link is described by its words`() throws {
    let made = try plan(
      letter("", "Se [den **nye** vejled\u{AD}ning[^1]](https://kl.dk) her.\n\n[^1]: Lov.")
    ).plan
    let links = made.structure.elements.filter { if case .link = $0.role { true } else { false } }
    #expect(links.map(\.spokenWords) == ["den nye vejledning"])
  }

  @Test func `A heading that is divided, and one that is a link alone, are bookmarks`() async throws
  {
    var letter = FinishSample()
    letter.sample.measure = .mm(40)
    letter.sample.height = .pt(13 * 6)
    let words = "Kommunernes økonomiforhandlinger kræver budgetkoordinering og udfordringer"
    letter.add(words, as: .heading(1))
    let heading = letter.element(.heading(2))
    let link = letter.element(.link(uri: "https://kl.dk"), in: heading)
    letter.add(letter.text("Vejledningen", of: link))
    letter.add("Sag שלום 2024 (עולם)", as: .heading(2))
    letter.add(String(repeating: "Et langt afsnit, der fylder. ", count: 20), as: .paragraph)
    let file = try FileOnDisk(letter.finish())
    let json = try await output(of: "qpdf", "--json", "--json-key=outlines", file.path)
    let titles = json.matches(of: /"title": "(.*)"/).map { String($0.output.1) }
    #expect(Set(titles) == [words, "Vejledningen", "\u{202A}Sag שלום 2024 (עולם)\u{202C}"])
  }

  @Test(arguments: [
    ("שלום, Digelaget Vest 2024!", "\u{202B}"), ("محمد الأمين.", "\u{202B}"),
    ("2024: محمد Hansen", "\u{202B}"), ("Sag שלום (עולם)", "\u{202A}"),
  ])
  func `A bookmark runs as its heading does, whichever way the list of them runs`(
    title: String, begin: String
  ) async throws {
    var letter = FinishSample()
    letter.sample.height = .pt(13 * 6)
    letter.metadata.title = title
    letter.add(title, as: .heading(1))
    letter.add(String(repeating: "Et langt afsnit, der fylder. ", count: 40), as: .paragraph)
    let file = try FileOnDisk(letter.finish())
    let json = try await output(of: "qpdf", "--json", "--json-key=outlines", file.path)
    #expect(json.contains("\"title\": \"\(begin)\(title)\u{202C}\""))
    // Other programs compare the document's title, which has no marks.
    #expect(try await output(of: "pdfinfo", file.path).contains(title + "\n"))
    #expect(try await file.breaches() == [])
  }
}
