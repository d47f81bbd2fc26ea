/// Reads the entries of one mapping by key, with their types, and finds the keys nobody asked for.
///
/// Every reading function returns nil when the key is absent or when its value is wrong; what is
/// wrong goes to the collector given. Keys with an empty value count as absent where text, a date
/// or a list is read, so that a template may leave them open; elsewhere they are an error.
///
/// ```swift
/// guard var margin = reader.mapping("margin", &problems) else { … }
/// let left = margin.length("left", &problems)?.value ?? .mm(25)
/// margin.finish(&problems)  // `unknown key "rigth"`, hint: `write right`
/// ```
package struct MappingReader {
  /// The path that messages put before keys: `margin` for `margin.left`; empty at the top.
  package let path: String
  /// The whole mapping's place.
  package let place: SourceRange
  private let entries: [SourceNode.Entry]
  private var index: [String: Int] = [:]
  /// The keys that were asked for, or are allowed.
  package private(set) var known: [String]

  /// Takes a mapping to read from; nil if the node is none, which is an error.
  ///
  /// - Parameter known: keys that are allowed although nobody reads them.
  package init?(
    _ node: SourceNode, path: String = "", known: [String] = [],
    _ problems: inout DiagnosticCollector
  ) {
    self.path = path
    place = node.range
    self.known = known
    switch node.value {
    case .mapping(let entries): self.entries = entries
    case .null: entries = []
    default:
      problems.add(
        node.mismatch(path.isEmpty ? "this" : path, "keys with values", "write lines of key: value")
      )
      return nil
    }
    for (position, entry) in entries.enumerated() { index[entry.key] = position }
  }

  /// Takes entries to read from, whose keys are unique, as of the mapping at a place.
  package init(_ entries: [SourceNode.Entry], at place: SourceRange) {
    path = ""
    known = []
    self.place = place
    self.entries = entries
    for (position, entry) in entries.enumerated() { index[entry.key] = position }
  }

  /// The keys in source order.
  package var keys: [String] { entries.map(\.key) }

  /// The entry of a key, which counts as read.
  package mutating func entry(_ key: String) -> SourceNode.Entry? {
    known.append(key)
    return index[key].map { entries[$0] }
  }

  /// The value of a key as it stands; nil if absent.
  package mutating func node(_ key: String) -> SourceNode? { entry(key)?.value }

  /// How messages name a key: `margin.left`.
  package func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The key's own place; the mapping's if the key is absent.
  package func place(of key: String) -> SourceRange {
    index[key].map { entries[$0].keyRange } ?? place
  }

  /// The value of a key without counting it as read; nil if absent.
  package func value(of key: String) -> SourceNode.Value? {
    index[key].map { entries[$0].value.value }
  }

  /// Entries whose keys nobody has asked for, in source order.
  package var unread: [SourceNode.Entry] {
    let asked = Set(known)
    return entries.filter { !asked.contains($0.key) }
  }

  /// Whether a key is the `5pt` of `{size: 16,5pt}`, which was told at the length before it.
  func isToldDecimalTail(_ entry: SourceNode.Entry, _ problems: DiagnosticCollector) -> Bool {
    guard entry.isDecimalTail,
      let before = entries.last(where: { $0.keyRange.lower < entry.keyRange.lower })
    else { return false }
    let length = before.value.range
    return problems.all.contains { told in
      told.place.map { $0.file == length.file && $0.lower == length.lower } ?? false
    }
  }

  /// Reports every key that nobody asked for and is not among the known ones.
  package func finish(_ problems: inout DiagnosticCollector) {
    for entry in unread where !isToldDecimalTail(entry, problems) {
      problems.add(unknownKeyProblem(entry, among: known))
    }
  }
}

/// What to say of a key that means nothing here.
package func unknownKeyProblem(_ entry: SourceNode.Entry, among known: [String]) -> Diagnostic {
  if let space = entry.keyRange.file.noBreakSpace(at: entry.keyRange.lower) {
    return indentDiagnostic(at: space)
  }
  let names = Set(known).sorted()
  let near = meantName(by: entry.key, in: names)
  if near == nil, let text = entry.writtenAsText {
    return .error(
      .unknownKey, "unknown key \(quoted(entry.key))", at: entry.keyRange,
      hint: "put the whole value in quotes: \(text)")
  }
  let hint: DiagnosticText =
    near.map { "write \($0)" } ?? (names.isEmpty ? "delete it" : "use \(listed(names))")
  return .error(.unknownKey, "unknown key \(quoted(entry.key))", at: entry.keyRange, hint: hint)
}

extension SourceNode.Entry {
  /// Whether it may be the `5pt` of `{size: 16,5pt}`.
  fileprivate var isDecimalTail: Bool {
    guard value.value == .null, key.isDecimalTail else { return false }
    let (bytes, start) = (keyRange.file.bytes, keyRange.lower)
    return start > 1 && bytes[start - 1] == UInt8(ascii: ",")
      && (48...57).contains(bytes[start - 2])
  }

  /// An item of a list that has a colon in it and was meant as text, `Bilag 1: Kort`, in quotes; nil
  /// for any other entry.
  fileprivate var writtenAsText: String? {
    guard key.contains(" "), case .scalar(_, isQuoted: false) = value.value else { return nil }
    let written = keyRange.file.range(keyRange.lower, value.range.upper)
    guard keyRange.lower >= 2, !written.text.contains("\n"),
      keyRange.file.range(keyRange.lower - 2, keyRange.lower).text == "- "
    else { return nil }
    return inQuotes(written.text)
  }
}

extension MappingReader {
  /// Text on one line, each run of white space one space; numbers and `true` are text too.
  package mutating func text(_ key: String, _ problems: inout DiagnosticCollector) -> Located<
    String
  >? {
    filled(key)?.text(as: name(of: key), &problems)
  }

  /// Text as it is written, line ends and all.
  package mutating func verbatim(_ key: String, _ problems: inout DiagnosticCollector) -> Located<
    String
  >? {
    filled(key)?.verbatim(as: name(of: key), &problems)
  }

  /// A list of texts, or a single one.
  package mutating func texts(_ key: String, _ problems: inout DiagnosticCollector) -> [Located<
    String
  >]? {
    filled(key)?.texts(as: name(of: key), &problems)
  }

  /// A day, written `2024-03-11`.
  package mutating func date(
    _ key: String, _ problems: inout DiagnosticCollector
  ) -> Located<CalendarDate>? {
    filled(key)?.date(as: name(of: key), &problems)
  }

  /// A language by its tag.
  package mutating func language(
    _ key: String, _ problems: inout DiagnosticCollector
  ) -> Located<LanguageTag>? {
    guard let written = text(key, &problems) else { return nil }
    if let tag = LanguageTag(wellFormed: written.value), tag.hasCode {
      return Located(value: tag, place: written.place)
    }
    problems.add(
      .error(
        .notALanguage, "\(name(of: key)) is \(quoted(written.value)), not a language",
        at: written.place,
        hint: "write a tag such as da or en"))
    return nil
  }

  /// The items of a list; a single value is a list of one.
  package mutating func items(_ key: String, _ problems: inout DiagnosticCollector) -> [SourceNode]?
  {
    guard let node = filled(key) else { return nil }
    if case .sequence(let items) = node.value { return items }
    return [node]
  }

  /// A mapping within this one, to be finished like it.
  package mutating func mapping(_ key: String, _ problems: inout DiagnosticCollector)
    -> MappingReader?
  {
    guard let node = filled(key) else { return nil }
    return MappingReader(node, path: name(of: key), &problems)
  }

  /// A whole number within bounds.
  package mutating func integer(
    _ key: String, in bounds: ClosedRange<Int> = -1_000_000...1_000_000,
    _ problems: inout DiagnosticCollector
  ) -> Located<Int>? {
    node(key)?.integer(as: name(of: key), in: bounds, &problems)
  }

  /// A number without unit, within bounds.
  package mutating func number(
    _ key: String, in bounds: ClosedRange<Double> = -1_000_000...1_000_000,
    _ problems: inout DiagnosticCollector
  ) -> Located<Double>? {
    node(key)?.number(as: name(of: key), in: bounds, &problems)
  }

  /// `true` or `false`.
  package mutating func flag(_ key: String, _ problems: inout DiagnosticCollector) -> Located<Bool>?
  {
    node(key)?.flag(as: name(of: key), &problems)
  }

  /// A length with its unit, or a sum of such.
  package mutating func length(
    _ key: String, in units: RelativeUnits? = nil, _ problems: inout DiagnosticCollector
  ) -> Located<Length>? {
    node(key)?.length(as: name(of: key), in: units, &problems)
  }

  /// A colour, written `"#8a1538"`.
  mutating func color(_ key: String, _ problems: inout DiagnosticCollector) -> Located<Color>? {
    node(key)?.color(as: name(of: key), &problems)
  }

  /// One of the raw values of an enum.
  package mutating func choice<
    Choice: CaseIterable & RawRepresentable<String> & Hashable & Sendable
  >(
    _ key: String, of type: Choice.Type = Choice.self, _ problems: inout DiagnosticCollector
  ) -> Located<Choice>? {
    node(key)?.choice(as: name(of: key), of: type, &problems)
  }

  private mutating func filled(_ key: String) -> SourceNode? {
    guard let node = node(key), node.value != .null else { return nil }
    return node
  }
}
