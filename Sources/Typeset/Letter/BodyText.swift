/// The Markdown text of a letter and the way back from its bytes to places in the file.
struct BodyText {
  let file: SourceFile
  /// The bytes that offsets count in: the file's own, or those of a JSON string.
  let bytes: [UInt8]
  /// The offset at which the text begins.
  let start: Int
  /// Whether it is that of a template, whose braces are fields.
  var isTemplate = false
  private let lineStarts: [Int]
  private let string: JSONString?
  /// Offsets at which ``markdown`` has a comment that the text has not, in order.
  private(set) var breaks: [Int] = []
  private static let comment = Array("<!---->".utf8)

  /// The text of a file from an offset on.
  init(file: SourceFile, from start: Int) {
    self.file = file
    bytes = file.bytes
    self.start = start
    lineStarts = Array(file.lineStarts[file.lineIndex(at: start)...])
    string = nil
  }

  /// The text that a JSON string stands for.
  init(file: SourceFile, string: JSONString) {
    let text = SourceFile(name: file.name, text: string.text)
    self.file = file
    bytes = text.bytes
    start = 0
    lineStarts = text.lineStarts
    self.string = string
  }

  /// The text as Markdown is read, from its beginning: with a comment at each break, which ends a
  /// bare address there.
  var markdown: ArraySlice<UInt8> {
    let bytes = PlainMarks.hidden(in: bytes[start...])
    guard !breaks.isEmpty else { return bytes }
    var result: [UInt8] = []
    var copied = start
    for offset in breaks {
      result += bytes[copied..<offset] + Self.comment
      copied = offset
    }
    return (result + bytes[copied...])[...]
  }

  /// The same text with breaks.
  func breaking(at offsets: some Sequence<Int>) -> BodyText {
    var text = self
    text.breaks = offsets.sorted()
    return text
  }

  /// Where a stretch of the text stands in the file.
  func place(_ range: Range<Int>) -> SourceRange {
    guard let string else { return file.range(range.lowerBound, range.upperBound) }
    let lower = string.fileOffset(of: range.lowerBound)
    guard !range.isEmpty else { return file.range(lower, lower) }
    // After an escape the next byte's own place is the end of the one before.
    return file.range(lower, string.fileOffset(of: range.upperBound))
  }

  /// The offset of a line and column as cmark counts them; clamped to the text.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return start }
    guard line <= lineStarts.count else { return bytes.count }
    let lineStart = lineStarts[line - 1]
    var offset = lineStart + max(column, 1) - 1
    for place in breaks[firstBreak(from: lineStart)...].prefix(while: { $0 < offset }) {
      offset = max(place, offset - Self.comment.count)
    }
    return max(start, min(offset, bytes.count))
  }

  /// The index of the first break at an offset or after it.
  private func firstBreak(from offset: Int) -> Int {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The offset after the last byte of a line, its line end left out.
  func lineEnd(after offset: Int) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// The stretch of a block, without white space at its end.
  func range(of node: MarkdownNode) -> Range<Int> {
    let lower = offset(line: node.startLine, column: node.startColumn)
    var upper = offset(line: node.endLine, column: node.endColumn + 1)
    if node.endColumn == 0 { upper = offset(line: node.endLine, column: 1) }
    while upper > lower, isSpace(upper - 1) { upper -= 1 }
    return lower..<max(lower, upper)
  }

  /// Whether the byte at an offset is a space, tab or line end; false outside the text.
  func isSpace(_ offset: Int) -> Bool {
    guard let byte = byte(offset) else { return false }
    return byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  /// The byte at an offset; nil outside the text.
  func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  /// Whether the text goes on with these characters at an offset.
  func has(_ characters: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + characters.utf8CodeUnitCount <= bytes.count else { return false }
    return characters.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + $0.count]) }
  }

  /// Passes one line end, the white space around it and the marks of quotations after it.
  func skipLineEnd(from offset: Int, quotes: Int) -> Int {
    var offset = offset
    while byte(offset) == 0x20 || byte(offset) == 0x09 { offset += 1 }
    guard byte(offset) == 0x0A else { return offset }
    offset += 1
    var left = quotes
    while let next = byte(offset) {
      if next == UInt8(ascii: ">"), left > 0 {
        left -= 1
      } else if next != 0x20 && next != 0x09 {
        break
      }
      offset += 1
    }
    return offset
  }
}
