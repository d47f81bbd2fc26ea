/// Warns of what only the whole letter shows: that it says nothing, or says in the text what belongs
/// in the head.
func tellWholeSlips(
  in letter: Letter, body: BodyText?, _ problems: inout DiagnosticCollector
) {
  if let subject = letter.$subject, subject.value.isEmpty, letter.title == nil {
    problems.add(
      .warning(
        .emptyHeading, "the subject is empty", at: subject.place,
        hint: "write it, or title: for the mailbox alone"))
  }
  guard !letter.body.isEmpty else {
    let place = body.map { $0.place($0.bytes.count..<$0.bytes.count) } ?? letter.file.range(0, 0)
    problems.add(
      .warning(
        .emptyBody, "the letter has no text", at: place, hint: "write it below the head"))
    return
  }
  if let body, let problem = secondHead(body) { problems.add(problem) }
  tellFirstLine(of: letter, &problems)
  tellLastLines(of: letter, &problems)
}

/// A greeting that the head has, and what stands above it in a typed letter.
private func tellFirstLine(of letter: Letter, _ problems: inout DiagnosticCollector) {
  guard let first = letter.body.first, let words = first.shortWords else { return }
  if letter.opening != nil, words.isGreeting {
    problems.add(
      .warning(
        .saidTwice, "the letter greets twice: opening says it already", at: first.place,
        hint: "delete this line, or opening in the head"))
  }
  for block in letter.body.prefix(3) { tellHeadLine(block, of: letter, &problems) }
}

/// A line of the text that names a key of the head, `Emne: …`.
private func tellHeadLine(
  _ block: Block, of letter: Letter, _ problems: inout DiagnosticCollector
) {
  guard let words = block.shortWords, let colon = words.firstIndex(of: ":") else { return }
  let value = collapseSpaces(String(words[words.index(after: colon)...]))
  guard let name = headLines[words[..<colon].lowercased()], !value.hasPrefix(":"),
    value.contains(where: { $0.isLetter || $0.isNumber })
  else { return }
  func tellTwice(_ text: DiagnosticText) {
    problems.add(.warning(.saidTwice, text, at: block.place, hint: "delete this line"))
  }
  switch name {
  case "subject" where letter.subject != nil:
    return tellTwice("the subject stands in the head and here")
  case "date":
    // One with more than a day is about the matter: a meeting's.
    guard let day = WrittenDay.day(of: value) else { return }
    if let date = letter.date {
      return date == day ? tellTwice("the date stands in the head and here") : ()
    }
  case "to":
    if let first = letter.recipients.first?.lines.first {
      return first == value ? tellTwice("the recipient stands in the head and here") : ()
    }
  default: break
  }
  problems.add(
    .warning(
      .saidTwice, "\(quoted(words)) is a line of the text", at: block.place,
      hint: "write \(name): in the head instead"))
}

/// A closing that the head has, and a line of enclosures.
private func tellLastLines(of letter: Letter, _ problems: inout DiagnosticCollector) {
  let isSigned = letter.closing != nil || !letter.signatures.isEmpty
  for block in letter.body.suffix(3) {
    if isSigned, let words = block.firstWords, words.isClosing {
      problems.add(
        .warning(
          .saidTwice, "the letter closes twice: the head says it already", at: block.place,
          hint: "delete this line, or closing and signatures in the head"))
    }
    guard let words = block.shortWords, let colon = words.firstIndex(of: ":"),
      enclosureLines.contains(words[..<colon].lowercased()), letter.enclosures.isEmpty
    else { continue }
    let titles = collapseSpaces(String(words[words.index(after: colon)...]))
    guard !titles.isEmpty, !titles.hasPrefix(":"), !titles.isSentence else { continue }
    // With a colon in one of them, a comma may be a part of it, too.
    let alone = titles.replacing(",", with: "")
    let items = inBrackets(alone) == alone ? titles : inQuotes(titles)
    problems.add(
      .warning(
        .saidTwice, "\(quoted(words)) is a line of the text", at: block.place,
        hint: "write enclosures: [\(items)] in the head"))
  }
}

private let greetings = [
  "kære", "hej", "dear", "sehr geehrte", "liebe", "lieber", "kjære", "hei", "bästa", "bäste",
]

private let closings = [
  "med venlig hilsen", "venlig hilsen", "de bedste hilsner", "med vennlig hilsen",
  "vennlig hilsen", "med vänlig hälsning", "vänliga hälsningar", "mit freundlichen grüßen",
  "freundliche grüße", "yours sincerely", "yours faithfully", "kind regards", "best regards",
  "mvh", "m.v.h", "vh", "v.h", "de bedste hilsener", "bedste hilsner", "hälsningar",
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

  /// The first line of a paragraph of a few short ones; nil for anything else.
  fileprivate var firstWords: String? {
    guard place.upper - place.lower <= 400, case .paragraph(let inlines) = content,
      case .text(let words)? = inlines.first?.content
    else { return nil }
    let lines = place.text.split(separator: "\n")
    guard lines.count <= 4, lines.allSatisfy({ $0.utf8.count <= 80 }), let first = lines.first
    else { return nil }
    return lines.count == 1 ? (inlines.count == 1 ? words : nil) : withoutBreak(String(first))
  }

  private func withoutBreak(_ line: String) -> String {
    collapseSpaces(line.hasSuffix("\\") ? String(line.dropLast()) : line)
  }
}

extension String {
  /// Whether it greets, `Kære Anna Holm,`, and says nothing more.
  fileprivate var isGreeting: Bool {
    guard let rest = rest(behindOneOf: greetings) else { return false }
    return (rest.isEmpty || rest.first == "," || rest.first == " ")
      && !rest.dropLast().contains { ".?!".contains($0) } && !isSentence
  }

  /// Whether it closes a letter, `Med venlig hilsen`, also with a name.
  fileprivate var isClosing: Bool {
    guard let rest = rest(behindOneOf: closings) else { return false }
    if rest.allSatisfy({ ".,! ".contains($0) }) { return true }
    guard let next = rest.first, next == " " || next == ",", !isSentence else { return false }
    return rest.first { $0.isLetter }?.isUppercase == true
      && !rest.dropLast().contains { "?!".contains($0) }
  }

  private func rest(behindOneOf phrases: [String]) -> Substring? {
    let words = lowercased()
    guard words.count == count, let phrase = phrases.first(where: { words.hasPrefix($0) }) else {
      return nil
    }
    return dropFirst(phrase.count)
  }

  /// Whether it is of several words and ends as a sentence does.
  fileprivate var isSentence: Bool {
    let count = split(separator: " ").count
    return count > 4 && last.map { ".…?:;".contains($0) } == true || count > 9
  }
}
