/// What the segments before the picture of a JPEG say (ITU-T T.81, B.2; Exif 2.3; ICC.1, annex B).
package struct JPEGHeader: Hashable, Sendable {
  /// In pixels, as they are stored.
  package private(set) var width = 0
  /// In pixels, as they are stored.
  package private(set) var height = 0
  /// 1 for grey, 3 for colour, 4 for inks.
  package private(set) var components = 0
  /// Whether PDF readers can show it: eight bits a sample, coded by Huffman's method, in one scan or
  /// in several (ISO 32000-1, 7.4.8).
  package private(set) var isCommon = false
  /// How the camera was held (Exif tag 274); 1 is upright.
  package private(set) var orientation = 1
  /// The colour profile that travels with the picture; empty for none.
  package private(set) var profile: [UInt8] = []
  /// Whether one of Adobe's programs made it, which store inks inverted.
  package private(set) var hasAdobeMark = false
  /// Whether an end marker stands behind the picture.
  package private(set) var isWhole = false

  /// Whether the picture is seen with its stored columns as rows.
  package var isTurned: Bool { orientation >= 5 }

  /// Reads the header; nil if there is none.
  package init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var pieces: [UInt8: ArraySlice<UInt8>] = [:]
    var position = 2
    while let next = JPEGSegment(of: bytes, from: position) {
      position = next.start
      guard next.length >= 2 else { return nil }
      let segment = bytes[next.start + 4..<max(next.start + 4, min(next.end, bytes.count))]
      switch next.marker {
      case 0xC4, 0xC8, 0xCC: break
      case 0xC0...0xCF:
        guard segment.count >= 6 else { return nil }
        let start = segment.startIndex
        height = Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
        width = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
        components = Int(bytes[start + 5])
        isCommon = next.marker <= 0xC2 && bytes[start] == 8
      case 0xEE: hasAdobeMark = segment.starts(with: Array("Adobe".utf8))
      case 0xE1: orientation = Self.orientation(Array(segment)) ?? orientation
      case 0xE2:
        // "ICC_PROFILE", the piece's number and how many there are.
        guard segment.count > 14, segment.starts(with: Array("ICC_PROFILE\0".utf8)) else { break }
        pieces[bytes[segment.startIndex + 12]] = segment.dropFirst(14)
      default: break
      }
      if next.marker == 0xDA { break }
      position = next.end
    }
    guard components > 0 else { return nil }
    profile = pieces.sorted { $0.key < $1.key }.flatMap(\.value)
    isWhole = Self.hasEnd(bytes, after: min(position, bytes.count))
  }

  /// The orientation in an Exif segment: a TIFF directory of either byte order.
  private static func orientation(_ segment: [UInt8]) -> Int? {
    guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let tiff = Array(segment.dropFirst(6))
    let isLittle = tiff.starts(with: Array("II".utf8))
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= tiff.count else { return nil }
      let digits = tiff[offset..<offset + count]
      return isLittle
        ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for entry in 0..<count {
      let place = directory + 2 + 12 * entry
      guard let tag = number(place, 2) else { return nil }
      if tag == 274, let value = number(place + 8, 2), (1...8).contains(value) { return value }
    }
    return nil
  }

  /// Cameras write more after the end marker, so it need not be the last.
  private static func hasEnd(_ bytes: [UInt8], after start: Int) -> Bool {
    var index = bytes.count - 1
    while index > start {
      if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
      index -= 1
    }
    return false
  }
}
