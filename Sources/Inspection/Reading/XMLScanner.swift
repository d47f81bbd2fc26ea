/// Reads XML piece by piece, as far as metadata has it: elements, attributes and text, with names in
/// their namespaces; no document types.
struct XMLScanner {
  /// A name in its namespace.
  struct Name: Hashable {
    /// What the prefix stands for; empty for none.
    let space: String
    /// The name without its prefix.
    let local: String
  }

  /// A piece of XML.
  enum Piece: Hashable {
    case start(Name, attributes: [Name: String])
    case end
    case text(String)
  }

  /// Something that is no XML, or more of it than metadata has.
  struct Fault: Error, Hashable {}

  private let bytes: [UInt8]
  private var position = 0
  /// The tags that are open, as they are written, each with what prefixes stand for in it.
  private var open: [(tag: String, spaces: [String: String])] = []
  /// Whether the last tag ends its element at once.
  private var isEmpty = false

  private static let standardSpaces = ["xml": "http://www.w3.org/XML/1998/namespace"]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end.
  mutating func next() throws(Fault) -> Piece? {
    if isEmpty {
      isEmpty = false
      open.removeLast()
      return .end
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .text(try readText()) }
      if skips("<?", to: "?>") || skips("<!--", to: "-->") { continue }
      if starts(with: "<![CDATA[") { return .text(try readRaw()) }
      if starts(with: "<!") { throw Fault() }
      if starts(with: "</") { return try readEnd() }
      return try readStart()
    }
    guard open.isEmpty else { throw Fault() }
    return nil
  }

  // MARK: Pieces

  private mutating func readText() throws(Fault) -> String {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return try unescaped(bytes[start..<position])
  }

  private mutating func readRaw() throws(Fault) -> String {
    position += 9
    let start = position
    guard skip(to: "]]>") else { throw Fault() }
    return String(decoding: bytes[start..<position - 3], as: UTF8.self)
  }

  private mutating func readEnd() throws(Fault) -> Piece {
    position += 2
    let tag = readName()
    skipWhite()
    guard take(">"), open.popLast()?.tag == tag else { throw Fault() }
    return .end
  }

  private mutating func readStart() throws(Fault) -> Piece {
    position += 1
    let tag = readName()
    guard !tag.isEmpty, open.count < 200 else { throw Fault() }
    var spaces = open.last?.spaces ?? Self.standardSpaces
    var written: [(String, String)] = []
    while true {
      skipWhite()
      if take(">") { break }
      if take("/>") {
        isEmpty = true
        break
      }
      let name = readName()
      skipWhite()
      guard !name.isEmpty, take("="), written.count < 1000 else { throw Fault() }
      skipWhite()
      let value = try readQuoted()
      if name == "xmlns" {
        spaces[""] = value
      } else if name.hasPrefix("xmlns:") {
        spaces[String(name.dropFirst(6))] = value
      } else {
        written.append((name, value))
      }
    }
    open.append((tag, spaces))
    var attributes: [Name: String] = [:]
    for (name, value) in written {
      attributes[try self.name(name, spaces, isAttribute: true)] = value
    }
    return .start(try name(tag, spaces, isAttribute: false), attributes: attributes)
  }

  private func name(
    _ written: String, _ spaces: [String: String], isAttribute: Bool
  ) throws(Fault) -> Name {
    guard let colon = written.firstIndex(of: ":") else {
      // An attribute without a prefix is in no namespace.
      return Name(space: isAttribute ? "" : spaces[""] ?? "", local: written)
    }
    guard let space = spaces[String(written[..<colon])] else { throw Fault() }
    return Name(space: space, local: String(written[written.index(after: colon)...]))
  }

  private mutating func readQuoted() throws(Fault) -> String {
    guard position < bytes.count, case let quote = bytes[position],
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { throw Fault() }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote { position += 1 }
    guard position < bytes.count else { throw Fault() }
    defer { position += 1 }
    return try unescaped(bytes[start..<position])
  }

  private mutating func readName() -> String {
    let start = position
    while position < bytes.count, !Self.isWhite(bytes[position]),
      !"<>/=\"'&".utf8.contains(bytes[position])
    { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Text with its references resolved.
  private func unescaped(_ text: ArraySlice<UInt8>) throws(Fault) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    let parts = String(decoding: text, as: UTF8.self).split(
      separator: "&", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: ";") else { throw Fault() }
      guard let character = Self.character(part[..<end]) else { throw Fault() }
      result.unicodeScalars.append(character)
      result += part[part.index(after: end)...]
    }
    return result
  }

  private static func character(_ reference: Substring) -> Unicode.Scalar? {
    switch reference {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard reference.hasPrefix("#") else { return nil }
    let digits = reference.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }
  }

  // MARK: Bytes

  private func starts(with word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    guard starts(with: word) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  private mutating func skips(_ word: StaticString, to end: StaticString) -> Bool {
    guard starts(with: word) else { return false }
    _ = skip(to: end)
    return true
  }

  /// Goes behind the next such word; to the end of the bytes and false where there is none.
  private mutating func skip(to word: StaticString) -> Bool {
    while position < bytes.count {
      if take(word) { return true }
      position += 1
    }
    return false
  }

  private mutating func skipWhite() {
    while position < bytes.count, Self.isWhite(bytes[position]) { position += 1 }
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }
}
