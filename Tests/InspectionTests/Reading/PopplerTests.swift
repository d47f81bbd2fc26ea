import Intake
import Proofing
import Testing

@testable import Inspection

/// Words and pixels by poppler, in millimetres of the page as it is seen.
struct PopplerTests {
  /// A rectangle 10 mm from the left and 20 mm from the top, 30 mm wide and 5 mm high.
  static let inked = HandmadePDF.page("0 g 28.3465 771.0 85.0394 14.1732 re f").bytes

  @Test func `Ink is found where it was put`() throws {
    for channels in [PageRaster.Channels.gray, .rgb] {
      let pages = try PageRaster.draw(Self.inked, dotsPerInch: 254, as: channels)
      let page = try #require(pages.first)
      #expect(pages.count == 1)
      #expect(page.bytes.count == page.width * page.height * channels.rawValue)
      let ink = try #require(page.ink(in: Area(x: 0, y: 0, width: 300, height: 300)))
      #expect(abs(ink.left - 10) < 0.15 && abs(ink.width - 30) < 0.25)
      #expect(abs(ink.top - 20.0) < 0.25 && abs(ink.height - 5) < 0.25)
      #expect(page.ink(in: Area(x: 60, y: 0, width: 300, height: 300)) == nil)
    }
  }

  @Test func `Words have their places and lines`() throws {
    let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    let pages = try PageWords.read(
      HandmadePDF.page(
        "BT /F 10 Tf 28.3465 700 Td (a & <b>) Tj 0 -20 Td (next) Tj ET", resources: font
      ).bytes)
    let words = try #require(pages.first).words
    #expect(words.map(\.text) == ["a", "&", "<b>", "next"])
    #expect(words.map(\.line) == [0, 0, 0, 1])
    #expect(abs(words[0].area.left - 10) < 0.1)
    #expect(abs(words[3].area.top - words[0].area.top - 20 * millimetresAPoint) < 0.1)
  }

  @Test func `A file that is none and a program that is none are told apart`() {
    #expect(throws: ToolFault.failed("pdftoppm")) {
      try PageRaster.draw(Array("no PDF".utf8))
    }
    let missing = ToolFault.missing("pdf-no-such-tool", package: "nothing")
    #expect(throws: missing) { try Tool("pdf-no-such-tool", from: "nothing") }
    #expect(missing.isOurs && !ToolFault.failed("x").isOurs)
  }

  @Test func `A program that hangs, floods or dies is ended and told of`() throws {
    var limits = Tool.Limits()
    limits.seconds = 0.3
    limits.output = 1000
    let shell = Tool(path: "/bin/sh", limits: limits)
    let start = ContinuousClock.now
    #expect(throws: ToolFault.tookTooLong("sh")) {
      try shell.run(["-c", "sleep 60"], reading: [1])
    }
    #expect(throws: ToolFault.wroteTooMuch("sh")) {
      try shell.run(["-c", "cat /dev/zero"], reading: [])
    }
    #expect(try shell.run(["-c", "kill -9 $$"], reading: []).code == nil)
    #expect(try shell.run(["-c", "exit 3"], reading: []).code == 3)
    #expect(try shell.run(["-c", "cat"], reading: [1, 2, 3]).output == [1, 2, 3])
    #expect(
      try shell.run(["-c", "exit 0"], reading: [UInt8](repeating: 0, count: 1 << 20)).code == 0)
    // Nobody waited for the sleep to end.
    #expect(ContinuousClock.now - start < .seconds(50))
  }
}
