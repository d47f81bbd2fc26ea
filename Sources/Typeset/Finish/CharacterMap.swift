import PDFFile

/// Tells which characters the codes of a font stand for (ISO 32000-1, 9.10.3).
struct CharacterMap {
  private let font: PaintedFont

  init(_ font: PaintedFont) { self.font = font }

  /// The most entries of one section.
  private static let limit = 100

  /// The map as a stream has it.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    result.append(
      ascii: """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
        /CMapName/Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000><FFFF>
        endcodespacerange

        """)
    let (ranges, characters) = entries
    Self.append(ranges, "beginbfrange\n", "endbfrange\n", to: &result)
    Self.append(characters, "beginbfchar\n", "endbfchar\n", to: &result)
    result.append(
      ascii: "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
    return result
  }

  /// Lines for runs of codes that stand for runs of characters, and for all others.
  private var entries: (ranges: [[UInt8]], characters: [[UInt8]]) {
    var ranges: [[UInt8]] = []
    var characters: [[UInt8]] = []
    let known = font.subset.advances.compactMap { (code, _) in
      font.texts[code].map { (code: code, units: Array($0.utf16)) }
    }
    var start = 0
    while start < known.count {
      var end = start + 1
      while end < known.count, Self.goesOn(known[end - 1], known[end]) { end += 1 }
      var line: [UInt8] = []
      Self.append([known[start].code], to: &line)
      if end - start > 1 {
        Self.append([known[end - 1].code], to: &line)
        Self.append(known[start].units, to: &line)
        ranges.append(line)
      } else {
        Self.append(known[start].units, to: &line)
        characters.append(line)
      }
      start = end
    }
    return (ranges, characters)
  }

  /// Whether one entry is the next after another: a range ends with its first byte (9.10.3).
  private static func goesOn(
    _ last: (code: UInt16, units: [UInt16]), _ next: (code: UInt16, units: [UInt16])
  ) -> Bool {
    guard last.units.count == 1, next.units.count == 1 else { return false }
    return next.code == last.code + 1 && next.code >> 8 == last.code >> 8
      && Int(next.units[0]) == Int(last.units[0]) + 1
      && next.units[0] >> 8 == last.units[0] >> 8
  }

  private static func append(_ units: [UInt16], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "<"))
    line.append(hexadecimal: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    line.append(UInt8(ascii: ">"))
  }

  private static func append(
    _ lines: [[UInt8]], _ begin: StaticString, _ end: StaticString, to bytes: inout [UInt8]
  ) {
    for start in stride(from: 0, to: lines.count, by: limit) {
      let section = lines[start..<min(start + limit, lines.count)]
      bytes.append(integer: section.count)
      bytes.append(UInt8(ascii: " "))
      bytes.append(ascii: begin)
      for line in section { bytes += line + [10] }
      bytes.append(ascii: end)
    }
  }
}
