/// The texts of diagnostics in another language, as a translator wrote them in a file of GNU gettext:
/// `Translations/da.po`.
public struct Translation: Sendable {
  /// The tag of the language.
  public let language: String
  /// The forms of each English template: one, or that for one and that for more.
  let forms: [String: [String]]

  /// Reads a file of gettext (GNU gettext manual, "The Format of PO Files").
  ///
  /// Entries that are marked `fuzzy`, or have no words yet, are left out: they are told in English.
  package init(language: String, po bytes: [UInt8]) {
    self.language = language
    var reader = POReader()
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    { reader.read(line) }
    reader.finishEntry()
    forms = reader.forms
  }

  /// What a template is in this language; nil where it has no words.
  func form(of template: String, isOne: Bool) -> String? {
    guard let found = forms[template] else { return nil }
    return isOne ? found.first : found.last
  }
}

/// Collects the entries of a PO file, line by line.
private struct POReader {
  private(set) var forms: [String: [String]] = [:]
  private var source = ""
  private var told: [String] = []
  private var isFuzzy = false
  private var field = Field.none

  private enum Field { case none, source, skipped, told }

  mutating func read(_ line: Substring) {
    let line = line.drop { $0 == " " || $0 == "\t" }
    if line.hasPrefix("\"") { return append(line) }
    if line.hasPrefix("#") {
      if field == .told { finishEntry() }
      if line.hasPrefix("#,"), line.contains("fuzzy") { isFuzzy = true }
    } else if line.hasPrefix("msgid_plural") {
      field = .skipped
    } else if line.hasPrefix("msgid") {
      if field == .told { finishEntry() }
      field = .source
      append(line)
    } else if line.hasPrefix("msgstr") {
      field = .told
      told.append("")
      append(line)
    }
  }

  /// Takes the words between the quotation marks of a line.
  private mutating func append(_ line: Substring) {
    guard let opening = line.firstIndex(of: "\""), let closing = line.lastIndex(of: "\""),
      opening < closing
    else { return }
    let words = Self.unescaped(line[line.index(after: opening)..<closing])
    switch field {
    case .source: source += words
    case .told where !told.isEmpty: told[told.count - 1] += words
    case .none, .skipped, .told: break
    }
  }

  mutating func finishEntry() {
    if !isFuzzy, !source.isEmpty, !told.isEmpty, told.allSatisfy({ !$0.isEmpty }) {
      forms[source] = told
    }
    (source, told, isFuzzy, field) = ("", [], false, .none)
  }

  private static func unescaped(_ text: Substring) -> String {
    var words = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        words += character == "n" ? "\n" : character == "t" ? "\t" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        words.append(character)
      }
    }
    return words
  }
}
