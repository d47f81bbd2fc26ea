/// An SVG without what a letter must not take over from it: links, byte order marks within text.
///
/// A link would become an annotation of the letter with whatever address the drawing names. The
/// `a` elements stay, since styles may speak of them; their addresses go.
struct SVGCleaner {
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var copied = 0
  /// How many `text` elements are open.
  private var depth = 0
  private var hasPrivateText = false

  /// The cleaned bytes of an SVG in UTF-8, or in another code that has ASCII in it.
  static func clean(_ bytes: [UInt8]) -> [UInt8] {
    var cleaner = SVGCleaner(bytes)
    cleaner.run()
    return cleaner.output
  }

  /// Whether words of an SVG hold a character for private use, which nobody can read aloud.
  static func hasPrivateText(_ bytes: [UInt8]) -> Bool {
    var cleaner = SVGCleaner(bytes)
    cleaner.run()
    return cleaner.hasPrivateText
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"): position = markup(at: position)
      case UInt8(ascii: "&"): position = reference(at: position)
      case 0xEF where position > 0 && matches("\u{FEFF}", at: position):
        drop(position..<position + 3)
        position += 3
      case 0xEE...0xF4:
        if depth > 0, isPrivate(at: position) { hasPrivateText = true }
        position += 1
      default: position += 1
      }
    }
    output += bytes[copied...]
  }

  private mutating func drop(_ range: Range<Int>) {
    output += bytes[copied..<range.lowerBound]
    copied = range.upperBound
  }

  // MARK: Markup

  /// - Returns: where the text goes on.
  private mutating func markup(at start: Int) -> Int {
    if matches("<!--", at: start) { return end(of: "-->", from: start + 4) }
    if matches("<![CDATA[", at: start) { return end(of: "]]>", from: start + 9) }
    if matches("<?", at: start) { return end(of: "?>", from: start + 2) }
    if matches("<!DOCTYPE", at: start) { return documentType(at: start) }
    return tag(at: start)
  }

  /// A document type may give links their address by default, and hide markup in entities.
  private mutating func documentType(at start: Int) -> Int {
    var position = start + 9
    var isInside = false
    while position < bytes.count {
      if matches("<!--", at: position) {
        position = end(of: "-->", from: position + 4)
      } else if matches("<?", at: position) {
        position = end(of: "?>", from: position + 2)
      } else if matches("<!", at: position) {
        let next = endOfDeclaration(from: position)
        let text = bytes[position..<next]
        let isEntity = matches("<!ENTITY", at: position)
        if !isEntity || text.dropFirst().contains(where: { "<&%".utf8.contains($0) }) {
          drop(position..<next)
        }
        position = next
      } else {
        switch bytes[position] {
        case UInt8(ascii: "["): isInside = true
        case UInt8(ascii: "]"): isInside = false
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          position = endOfQuoted(from: position) - 1
        case UInt8(ascii: ">") where !isInside: return position + 1
        default: break
        }
        position += 1
      }
    }
    return bytes.count
  }

  private func endOfDeclaration(from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let isQuote = bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
      position = isQuote ? endOfQuoted(from: position) : position + 1
    }
    return min(position + 1, bytes.count)
  }

  private mutating func tag(at start: Int) -> Int {
    let isEnd = matches("</", at: start)
    var position = start + (isEnd ? 2 : 1)
    let name = word(from: &position)
    let isLink = Self.local(name) == Array("a".utf8)
    let isText = Self.local(name) == Array("text".utf8)
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let begin = position
      let attribute = word(from: &position)
      guard !attribute.isEmpty else {
        position += 1
        continue
      }
      skipWhite(&position)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      skipWhite(&position)
      guard position < bytes.count else { break }
      position = endOfQuoted(from: position)
      if isLink, Self.local(attribute) == Array("href".utf8) { drop(begin..<position) }
    }
    if isText, isEnd {
      depth = max(0, depth - 1)
    } else if isText, position < bytes.count, bytes[position - 1] != UInt8(ascii: "/") {
      depth += 1
    }
    return min(position + 1, bytes.count)
  }

  /// `&#xFEFF;` in its ways to write it.
  private mutating func reference(at start: Int) -> Int {
    guard matches("&#", at: start),
      let end = bytes[start...].prefix(32).firstIndex(of: UInt8(ascii: ";"))
    else { return start + 1 }
    var digits = bytes[(start + 2)..<end]
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    if isHexadecimal { digits = digits.dropFirst() }
    let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    if value == 0xFEFF { drop(start..<end + 1) }
    if depth > 0, let scalar = value.flatMap(Unicode.Scalar.init),
      scalar.properties.generalCategory == .privateUse
    {
      hasPrivateText = true
    }
    return end + 1
  }

  // MARK: Characters

  private func matches(_ text: StaticString, at position: Int) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// Whether the character that begins there lies in a private-use area (Unicode Standard, 23.5).
  private func isPrivate(at position: Int) -> Bool {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    return switch bytes[position] {
    case 0xEE: true
    case 0xEF: next <= 0xA3
    case 0xF3: next >= 0xB0
    default: bytes[position] == 0xF4
    }
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      if matches(text, at: position) { return position + text.utf8CodeUnitCount }
      position += 1
    }
    return bytes.count
  }

  /// After the quotation that begins there; after one byte if none does.
  private func endOfQuoted(from start: Int) -> Int {
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start + 1 }
    return bytes[(start + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? bytes.count
  }

  private func word(from position: inout Int) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, !Self.isWhite(bytes[position]),
      !"=/>".utf8.contains(bytes[position])
    {
      position += 1
    }
    return bytes[start..<position]
  }

  private func skipWhite(_ position: inout Int) {
    while position < bytes.count, Self.isWhite(bytes[position]) { position += 1 }
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }

  /// A name without its namespace's prefix.
  private static func local(_ name: ArraySlice<UInt8>) -> [UInt8] {
    Array(name.split(separator: UInt8(ascii: ":")).last ?? [])
  }
}
