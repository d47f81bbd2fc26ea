/// A letter that uses everything a layout has: fields, kinds of text, the letters of the alphabet.
///
/// Composing it shows what does not fit and which characters the fonts lack.
func specimenSource(for layout: Layout, language: LanguagePack, layoutName: String) -> SourceFile {
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
