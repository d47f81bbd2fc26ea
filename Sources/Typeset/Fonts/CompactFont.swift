/// Reads the little of a font in the Compact Font Format (Adobe Technical Note 5176) that tells by
/// which numbers a PDF names its glyphs.
struct CompactFont {
  private let bytes: [UInt8]

  /// The identifier of each glyph of a font that is keyed by such; nil for one that names its glyphs,
  /// of which a PDF takes the places in the font (ISO 32000-1, 9.7.4.2).
  static func identifiers(in program: [UInt8]) -> [UInt16]? {
    CompactFont(bytes: program).identifiers
  }

  private var identifiers: [UInt16]? {
    guard bytes.count > 4, let names = index(at: Int(bytes[2])),
      let tops = index(at: names.end), let top = tops.items.first
    else { return nil }
    let entries = operators(in: top)
    // The operator ROS (12 30) marks such a font; 15 is the charset, 17 the glyphs.
    guard entries[0x0C1E] != nil, let glyphs = entries[17].flatMap({ index(at: $0) }) else {
      return nil
    }
    return charset(at: entries[15] ?? 0, count: glyphs.items.count)
  }

  /// The charset (13) of so many glyphs: the first is that of no glyph.
  private func charset(at start: Int, count: Int) -> [UInt16]? {
    // Of the ready-made charsets, which such fonts cannot use, 0 is the least.
    guard start > 2, let format = byte(start) else { return (0..<count).map { UInt16($0) } }
    var result: [UInt16] = [0]
    var position = start + 1
    while result.count < count {
      guard let first = number(position, 2) else { return nil }
      position += 2
      var left = 0
      if format > 0 {
        guard let more = number(position, format == 1 ? 1 : 2) else { return nil }
        left = more
        position += format == 1 ? 1 : 2
      }
      for step in 0...left where result.count < count && first + step <= 0xFFFF {
        result.append(UInt16(first + step))
      }
      if first + left > 0xFFFF { return nil }
    }
    return result
  }

  /// The operators of a dictionary (4), each with its last operand where that is a whole number.
  private func operators(in range: Range<Int>) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var operand = 0
    var position = range.lowerBound
    while position < range.upperBound, let first = byte(position) {
      position += 1
      switch first {
      case 12:
        result[0x0C00 | (byte(position) ?? 0)] = operand
        position += 1
      case 0...21: result[first] = operand
      case 28:
        operand = number(position, 2) ?? 0
        position += 2
      case 29:
        operand = number(position, 4) ?? 0
        position += 4
      case 30:
        // A real number ends with the half byte 15.
        while let next = byte(position), position < range.upperBound {
          position += 1
          if next & 15 == 15 || next >> 4 == 15 { break }
        }
      case 32...246: operand = first - 139
      case 247...250:
        operand = (first - 247) * 256 + (byte(position) ?? 0) + 108
        position += 1
      case 251...254:
        operand = -(first - 251) * 256 - (byte(position) ?? 0) - 108
        position += 1
      default: break
      }
    }
    return result
  }

  /// The items of an index (5) and where it ends.
  private func index(at start: Int) -> (items: [Range<Int>], end: Int)? {
    guard let count = number(start, 2) else { return nil }
    guard count > 0 else { return ([], start + 2) }
    guard let width = byte(start + 2), (1...4).contains(width) else { return nil }
    let data = start + 2 + (count + 1) * width
    var items: [Range<Int>] = []
    var from = data + 1
    for item in 1...count {
      guard let offset = number(start + 3 + item * width, width), data + offset >= from,
        data + offset <= bytes.count
      else { return nil }
      items.append(from..<data + offset)
      from = data + offset
    }
    return (items, from)
  }

  private func byte(_ place: Int) -> Int? {
    bytes.indices.contains(place) ? Int(bytes[place]) : nil
  }

  private func number(_ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
