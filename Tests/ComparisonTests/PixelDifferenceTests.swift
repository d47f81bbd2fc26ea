import Foundation
import Inspection
import Intake
import Proofing
import Testing

@testable import Comparison

/// Pixels differ where the eye sees it, and not where an edge is smoothed in another way.
struct PixelDifferenceTests {
  /// White paper with a shape on it; the shade of a place is how much of it is covered.
  private func raster(
    width: Int = 60, height: Int = 40, shade: (Int, Int) -> UInt8
  ) -> PageRaster {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { bytes += Array(repeating: shade(x, y), count: 3) }
    }
    return PageRaster(
      width: width, height: height, channels: .rgb, bytes: bytes, dotsPerInch: 25.4)
  }

  private func bar(_ left: Int, edge: UInt8) -> PageRaster {
    raster { x, y in
      guard (10..<30).contains(y) else { return 255 }
      return x == left ? edge : (left + 1..<left + 12).contains(x) ? 0 : 255
    }
  }

  @Test func `Equal pages have no difference`() {
    #expect(PixelDifference(bar(20, edge: 128), bar(20, edge: 128), color: 0.1).count == 0)
    #expect(PixelDifference(bar(20, edge: 128), bar(20, edge: 138), color: 0.1).count == 0)
    let exact = PixelDifference(bar(20, edge: 128), bar(20, edge: 138), color: 0)
    #expect(exact.verdicts.count { $0 == PixelDifference.Verdict.smoothed } == 20)
  }

  @Test func `An edge that is smoothed otherwise does not count; one that moved does`() {
    let soft = PixelDifference(bar(20, edge: 60), bar(20, edge: 200), color: 0.1)
    #expect(soft.count == 0)
    #expect(soft.verdicts.contains(PixelDifference.Verdict.smoothed))
    #expect(PixelDifference(bar(20, edge: 128), bar(23, edge: 128), color: 0.1).count >= 100)
  }

  @Test func `Colours that the eye tells apart differ, at the threshold`() {
    func plain(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> PageRaster {
      PageRaster(
        width: 2, height: 2, channels: .rgb,
        bytes: Array(repeating: [red, green, blue], count: 4).flatMap(\.self), dotsPerInch: 72)
    }
    let gray = plain(128, 128, 128)
    #expect(PixelDifference(gray, plain(128, 128, 160), color: 0.1).count == 0)
    #expect(PixelDifference(gray, plain(128, 160, 128), color: 0.05).count == 4)
    #expect(PixelDifference(plain(0, 0, 0), plain(255, 255, 255), color: 0.95).count == 4)
  }

  @Test func `Pixels that touch are one place, by their number`() {
    let paper = raster { _, _ in 255 }
    let marked = raster { x, y in
      (5..<15).contains(x) && (5..<10).contains(y) || (40..<43).contains(x) && y == 30 ? 0 : 255
    }
    var difference = PixelDifference(paper, marked, color: 0.1)
    let places = PixelPlaces(difference, millimetresAPixel: 1).places
    #expect(places.map(\.count) == [50, 3])
    #expect(places[0].area == Area(left: 4, top: 4, right: 16, bottom: 10))
    difference.forget(columns: 0..<20, rows: 0..<20)
    #expect(difference.count == 3)
  }

  @Test func `A page that differs only where words explain it has no pixels to tell of`() {
    let (old, new) = (raster { _, _ in 255 }, raster { x, y in x < 5 && y < 5 ? 0 : 255 })
    let all = comparePixels([old], [new], from: 1, CompareOptions()) { _ in [] }
    #expect(
      all.differences.map(\.message) == [
        "25 pixels differ at 0.0–6.0 mm from the left, 0.0–6.0 mm from the top"
      ])
    let none = comparePixels([old], [new], from: 1, CompareOptions()) { _ in
      [Area(x: 0, y: 0, width: 6, height: 6)]
    }
    #expect(none.differences == [])
    #expect(none.pictures.count == 1)
  }

  @Test func `A picture comes through the intake and back`() throws {
    let picture = raster { x, y in UInt8((x * 4 + y) % 256) }
    let intake = IntakeClient(program: IntakeLocation.find(resources: Project.folder))
    let fonts = DrawingFonts(folder: Project.path("Fonts"), files: [])
    let read = try intake.ask(ReadPixels(PNGWriter.write(picture), .png, fonts: fonts))
    #expect(read.width == 60 && read.height == 40)
    #expect(read.bytes == picture.bytes)
    // Noise, which no compression makes smaller.
    var state: UInt64 = 3
    let noise = raster { _, _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    #expect(
      try intake.ask(ReadPixels(PNGWriter.write(noise), .png, fonts: fonts)).bytes == noise.bytes)
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='2'><rect width='2' height='2'/></svg>"
    let drawn = try intake.ask(ReadPixels(Array(svg.utf8), .svg, scale: 2, fonts: fonts))
    #expect(drawn.width == 8 && drawn.height == 4)
    #expect(
      Array(drawn.bytes.prefix(24)) == Array(repeating: 0, count: 12)
        + Array(repeating: 255, count: 12))
  }
}
