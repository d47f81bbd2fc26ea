import CDeflate
package import Inspection
import PDFFile

/// Writes a picture of three channels as a PNG (ISO/IEC 15948), the same bytes for the same picture.
package func png(_ picture: PageRaster) -> [UInt8] {
  let rowBytes = picture.width * 3
  var rows = [UInt8]()
  rows.reserveCapacity((rowBytes + 1) * picture.height)
  picture.bytes.withUnsafeBufferPointer { bytes in
    for y in 0..<picture.height {
      // Each byte less the one above it: paper is mostly as white as the row before.
      rows.append(y == 0 ? 0 : 2)
      let start = y * rowBytes
      for place in start..<start + rowBytes {
        rows.append(y == 0 ? bytes[place] : bytes[place] &- bytes[place - rowBytes])
      }
    }
  }
  var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  append(
    "IHDR", number(picture.width) + number(picture.height) + [8, 2, 0, 0, 0], to: &file)
  // So that viewers show it in its size (11.3.5.3).
  let dotsAMetre = number(Int((picture.dotsPerInch / 0.0254).rounded()))
  append("pHYs", dotsAMetre + dotsAMetre + [1], to: &file)
  append("IDAT", zlibStream(of: rows), to: &file)
  append("IEND", [], to: &file)
  return file
}

/// The rows compressed, or stored where that makes them no fewer (RFC 1951, 3.2.4).
private func zlibStream(of rows: [UInt8]) -> [UInt8] {
  if let made = Deflater(level: 4).compressed(rows) { return made }
  var stream: [UInt8] = [0x78, 0x01]
  var rest = rows[...]
  repeat {
    let piece = rest.prefix(65_535)
    rest = rest.dropFirst(piece.count)
    let count = UInt16(piece.count)
    stream += [
      rest.isEmpty ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255),
      UInt8(~count >> 8),
    ]
    stream += piece
  } while !rest.isEmpty
  return stream + number(Int(libdeflate_adler32(1, rows, rows.count)))
}

private func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
  let chunk = Array(name.utf8) + content
  file += number(content.count) + chunk + number(Int(libdeflate_crc32(0, chunk, chunk.count)))
}

/// Four bytes, the highest first.
private func number(_ value: Int) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
}
