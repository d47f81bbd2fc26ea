/// The opening `<svg …>` of a drawing, as far as it tells the drawing's measures.
struct SVGHead: Hashable, Sendable {
  private var attributes: [String: String] = [:]

  /// Finds the root element; nil if the bytes are no SVG.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes.prefix(65_536).trimmedToCharacters, as: UTF8.self)
    else { return nil }
    var rest = Substring(text)
    if rest.hasPrefix("\u{FEFF}") { rest = rest.dropFirst() }
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        guard let end = Self.endOfDeclaration(rest) else { return nil }
        rest = rest[end...]
      } else {
        break
      }
    }
    let name = rest.dropFirst().prefix { $0 != ">" && $0 != "/" && !$0.isWhitespace }
    guard rest.first == "<", name == "svg" || name.hasSuffix(":svg") else { return nil }
    rest = rest.dropFirst(1 + name.count)
    readAttributes(rest)
  }

  /// After the `>` of `<?xml …?>` or `<!DOCTYPE …>`, whose internal subset may hold others.
  private static func endOfDeclaration(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "<", "[": depth += 1
      case "]": depth -= 1
      case ">":
        depth -= 1
        if depth <= 0 { return text.index(after: index) }
      default: break
      }
    }
    return nil
  }

  private mutating func readAttributes(_ text: Substring) {
    var rest = text
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard let first = rest.first, first != ">", first != "/" else { return }
      let name = rest.prefix { $0 != "=" && $0 != ">" && !$0.isWhitespace }
      rest = rest.dropFirst(name.count).drop { $0.isWhitespace }
      guard rest.first == "=" else { return }
      rest = rest.dropFirst().drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != quote }
      attributes[String(name)] = String(value)
      rest = rest.dropFirst(value.count + 1)
    }
  }

  /// Width and height in CSS pixels, rounded up; from the view box where they are relative.
  var size: (width: Int, height: Int)? {
    let box = (attributes["viewBox"] ?? "").split { $0 == " " || $0 == "," }.compactMap {
      Double($0)
    }
    let boxSize: (width: Double, height: Double)? = box.count == 4 ? (box[2], box[3]) : nil
    let width = attributes["width"].flatMap(Self.pixels)
    let height = attributes["height"].flatMap(Self.pixels)
    if let width, let height { return Self.whole(width, height) }
    guard let boxSize, boxSize.width > 0, boxSize.height > 0 else { return nil }
    if let width { return Self.whole(width, width * boxSize.height / boxSize.width) }
    if let height { return Self.whole(height * boxSize.width / boxSize.height, height) }
    return Self.whole(boxSize.width, boxSize.height)
  }

  private static func whole(_ width: Double, _ height: Double) -> (width: Int, height: Int)? {
    guard width.isFinite, height.isFinite, width > 0, height > 0, width < 1e6, height < 1e6
    else { return nil }
    return (Int(width.rounded(.up)), Int(height.rounded(.up)))
  }

  /// A length in CSS pixels; nil for a share of something unknown.
  private static func pixels(_ text: String) -> Double? {
    let trimmed = text.filter { !$0.isWhitespace }
    let units: [(String, Double)] = [
      ("px", 1), ("pt", 96.0 / 72), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("pc", 16),
    ]
    for (unit, factor) in units where trimmed.hasSuffix(unit) {
      return Double(trimmed.dropLast(unit.count)).map { $0 * factor }
    }
    return Double(trimmed)
  }
}

extension ArraySlice<UInt8> {
  /// Without the first bytes of a character that is cut off at the end.
  fileprivate var trimmedToCharacters: ArraySlice<UInt8> {
    var end = endIndex
    var steps = 0
    while end > startIndex, steps < 4 {
      let byte = self[end - 1]
      if byte < 0x80 { return self[..<end] }
      end -= 1
      steps += 1
      if byte >= 0xC0 { return self[..<end] }
    }
    return self[..<end]
  }
}
