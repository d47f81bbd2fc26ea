/// The tags and texts of an XML file in UTF-8, one after the other; comments, instructions and
/// declarations are passed over (XML 1.0, 2.4 to 2.8).
///
/// It follows no entity but the five of XML and numbers, and reads no other file.
package struct XMLTokens: Sequence, IteratorProtocol {
  /// A piece of the file.
  package enum Token: Hashable {
    /// The beginning of an element: its name with its prefix, its attributes, and whether it ends at
    /// once.
    case begin(String, [String: String], isEmpty: Bool)
    /// The end of an element of that name.
    case end(String)
    /// What stands between tags.
    case text(String)
  }

  private let bytes: [UInt8]
  private var offset = 0

  /// The tokens of a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end, or before a tag that nothing closes.
  package mutating func next() -> Token? {
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        let start = offset
        offset = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return .text(Self.plain(bytes[start..<offset]))
      }
      if take(from: "<!--", to: "-->") != nil || take(from: "<?", to: "?>") != nil { continue }
      if let verbatim = take(from: "<![CDATA[", to: "]]>") {
        return .text(String(decoding: verbatim, as: UTF8.self))
      }
      let start = offset + 1
      guard let close = tagEnd(from: start) else {
        offset = bytes.count
        return nil
      }
      offset = close + 1
      guard start < close, let token = Self.tag(bytes[start..<close]) else { continue }
      return token
    }
    return nil
  }

  /// What stands between two marks, if the first comes next; a second that is missing is the end.
  private mutating func take(from begin: String, to end: String) -> ArraySlice<UInt8>? {
    guard bytes[offset...].starts(with: begin.utf8) else { return nil }
    let inner = bytes[offset...].dropFirst(begin.utf8.count)
    let close = inner.firstRange(of: Array(end.utf8)) ?? bytes.count..<bytes.count
    offset = close.upperBound
    return inner[..<close.lowerBound]
  }

  /// Where a tag is closed; a `>` within quotation marks does not count.
  private func tagEnd(from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  private static func tag(_ inner: ArraySlice<UInt8>) -> Token? {
    guard let first = inner.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else {
      return nil
    }
    if first == UInt8(ascii: "/") {
      return .end(String(decoding: inner.dropFirst().prefix { !isSpace($0) }, as: UTF8.self))
    }
    let isEmpty = inner.last == UInt8(ascii: "/")
    let body = isEmpty ? inner.dropLast() : inner
    let name = body.prefix { !isSpace($0) }
    return .begin(
      String(decoding: name, as: UTF8.self), attributes(body[name.endIndex...]), isEmpty: isEmpty)
  }

  private static func attributes(_ text: ArraySlice<UInt8>) -> [String: String] {
    var found: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].drop(while: isSpace).prefix { !isSpace($0) }
      let value = rest[equals...].dropFirst().drop(while: isSpace)
      guard let quote = value.first, let end = value.dropFirst().firstIndex(of: quote) else {
        break
      }
      found[String(decoding: name, as: UTF8.self)] = plain(value[..<end].dropFirst())
      rest = value[end...].dropFirst()
    }
    return found
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Text with its entities written out.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var made = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      made += rest[..<start]
      let body = rest[start...].dropFirst()
      guard let end = body.firstIndex(of: ";"), let character = entity(body[..<end]) else {
        made += "&"
        rest = body
        continue
      }
      made.unicodeScalars.append(character)
      rest = body[end...].dropFirst()
    }
    return made + rest
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#"), name.utf8.count < 10 else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }
  }
}
