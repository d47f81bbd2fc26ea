import Foundation
import Testing

@testable import Typeset

/// What goes to print is black where it is black, and nothing in it needs a screen.
struct PrintTests {
  func finish(duplex: Bool = false) throws -> FileOnDisk {
    var options = FinishOptions()
    options.purpose = .print
    options.blankLastSide = duplex
    return try FileOnDisk(FinishSample.letter().finish(options))
  }

  @Test func `Text is on the black plate alone`() throws {
    let file = try finish()
    let ink = try run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", file.path).output
    let plates = ink.split(separator: " ").prefix(4).compactMap { Double($0) }
    #expect(plates.count == 4)
    #expect(plates.prefix(3).allSatisfy { $0 == 0 })
    #expect(plates.last ?? 0 > 0.005)
  }

  @Test func `Without finishing it would be on all plates, so the check can fail`() throws {
    let fonts = SamplePlan.fonts
    let painted = try paintPDF(FinishSample.letter().compose(fonts: fonts), fonts: fonts)
    let file = try FileOnDisk(painted.bytes)
    let content = try run("qpdf", "--qdf", "--object-streams=disable", file.path, "-").output
    #expect(content.contains("0 0 0 rg"))
  }

  @Test func `There are no annotations, the boxes of the trimmed page are set, links are text`()
    throws
  {
    let file = try finish()
    let json = try run("qpdf", "--json", "--json-key=qpdf", file.path).output
    #expect(!json.contains("/Annot"))
    #expect(json.contains("/TrimBox") && json.contains("/BleedBox"))
    #expect(try !file.tree().contains("Link"))
    #expect(try file.tree().contains("Span siden om de økonomiske"))
    let breaches = try file.breaches()
    #expect(breaches == [])
  }

  @Test func `A letter of an odd number of pages gets a blank last side`() throws {
    let file = try finish(duplex: true)
    #expect(try run("pdfinfo", file.path).output.contains(/Pages: +2/))
    #expect(try run("pdftotext", "-f", "2", file.path, "-").output == "\u{C}")
    let breaches = try file.breaches()
    #expect(breaches == [])
  }
}
