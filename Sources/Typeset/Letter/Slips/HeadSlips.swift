/// Warns of values of the head that look like slips.
///
/// A value in YAML ends where a `#` follows a space; lines that are not kept apart are joined; marks of
/// Markdown are printed as they stand.
func tellHeadSlips(in head: SourceNode, _ problems: inout DiagnosticCollector) {
  guard case .mapping(let entries) = head.value else { return }
  for entry in entries {
    var slips = HeadSlips(key: entry.key)
    if entry.key == "date" { slips.tellYear(entry.value) }
    guard !HeadSlips.unread.contains(entry.key) else {
      problems.add(slips.problems)
      continue
    }
    slips.look(at: entry.value)
    if entry.key == "to" { slips.tellAddress(entry.value) }
    if ["signatures", "enclosures", "copies"].contains(entry.key) { slips.tellItems(entry.value) }
    problems.add(slips.problems)
  }
}

/// Looks at the texts under one key of the head.
struct HeadSlips {
  /// Keys whose values are not printed, or are read as something else than text.
  static let unread: Set<String> = [
    "layout", "date", "language", "hyphenation", "delivery", "body",
  ]

  let key: String
  var problems: [Diagnostic] = []

  init(key: String) { self.key = key }

  mutating func look(at node: SourceNode) {
    switch node.value {
    case .null: tellComment(node)
    case .scalar(let text, let isQuoted): look(at: text, isQuoted, node)
    case .sequence(let items):
      for item in items { look(at: item) }
    case .mapping(let entries):
      for entry in entries where !["file", "image"].contains(entry.key) { look(at: entry.value) }
    }
  }

  private mutating func look(at text: String, _ isQuoted: Bool, _ node: SourceNode) {
    guard text.utf8.count <= RunningText.limit else { return }
    let bytes = Array(text.utf8)
    let placeholders = Placeholders(bytes: bytes)
    let found = placeholders.all + placeholders.bracketedLines
    var last = node.range.lower
    for one in Set(found).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let words = String(decoding: bytes[one.range], as: UTF8.self)
      let place = place(of: words, in: text, node, from: last)
      if place != node.range { last = place.upper }
      problems.append(plainPlaceholderProblem(one, words, at: place))
    }
    if let found = WrongEncoding(in: bytes) {
      let word = String(decoding: bytes[found.range], as: UTF8.self)
      problems.append(encodingProblem(found, word, at: place(of: word, in: text, node)))
    }
    tellMarkup(text, node)
    if key == "email", found.isEmpty { tellMailAddress(text, node) }
    if key == "phone", found.isEmpty { tellNumber(text, node) }
    guard !isQuoted else { return }
    tellComment(node)
    if ["to", "signatures"].contains(key) { tellJoinedLines(node) }
  }

  /// Where words of a value stand in the file; the whole value where they are written otherwise there,
  /// with escapes or over several lines.
  func place(
    of words: String, in text: String, _ node: SourceNode, from start: Int? = nil
  ) -> SourceRange {
    let file = node.range.file
    // The lines of a block stand behind the sign that the value's place is, indented.
    let end = min(node.range.lower + 2 * text.utf8.count + 80, file.bytes.count)
    let near = file.bytes[min(start ?? node.range.lower, end)..<end]
    guard let start = near.firstRange(of: Array(words.utf8)) else { return node.range }
    return file.range(start.lowerBound, start.upperBound)
  }

  /// A value that ends at a `#`, of which the author may know nothing; one with a space behind it is
  /// meant as a comment.
  private mutating func tellComment(_ node: SourceNode) {
    let file = node.range.file
    var start = node.range.upper
    while start < file.bytes.count, file.bytes[start] == 0x20 { start += 1 }
    guard start > node.range.upper || node.value == .null, start + 1 < file.bytes.count,
      file.bytes[start] == UInt8(ascii: "#"), file.bytes.isWord(at: start + 1)
    else { return }
    var end = start
    while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
    while file.bytes[end - 1] == 0x20 { end -= 1 }
    let rest = file.range(start, end).text
    let whole = node.value == .null ? rest : file.range(node.range.lower, end).text
    problems.append(
      .warning(
        .cutValue, "\(quoted(rest)) is a comment and not a part of \(key)",
        at: file.range(start, end), hint: "put the whole value in quotes: \(inQuotes(whole))"))
  }

  /// Lines of an address or a title below a name, which YAML makes one.
  private mutating func tellJoinedLines(_ node: SourceNode) {
    let lines = node.range.text.split(separator: "\n").map { collapseSpaces(String($0)) }
    guard lines.count > 1 else { return }
    if key == "to" {
      problems.append(
        .warning(
          .joinedLines, "these \(lines.count) lines are one line of the address", at: node.range,
          hint: "write \"to: |\" and the lines below it, indented by two spaces"))
    } else {
      problems.append(
        .warning(
          .joinedLines, "these \(lines.count) lines are one name", at: node.range,
          hint:
            "write {name: \(inBrackets(lines[0])), title: \(inBrackets(lines[1]))} in their place"))
    }
  }

  /// Marks of Markdown, and quotation marks round a whole value.
  private mutating func tellMarkup(_ text: String, _ node: SourceNode) {
    let marks = text.components(between: "**")
    if let words = marks {
      problems.append(
        .warning(
          .headMarkup, "\(key) is printed with its stars: the head has no markup", at: node.range,
          hint: "write \(words) alone; the layout says what is bold"))
    }
    if let middle = text.firstRange(of: "]("), text.hasPrefix("["), text.hasSuffix(")") {
      let label = text[..<middle.lowerBound].dropFirst()
      problems.append(
        .warning(
          .headMarkup, "\(key) is a link of Markdown, and the head has no markup", at: node.range,
          hint: "write \(label) alone"))
    }
    let pairs: [(Character, Character)] = [("“", "”"), ("”", "”"), ("„", "“"), ("‘", "’")]
    guard let first = text.first, let last = text.last, text.count > 2,
      pairs.contains(where: { $0.0 == first && $0.1 == last }),
      !text.dropFirst().dropLast().contains(where: { $0 == first || $0 == last })
    else { return }
    problems.append(
      .warning(
        .headMarkup, "\(key) is printed with these quotation marks", at: node.range,
        hint: "write straight ones (\") or none if they are not part of it"))
  }

  private mutating func tellMailAddress(_ text: String, _ node: SourceNode) {
    let host = text.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let isAddress =
      text.contains("@") && !text.contains(" ") && !text.contains(",")
      && host.dropFirst().dropLast().contains(".")
    guard !text.isEmpty, !text.contains("{{"), !text.contains("]("), !isAddress else { return }
    problems.append(
      .warning(
        .contact, "email is \(quoted(text)), which is no mail address", at: node.range,
        hint: "write it as name@example.dk"))
  }

  /// A word of figures and letters, as `7O`.
  private mutating func tellNumber(_ text: String, _ node: SourceNode) {
    let mixed = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first { word in
      word.contains(where: \.isLetter) && word.contains(where: \.isNumber)
    }
    guard let mixed, !text.contains("{{") else { return }
    problems.append(
      .warning(
        .contact, "phone has \(quoted(mixed)), in which figures and letters are mixed",
        at: node.range, hint: "write figures: 0 for O, 1 for l"))
  }
}

extension String {
  /// What stands between two marks of a kind; nil where there are no two.
  fileprivate func components(between mark: String) -> String? {
    guard let first = firstRange(of: mark),
      let last = self[first.upperBound...].firstRange(of: mark)
    else { return nil }
    let words = self[first.upperBound..<last.lowerBound]
    return words.isEmpty || words.first == "*" ? nil : String(words)
  }
}
