/// A value of a layout that letters in different languages may have differently.
struct ByLanguage<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value in languages that have none of their own.
  var standard: Value
  /// Values by the tags of their languages.
  var own: [String: Value] = [:]

  init(_ standard: Value, own: [String: Value] = [:]) {
    self.standard = standard
    self.own = own
  }

  /// The value in a language: its own, that of the language without its region, else the standard.
  subscript(language: LanguageTag) -> Value {
    own.isEmpty
      ? standard : language.lookup.lazy.compactMap { own[$0.tag] }.first ?? standard
  }

  /// Every value, the standard first, the others in the order of their tags.
  var all: [Value] {
    [standard] + own.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Another value in each place.
  func map<Other: Hashable & Sendable>(_ change: (Value) -> Other) -> ByLanguage<Other> {
    ByLanguage<Other>(change(standard), own: own.mapValues(change))
  }

  /// What two say together, in every language that one of them names.
  func joined(with other: Self, _ join: (Value, Value) -> Value) -> Self {
    let tags = Set(own.keys).union(other.own.keys)
    let pairs = tags.map { tag in
      (tag, join(self[LanguageTag(tag)], other[LanguageTag(tag)]))
    }
    return Self(join(standard, other.standard), own: Dictionary(uniqueKeysWithValues: pairs))
  }
}

/// The key of what holds in every language that has nothing of its own.
private let otherLanguages = "other"

extension SourceNode {
  /// Whether it is a mapping from languages, `{da: …, en: …}`, by the look of its keys.
  var isByLanguage: Bool {
    guard case .mapping(let entries) = value, !entries.isEmpty else { return false }
    return entries.allSatisfy { languageKey($0.key) != nil }
  }

  /// The list of this node and the one of another behind it, in each language that one of them names.
  ///
  /// - Parameter join: puts two lists together.
  func joinedByLanguage(
    with more: SourceNode, _ join: (SourceNode, SourceNode) -> SourceNode
  ) -> SourceNode {
    let keys = (languages + more.languages).reduce(into: [SourceNode.Entry]()) { keys, entry in
      if !keys.contains(where: { $0.key == entry.key }) { keys.append(entry) }
    }
    let entries = keys.map { entry in
      SourceNode.Entry(
        key: entry.key, keyRange: entry.keyRange,
        value: join(list(in: entry.key), more.list(in: entry.key)))
    }
    return SourceNode(value: .mapping(entries), range: more.range)
  }

  private var languages: [SourceNode.Entry] {
    if isByLanguage, case .mapping(let entries) = value { entries } else { [] }
  }

  private func list(in language: String) -> SourceNode {
    let entry =
      languages.first { $0.key == language } ?? languages.first { $0.key == otherLanguages }
      ?? languages.first
    return entry?.value ?? self
  }
}

/// The tag that a key of a mapping from languages stands for, an empty one for all others; nil for
/// what names no language.
private func languageKey(_ key: String) -> String? {
  if key == otherLanguages { return "" }
  return LanguageTag(wellFormed: key).flatMap { $0.hasCode ? $0.tag : nil }
}

extension LayoutParser {
  /// Reads a value, or one for each language and `other` for the rest.
  ///
  /// Letters in other languages have that of the layout's own language where `other` is left out; a
  /// mapping without both is an error.
  mutating func byLanguage<Value>(
    _ node: SourceNode, as name: String,
    _ read: (SourceNode, String, inout LayoutParser) -> Value?
  ) -> ByLanguage<Value>? {
    guard case .mapping(let entries) = node.value else {
      return read(node, name, &self).map { ByLanguage($0) }
    }
    var isWrong = false
    var values: [String: Value] = [:]
    for entry in entries where entry.value.value != .null {
      guard let tag = languageKey(entry.key) else {
        isWrong = true
        problems.add(
          .error(
            .byLanguage, "\(name) has a value for \(quoted(entry.key)), which is no language",
            at: entry.keyRange, hint: "write tags such as da or en, and other for the rest"))
        continue
      }
      values[tag] = read(entry.value, "\(name).\(entry.key)", &self)
      if values[tag] == nil { isWrong = true }
    }
    let own = language.lookup.lazy.compactMap { values[$0.tag] }.first
    guard let standard = values.removeValue(forKey: "") ?? own else {
      if !isWrong {
        problems.add(
          .error(
            .byLanguage,
            "\(name) has no value for \(quoted(language.tag)), the layout's language, nor for others",
            at: node.range, hint: "add \(language.tag): or other:"))
      }
      return nil
    }
    return ByLanguage(standard, own: values)
  }
}

extension KeyForm {
  /// A value, or one for each language.
  static func byLanguage(_ one: KeyForm) -> KeyForm {
    .either([one, .named(one, isOptional: false)])
  }

  /// A template, or one for each language.
  static let words = KeyForm.definition(
    "words", "A template, or one for each language and other for the rest: {da: …, other: …}."
  ) { .byLanguage(.template) }
}

extension ValueForm where Context == LayoutParser, Value == ByLanguage<Template> {
  /// Text with places to fill, which may be given by language.
  static var words: Self {
    ValueForm(form: { .words }, reading: { $2.words($0, &$1) })
  }
}

extension ValueForm where Context == LayoutParser, Value == ByLanguage<Located<String>> {
  /// A text that may be given by language.
  static var textByLanguage: Self {
    ValueForm(
      form: { .byLanguage(.text) },
      reading: { key, reader, parser in
        guard let node = reader.node(key), node.value != .null else { return nil }
        return parser.byLanguage(node, as: reader.name(of: key)) { $0.text(as: $1, &$2.problems) }
      })
  }
}

extension LayoutParser {
  /// Templates under a key.
  fileprivate mutating func words(
    _ key: String, _ reader: inout MappingReader
  ) -> ByLanguage<Template>? {
    guard let node = reader.node(key), node.value != .null else { return nil }
    return words(node, as: reader.name(of: key))
  }

  /// A template, or one for each language.
  mutating func words(_ node: SourceNode, as name: String) -> ByLanguage<Template>? {
    byLanguage(node, as: name) { node, name, parser in
      node.text(as: name, &parser.problems).map { parser.template($0) }
    }
  }
}
