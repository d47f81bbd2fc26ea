import Foundation
import PDFFile
import Proofing
import Testing

@testable import Typeset

/// Finished files keep to the clauses of their standards, as seen from outside.
struct StandardsTests {
  @Test func `A letter with headings, a link and a list is PDF/A-2a and PDF/UA-1`() async throws {
    let file = try FileOnDisk(FinishSample.letter().finish())
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A letter with a table, a note, a figure and a foreign word is too`() async throws {
    let file = try FileOnDisk(FinishSample.everything().finish())
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A page that says nothing of itself breaks the standards, so the check can fail`()
    async throws
  {
    var body = PDFBody(pageCount: 1)
    let content = body.addStream(Array("0 0 9 9 re f".utf8))
    let entries: [(String, PDFValue)] = [
      ("MediaBox", [0, 0, 595, 842]), ("Resources", [:]), ("Contents", .reference(content)),
    ]
    for (key, value) in entries { body.set(body.pages[0], key, value) }
    let annotation = body.add([
      "Type": .name("Annot"), "Subtype": .name("Link"), "Rect": [0, 0, 9, 9],
    ])
    body.set(body.pages[0], "Annots", [.reference(annotation)])
    let bytes = PDFWriter(body).write(version: "1.7") { _ in [] }
    let breaches = try await FileOnDisk(bytes).breaches()
    for clause in ["A 6.2.3", "UA 5", "UA 7.1", "UA 7.18"] {
      #expect(breaches.contains { $0.hasPrefix(clause) }, "\(clause) was not noticed: \(breaches)")
    }
  }

  @Test(arguments: [
    (FinishOptions.Standard.a2b, "2b"), (.a3a, "3a"),
    (.a3aUA1, "3a+ua"), (.ua1, "ua"),
  ])
  func `Each standard is met and said`(
    standard: FinishOptions.Standard, checked: String
  ) async throws {
    var options = FinishOptions()
    options.standard = standard
    #expect(try await FileOnDisk(FinishSample.letter().finish(options)).breaches(of: checked) == [])
  }

  @Test func `Attached files make the letter PDF/A-3a, and come out as they went in`() async throws
  {
    var options = FinishOptions()
    options.attachments = [
      FinishOptions.Attachment(
        name: "brev æøå.md", mediaType: "text/markdown", relationship: .source,
        bytes: Array("# Kilden\n".utf8), description: "Brevets kilde"),
      FinishOptions.Attachment(
        name: "beløb.csv", mediaType: "text/csv", relationship: .data, bytes: Array("a;b".utf8)),
    ]
    let file = try FileOnDisk(FinishSample.letter().finish(options))
    #expect(try await file.breaches(of: "3a+ua") == [])
    let shown = try await output(of: "qpdf", "--show-attachment=brev æøå.md", file.path)
    #expect(shown == "# Kilden\n")
    let object = try await file.json()
    #expect(object.contains("/AFRelationship\": \"/Source\""))
    #expect(object.contains("text/markdown"))
  }

  @Test func `PDF/A-2b refuses attachments and says why`() throws {
    var options = FinishOptions()
    options.standard = .a2b
    options.attachments = [
      FinishOptions.Attachment(name: "a.csv", mediaType: "text/csv", bytes: [1])
    ]
    let problems = #expect(throws: Diagnostics.self) {
      try FinishSample.letter().finish(options)
    }
    #expect(
      problems?.all.map(\.message) == [
        "PDF/A-2b cannot carry attached files (ISO 19005-2, 6.8)"
      ])
  }

  @Test func `Two runs give the same bytes, and another letter other identifiers`() async throws {
    let first = try FinishSample.letter().finish()
    #expect(try FinishSample.letter().finish() == first)
    var other = FinishSample.letter()
    other.add("Et afsnit mere.", as: .paragraph)
    func id(_ bytes: [UInt8]) async throws -> Substring? {
      let file = try FileOnDisk(bytes)
      let json = try await file.json()
      return json.firstMatch(of: /"\/ID": \[\s*"([^"]+)"/)?.output.1
    }
    #expect(try await id(first) != nil)
    #expect(try await id(first) != id(other.finish()))
  }

  @Test func `Problems are told all at once, each with its clause`() throws {
    var letter = FinishSample()
    letter.metadata.title = " "
    letter.add("For dybt", as: .heading(2))
    let figure = letter.element(.figure)
    letter.add(
      try FinishSample.dot(), size: Size(width: .pt(20), height: .pt(20)),
      part: .content(figure, order: letter.nextOrder()))
    let foreign = letter.element(.paragraph, language: LanguageTag("da_DK"))
    letter.add(letter.text("Ord", of: foreign))
    let problems = #expect(throws: Diagnostics.self) { try letter.finish() }
    #expect(
      problems?.all.map(\.message) == [
        "the letter has no title, which PDF/UA-1 wants (ISO 14289-1, 7.1)",
        "a heading of level 2 follows nothing (ISO 14289-1, 7.4.2)",
        "an image has no alternative text (ISO 14289-1, 7.3; ISO 19005-2, 6.7.8)",
        "“da_dk” is no language tag (ISO 14289-1, 7.2)",
      ])
    var options = FinishOptions()
    options.standard = .a2b
    #expect(throws: Never.self) { try letter.finish(options) }
  }
}
