/// A stretch of a source file, in byte offsets; lines and columns are worked out when asked for.
public struct SourceRange: Hashable, Sendable {
  /// The file that holds the stretch.
  public let file: SourceFile
  /// The byte offset of the first byte.
  public let lower: Int
  /// The byte offset after the last byte.
  public let upper: Int

  /// The 1-based line of the first byte.
  public var line: Int { file.lineIndex(at: lower) + file.firstLine }

  /// The 1-based column of the first byte, in characters (extended grapheme clusters).
  public var column: Int {
    let start = file.lineStarts[file.lineIndex(at: lower)]
    return String(decoding: file.bytes[start..<lower], as: UTF8.self).count + 1
  }

  /// The text of the stretch.
  public var text: String { String(decoding: file.bytes[lower..<upper], as: UTF8.self) }
}

extension SourceRange {
  private static let nowhere = SourceFile.part("letter")

  /// The place of what was built in Swift, until composing gives each part its own.
  static let unplaced = nowhere.range(0, 0)

  /// The first place of a text within the stretch; the stretch itself if it is not found.
  func first(_ wanted: some StringProtocol) -> SourceRange {
    let needle = Array(wanted.utf8)
    let hay = file.bytes[lower..<upper]
    guard let head = needle.first, hay.count >= needle.count else { return self }
    var start = hay.startIndex
    while start + needle.count <= hay.endIndex {
      if hay[start] == head, hay[start..<start + needle.count].elementsEqual(needle) {
        return file.range(start, start + needle.count)
      }
      start += 1
    }
    return self
  }

  /// Whether it is the place of what was built in Swift and has not been given its own.
  var isUnplaced: Bool { file == Self.nowhere }
}
