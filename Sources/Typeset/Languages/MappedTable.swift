/// One of the tables beside a language: lines of text, an empty line, and packed bytes.
///
/// Each line is a name and words. The file is mapped, so opening it costs no more than reading the
/// lines.
struct MappedTable {
  private let file: MappedFile
  private let words: [Substring: [Substring]]
  /// Where the packed bytes begin in ``bytes``.
  let bodyStart: Int

  /// Opens a table; nil if there is no such file or its lines have no end.
  init?(path: String) {
    guard let file = MappedFile(path: path), let end = Self.endOfHead(file.bytes) else {
      return nil
    }
    var words: [Substring: [Substring]] = [:]
    let head = String(decoding: file.bytes[..<end], as: UTF8.self)
    // By bytes: finding the borders of characters in 3 KB took as long as dividing a letter's words.
    for line in head.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: " ")).map { Substring($0) }
      if let name = parts.first { words[name] = Array(parts.dropFirst()) }
    }
    self.file = file
    self.words = words
    bodyStart = end
  }

  /// All bytes of the file, for as long as the table is there.
  var bytes: UnsafeRawBufferPointer { file.bytes }

  /// The words of a line; none if there is no such line.
  subscript(name: Substring) -> [Substring] { words[name] ?? [] }

  /// The number on a line; 0 if there is none.
  func number(_ name: Substring) -> Int { self[name].first.flatMap { Int($0) } ?? 0 }

  /// Where the empty line after the lines ends.
  private static func endOfHead(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let newline = UInt8(ascii: "\n")
    var offset = 0
    while offset + 1 < min(bytes.count, 1 << 16) {
      if bytes[offset] == newline, bytes[offset + 1] == newline { return offset + 2 }
      offset += 1
    }
    return nil
  }
}
