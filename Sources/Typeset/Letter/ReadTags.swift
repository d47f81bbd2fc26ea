/// A stretch of text in a template: as it stands, or a field.
enum TextPart: FieldHolder {
  case text(String)
  case field(FieldUse)

  func tellFields(_ needs: inout FieldNeeds) {
    if case .field(let use) = self { needs.add(use.path, isNeeded: use.isNeeded) }
  }

  var isBlank: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
  }
}

/// What stands in the parsed text for braces that the letter has behind a backslash: U+FDD0, which is
/// no character and so no literal.
let escapedBraces = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

/// Whether a text of a template holds anything to fill or to take out of its escape.
func holdsTags(_ text: String) -> Bool {
  var previous: UInt8 = 0
  for byte in text.utf8 {
    if byte == UInt8(ascii: "{"), previous == byte { return true }
    if byte == 0xB7, previous == 0xEF { return true }
    previous = byte
  }
  return false
}

/// Finds the fields and tags in one text of a letter.
struct TagReader {
  /// Where the text stands in the letter.
  let place: SourceRange
  /// Whether a backslash before the braces makes them text; in the body Markdown has seen to that.
  let hasBackslashes: Bool
  private(set) var problems = DiagnosticCollector()
  private var cursor: Int

  init(at place: SourceRange, hasBackslashes: Bool) {
    self.place = place
    self.hasBackslashes = hasBackslashes
    cursor = place.lower
  }

  /// The parts of the text, in order.
  mutating func read(_ text: String) -> [TemplateAtom<TextPart>] {
    var atoms: [TemplateAtom<TextPart>] = []
    var pending = ""
    var rest = Substring(text)
    func flush() {
      if !pending.isEmpty { atoms.append(.element(.text(pending))) }
      pending = ""
    }
    while let first = rest.first {
      if rest.hasPrefix(escapedBraces) {
        pending += "{{"
        rest = rest.dropFirst()
      } else if hasBackslashes, rest.hasPrefix("\\{{") {
        pending += "{{"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("{{") {
        guard let end = Self.end(of: rest.dropFirst(2)) else {
          problems.add(
            .error(
              .fieldTag, "these braces are not closed", at: nextPlace(of: "{{"),
              hint: "write {{name}} on one line and without markup",
              "write \\{{ for the braces themselves"))
          return atoms
        }
        flush()
        let content = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
        if let atom = tag(String(content)) { atoms.append(atom) }
        rest = rest[end...].dropFirst(2)
      } else {
        pending.append(first)
        rest = rest.dropFirst()
      }
    }
    flush()
    return atoms
  }

  /// Where the closing braces stand; those between quotation marks belong to a text.
  private static func end(of text: Substring) -> Substring.Index? {
    var quote: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, text[index...].hasPrefix("}}") {
        return index
      }
      index = text.index(after: index)
    }
    return quote == nil ? nil : text.firstRange(of: "}}")?.lowerBound
  }

  /// Where the next opening of a text stands in the letter; escapes there are passed over.
  private mutating func nextPlace(of text: String) -> SourceRange {
    let bytes = place.file.bytes
    let wanted = Array(text.utf8)
    var offset = cursor
    while offset + 2 <= place.upper {
      if bytes[offset] == wanted[0], bytes[offset + 1] == wanted[1],
        offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\")
      {
        var end = offset + 2
        while end < place.upper, end - offset < 4096,
          bytes[end] != UInt8(ascii: "}") || bytes[end - 1] != UInt8(ascii: "}")
        { end += 1 }
        cursor = min(end + 1, place.upper)
        return place.file.range(offset, cursor)
      }
      offset += 1
    }
    return place
  }

  private mutating func tag(_ content: String) -> TemplateAtom<TextPart>? {
    let place = nextPlace(of: "{{")
    var words = TagWords(content)
    switch words.peek {
    case .plain("else")?:
      guard words.all.count == 1 else { break }
      return .tag(TemplateTag(kind: .otherwise, isIf: true, place: place))
    case .plain(let word)? where word.hasPrefix("#") || word.hasPrefix("/"):
      return block(word, &words, at: place)
    default: break
    }
    guard let name = words.name(), let filters = filters(&words, at: place) else {
      if problems.all.isEmpty || problems.all.last?.place != place {
        problems.add(
          .error(
            .fieldTag, "\(quoted(place.text)) names no field", at: place,
            hint: "write {{name}}, or \\{{ for the braces themselves"))
      }
      return nil
    }
    return .element(.field(FieldUse(path: FieldPath(name, at: place), filters: filters)))
  }

  private mutating func block(
    _ word: String, _ words: inout TagWords, at place: SourceRange
  ) -> TemplateAtom<TextPart>? {
    words.skip()
    let isIf = word.dropFirst() == "if"
    switch word {
    case "#if", "#each":
      guard let name = words.name(), words.isAtEnd else {
        problems.add(
          .error(
            .fieldTag, "\(quoted(place.text)) names no field", at: place,
            hint: "write {{\(word) name}}"))
        return nil
      }
      return .tag(
        TemplateTag(kind: .open(FieldPath(name, at: place)), isIf: isIf, place: place))
    case "/if", "/each":
      if words.isAtEnd { return .tag(TemplateTag(kind: .close, isIf: isIf, place: place)) }
      fallthrough
    default:
      let known = ["#if", "#each", "/if", "/each"]
      let meant = known.contains(word) ? word : nearestName(to: word, in: known)
      problems.add(
        .error(
          .fieldTag, "\(quoted(place.text)) means nothing", at: place,
          hint: meant.map { "write {{\($0)\($0.hasPrefix("#") ? " name" : "")}}" }
            ?? "use \(listed(known.map { "{{\($0)}}" }))"))
      return nil
    }
  }

  /// The filters behind a name; nil if one of them is wrong, which is told.
  private mutating func filters(
    _ words: inout TagWords, at place: SourceRange
  ) -> [FieldFilter]? {
    var filters: [FieldFilter] = []
    while words.skipBar() {
      guard case .plain(let name)? = words.peek else { return nil }
      words.skip()
      guard let filter = filter(name, &words, at: place) else { return nil }
      filters.append(filter)
    }
    return words.isAtEnd ? filters : nil
  }

  private mutating func filter(
    _ name: String, _ words: inout TagWords, at place: SourceRange
  ) -> FieldFilter? {
    let argument = words.argument()
    let hint: DiagnosticText
    switch name {
    case "number":
      guard let argument else { return .number(decimals: nil) }
      if let count = Int(argument), (0...9).contains(count) { return .number(decimals: count) }
      hint = "write number, or number and how many decimals, 0 to 9"
    case "date":
      guard let argument else { return .date(.long) }
      if let style = FieldFilter.DateStyle(rawValue: argument) { return .date(style) }
      hint = "write date \(listed(FieldFilter.DateStyle.allCases.map(\.rawValue)))"
    case "default":
      if let argument { return .standard(argument) }
      hint = "write default and a text in quotes"
    case "required":
      if argument == nil { return .required }
      hint = "write required alone"
    default:
      problems.add(
        .error(
          .fieldTag, "unknown filter \(quoted(name))", at: place,
          hint: nearestName(to: name, in: FieldFilter.names).map { "write \($0)" }
            ?? "use \(listed(FieldFilter.names))"))
      return nil
    }
    problems.add(
      .error(
        .fieldTag,
        argument.map { "the filter \(name) cannot take \(quoted($0))" }
          ?? "the filter \(name) lacks its text", at: place, hint: hint))
    return nil
  }
}
