/// A TrueType font program as Cairo embeds it, to be made smaller (OpenType 1.9, `glyf`).
///
/// Instructions fit outlines to the pixels of screens that are gone; no current PDF reader runs
/// them at the sizes of print, and they make up half of a subset.
struct FontProgram {
  private let bytes: [UInt8]
  private var tables: [(tag: [UInt8], range: Range<Int>)] = []

  /// Reads the table directory; nil if this is no TrueType font program.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.starts(with: [0, 1, 0, 0]), let count = Self.word(bytes, 4) else { return nil }
    for index in 0..<count {
      let entry = 12 + 16 * index
      guard entry + 16 <= bytes.count, let offset = Self.long(bytes, entry + 8),
        let length = Self.long(bytes, entry + 12), offset <= bytes.count,
        length <= bytes.count - offset
      else { return nil }
      tables.append((Array(bytes[entry..<entry + 4]), offset..<offset + length))
    }
  }

  /// The program without instructions; nil if its glyphs cannot be read.
  func withoutInstructions() -> [UInt8]? {
    guard let head = table("head"), let loca = table("loca"), let glyf = table("glyf"),
      head.count >= 54, let format = Self.word(bytes, head.lowerBound + 50)
    else { return nil }
    let isLong = format == 1
    var outlines: [UInt8] = []
    var places: [Int] = [0]
    let count = loca.count / (isLong ? 4 : 2) - 1
    guard count > 0 else { return nil }
    for glyph in 0..<count {
      guard let start = place(glyph, loca, isLong), let end = place(glyph + 1, loca, isLong),
        start <= end, end <= glyf.count, let outline = bare(glyf.lowerBound + start, end - start)
      else { return nil }
      outlines += outline
      if outlines.count % 2 == 1 { outlines.append(0) }
      places.append(outlines.count)
    }
    let fits = outlines.count < 0x20000
    var new: [(tag: [UInt8], data: [UInt8])] = []
    for (tag, range) in tables {
      switch String(decoding: tag, as: UTF8.self) {
      case "cvt ", "fpgm", "prep": continue
      case "glyf": new.append((tag, outlines))
      case "loca":
        new.append((tag, places.flatMap { fits ? Self.bytes16($0 / 2) : Self.bytes32($0) }))
      case "head":
        var data = Array(bytes[range])
        data.replaceSubrange(8..<12, with: [0, 0, 0, 0])
        data.replaceSubrange(50..<52, with: Self.bytes16(fits ? 0 : 1))
        new.append((tag, data))
      case "maxp":
        var data = Array(bytes[range])
        // From maxZones to maxSizeOfInstructions: one zone, and nothing to run.
        if data.count >= 28 {
          data.replaceSubrange(14..<28, with: [0, 1] + [UInt8](repeating: 0, count: 12))
        }
        new.append((tag, data))
      default: new.append((tag, Array(bytes[range])))
      }
    }
    return Self.assemble(new)
  }

  // MARK: Glyphs

  /// A glyph's outline without instructions; nil if it ends too soon.
  private func bare(_ start: Int, _ length: Int) -> [UInt8]? {
    guard length > 0 else { return [] }
    let end = start + length
    guard length >= 10, let contours = Self.word(bytes, start) else { return nil }
    guard contours < 0x8000 else { return bareComposite(start, end) }
    let instructions = start + 10 + 2 * contours
    guard instructions + 2 <= end, let count = Self.word(bytes, instructions),
      instructions + 2 + count <= end
    else { return nil }
    let points = instructions + 2 + count
    guard contours > 0, let last = Self.word(bytes, instructions - 2),
      let stop = endOfPoints(points, count: last + 1, before: end)
    else { return contours == 0 ? Array(bytes[start..<start + 10]) + [0, 0] : nil }
    return Array(bytes[start..<instructions]) + [0, 0] + bytes[points..<stop]
  }

  /// Where the flags and coordinates of so many points end, without the padding after them.
  private func endOfPoints(_ start: Int, count: Int, before end: Int) -> Int? {
    var position = start
    var points = 0
    var coordinates = 0
    while points < count {
      guard position < end else { return nil }
      let flag = bytes[position]
      position += 1
      var times = 1
      if flag & 0x08 != 0 {
        guard position < end else { return nil }
        times += Int(bytes[position])
        position += 1
      }
      points += times
      // One byte, or two unless the coordinate is the one before.
      let across = flag & 0x02 != 0 ? 1 : flag & 0x10 != 0 ? 0 : 2
      let up = flag & 0x04 != 0 ? 1 : flag & 0x20 != 0 ? 0 : 2
      coordinates += times * (across + up)
    }
    return points == count && coordinates <= end - position ? position + coordinates : nil
  }

  /// A glyph made of others: its parts, each with the mark for instructions taken off.
  private func bareComposite(_ start: Int, _ end: Int) -> [UInt8]? {
    var outline = Array(bytes[start..<start + 10])
    var position = start + 10
    while true {
      guard position + 4 <= end, let flags = Self.word(bytes, position) else { return nil }
      var size = flags & 0x0001 != 0 ? 8 : 6
      if flags & 0x0008 != 0 { size += 2 }
      if flags & 0x0040 != 0 { size += 4 }
      if flags & 0x0080 != 0 { size += 8 }
      guard position + size <= end else { return nil }
      outline += Self.bytes16(flags & ~0x0100) + bytes[position + 2..<position + size]
      position += size
      if flags & 0x0020 == 0 { return outline }
    }
  }

  private func place(_ glyph: Int, _ loca: Range<Int>, _ isLong: Bool) -> Int? {
    isLong
      ? Self.long(bytes, loca.lowerBound + 4 * glyph)
      : Self.word(bytes, loca.lowerBound + 2 * glyph).map { $0 * 2 }
  }

  private func table(_ tag: String) -> Range<Int>? {
    tables.first { $0.tag.elementsEqual(tag.utf8) }?.range
  }

  // MARK: Bytes

  /// Joins tables under a new directory, with their checksums.
  private static func assemble(_ tables: [(tag: [UInt8], data: [UInt8])]) -> [UInt8] {
    var power = 1
    var exponent = 0
    while power * 2 <= tables.count {
      power *= 2
      exponent += 1
    }
    var directory: [UInt8] = [0, 1, 0, 0]
    directory += bytes16(tables.count) + bytes16(power * 16) + bytes16(exponent)
    directory += bytes16((tables.count - power) * 16)
    var body: [UInt8] = []
    var head: Int?
    let start = 12 + 16 * tables.count
    for (tag, data) in tables {
      if tag.elementsEqual("head".utf8) { head = start + body.count }
      directory += tag + bytes32(checksum(data)) + bytes32(start + body.count)
      directory += bytes32(data.count)
      body += data + [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
    }
    var whole = directory + body
    if let head {
      let adjustment = 0xB1B0_AFBA &- UInt32(truncatingIfNeeded: checksum(whole))
      whole.replaceSubrange(head + 8..<head + 12, with: bytes32(Int(adjustment)))
    }
    return whole
  }

  private static func checksum(_ data: [UInt8]) -> Int {
    var sum: UInt32 = 0
    for start in stride(from: 0, to: data.count, by: 4) {
      for offset in 0..<4 {
        let byte = start + offset < data.count ? data[start + offset] : 0
        sum &+= UInt32(byte) << UInt32(24 - 8 * offset)
      }
    }
    return Int(sum)
  }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= bytes.count else { return nil }
    return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
  }

  private static func long(_ bytes: [UInt8], _ offset: Int) -> Int? {
    guard let high = word(bytes, offset), let low = word(bytes, offset + 2) else { return nil }
    return high << 16 | low
  }

  private static func bytes16(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  private static func bytes32(_ value: Int) -> [UInt8] {
    bytes16(value >> 16) + bytes16(value)
  }
}
