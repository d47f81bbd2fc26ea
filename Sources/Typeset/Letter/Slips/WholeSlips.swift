/// Warns of what only the whole letter shows: that it says nothing, or says in the text what belongs
/// in the head.
func tellWholeSlips(
  in letter: Letter, body: BodyText?, _ problems: inout DiagnosticCollector
) {
  guard !letter.body.isEmpty else {
    let place = body.map { $0.place($0.bytes.count..<$0.bytes.count) } ?? letter.file.range(0, 0)
    problems.add(
      .warning(
        .emptyBody, "the letter has no text", at: place, hint: "write it below the head"))
    return
  }
  tellFirstLine(of: letter, &problems)
  tellLastLines(of: letter, &problems)
}

/// A greeting that the head has, and what stands above it in a typed letter.
private func tellFirstLine(of letter: Letter, _ problems: inout DiagnosticCollector) {
  guard let first = letter.body.first, let words = first.shortWords else { return }
  if letter.opening != nil, words.beginsWithOne(of: greetings) {
    problems.add(
      .warning(
        .saidTwice, "the letter greets twice: opening says it already", at: first.place,
        hint: "delete this line, or opening in the head"))
  }
  for block in letter.body.prefix(3) {
    guard let words = block.shortWords, let colon = words.firstIndex(of: ":") else { continue }
    let key = words[..<colon].lowercased()
    let value = collapseSpaces(String(words[words.index(after: colon)...]))
    guard let name = headLines[key], !value.isEmpty, !value.hasPrefix(":") else { continue }
    if name == "subject", letter.subject != nil {
      problems.add(
        .warning(
          .saidTwice, "the subject stands in the head and here", at: block.place,
          hint: "delete this line"))
    } else {
      problems.add(
        .warning(
          .saidTwice, "\(quoted(words)) is a line of the text", at: block.place,
          hint: "write \(name): in the head instead"))
    }
  }
}

/// A closing that the head has, and a line of enclosures.
private func tellLastLines(of letter: Letter, _ problems: inout DiagnosticCollector) {
  let isSigned = letter.closing != nil || !letter.signatures.isEmpty
  for block in letter.body.suffix(3) {
    guard let words = block.shortWords else { continue }
    if isSigned, words.beginsWithOne(of: closings) {
      problems.add(
        .warning(
          .saidTwice, "the letter closes twice: the head says it already", at: block.place,
          hint: "delete this line, or closing and signatures in the head"))
    }
    guard let colon = words.firstIndex(of: ":"),
      enclosureLines.contains(words[..<colon].lowercased()), letter.enclosures.isEmpty
    else { continue }
    let titles = collapseSpaces(String(words[words.index(after: colon)...]))
    guard !titles.isEmpty, !titles.hasPrefix(":") else { continue }
    problems.add(
      .warning(
        .saidTwice, "\(quoted(words)) is a line of the text", at: block.place,
        hint: "write enclosures: [\(titles)] in the head"))
  }
}

private let greetings = [
  "kære", "hej", "dear", "sehr geehrte", "liebe", "lieber", "kjære", "hei", "bästa", "bäste",
]

private let closings = [
  "med venlig hilsen", "venlig hilsen", "de bedste hilsner", "med vennlig hilsen",
  "vennlig hilsen", "med vänlig hälsning", "vänliga hälsningar", "mit freundlichen grüßen",
  "freundliche grüße", "yours sincerely", "yours faithfully", "kind regards", "best regards",
  "mvh",
]

/// What is typed above a letter, and the key that it belongs to.
private let headLines = [
  "emne": "subject", "vedr.": "subject", "vedrørende": "subject", "subject": "subject",
  "betreff": "subject", "ämne": "subject", "til": "to", "an": "to", "till": "to", "to": "to",
  "dato": "date", "datum": "date", "date": "date",
]

private let enclosureLines: Set<String> = [
  "bilag", "vedlagt", "vedlegg", "bilagor", "bilaga", "anlage", "anlagen", "enclosure",
  "enclosures", "encl.",
]

extension Block {
  /// The words of a paragraph of one short line; nil for anything else.
  fileprivate var shortWords: String? {
    guard case .paragraph(let inlines) = content, inlines.count == 1,
      case .text(let words) = inlines[0].content, words.utf8.count <= 80,
      !place.text.contains("\n")
    else { return nil }
    return words
  }
}

extension String {
  /// Whether it begins with one of some phrases, and nothing but a name follows.
  fileprivate func beginsWithOne(of phrases: [String]) -> Bool {
    let words = lowercased()
    return phrases.contains { phrase in
      guard words.hasPrefix(phrase) else { return false }
      let rest = words.dropFirst(phrase.count)
      return rest.isEmpty || rest.first == " " && !rest.dropLast().contains { ".?!".contains($0) }
        || rest.first == ","
    }
  }
}
