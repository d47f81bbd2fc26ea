/// What a TrueType font program says of its glyphs (OpenType 1.9: `head`, `hhea`, `hmtx`, `maxp`,
/// `cmap`).
struct TrueTypeTables {
  private let bytes: [UInt8]
  private var tables: [String: Range<Int>] = [:]
  let glyphCount: Int
  private let unitsPerEm: Int
  private let metricCount: Int
  /// The platform and encoding of each map of characters, and where it begins.
  private(set) var maps: [(platform: Int, encoding: Int, offset: Int)] = []

  /// Reads the tables; nil if there are no such.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    func word(_ offset: Int) -> Int? {
      offset >= 0 && offset + 2 <= bytes.count
        ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : nil
    }
    func long(_ offset: Int) -> Int? {
      guard let high = word(offset), let low = word(offset + 2) else { return nil }
      return high << 16 | low
    }
    guard let count = word(4), count < 256 else { return nil }
    for entry in (0..<count).map({ 12 + 16 * $0 }) {
      guard entry + 16 <= bytes.count, let offset = long(entry + 8), let length = long(entry + 12),
        offset <= bytes.count, length <= bytes.count - offset
      else { return nil }
      tables[String(decoding: bytes[entry..<entry + 4], as: UTF8.self)] = offset..<offset + length
    }
    guard let head = tables["head"], let hhea = tables["hhea"], let maxp = tables["maxp"],
      tables["hmtx"] != nil, let units = word(head.lowerBound + 18), units > 0,
      let metrics = word(hhea.lowerBound + 34), metrics > 0, let glyphs = word(maxp.lowerBound + 4)
    else { return nil }
    (unitsPerEm, metricCount, glyphCount) = (units, metrics, glyphs)
    guard let cmap = tables["cmap"], let mapCount = word(cmap.lowerBound + 2) else { return }
    for index in 0..<mapCount {
      let entry = cmap.lowerBound + 4 + 8 * index
      guard let platform = word(entry), let encoding = word(entry + 2), let offset = long(entry + 4)
      else { return }
      maps.append((platform, encoding, cmap.lowerBound + offset))
    }
  }

  /// The outlines in the Compact Font Format, where there are such.
  static func compactOutlines(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: "OTTO".utf8), bytes.count >= 12 else { return nil }
    for index in 0..<(Int(bytes[4]) << 8 | Int(bytes[5])) {
      let entry = 12 + 16 * index
      guard entry + 16 <= bytes.count else { return nil }
      guard bytes[entry..<entry + 4].elementsEqual("CFF ".utf8) else { continue }
      let offset = bytes[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
      let length = bytes[entry + 12..<entry + 16].reduce(0) { $0 << 8 | Int($1) }
      guard offset <= bytes.count, length <= bytes.count - offset else { return nil }
      return Array(bytes[offset..<offset + length])
    }
    return nil
  }

  func width(of glyph: Int) -> Double? {
    guard let hmtx = tables["hmtx"],
      let advance = word(hmtx.lowerBound + 4 * min(glyph, metricCount - 1))
    else { return nil }
    return Double(advance) * 1000 / Double(unitsPerEm)
  }

  /// The glyph of a character in one of the maps; nil where the map's form is not known.
  func glyph(of character: Int, platform: Int, encoding: Int) -> Int? {
    guard
      let map = maps.first(where: { $0.platform == platform && $0.encoding == encoding })?.offset
    else { return nil }
    switch word(map) {
    case 0:
      return character < 256 ? byte(map + 6 + character) : 0
    case 4:
      guard let doubled = word(map + 6) else { return nil }
      return segment(of: character, map, count: doubled / 2)
    case 6:
      guard let first = word(map + 6), let count = word(map + 8) else { return nil }
      return (first..<first + count).contains(character)
        ? word(map + 10 + 2 * (character - first)) : 0
    default: return nil
    }
  }

  private func segment(of character: Int, _ map: Int, count: Int) -> Int? {
    for index in 0..<count {
      guard let end = word(map + 14 + 2 * index), let start = word(map + 16 + 2 * (count + index)),
        let delta = word(map + 16 + 2 * (2 * count + index)),
        let range = word(map + 16 + 2 * (3 * count + index))
      else { return nil }
      guard character <= end else { continue }
      if character < start { return 0 }
      if range == 0 { return (character + delta) & 0xFFFF }
      let place = map + 16 + 2 * (3 * count + index) + range + 2 * (character - start)
      return word(place).map { $0 == 0 ? 0 : ($0 + delta) & 0xFFFF }
    }
    return 0
  }

  private func byte(_ offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  private func word(_ offset: Int) -> Int? {
    guard let high = byte(offset), let low = byte(offset + 1) else { return nil }
    return high << 8 | low
  }
}
