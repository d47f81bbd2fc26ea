internal import CDeflate
package import Intake

/// The files in a ZIP archive (PKWARE, APPNOTE.TXT 6.3.10), all of them unpacked within limits.
///
/// Every file is unpacked to exactly the size that its entry says. What else lies before, between or
/// behind the files is passed over, and another reader may take it for the archive; so nobody else is
/// given the bytes, but an archive of these files alone (``zipArchive(of:)``).
package struct ZipArchive {
  /// What an archive may have.
  package struct Limits: Sendable {
    /// The most files.
    package var files = 4096
    /// The most bytes that all of them have together.
    package var bytes = 96 << 20

    /// The usual ones.
    package init() {}
  }

  /// The files by their names.
  package private(set) var files: [String: [UInt8]] = [:]

  private static let broken = Refusal(
    "it is no whole ZIP archive", hint: "open it in Word and save it again")

  /// Unpacks an archive.
  ///
  /// - Throws: that it is damaged, encrypted, or has more than the limits allow.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Refusal) {
    guard let end = Self.directoryEnd(of: bytes) else { throw Self.broken }
    let count = Self.number(bytes, end + 10, 2)
    var offset = Self.number(bytes, end + 16, 4)
    guard count <= limits.files else {
      throw Refusal("it holds \(count) files, more than the \(limits.files) it may have")
    }
    var total = 0
    for _ in 0..<count {
      guard let entry = Self.entry(bytes, at: offset) else { throw Self.broken }
      total += entry.size
      guard total <= limits.bytes else {
        throw Refusal(
          "it unpacks to more than the \(limits.bytes >> 20) MB it may have",
          hint: "make its pictures smaller")
      }
      files[entry.name] = try Self.unpacked(entry, in: bytes)
      offset = entry.end
    }
  }

  /// What the directory says of a file.
  private struct Entry {
    let name: String
    let method: Int
    let packed: Int
    let size: Int
    let start: Int
    let end: Int
  }

  /// Where the record of the directory's end begins, behind which only a comment may follow.
  private static func directoryEnd(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let least = max(0, bytes.count - 22 - 65_535)
    return stride(from: bytes.count - 22, through: least, by: -1).first { offset in
      number(bytes, offset, 4) == 0x0605_4B50
        && offset + 22 + number(bytes, offset + 20, 2) == bytes.count
    }
  }

  private static func entry(_ bytes: [UInt8], at offset: Int) -> Entry? {
    guard offset >= 0, offset + 46 <= bytes.count, number(bytes, offset, 4) == 0x0201_4B50,
      // Encrypted files are marked by the lowest bit.
      number(bytes, offset + 8, 2) & 1 == 0
    else { return nil }
    let lengths = [28, 30, 32].map { number(bytes, offset + $0, 2) }
    let end = offset + 46 + lengths[0] + lengths[1] + lengths[2]
    let local = number(bytes, offset + 42, 4)
    guard end <= bytes.count, local + 30 <= bytes.count, number(bytes, local, 4) == 0x0403_4B50
    else { return nil }
    let start = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
    let packed = number(bytes, offset + 20, 4)
    guard start + packed <= bytes.count else { return nil }
    let name = String(decoding: bytes[(offset + 46)..<(offset + 46 + lengths[0])], as: UTF8.self)
    return Entry(
      name: name, method: number(bytes, offset + 10, 2), packed: packed,
      size: number(bytes, offset + 24, 4), start: start, end: end)
  }

  private static func unpacked(_ entry: Entry, in bytes: [UInt8]) throws(Refusal) -> [UInt8] {
    let packed = bytes[entry.start..<(entry.start + entry.packed)]
    switch entry.method {
    case 0 where entry.packed == entry.size: return Array(packed)
    case 8:
      guard let made = inflated(packed, to: entry.size) else { throw broken }
      return made
    default: throw broken
    }
  }

  private static func inflated(_ packed: ArraySlice<UInt8>, to count: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    // One byte more, so that nothing too long passes for whole.
    var length = 0
    var made = [UInt8](repeating: 0, count: count + 1)
    let result = packed.withUnsafeBytes { source in
      libdeflate_deflate_decompress(
        decompressor, source.baseAddress, source.count, &made, count + 1, &length)
    }
    guard result == LIBDEFLATE_SUCCESS, length == count else { return nil }
    made.removeLast()
    return made
  }

  /// A number of so many bytes, the lowest first.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
  }
}
