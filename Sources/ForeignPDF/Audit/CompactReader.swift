/// Reads the tables of a font program in the Compact Font Format (Adobe Technical Note 5176).
struct CompactReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// An offset among the operands of an operator; nil for what cannot be one.
  static func offset(_ operands: [Double]?) -> Int? {
    guard let value = operands?.first, value >= 0, value < 1e9 else { return nil }
    return Int(value)
  }

  /// The items of a list, and where it ends (section 5); nil if it is cut off.
  func index(at start: Int) -> (items: [Range<Int>], end: Int)? {
    guard let count = number(start, 2) else { return nil }
    guard count > 0 else { return ([], start + 2) }
    guard let size = number(start + 2, 1), (1...4).contains(size) else { return nil }
    let base = start + 3 + (count + 1) * size - 1
    var items: [Range<Int>] = []
    var last = 1
    for index in 1...count {
      guard let next = number(start + 3 + index * size, size), next >= last,
        base + next <= bytes.count
      else { return nil }
      items.append(base + last..<base + next)
      last = next
    }
    return (items, base + last)
  }

  /// The entries of a dictionary (section 4); an operator of two bytes is 1200 and the second.
  func dictionary(_ range: Range<Int>) -> [Int: [Double]] {
    var entries: [Int: [Double]] = [:]
    var operands: [Double] = []
    var position = range.lowerBound
    while position < min(range.upperBound, bytes.count), let byte = number(position, 1) {
      position += 1
      switch byte {
      case 0...21:
        var key = byte
        if byte == 12 {
          key = 1200 + (number(position, 1) ?? 0)
          position += 1
        }
        entries[key] = operands
        operands = []
      case 28:
        operands.append(Double(Int16(truncatingIfNeeded: number(position, 2) ?? 0)))
        position += 2
      case 29:
        operands.append(Double(Int32(truncatingIfNeeded: number(position, 4) ?? 0)))
        position += 4
      case 30: operands.append(real(&position))
      case 32...246: operands.append(Double(byte - 139))
      case 247...250:
        operands.append(Double((byte - 247) * 256 + (number(position, 1) ?? 0) + 108))
        position += 1
      case 251...254:
        operands.append(Double(-(byte - 251) * 256 - (number(position, 1) ?? 0) - 108))
        position += 1
      default: break
      }
    }
    return entries
  }

  private func real(_ position: inout Int) -> Double {
    var text = ""
    while let byte = number(position, 1) {
      position += 1
      for nibble in [byte >> 4, byte & 15] {
        switch nibble {
        case 0...9: text += String(nibble)
        case 10: text += "."
        case 11: text += "E"
        case 12: text += "E-"
        case 14: text += "-"
        default: return Double(text) ?? 0
        }
      }
    }
    return Double(text) ?? 0
  }

  /// The glyph of each name or identifier (section 13).
  func charset(at start: Int, count: Int) -> [Int: Int] {
    var glyphs = [0: 0]
    guard start > 2, let format = number(start, 1) else {
      // One of those that are not written out: the first names in their order.
      for glyph in 0..<min(count, 229) { glyphs[glyph] = glyph }
      return glyphs
    }
    var position = start + 1
    var glyph = 1
    while glyph < count, let first = number(position, 2) {
      var left = 0
      if format == 0 {
        position += 2
      } else {
        left = number(position + 2, format) ?? 0
        position += 2 + format
      }
      for offset in 0...left where glyph < count {
        glyphs[first + offset] = glyph
        glyph += 1
      }
    }
    return glyphs
  }

  /// The part of the font that each glyph belongs to (section 19).
  func parts(at start: Int, count: Int) -> [Int] {
    guard let format = number(start, 1) else { return [] }
    if format == 0 { return (0..<count).map { number(start + 1 + $0, 1) ?? 0 } }
    var parts = [Int](repeating: 0, count: count)
    guard format == 3, let ranges = number(start + 1, 2) else { return parts }
    for index in 0..<ranges {
      let entry = start + 3 + 3 * index
      guard let first = number(entry, 2), let part = number(entry + 2, 1),
        let end = number(entry + 3, 2)
      else { break }
      for glyph in first..<max(first, min(end, count)) { parts[glyph] = part }
    }
    return parts
  }

  private func number(_ offset: Int, _ size: Int) -> Int? {
    guard offset >= 0, size >= 0, offset + size <= bytes.count else { return nil }
    return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
  }
}
