internal import CDeflate

/// A ZIP archive (PKWARE, APPNOTE.TXT 6.3.10) of files in their order, with nothing else in it.
///
/// Those whose names are longer than an archive can hold are left out. The same files give the same
/// bytes.
func zipArchive(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var archive = ZipRecord()
  var directory = ZipRecord()
  var count = 0
  for (name, bytes) in files where name.utf8.count <= Int(UInt16.max) {
    let packed = deflated(bytes)
    let data = packed ?? bytes
    var entry = ZipRecord()
    // Version 2.0 reads it, names are UTF-8, and the day is the first that the format knows.
    entry.append(20, 0x0800, packed == nil ? 0 : 8, 0, 0x21)
    entry.append32(libdeflate_crc32(0, bytes, bytes.count))
    entry.append32(UInt32(data.count))
    entry.append32(UInt32(bytes.count))
    entry.append(UInt16(name.utf8.count), 0)
    directory.append32(0x0201_4B50)
    directory.append(20)
    directory.bytes += entry.bytes
    directory.append(0, 0, 0)
    directory.append32(0)
    directory.append32(UInt32(archive.bytes.count))
    directory.bytes += name.utf8
    archive.append32(0x0403_4B50)
    archive.bytes += entry.bytes
    archive.bytes += name.utf8
    archive.bytes += data
    count += 1
  }
  let start = archive.bytes.count
  archive.bytes += directory.bytes
  archive.append32(0x0605_4B50)
  archive.append(0, 0, UInt16(count), UInt16(count))
  archive.append32(UInt32(directory.bytes.count))
  archive.append32(UInt32(start))
  archive.append(0)
  return archive.bytes
}

/// Bytes packed; nil where that makes them no smaller.
private func deflated(_ bytes: [UInt8]) -> [UInt8]? {
  guard bytes.count > 1, let compressor = libdeflate_alloc_compressor(1) else { return nil }
  defer { libdeflate_free_compressor(compressor) }
  var packed = [UInt8](repeating: 0, count: bytes.count - 1)
  let count = libdeflate_deflate_compress(
    compressor, bytes, bytes.count, &packed, packed.count)
  return count == 0 ? nil : Array(packed[..<count])
}

/// Numbers one after the other, the lowest byte first.
private struct ZipRecord {
  var bytes: [UInt8] = []

  mutating func append(_ numbers: UInt16...) {
    for number in numbers {
      bytes.append(UInt8(truncatingIfNeeded: number))
      bytes.append(UInt8(truncatingIfNeeded: number >> 8))
    }
  }

  mutating func append32(_ number: UInt32) {
    append(UInt16(truncatingIfNeeded: number), UInt16(truncatingIfNeeded: number >> 16))
  }
}
