/// Attributes in braces after a span, an image or a table: `{lang=en}`, `{.smallcaps}`,
/// `{width=80mm}`.
///
/// Items stand apart by spaces; each is `.name`, `key=value` or `key="value with spaces"`. Braces
/// whose content neither begins with a dot nor has an equals sign are text.
struct Attributes {
  /// One item and where it stands, counted in bytes of the literal.
  struct Item: Hashable {
    /// Empty for a class.
    var key: String
    var value: String
    var range: Range<Int>
  }

  private(set) var items: [Item] = []
  /// The offset after the closing brace.
  private(set) var end: Int
  /// The first thing that is no item.
  private(set) var broken: Range<Int>?

  /// The most bytes of attributes; an opening brace with none to close it is looked after no further.
  private static let longest = 4_096

  /// Reads attributes whose opening brace stands at an offset; nil if there are none.
  init?(in literal: [UInt8], at start: Int) {
    guard start < literal.count, literal[start] == UInt8(ascii: "{"),
      !Self.isField(literal[...], at: start)
    else { return nil }
    var index = start + 1
    var isQuoted = false
    let end = min(literal.count, start + Self.longest)
    while index < end, isQuoted || literal[index] != UInt8(ascii: "}") {
      if Self.isField(literal[...], at: index) {
        index = Self.fieldEnd(in: literal[...], from: index)
        continue
      }
      if literal[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      index += 1
    }
    guard index < end else { return nil }
    let content = literal[start + 1..<index]
    let first = content.first { $0 != 0x20 }
    guard first == UInt8(ascii: ".") || content.contains(UInt8(ascii: "=")) else { return nil }
    self.end = index + 1
    readItems(in: content)
  }

  /// Whether the field of a template stands at an index: `{{name}}`.
  private static func isField(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    index + 1 < bytes.endIndex && bytes[index] == UInt8(ascii: "{")
      && bytes[index + 1] == UInt8(ascii: "{")
  }

  /// The index behind a field's closing braces, or the end.
  private static func fieldEnd(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    let brace = UInt8(ascii: "}")
    var index = start + 2
    while index + 1 < bytes.endIndex, bytes[index] != brace || bytes[index + 1] != brace {
      index += 1
    }
    return min(index + 2, bytes.endIndex)
  }

  private mutating func readItems(in content: ArraySlice<UInt8>) {
    var index = content.startIndex
    while index < content.endIndex {
      if content[index] == 0x20 {
        index += 1
        continue
      }
      let start = index
      var isQuoted = false
      while index < content.endIndex, isQuoted || content[index] != 0x20 {
        if Self.isField(content, at: index) {
          index = Self.fieldEnd(in: content, from: index)
          continue
        }
        if content[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        index += 1
      }
      let word = String(decoding: content[start..<index], as: UTF8.self)
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value =
        parts.last.map { $0.contains("{{") ? String($0) : $0.filter { $0 != "\"" } } ?? ""
      if parts.count == 2, !parts[0].isEmpty, !value.isEmpty {
        items.append(Item(key: String(parts[0]), value: value, range: start..<index))
      } else if word.hasPrefix("."), parts.count == 1, word.count > 1 {
        items.append(Item(key: "", value: String(word.dropFirst()), range: start..<index))
      } else if broken == nil {
        broken = start..<index
      }
    }
  }
}

/// What spans, images and tables may say in their attributes.
enum AttributeNames {
  /// Keys of spans.
  ///
  /// Names after dots are gathered under `class`; what they mean is settled in `Resolve/`.
  static let span = ["lang"]
  /// Keys of images.
  static let image = ["width", "height", "align"]
  /// Keys of tables.
  static let table = ["headers", "width"]

  /// Where an image may stand in the column.
  enum ImageAlignment: String, CaseIterable, Sendable { case left, center, right }
}
