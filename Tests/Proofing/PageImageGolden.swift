package import Foundation

/// A page of a finished PDF as a picture.
///
/// Passes when the size is equal and no colour of a pixel is off by more than 1 of 255.
package struct PageImageGolden: Golden {
  package let picture: Picture

  package init(_ picture: Picture) { self.picture = picture }

  package init(reference: Data) throws {
    let scratch = try Scratch()
    picture = try Picture(png: try scratch.write(reference, as: "reference.png"))
  }

  package var reference: Data { get throws { try picture.png() } }

  package func difference(
    from expected: PageImageGolden
  ) throws -> (reason: String, evidence: Data)? {
    let (now, was) = (picture, expected.picture)
    guard now != was else { return nil }
    guard now.width == was.width, now.height == was.height else {
      let reason =
        "was \(was.width) by \(was.height) pixels, is \(now.width) by \(now.height)"
      return (reason, try now.png())
    }
    var difference = Picture(width: now.width, height: now.height)
    var (count, largest, first) = (0, 0, 0)
    for pixel in 0..<now.width * now.height {
      let bytes = pixel * 4..<pixel * 4 + 3
      let off = bytes.map { abs(Int(now.pixels[$0]) - Int(was.pixels[$0])) }.max() ?? 0
      guard off > 1 else { continue }
      if count == 0 { first = pixel }
      count += 1
      largest = max(largest, off)
      // Red on white, so that a single stray pixel is seen.
      difference.pixels[pixel * 4] = 0
      difference.pixels[pixel * 4 + 1] = 0
    }
    guard count > 0 else { return nil }
    let reason =
      "\(count) pixels are off, by up to \(largest) of 255, the first at"
      + " \(first % now.width), \(first / now.width)"
    return (reason, try Picture.sideBySide([was, difference, now]).png())
  }
}

extension Picture {
  /// Pictures of one size beside each other, with a grey gap between them.
  static func sideBySide(_ pictures: [Picture], gap: Int = 4) -> Picture {
    guard let first = pictures.first else { return Picture(width: 1, height: 1) }
    let width = pictures.reduce(0) { $0 + $1.width + gap } - gap
    var whole = Picture(width: width, height: first.height, fill: 160)
    var left = 0
    for picture in pictures {
      for y in 0..<min(picture.height, whole.height) {
        let target = (y * width + left) * 4
        whole.pixels.replaceSubrange(
          target..<target + picture.width * 4,
          with: picture.pixels[y * picture.width * 4..<(y + 1) * picture.width * 4])
      }
      left += picture.width + gap
    }
    return whole
  }
}
