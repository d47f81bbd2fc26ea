/// A PNG taken apart into what its chunks say (ISO/IEC 15948, 11).
struct PNGFile {
  /// What a pixel is made of (11.2.2).
  enum Color: UInt8 {
    case gray = 0
    case color = 2
    case palette = 3
    case grayAlpha = 4
    case colorAlpha = 6

    /// Samples of a pixel.
    var channels: Int {
      switch self {
      case .gray, .palette: 1
      case .grayAlpha: 2
      case .color: 3
      case .colorAlpha: 4
      }
    }

    fileprivate var depths: Set<UInt8> {
      switch self {
      case .gray: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      case .color, .grayAlpha, .colorAlpha: [8, 16]
      }
    }
  }

  private(set) var width = 0
  private(set) var height = 0
  /// Bits of a sample.
  private(set) var depth = 0
  private(set) var color = Color.gray
  private(set) var isInterlaced = false
  /// The colours of the palette: red, green, blue.
  private(set) var palette: [UInt8] = []
  /// What the chunk for transparency holds: a colour, or how opaque entries of the palette are.
  private(set) var transparency: [UInt8] = []
  /// The rows, filtered and compressed.
  private(set) var data: [UInt8] = []

  /// Bytes of a row, after the one that names its filter.
  var rowBytes: Int { (width * color.channels * depth + 7) / 8 }
  /// Bytes from a sample to the one of the same kind before it, at least one.
  var step: Int { max(1, color.channels * depth / 8) }

  /// Whether there are more data than the rows can ever have been compressed to: libpng would
  /// decompress them all the same.
  var isOverfull: Bool { data.count > 1024 + 2 * (rowBytes + 1) * height }

  /// Takes a file apart; nil where anything that its picture is made of is not as it should be.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var position = 8
    while position + 12 <= bytes.count {
      let length = Self.number(bytes, position)
      guard length <= bytes.count - position - 12 else { return nil }
      let name = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
      let content = bytes[position + 8..<position + 8 + length]
      let isKnown = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].contains(name)
      if isKnown {
        let sum = Flate.checksum(bytes[position + 4..<position + 8 + length])
        guard Self.number(bytes, position + 8 + length) == Int(sum) else { return nil }
      } else if name.utf8.first.map({ $0 & 0x20 == 0 }) ?? true {
        // A chunk that one has to understand (5.4).
        return nil
      }
      switch name {
      case "IHDR": guard readHeader(content) else { return nil }
      case "PLTE": palette = Array(content)
      case "tRNS": transparency = Array(content)
      case "IDAT": data += content
      case "IEND": position = bytes.count
      default: break
      }
      position += 12 + length
    }
    guard width > 0, height > 0, !data.isEmpty, color != .palette || hasPalette else { return nil }
  }

  private var hasPalette: Bool {
    !palette.isEmpty && palette.count.isMultiple(of: 3) && palette.count <= 3 << depth
  }

  private mutating func readHeader(_ content: ArraySlice<UInt8>) -> Bool {
    let header = Array(content)
    guard header.count == 13, let color = Color(rawValue: header[9]),
      color.depths.contains(header[8]), header[10] == 0, header[11] == 0, header[12] <= 1
    else { return false }
    width = Self.number(header, 0)
    height = Self.number(header, 4)
    depth = Int(header[8])
    self.color = color
    isInterlaced = header[12] == 1
    return width <= 1_000_000 && height <= 1_000_000
  }

  /// Four bytes, the highest first.
  private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
