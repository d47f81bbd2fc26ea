import Foundation
import Inspection
import Intake
import Proofing
import Testing

/// Rules whose files cannot break them alone.
struct SoundnessTests {
  private func rules(_ bytes: [UInt8], by profile: String = RuleCase.profile) throws -> [String] {
    try RuleCase.findings(in: bytes, by: profile).map(\.rule)
  }

  @Test func `A damaged file is told as such, whatever the profile names`() throws {
    let whole = SoundPDF().bytes
    for broken in [Array(whole.dropLast(60)), [], Array("%PDF-1.7 no more".utf8)] {
      #expect(try rules(broken).contains("damage"))
      let only = "rules: {tagged: {source: x}}"
      #expect(try rules(broken, by: only).contains("damage"))
    }
    #expect(try rules(whole) == [])
  }

  @Test func `Text farther away than any number counts is looked at all the same`() throws {
    let far = "1" + String(repeating: "0", count: 200)
    let zoom = "\(far) 0 0 \(far) 0 0 cm"
    let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    let page = HandmadePDF.page(
      "\(zoom) \(zoom) BT /F 12 Tf 10 20 Td (Med venlig hilsen) Tj ET", resources: font)
    let profile =
      "rules: {fonts-embedded: {source: x}, lone-signature: {source: x, closings: [Hej]}}"
    #expect(try rules(page.bytes, by: profile) == ["fonts-embedded"])
  }

  @Test func `What an encrypted file allows is looked at where encryption is allowed`() async throws
  {
    let file = try FileOnDisk(SoundPDF().bytes)
    let path = file.scratch.path("made.pdf")
    func made(_ options: String...) async throws -> [UInt8] {
      let arguments = ["--encrypt"] + options + ["--", file.path, path]
      let run = try await Run("qpdf", arguments)
      try #require(run.ending == .exit(0))
      return try file.scratch.read("made.pdf")
    }
    let strict = "rules: {encryption: {source: x}}"
    let lenient = "rules: {encryption: {source: x, allowed: true, permit: [print-well]}}"
    let locked = try await made("user", "owner", "256")
    #expect(try rules(locked, by: strict) == ["encryption"])
    #expect(try rules(locked, by: lenient) == ["encryption"])
    let open = try await made("", "owner", "256")
    #expect(try rules(open, by: strict) == ["encryption"])
    #expect(try rules(open, by: lenient) == [])
    let unprintable = try await made("", "owner", "256", "--print=low")
    #expect(try rules(unprintable, by: lenient) == ["encryption"])
  }

  @Test func `A claim that the file does not keep is told; without claims nothing is`() throws {
    let profile = "rules: {claims: {source: x}}"
    var pdf = SoundPDF()
    #expect(try rules(pdf.bytes, by: profile) == [])
    pdf.intents = ""
    #expect(try rules(pdf.bytes, by: profile) == ["claims"])
    pdf.properties = ""
    #expect(try rules(pdf.bytes, by: profile) == [])
  }

  @Test func `An embedded file says what it is`() throws {
    let profile = "rules: {attachments: {source: x}}"
    var pdf = SoundPDF()
    pdf.attach("/AFRelationship/Data")
    #expect(try rules(pdf.bytes, by: profile) == [])
    pdf.attach("")
    #expect(
      try RuleCase.findings(in: pdf.bytes, by: profile).map(\.breach.message) == [
        "the embedded file “a.xml” does not say its relation to it"
      ])
  }

  @Test func `The audit of enclosures looks into fonts, colours and tags`() throws {
    func messages(_ part: String, _ change: (inout SoundPDF) -> Void) throws -> [String] {
      var pdf = SoundPDF()
      change(&pdf)
      let profile = "rules: {audit: {source: x, of: \(part)}}"
      return try RuleCase.findings(in: pdf.bytes, by: profile).map(\.breach.message)
    }
    for part in ["look", "fonts", "text", "tags"] { #expect(try messages(part) { _ in } == []) }
    #expect(
      try messages("tags") { $0.pages[0][4].tag = "H4" } == [
        "a heading of level 4 in it follows level 1"
      ])
    #expect(
      try messages("fonts") { $0.font = $0.font.replacing("/Widths[500 ", with: "/Widths[400 ") }
        != [])
    #expect(try messages("look") { $0.catalog = "/X \(String(repeating: "9", count: 12))" } != [])
  }

  @Test func `Sheets are counted by their sides`() throws {
    var pdf = SoundPDF()
    pdf.pages = pdf.numbered(4)
    #expect(try rules(pdf.bytes, by: "rules: {sheets: {source: x, most: 2, duplex: true}}") == [])
    #expect(try rules(pdf.bytes, by: "rules: {sheets: {source: x, most: 3}}") == ["sheets"])
    pdf.pages = pdf.numbered(5)
    #expect(
      try rules(pdf.bytes, by: "rules: {sheets: {source: x, most: 2, duplex: true}}") == ["sheets"])
  }

  @Test func `White text is told, and on a dark ground is none`() throws {
    let profile = "rules: {white-text: {source: x}}"
    var pdf = SoundPDF()
    pdf.pages[0][4].before = "0.97 g"
    #expect(try rules(pdf.bytes, by: profile) == ["white-text"])
    pdf.pages[0][4].before = "0 g 50 512 300 16 re f 1 g"
    #expect(try rules(pdf.bytes, by: profile) == [])
    pdf.pages[0][4].before = "0.9 g"
    #expect(try rules(pdf.bytes, by: profile) == [])
  }

  @Test func `A breach has its page and its place in millimetres`() throws {
    var pdf = SoundPDF()
    pdf.pages = pdf.numbered(2)
    pdf.pages[1].append(.init(words: "low", x: 30, y: 290))
    let finding = try #require(RuleCase.findings(in: pdf.bytes).first)
    #expect(finding.breach.page == 2)
    let area = try #require(finding.breach.area)
    #expect(abs(area.left - 30) < 0.01)
    #expect(area.top < 290 && area.bottom > 290 && area.bottom < 292)
    #expect(finding.breach.message == "a word stands in the margin: “low”")
    #expect(finding.breach.advice == "move it further from the edge")
  }
}
