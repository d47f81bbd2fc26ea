import Foundation
import Proofing
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

  @Test func `Text is on the black plate alone`() async throws {
    let file = try finish()
    let ink = try await output(of: "gs", "-q", "-o", "-", "-sDEVICE=inkcov", file.path)
    let plates = ink.split(separator: " ").prefix(4).compactMap { Double($0) }
    #expect(plates.count == 4)
    #expect(plates.prefix(3).allSatisfy { $0 == 0 })
    #expect(plates.last ?? 0 > 0.005)
  }

  @Test func `Without finishing it would be on all plates, so the check can fail`() async throws {
    let fonts = SamplePlan.fonts
    let painted = try paintPDF(FinishSample.letter().compose(fonts: fonts), fonts: fonts)
    let file = try FileOnDisk(painted.bytes)
    let content = try await file.readable()
    #expect(content.contains("0 0 0 rg"))
  }

  @Test func `There are no annotations, the boxes of the trimmed page are set, links are text`()
    async throws
  {
    let file = try finish()
    let json = try await file.json()
    #expect(!json.contains("/Annot"))
    #expect(json.contains("/TrimBox") && json.contains("/BleedBox"))
    #expect(try await !file.tree().contains("Link"))
    #expect(try await file.tree().contains("Span siden om de økonomiske"))
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A letter of an odd number of pages gets a blank last side`() async throws {
    let file = try finish(duplex: true)
    #expect(try await output(of: "pdfinfo", file.path).contains(/Pages: +2/))
    #expect(try await output(of: "pdftotext", "-f", "2", file.path, "-") == "\u{C}")
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }
}
