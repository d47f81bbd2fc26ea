/// Letters and layouts made to break a program, by name.
enum Monsters {
  private static let head = "---\nlayout: kl\ndate: 2024-03-11\nsubject: Prøve\n---\n"

  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Whole letters.
  static var letters: [(name: String, text: String)] {
    [
      ("nothing", ""),
      ("a line end", "\n"),
      ("a head alone", "---\n---\n"),
      ("a head that never ends", "---\nlayout: kl\n"),
      ("only rules", times("---\n", 10_000)),
      ("a byte order mark", "\u{FEFF}" + head + "Tekst"),
      ("NUL", head + "a\u{0}b"),
      ("a YAML bomb", "---\nlayout: kl\n" + bomb + "subject: *z\n---\nTekst"),
      ("an alias of itself", "---\nlayout: kl\nto: &a [*a]\n---\nTekst"),
      ("deep flow lists", "---\nto: " + times("[", 10_000) + "\n---\nTekst"),
      (
        "deep closed flow lists",
        "---\nto: " + times("[", 10_000) + times("]", 10_000) + "\n---\nTekst"
      ),
      ("deep flow mappings", "---\nto: " + times("{a: ", 10_000) + "\n---\nTekst"),
      ("deep block lists", "---\nto:\n " + times("- ", 10_000) + "a\n---\nTekst"),
      ("deep block quotes", head + times(">", 10_000) + " Tekst"),
      ("deep lists", head + times("- ", 10_000) + "Tekst"),
      ("deep numbered lists", head + times("1. ", 5_000) + "Tekst"),
      ("deep emphasis", head + times("*a ", 10_000) + times("a*", 10_000)),
      ("deep strong", head + times("**a ", 10_000)),
      ("deep brackets", head + times("[", 10_000) + "a" + times("](b)", 10_000)),
      ("deep images", head + times("![", 10_000) + "a" + times("](b)", 10_000)),
      ("deep spans", head + times("[", 10_000) + "a" + times("]{lang=en}", 10_000)),
      ("many backticks", head + (1...500).map { times("`", $0) }.joined(separator: " ")),
      ("many headings", head + times("## Overskrift\n\n", 3_000)),
      ("many list items", head + times("- Punkt\n", 5_000)),
      ("many cells", head + "|a|b|\n|-|-|\n" + times("|c|d|\n", 3_000)),
      ("many links", head + times("[a](https://kl.dk) ", 5_000)),
      ("many keys", "---\n" + (1...20_000).map { "k\($0): v\n" }.joined() + "---\nTekst"),
      (
        "many recipients",
        "---\nlayout: kl\ndate: 2024-03-11\nto:\n" + times("  - A\n", 20_000)
          + "---\nTekst"
      ),
      ("a wide table", head + times("|a", 3_000) + "|\n" + times("|-", 3_000) + "|\n"),
      ("a long word", head + times("kommunal", 20_000)),
      (
        "a long subject",
        "---\nlayout: kl\ndate: 2024-03-11\nsubject: "
          + times("kommunal dialog ", 5_000) + "\n---\nTekst"
      ),
      ("many combining marks", head + "a" + times("\u{301}", 20_000)),
      ("nested directions", head + times("\u{202E}a\u{202D}", 5_000)),
      ("many footnotes", head + (1...2_000).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined()),
      ("a footnote in itself", head + "a[^1]\n\n[^1]: b[^1]\n"),
      ("entities", head + times("&amp;&#x1F600;&#0;&NotEqualTilde;", 500)),
      ("soft hyphens", head + times("a\u{AD}", 50_000)),
      ("no-break spaces", head + times("ord\u{A0}", 20_000)),
      ("JSON without end", "{\"layout\": \"kl\", \"body\": \""),
      ("deep JSON", "{\"to\": " + times("[", 100_000)),
      ("JSON of another kind", "[1, 2, 3]"),
      ("numbers without measure", "---\nlayout: kl\ndate: 99999-99-99\n---\nTekst"),
      ("a paragraph of 5 MB", head + times("Kommunernes udfordringer er mange. ", 150_000)),
      ("a word of 5 MB", head + times("kommunernes", 480_000)),
      ("5 MB of new lines", head + times("\n", 5_000_000)),
    ]
  }

  /// Eleven levels of nine: thirty thousand million names when written out.
  private static var bomb: String {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (level, name) in zip("abcdefghij", "bcdefghijz") {
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(level)", count: 9).joined(separator: ", ")
      text += "]\n"
    }
    return text
  }

  /// Lines that make a layout which extends `kl` absurd.
  static let layoutLines = [
    "extends: kl\nextends: kl",
    "extends: ./monster.yaml",
    "extends: /",
    "page: {size: A9999}",
    "page: {width: 0mm, height: 0mm}",
    "page: {width: 1mm, height: 1mm}",
    "page: {width: 1e308mm, height: 297mm}",
    "page: {width: -210mm, height: -297mm}",
    "text: {size: 0pt}",
    "text: {size: -10pt}",
    "text: {size: 14400pt}",
    "text: {size: 0.0000001pt}",
    "text: {leading: 0pt}",
    "text: {leading: 0.001pt}",
    "text: {leading: 14400pt}",
    "text: {size: nan}",
    "text: {size: .inf}",
    "text: {hyphenation: {before: 99999999999, after: -1}}",
    "fonts: {text: Findes Ikke}",
    "fonts: {text: []}",
    "fonts: {files: [/dev/zero]}",
    "fonts: {files: [monster.yaml]}",
    "regions: {}",
    "regions: {first: {frame: {x: 22mm, y: 60mm, width: 0mm, height: 205mm}}}",
    "regions: {first: {frame: {x: 22mm, y: 60mm, width: 125mm, height: 1pt}}}",
    "regions: {first: {frame: {x: 22mm, y: 60mm, width: 0.1pt, height: 205mm}}}",
    "regions: {first: {frame: {x: 200mm, y: 290mm, width: 125mm, height: 205mm}}}",
    "sidebar: {groups: [[\"{date\"], [\"{{{{\"], [\"{page} {pages} {nothing}\"]]}",
    "signatures: {columns: 0}",
    "signatures: {columns: 1000000}",
    "signatures: {space-for-ink: 5000mm}",
    "unknown: 1",
    "? [a, b]\n: c",
    "colors: {accent: \"#zzzzzz\"}",
    "- a\n- b",
    "\"",
    "&a *a",
    "!!binary aGVq",
    "%YAML 9.9\n---\n",
  ]
}
