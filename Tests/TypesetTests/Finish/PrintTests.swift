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

  @Test func `What is nearly black is black in print and itself on a screen, all else its colour`()
    async throws
  {
    var composition = try FinishSample.letter().compose(fonts: SamplePlan.fonts)
    let dark = Color(red: 0.1, green: 0.15, blue: 0.2)
    let red = Color(red: 0.8, green: 0, blue: 0.1)
    let page = composition.pages[0]
    let rules = [dark, red].map { color in
      let rule = Rule(
        size: Size(width: .pt(90), height: .pt(9)), color: color, part: .artifact(.layout))
      return Placed(item: FrameItem.rule(rule), origin: Point(x: .pt(300), y: .pt(700)))
    }
    composition.pages[0] = Page(
      size: page.size, frame: Frame(size: page.size, items: page.frame.items + rules),
      boxes: page.boxes)
    for purpose in [FinishOptions.Purpose.print, .screen] {
      var options = FinishOptions()
      options.purpose = purpose
      let painted = try paintPDF(
        composition, fonts: SamplePlan.fonts, isForPaper: purpose == .print)
      let file = try FileOnDisk(finishPDF(painted, composition, options: options))
      let content = try await file.readable()
      #expect(content.contains("\n.8 0 .1 rg"))
      #expect(content.contains("\n.1 .15 .2 rg") == (purpose == .screen))
    }
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
