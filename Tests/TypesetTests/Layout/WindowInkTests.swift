import Proofing
import Testing

@testable import Typeset

/// The ink of finished pages, measured on pictures of the PDF and not on our own boxes.
@Suite struct WindowInkTests {
  static let dotsPerInch = 100

  /// The first page of an example, printed and looked at.
  private func firstPage(of name: String) async throws -> Picture {
    let composition = try composedLetter(
      packageFile("Examples/\(name).md"), in: Project.path("Examples"))
    let scratch = try Scratch()
    let path = try scratch.write(try composition.pdf().bytes, as: "\(name).pdf")
    return try #require(
      try await Picture.pages(ofPDF: path, dotsPerInch: Self.dotsPerInch).first)
  }

  /// The places of the dots in a rectangle that are not paper.
  private func ink(_ picture: Picture, in rect: Rect) -> [Point] {
    let perPoint = Double(Self.dotsPerInch) / 72
    var found: [Point] = []
    let rows =
      max(
        0, Int((rect.minY.points * perPoint).rounded(.up)))..<min(
        picture.height, Int(rect.maxY.points * perPoint))
    let columns =
      max(
        0, Int((rect.minX.points * perPoint).rounded(.up)))..<min(
        picture.width, Int(rect.maxX.points * perPoint))
    let channels = picture.pixels.count / (picture.width * picture.height)
    for y in rows {
      for x in columns {
        let start = (y * picture.width + x) * channels
        if picture.pixels[start..<start + min(3, channels)].contains(where: { $0 < 200 }) {
          found.append(
            Point(x: .pt((Double(x) + 0.5) / perPoint), y: .pt((Double(y) + 0.5) / perPoint)))
        }
      }
    }
    return found
  }

  @Test(arguments: [
    "din-5008-a", "din-5008-b", "fjernprint", "nf", "norway-c5", "sn-left", "sn-right",
  ])
  func `Only the address and the return line show in the window`(name: String) async throws {
    let layout = try shippedLayout(name)
    let picture = try await firstPage(of: name)
    let window = try #require(layout.zones.first { $0.name == "window" }).rect
    let address = try #require(layout.recipient.frame).rect
    let allowed =
      [address]
      + layout.frames.filter { $0.kind == .returnLine || $0.kind == .recipient }.map(\.rect)
    #expect(!ink(picture, in: address).isEmpty)
    let strays = ink(picture, in: window).filter { dot in
      let spot = Rect(origin: dot, size: Size(width: .zero, height: .zero))
      return !allowed.contains { $0.contains(spot) }
    }
    #expect(
      strays.isEmpty, "\(strays.count) dots, the first at \(strays.first.map { "\($0)" } ?? "")")
  }

  @Test(arguments: ["fjernprint", "norway-c5"])
  func `Free zones hold no ink`(name: String) async throws {
    let layout = try shippedLayout(name)
    let picture = try await firstPage(of: name)
    for zone in layout.zones where zone.demand == .keepFree {
      #expect(ink(picture, in: zone.rect).isEmpty, "\(zone.name)")
    }
  }
}
