import Foundation
import Proofing
import Testing

@testable import Typeset

/// Files of PDF 2.0: PDF/A-4 with PDF/UA-2.
struct SecondGenerationTests {
  private func finish(
    _ letter: FinishSample, attaching attachments: [FinishOptions.Attachment] = [],
    as standard: FinishOptions.Standard = .a4UA2
  ) async throws -> String {
    var options = FinishOptions(onForeignPDF: .weaken)
    options.standard = standard
    options.attachments = attachments
    let file = try FileOnDisk(letter.finish(options))
    #expect(try await Run("qpdf", ["--check", file.path]).ending == .exit(0))
    return try await file.readable()
  }

  /// The dictionaries of a file that hold a text, each on one line.
  private func objects(_ pdf: String, with text: String) -> [String] {
    pdf.components(separatedBy: "\nendobj").filter { $0.contains(text) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  @Test func `The file is PDF 2.0 and says what it is in XMP alone`() async throws {
    let pdf = try await finish(FinishSample.letter())
    #expect(pdf.hasPrefix("%PDF-2.0\n"))
    let trailer = try #require(pdf.components(separatedBy: "\ntrailer").last)
    #expect(trailer.contains("/Root ") && !trailer.contains("/Info "))
    #expect(pdf.contains("<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>"))
    #expect(pdf.contains("<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>"))
    #expect(!pdf.contains("pdfaid:conformance") && !pdf.contains("pdfaExtension"))
    #expect(pdf.contains("<letter:CaseID>SAG-2023-05223</letter:CaseID>"))
  }

  @Test func `By default it is PDF 1.7, of the first parts`() async throws {
    let pdf = try await finish(FinishSample.letter(), as: FinishOptions().standard)
    #expect(pdf.hasPrefix("%PDF-1.7\n"))
    #expect(pdf.contains("<pdfuaid:part>1</pdfuaid:part>"))
    for word in ["/NS ", "/Namespaces", "pdfaid:rev", "/Ref ", "/SD "] {
      #expect(!pdf.contains(word), "\(word)")
    }
  }

  @Test func `The document is of the namespace of PDF 2.0`() async throws {
    let pdf = try await finish(FinishSample.everything())
    #expect(objects(pdf, with: "/Type /StructTreeRoot").first?.contains("/Namespaces [") == true)
    #expect(objects(pdf, with: "(http://iso.org/pdf2/ssn)").count == 1)
    #expect(objects(pdf, with: "/S /Document").first?.contains("/NS ") == true)
    // What PDF 2.0 has no type for keeps that of PDF 1.7.
    #expect(objects(pdf, with: "/S /BlockQuote").first?.contains("/NS ") == false)
  }

  @Test func `Notes are of the kind that PDF 2.0 has, tied to their marks both ways`() async throws
  {
    var letter = FinishSample()
    letter.add("Noter", as: .heading(1))
    let paragraph = letter.element(.paragraph)
    var inlines = [letter.text("Her", of: paragraph)]
    for number in [0, 0] {
      let mark = letter.element(.reference, in: paragraph)
      letter.structure[mark].footnote = number
      inlines.append(letter.text("1", of: mark))
    }
    letter.add(inlines[0], inlines[1], inlines[2])
    let note = letter.element(.note)
    letter.structure[note].footnote = 0
    letter.add(letter.text("En note.", of: note))
    let pdf = try await finish(letter)
    #expect(!pdf.contains("/S /Note"))
    let written = try #require(objects(pdf, with: "/S /FENote").first)
    #expect(written.contains("/NoteType /Footnote"))
    let number = try #require(written.firstMatch(of: #/(\d+) 0 obj <</#)?.output.1)
    #expect(written.contains(#//Ref \[ \d+ 0 R \d+ 0 R \]/#))
    let marks = objects(pdf, with: "/S /Reference")
    #expect(marks.count == 2)
    #expect(marks.allSatisfy { $0.contains("/Ref [ \(number) 0 R ]") })
  }

  @Test func `Attached files make it PDF/A-4f, which needs them`() async throws {
    let file = FinishOptions.Attachment(name: "a.csv", mediaType: "text/csv", bytes: [0x61])
    let pdf = try await finish(FinishSample.letter(), attaching: [file])
    #expect(pdf.contains("<pdfaid:conformance>F</pdfaid:conformance>"))
    let problems = await #expect(throws: Diagnostics.self) {
      try await finish(FinishSample.letter(), as: .a4fUA2)
    }
    #expect(
      problems?.all.map(\.message) == [
        "PDF/A-4f is for files within the PDF, and none is given (ISO 19005-4, annex A)"
      ])
  }

  @Test func `Bookmarks lead to elements, and to pages for readers that know no elements`()
    async throws
  {
    var letter = FinishSample()
    letter.add("Først", as: .heading(1))
    for number in 1...150 { letter.add("Afsnit \(number)", as: .paragraph) }
    letter.add("Sidst", as: .heading(1))
    let pdf = try await finish(letter)
    let items = objects(pdf, with: "/S /GoTo")
    #expect(items.count == 2)
    for item in items {
      #expect(item.contains("/D [ ") && item.contains("/SD [ ") && !item.contains("/Dest"))
    }
  }

  @Test func `What the author owes is told with the clauses of the second part`() async throws {
    var letter = FinishSample()
    letter.metadata.title = ""
    letter.add("Et billede", as: .paragraph)
    let figure = letter.element(.figure)
    letter.add(
      try FinishSample.dot(), size: Size(width: .pt(20), height: .pt(20)),
      part: .content(figure, order: letter.nextOrder()))
    let problems = await #expect(throws: Diagnostics.self) { try await finish(letter) }
    #expect(
      problems?.all.map(\.message) == [
        "the letter has no title, which PDF/UA-2 wants (ISO 14289-2, 8.11.1)",
        "an image has no alternative text (ISO 14289-2, 8.2.5.28.2)",
      ])
  }
}
