@testable import Typeset

/// Writes tables of keys as Markdown.
struct ReferenceWriter {
  /// Forms that have a section of their own.
  private var sections: [(name: String, meaning: String, keys: [KeyDescription])] = []
  private var named: [(name: String, keys: [String])] = []

  /// The reference of layouts: what stands at the top, and a section for each key that has keys.
  mutating func layouts(_ keys: [KeyDescription]) -> String {
    var text = """
      # Every key of a layout

      Made by `make reference` from the tables of keys in the source, which the reader uses too.
      [layout-format.md](layout-format.md) tells how they work together. `+key` adds to the list that
      the layout extended, or the default, has under `key`; such keys are marked with a +. A length has
      a unit: mm, cm, in, pt, lines of the text or em. `letterpdf layout new` writes all of this into a layout.

      """
    text += "\n" + table(keys, in: "")
    while !sections.isEmpty {
      let section = sections.removeFirst()
      text +=
        "\n## \(section.name)\n\n\(section.meaning)\n\n" + table(section.keys, in: section.name)
    }
    return text
  }

  /// A table of keys, with what they may be, their defaults and their meaning.
  private mutating func table(_ keys: [KeyDescription], in path: String) -> String {
    var lines = [
      "| Key | Value | Default | Example | Meaning |", "| --- | --- | --- | --- | --- |",
    ]
    for key in keys {
      let name = key.isAdditive ? "`\(key.name)` +" : "`\(key.name)`"
      let value = told(
        key.form, path.isEmpty ? "`\(key.name)`" : "\(path) `\(key.name)`", key.meaning)
      let standard = key.standard.map { "`\($0)`" } ?? key.otherwise ?? ""
      let example = key.shownExample.map { "`\($0)`" } ?? ""
      lines.append("| \(name) | \(value) | \(standard) | \(example) | \(key.meaning) |")
    }
    return lines.joined(separator: "\n").replacing(" |  | ", with: " | | ") + "\n"
  }

  /// A form in words; what has keys of its own gets a section.
  private mutating func told(_ form: KeyForm, _ name: String, _ meaning: String) -> String {
    switch form {
    case .text, .word, .pattern: return "a text"
    case .reference: return "a name"
    case .date: return "a day"
    case .flag: return "`true` or `false`"
    case .integer(let bounds): return "a whole number, \(bounds.lowerBound) to \(bounds.upperBound)"
    case .number(let bounds):
      return "a number, \(short(bounds.lowerBound)) to \(short(bounds.upperBound))"
    case .choice(let words): return listed(words.map { "`\($0)`" }).english
    case .list(let one): return told(one, name, meaning) + ", or a list of these"
    case .array(let one, _): return "a list: " + told(one, name, meaning)
    case .keys(let keys): return section(name, meaning, keys)
    case .named(let one, _): return "by name: " + told(one, name, meaning)
    case .keysAndNamed(let keys, let one):
      return section(name, meaning, keys) + "; by other names: " + told(one, name, meaning)
    case .either(let forms) where forms.count == 2 && isByLanguage(forms):
      return told(forms[0], name, meaning) + "; or by language"
    case .either(let forms): return forms.map { told($0, name, meaning) }.joined(separator: "; ")
    case .definition(let name, let meaning, let inner):
      switch inner() {
      case .keys(let keys): return section(Self.headings[name] ?? name, meaning, keys)
      case .either(let forms) where name == "line" || name == "group":
        for case .keys(let keys) in forms { _ = section("A \(name)", meaning, keys) }
        return "a \(name)"
      default: return Self.words[name] ?? name
      }
    case .nothing: return "nothing"
    case .anything: return "anything"
    }
  }

  /// Whether the second of two forms is the first by name, as texts by language are.
  private func isByLanguage(_ forms: [KeyForm]) -> Bool {
    guard case .named(let one, isOptional: false)? = forms.last, let first = forms.first else {
      return false
    }
    return switch (first, one) {
    case (.text, .text), (.list, .list): true
    default: false
    }
  }

  private static let words = [
    "length": "a length", "extent": "a length", "color": "a colour",
    "rule": "a length, or `{thickness, color}`",
    "pages": "words for pages", "template": "a template", "words": "a template, or one by language",
  ]

  /// What sections are called that several keys lead to.
  private static let headings = [
    "frame": "A frame", "namedFrame": "A frame by name", "logo": "The frame of the logo",
    "style": "A style", "ownStyle": "A style of your own", "rect": "A rectangle",
    "textRect": "A rectangle with text",
  ]

  private mutating func section(
    _ name: String, _ meaning: String, _ keys: [KeyDescription]
  ) -> String {
    // Sections that say the same are one.
    let told = keys.map { "\($0.name) \($0.meaning) \($0.standard ?? "") \($0.otherwise ?? "")" }
    let same = named.first { $0.name == name || $0.keys == told }
    if same == nil {
      named.append((name, told))
      sections.append((name, meaning, keys))
    }
    let name = same?.name ?? name
    let anchor = name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
    return "[keys](#\(anchor.replacing(" ", with: "-")))"
  }

  /// The rows of a letter's head.
  static func rows(_ keys: [KeyDescription]) -> String {
    (["| Key | What it is | Without it |", "| --- | --- | --- |"]
      + keys.map { "| `\($0.name)` | \($0.meaning) | \($0.otherwise ?? "") |" })
      .joined(separator: "\n") + "\n"
  }
}
