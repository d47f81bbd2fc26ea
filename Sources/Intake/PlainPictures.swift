/// A JPEG for others to keep: its picture, its colours and which way up it is, and nothing else of
/// what the file holds – where it was taken, by whom, a small picture.
///
/// - Returns: nil for one that has no end.
package func plainJPEG(_ bytes: [UInt8]) -> [UInt8]? {
  let orientation = JPEGHeader(bytes)?.orientation ?? 1
  return jpegPicture(
    alone: bytes, after: orientation == 1 ? [] : exif(orientation: orientation), withProfile: true)
}

/// A segment with nothing but the orientation (Exif 2.3, 4.5.4 and 4.6.4): a TIFF directory of one
/// short number.
private func exif(orientation: Int) -> [UInt8] {
  let tiff: [UInt8] =
    [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    + [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
  let content = Array("Exif\0\0".utf8) + tiff
  return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
}

/// A PNG for others to keep, without words, times and what cameras write (PNG, 11.3).
///
/// - Returns: nil for one that is none, or is cut off.
package func plainPNG(_ bytes: [UInt8]) -> [UInt8]? {
  let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  guard bytes.starts(with: signature) else { return nil }
  var kept = signature
  kept.reserveCapacity(bytes.count)
  var position = signature.count
  while position + 12 <= bytes.count {
    let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    let end = position + 12 + length
    guard end <= bytes.count else { return nil }
    let name = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
    if !["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].contains(name) { kept += bytes[position..<end] }
    if name == "IEND" { return kept }
    position = end
  }
  return nil
}
