import PDFFile

/// Writes pixels as a PNG (ISO/IEC 15948), the same bytes for the same pixels.
package enum PNGWriter {
  /// A picture of 8 bits a channel.
  package static func write(_ raster: PageRaster) -> [UInt8] {
    var rows: [UInt8] = []
    let length = raster.width * raster.channels.rawValue
    rows.reserveCapacity((length + 1) * raster.height)
    for row in 0..<raster.height {
      rows.append(0)
      rows += raster.bytes[row * length..<(row + 1) * length]
    }
    var head: [UInt8] = []
    append(UInt32(raster.width), to: &head)
    append(UInt32(raster.height), to: &head)
    head += [8, raster.channels == .gray ? 0 : 2, 0, 0, 0]
    let deflater = Deflater(level: 6)
    // Rows of noise do not get smaller; then they are stored as they are.
    let packed = deflater.compressed(rows) ?? stored(rows)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    add("IHDR", head, to: &file)
    add("IDAT", packed, to: &file)
    add("IEND", [], to: &file)
    return file
  }

  private static func add(_ name: String, _ bytes: [UInt8], to file: inout [UInt8]) {
    append(UInt32(bytes.count), to: &file)
    let body = Array(name.utf8) + bytes
    file += body
    append(checksum(body), to: &file)
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// The bytes in stored blocks (RFC 1950 and 1951).
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      let count = UInt16(end - start)
      result.append(end == bytes.count ? 1 : 0)
      for number in [count, ~count] { result += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      result += bytes[start..<end]
      start = end
    } while start < bytes.count
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    append(b << 16 | a, to: &result)
    return result
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
