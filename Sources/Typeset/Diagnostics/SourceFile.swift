/// A text file that has been read: its name for messages, its text and where its lines begin.
public final class SourceFile: Sendable {
  /// The name to show in messages, as the user gave it; for a part of a letter that was built in
  /// Swift, what leads to it: `signatures[1].title`.
  public let name: String
  /// Whether it is a part of a letter that was built in Swift, which has no lines and columns.
  public let isPart: Bool
  /// The whole text.
  public let text: String
  /// The text's bytes in UTF-8, for parsers that count bytes.
  package let bytes: [UInt8]
  /// The byte offset at which each line begins.
  let lineStarts: [Int]
  /// The number of its first line: 1, but for a stretch of a longer file.
  let firstLine: Int

  /// Wraps text that is already known to be valid Unicode.
  public convenience init(name: String, text: String) {
    self.init(name: name, text: text, isPart: false, firstLine: 1)
  }

  /// A stretch of a longer file that begins on a line of it.
  convenience init(name: String, text: String, firstLine: Int) {
    self.init(name: name, text: text, isPart: false, firstLine: firstLine)
  }

  /// The text of a part of a letter that was built in Swift.
  static func part(_ name: String, text: String = "") -> SourceFile {
    SourceFile(name: name, text: text, isPart: true, firstLine: 1)
  }

  private init(name: String, text: String, isPart: Bool, firstLine: Int) {
    self.name = name
    self.firstLine = firstLine
    self.isPart = isPart
    self.text = text
    let bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.bytes = bytes
    self.lineStarts = starts
  }

  /// The range of bytes between two offsets, clamped to the file.
  package func range(_ lower: Int, _ upper: Int) -> SourceRange {
    let low = max(0, min(lower, bytes.count))
    return SourceRange(file: self, lower: low, upper: max(low, min(upper, bytes.count)))
  }

  /// The 0-based line that holds a byte offset.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The text of a 0-based line, without its line end.
  func line(_ index: Int) -> String {
    guard lineStarts.indices.contains(index) else { return "" }
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

extension SourceFile: Hashable {
  /// Files are the same when they are one and the same reading of a file.
  public static func == (a: SourceFile, b: SourceFile) -> Bool { a === b }

  /// Hashes the identity of the reading.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
