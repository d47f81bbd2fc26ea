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

  /// What a sentence is in this language that came whole, with its values in it, as those of the
  /// child do; nil where no template is like it.
  ///
  /// Only templates that begin with words are held against it: others are like any sentence. Of
  /// several that with most words of its own is taken.
  func sentence(_ words: String) -> String? {
    var best: (length: Int, template: String, told: String)?
    for (template, told) in forms {
      let pieces = DiagnosticText.places(of: template)
      guard pieces.count > 1, case .words(let first)? = pieces.first, first.utf8.count >= 4,
        words.hasPrefix(first), let values = Self.values(of: words[...], like: pieces),
        let form = told.first
      else { continue }
      let length = template.utf8.count
      // The order of a dictionary is none.
      if let best, (best.length, best.template) >= (length, template) { continue }
      best = (length, template, Self.filled(form, values))
    }
    return best?.told
  }

  /// The values of a sentence, by their places' numbers; nil where it is not like the pieces.
  private static func values(
    of sentence: Substring, like pieces: [DiagnosticText.TemplatePiece]
  ) -> [Int: Substring]? {
    var values: [Int: Substring] = [:]
    var rest = sentence
    var open: Int?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .place(let number):
        guard open == nil else { return nil }
        open = number
      case .words(let words):
        guard let place = open else {
          guard rest.hasPrefix(words) else { return nil }
          rest = rest.dropFirst(words.count)
          continue
        }
        let isLast = index == pieces.count - 1
        guard isLast ? rest.hasSuffix(words) : rest.contains(words),
          let found = isLast ? rest.ranges(of: words).last : rest.firstRange(of: words)
        else { return nil }
        values[place] = rest[..<found.lowerBound]
        rest = rest[found.upperBound...]
        open = nil
      }
    }
    if let open { values[open] = rest } else if !rest.isEmpty { return nil }
    return values.values.allSatisfy { !$0.isEmpty } ? values : nil
  }

  private static func filled(_ form: String, _ values: [Int: Substring]) -> String {
    DiagnosticText.places(of: form).reduce(into: "") { told, piece in
      switch piece {
      case .words(let words): told += words
      case .place(let number): told += values[number] ?? ""
      }
    }
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
