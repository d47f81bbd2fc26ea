import Inspection

/// The layout of a letter as `letterpdf render --dump` writes it; see `Docs/dump.md`.
struct LayoutDump {
  /// A line of it: something on a page.
  struct Item {
    let page: Int
    /// What it is: a part of the letter, or a frame by its name.
    let kind: String
    /// Its place; a line of text has no height, and its top is its baseline.
    let area: Area
    /// Its part in the structure.
    let role: String
    /// Fonts with sizes and colours; empty for what is no text.
    let look: String
    /// The words, or what else there is to say of it.
    let words: String
  }

  private(set) var pages: [Area] = []
  private(set) var items: [Item] = []

  /// Reads a dump; nil for any other text.
  init?(_ text: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("page ") {
        guard let size = Self.size(line) else { return nil }
        pages.append(size)
      } else {
        guard !pages.isEmpty, let item = Self.item(line, on: pages.count) else { return nil }
        items.append(item)
      }
    }
    guard !pages.isEmpty else { return nil }
  }

  /// The extent in `page 1 of 2  210.0 x 297.0`.
  private static func size(_ line: Substring) -> Area? {
    let words = line.split(separator: " ")
    guard words.count == 7, words[5] == "x", let width = Double(words[4]),
      let height = Double(words[6])
    else { return nil }
    return Area(x: 0, y: 0, width: width, height: height)
  }

  private static func item(_ line: Substring, on page: Int) -> Item? {
    guard line.hasPrefix("  ") else { return nil }
    // Words may have two spaces themselves.
    var parts: [Substring] = []
    var rest = line.dropFirst(2)
    while parts.count < 3, let gap = rest.firstRange(of: "  ") {
      parts.append(rest[..<gap.lowerBound])
      rest = rest[gap.upperBound...]
    }
    parts.append(rest)
    guard parts.count >= 3, let place = Place(parts[0]) else { return nil }
    let isText = place.names == ["x", "baseline", "width"]
    guard isText || place.names == ["x", "y", "width", "height"] else { return nil }
    return Item(
      page: page, kind: place.kind,
      area: Area(
        x: place.values[0], y: place.values[1], width: place.values[2],
        height: isText ? 0 : place.values[3]),
      role: String(parts[1]), look: isText ? String(parts[2]) : "",
      words: parts.dropFirst(isText ? 3 : 2).joined(separator: "  "))
  }

  /// `body x 25.0 baseline 61.6 width 86.1`.
  private struct Place {
    let kind: String
    var names: [Substring] = []
    var values: [Double] = []

    init?(_ text: Substring) {
      let words = text.split(separator: " ")
      guard words.count >= 7, words.count % 2 == 1 else { return nil }
      kind = String(words[0])
      for index in stride(from: 1, to: words.count, by: 2) {
        guard let value = Double(words[index + 1]), value.isFinite else { return nil }
        names.append(words[index])
        values.append(value)
      }
    }
  }
}
