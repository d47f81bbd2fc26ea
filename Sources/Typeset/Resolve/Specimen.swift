/// A real letter in a layout, with everything that the layout shows: to see what a letter looks like.
///
/// - Parameters:
///   - text: a letter with all fields that layouts usually have, as it lies beside a language.
///   - layout: what leaves out the fields it does not have, and may have others; those with a value of
///     its own show that.
func specimenSource(
  _ text: String, for layout: Layout, language: LanguagePack, layoutName: String
) -> SourceFile {
  let lead = text.hasPrefix("---\n") ? text.dropFirst(4) : text[...]
  let border = lead.firstRange(of: "\n---\n")
  let head = border.map { lead[..<$0.lowerBound] } ?? ""
  let body = border.map { lead[$0.upperBound...] } ?? lead
  var entries: [(key: String, lines: [Substring])] = []
  for line in head.split(separator: "\n") {
    let key = line.prefix { $0 != ":" }
    if line.first?.isLetter == true, key.endIndex < line.endIndex {
      entries.append((String(key), [line]))
    } else if !entries.isEmpty {
      entries[entries.count - 1].lines.append(line)
    }
  }
  let isToldByLayout = Set(
    layout.fields.filter { $0.standard(in: layout.language) != nil }.map(\.key))
  let declared = layout.fields.map(\.key)
  let isInLanguage = layout.language.lookup.contains {
    entries.first { $0.key == "language" }?.lines == ["language: \($0.tag)"]
  }
  let own = entries.filter { key, _ in
    if key == "language" { return !isInLanguage }
    if isToldByLayout.contains(key) { return false }
    return declared.contains(key) || keysOfEveryLetter.contains(key)
  }
  let told = Set(own.map(\.key))
  let further = layout.fields.filter {
    !told.contains($0.key) && !isToldByLayout.contains($0.key)
  }.map { field in
    "\(field.key): \(yamlQuoted(field.label(in: language.tag) ?? field.key))"
  }
  let lines =
    ["layout: \(yamlQuoted(layoutName))"] + own.flatMap { $0.lines.map(String.init) } + further
  return SourceFile(
    name: "specimen of \(layout.name)",
    text: "---\n" + lines.joined(separator: "\n") + "\n---\n\n" + body)
}

/// Keys that a letter may have in any layout.
private let keysOfEveryLetter: Set = [
  "language", "date", "to", "subject", "opening", "closing", "signatures", "enclosures", "copies",
  "case-id", "document-id", "email", "phone", "your-reference",
]

/// A letter that uses everything a layout has: fields, kinds of text, the letters of the alphabet.
///
/// Composing it shows what does not fit and which characters the fonts lack.
func proofSource(for layout: Layout, language: LanguagePack, layoutName: String) -> SourceFile {
  var head = [
    "layout: \(yamlQuoted(layoutName))", "language: \(language.tag.tag)", "date: 2026-05-20",
    "subject: \(yamlQuoted("\(layout.name): \(language.alphabet.prefix(20))"))",
    "opening: Abc", "closing: Abc", "to: \"Anna Sørensen\\nVej 12, 2. th.\\n1234 By\"",
    "signatures: [{name: Anna Sørensen, title: Abc}, {name: Bo Dam, title: Abc}]",
    "enclosures: [Abc]", "copies: [Abc]",
  ]
  let samples = [
    "case-id": "2026-1234", "document-id": "1234567", "email": "navn@example.org",
    "phone": "12 34 56 78", "your-reference": "AB-12",
  ]
  let fields =
    ["case-id", "document-id", "email", "phone", "your-reference"] + layout.fields.map(\.key)
  var told: Set<String> = []
  for key in fields where told.insert(key).inserted {
    head.append("\(key): \(yamlQuoted(samples[key] ?? key))")
  }
  let words = language.alphabet.map(String.init).joined(separator: " ")
  let body = [
    "# Abc", words, "## Abc", "**\(words)**", "### Abc", "*\(words)*", "- a\n- b\n  - c",
    "1. a\n2. b", "> \(words)", "| a | b |\n| :-- | --: |\n| 1 | 2 |",
    "```\ncode\n```", "a[^1] `b` [c](https://example.org)", "[^1]: \(words)",
  ]
  return SourceFile(
    name: "specimen of \(layout.name)",
    text: "---\n" + head.joined(separator: "\n") + "\n---\n\n"
      + body.joined(separator: "\n\n") + "\n")
}

/// A text as YAML takes it whatever is in it.
private func yamlQuoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
