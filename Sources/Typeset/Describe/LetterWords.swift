/// What a new letter says in a language: its comments, what is to be replaced, and its text; read
/// from `Languages/da/new-letter.yaml`.
struct LetterWords {
  /// A key of the head.
  struct Entry {
    /// What it is for, in the language.
    let says: String?
    /// What is to be replaced; nil where the key has none.
    let value: SourceNode?
  }

  /// What stands at the head of the letter, a paragraph to a line; {layout} and {file} are filled.
  let introduction: [String]
  /// The titles of the head's parts.
  let sections: [String: String]
  /// What is said of a field that the layout wants.
  let needed: String
  /// The keys of the head by name.
  let keys: [String: Entry]
  /// Those under `delivery`.
  let delivery: [(key: String, entry: Entry)]
  /// The text.
  let body: String

  /// Reads the file.
  ///
  /// - Throws: ``Diagnostics`` with every problem found, in source order.
  init(_ file: SourceFile) throws(Diagnostics) {
    let root = try parseYAML(file, in: 0..<file.bytes.count)
    var problems = DiagnosticCollector()
    var reader = MappingReader(root, &problems)
    introduction =
      (reader?.items("introduction", &problems) ?? []).compactMap {
        $0.text(as: "introduction", &problems)?.value
      }
    sections = Self.texts("sections", &reader, &problems)
    needed = reader?.text("needed", &problems)?.value ?? ""
    let read = Self.entries("keys", &reader, &problems)
    keys = Dictionary(read.map { ($0.key, $0.entry) }) { first, _ in first }
    delivery = Self.entries("delivery", &reader, &problems)
    body = reader?.node("body")?.verbatim(as: "body", &problems)?.value ?? ""
    reader?.finish(&problems)
    try problems.throwIfErrors()
  }

  private static func texts(
    _ key: String, _ reader: inout MappingReader?, _ problems: inout DiagnosticCollector
  ) -> [String: String] {
    guard var part = reader?.mapping(key, &problems) else { return [:] }
    var texts: [String: String] = [:]
    for name in part.keys { texts[name] = part.text(name, &problems)?.value }
    return texts
  }

  private static func entries(
    _ key: String, _ reader: inout MappingReader?, _ problems: inout DiagnosticCollector
  ) -> [(key: String, entry: Entry)] {
    guard var part = reader?.mapping(key, &problems) else { return [] }
    return part.keys.map { name in
      guard var one = part.mapping(name, &problems) else {
        return (name, Entry(says: nil, value: nil))
      }
      let entry = Entry(says: one.text("says", &problems)?.value, value: one.node("value"))
      one.finish(&problems)
      return (name, entry)
    }
  }
}
