/// A font program in the Compact Font Format (Adobe Technical Note 5176), as far as it tells which
/// glyphs there are and how wide they are.
struct CompactFont: GlyphProgram {
  /// What one part of the font's glyphs shares.
  private struct Shared {
    var usual = 0.0
    var nominal = 0.0
    var routines: [Range<Int>] = []
  }

  private let bytes: [UInt8]
  private let glyphs: [Range<Int>]
  private let routines: [Range<Int>]
  private var shared: [Shared] = []
  /// The part that each glyph belongs to; empty if there is one.
  private var parts: [Int] = []
  private let scale: Double
  /// The names' numbers, or the character identifiers, and their glyphs.
  private var charset: [Int: Int] = [0: 0]
  /// Whether glyphs have identifiers rather than names.
  let isComposite: Bool
  /// The names after the 391 that every program knows.
  private let strings: [Range<Int>]

  var glyphCount: Int { glyphs.count }

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let reader = CompactReader(bytes)
    guard bytes.count > 4, let names = reader.index(at: Int(bytes[2])),
      let tops = reader.index(at: names.end), let top = tops.items.first,
      let strings = reader.index(at: tops.end), let routines = reader.index(at: strings.end)
    else { return nil }
    let entries = reader.dictionary(top)
    guard let place = CompactReader.offset(entries[17]), let glyphs = reader.index(at: place) else {
      return nil
    }
    self.glyphs = glyphs.items
    self.strings = strings.items
    self.routines = routines.items
    isComposite = entries[1230] != nil
    scale = (entries[1207]?.first ?? 0.001) * 1000
    if isComposite, let array = CompactReader.offset(entries[1236]),
      let list = reader.index(at: array)
    {
      shared = list.items.map { Self.shared(reader.dictionary($0), reader) }
      parts = reader.parts(at: CompactReader.offset(entries[1237]) ?? 0, count: glyphs.items.count)
    } else {
      shared = [Self.shared(entries, reader)]
    }
    charset = reader.charset(at: CompactReader.offset(entries[15]) ?? 0, count: glyphs.items.count)
  }

  private static func shared(_ entries: [Int: [Double]], _ reader: CompactReader) -> Shared {
    var shared = Shared()
    guard let place = entries[18], let size = CompactReader.offset(place),
      let start = CompactReader.offset(Array(place.dropFirst()))
    else { return shared }
    let own = reader.dictionary(start..<start + size)
    shared.usual = own[20]?.first ?? 0
    shared.nominal = own[21]?.first ?? 0
    if let routines = CompactReader.offset(own[19]) {
      shared.routines = reader.index(at: start + routines)?.items ?? []
    }
    return shared
  }

  /// The glyph of a character identifier, or of the number of a name; nil if there is none.
  func glyph(of number: Int) -> Int? { charset[number] }

  /// The glyph of a name; nil where the name is one that this does not know.
  func glyph(named name: String) -> Int? {
    if name == ".notdef" { return 0 }
    if let standard = FontEncoding.ascii.firstIndex(of: name) { return charset[standard + 1] ?? 0 }
    if let other = ["quotesingle": 104, "grave": 124][name] { return charset[other] ?? 0 }
    let index = strings.firstIndex { bytes[$0].elementsEqual(name.utf8) }
    return index.map { charset[$0 + 391] ?? 0 }
  }

  func width(of glyph: Int) -> Double? {
    guard glyphs.indices.contains(glyph) else { return nil }
    let part = parts.indices.contains(glyph) ? parts[glyph] : 0
    guard shared.indices.contains(part) else { return nil }
    var stack: [Double] = []
    let width: Double
    switch run(glyphs[glyph], &stack, shared[part], depth: 0) {
    case .usual: width = shared[part].usual
    case .own(let difference): width = shared[part].nominal + difference
    case .unknown, .goesOn: return nil
    }
    return width * scale
  }

  // MARK: Outlines

  private enum Outcome { case usual, own(Double), unknown, goesOn }

  /// Runs an outline up to the first operator that tells whether a width stands before it
  /// (Adobe Technical Note 5177, 3.1).
  private func run(
    _ range: Range<Int>, _ stack: inout [Double], _ shared: Shared, depth: Int
  ) -> Outcome {
    var position = range.lowerBound
    guard depth < 10, range.upperBound <= bytes.count else { return .unknown }
    while position < range.upperBound {
      let byte = Int(bytes[position])
      position += 1
      switch byte {
      case 28, 32...255:
        guard let value = number(byte, &position, before: range.upperBound) else { return .unknown }
        stack.append(value)
      case 1, 3, 18, 19, 20, 23: return first(of: stack, if: stack.count % 2 == 1)
      case 21: return first(of: stack, if: stack.count > 2)
      case 4, 22: return first(of: stack, if: stack.count > 1)
      case 14: return first(of: stack, if: stack.count == 1 || stack.count == 5)
      case 10, 29:
        let list = byte == 10 ? shared.routines : routines
        let bias = list.count < 1240 ? 107 : list.count < 33_900 ? 1131 : 32_768
        guard let last = stack.popLast(), list.indices.contains(Int(last) + bias) else {
          return .unknown
        }
        let outcome = run(list[Int(last) + bias], &stack, shared, depth: depth + 1)
        guard case .goesOn = outcome else { return outcome }
      case 11: return .goesOn
      default: return .unknown
      }
    }
    return .goesOn
  }

  private func first(of stack: [Double], if isWidth: Bool) -> Outcome {
    isWidth ? stack.first.map { .own($0) } ?? .unknown : .usual
  }

  private func number(_ byte: Int, _ position: inout Int, before end: Int) -> Double? {
    func next() -> Int? {
      guard position < end else { return nil }
      defer { position += 1 }
      return Int(bytes[position])
    }
    switch byte {
    case 28:
      guard let high = next(), let low = next() else { return nil }
      return Double(Int16(truncatingIfNeeded: high << 8 | low))
    case 32...246: return Double(byte - 139)
    case 247...250: return next().map { Double((byte - 247) * 256 + $0 + 108) }
    case 251...254: return next().map { Double(-(byte - 251) * 256 - $0 - 108) }
    default:
      guard let a = next(), let b = next(), let c = next(), let d = next() else { return nil }
      return Double(Int32(truncatingIfNeeded: a << 24 | b << 16 | c << 8 | d)) / 65_536
    }
  }
}
