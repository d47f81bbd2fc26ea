import Typeset

/// The lines of a letter from Word that belong into the head: those of which that is certain, and
/// those that stand where such lines do, of which it is told.
struct ImportedHead {
  /// Keys with their values, in the order of a head.
  private(set) var subject: String?
  private(set) var date: String?
  private(set) var recipient: [String] = []
  private(set) var fields: [(key: String, value: String)] = []
  private(set) var opening: String?
  private(set) var ending = ImportedEnding()
  /// What was guessed, and what was not recognised.
  private(set) var guesses: [ImportGuess] = []

  /// What stands before the letter's text is looked through so far.
  private static let reach = 24
  /// A line of more characters is no line of a head.
  private static let longest = 90

  private static let labels: [(label: String, key: String)] = [
    ("sagsnr.", "case-id"), ("sagsnr", "case-id"), ("sagsnummer", "case-id"),
    ("sags id", "case-id"), ("sags-id", "case-id"),
    ("dok. id", "document-id"), ("dok.id", "document-id"), ("dokumentnr.", "document-id"),
    ("dok. nr.", "document-id"), ("dok.nr.", "document-id"), ("dokumentnummer", "document-id"),
    ("e-mail", "email"), ("mail", "email"), ("direkte", "phone"), ("telefon", "phone"),
    ("tlf.", "phone"), ("tlf", "phone"), ("deres ref.", "your-reference"),
    ("deres reference", "your-reference"),
  ]

  /// Takes the lines of a head out of a text.
  init(takingFrom blocks: inout [WordBlock]) {
    takeSubject(&blocks)
    takeBeginning(&blocks)
    if let (found, start, isGuess) = ImportedEnding.find(in: blocks) {
      ending = found
      blocks.removeSubrange(start...)
      let signers = found.signature.joined(separator: ", ")
      if isGuess { guesses.append(.taken(signers, key: "signatures")) }
    } else if let closing = ImportedEnding.closing(of: blocks) {
      guesses.append(.leftBelow(closing))
    }
  }

  // MARK: Beginning

  /// Where the salutation stands, within reach; nil where there is none.
  private static func salutation(in blocks: [WordBlock]) -> Int? {
    blocks.prefix(reach).firstIndex { block in
      guard case .paragraph(let content, _) = block else { return false }
      let lines = lines(of: content)
      return lines.count == 1 && isOpening(lines[0])
    }
  }

  private mutating func takeBeginning(_ blocks: inout [WordBlock]) {
    let salutation = Self.salutation(in: blocks)
    var kept: [WordBlock] = []
    var index = 0
    while index < min(blocks.count, salutation ?? Self.reach) {
      guard case .paragraph(let content, _) = blocks[index],
        salutation != nil || !content.contains(where: \.isMoreThanWords)
      else { break }
      index += 1
      let lines = Self.lines(of: content)
      let isWhole = !content.contains(where: \.isMoreThanWords)
      if !isWhole || !take(lines) { kept.append(blocks[index - 1]) }
    }
    if let salutation, index == salutation { takeRecipient(&kept) }
    if let salutation, index == salutation, case .paragraph(let content, _) = blocks[index] {
      if kept.isEmpty {
        opening = Self.lines(of: content).first
        index += 1
      } else {
        // Above the lines that stay it would be printed in their midst.
        guesses.append(.leftAbove(kept.flatMap(Self.lines(of:))))
      }
    }
    blocks = kept + blocks[index...]
  }

  /// Takes an address among what stands above the salutation; the sender's own comes first.
  private mutating func takeRecipient(_ kept: inout [WordBlock]) {
    guard recipient.isEmpty else { return }
    let blocks = AddressBlock.all(in: kept.map(Self.lines(of:)))
    let others = blocks.filter { !$0.isLetterhead }
    guard let found = others.count > 1 ? others[1] : others.first else { return }
    recipient = found.lines
    kept.removeSubrange(found.paragraphs)
    guesses.append(.taken(found.lines.joined(separator: ", "), key: "to"))
  }

  /// Takes the heading of a letter that has one of the first level, or the bold line in its place.
  private mutating func takeSubject(_ blocks: inout [WordBlock]) {
    if let index = blocks.prefix(Self.reach).firstIndex(where: \.isTitle) {
      subject = Self.lines(of: blocks[index]).joined(separator: " ")
      blocks.remove(at: index)
      return
    }
    guard let salutation = Self.salutation(in: blocks) else { return }
    let top = blocks.indices.filter { if case .heading(1, _) = blocks[$0] { true } else { false } }
    if top.count == 1, top[0] < salutation + 2, case .heading(_, let content) = blocks[top[0]] {
      take(subject: content.plain.trimmingSpaces, from: &blocks, at: top[0])
      // What stood below it stands below the subject.
      blocks = blocks.map { block in
        guard case .heading(let level, let content) = block else { return block }
        return .heading(level: max(1, level - 1), content)
      }
      return
    }
    // Farther up it may be the sender's name.
    let places = [salutation + 1, salutation - 1, salutation - 2]
    let bold = places.first { blocks.indices.contains($0) && blocks[$0].isBoldLine }
    guard let bold, !blocks[..<bold].contains(where: \.isHeading) else { return }
    take(subject: Self.lines(of: blocks[bold])[0], from: &blocks, at: bold)
  }

  private mutating func take(subject words: String, from blocks: inout [WordBlock], at index: Int) {
    guard !words.isEmpty else { return }
    subject = words
    blocks.remove(at: index)
    guesses.append(.taken(words, key: "subject"))
  }

  /// Takes the lines of a paragraph if each of them belongs into the head.
  private mutating func take(_ lines: [String]) -> Bool {
    guard !lines.isEmpty else { return true }
    if recipient.isEmpty, let first = lines.first, let name = Self.recipient(first) {
      recipient = [name] + lines.dropFirst()
      return true
    }
    var after = self
    for line in lines {
      guard after.take(line) else { return false }
    }
    self = after
    return true
  }

  private mutating func take(_ line: String) -> Bool {
    guard line.count <= Self.longest else { return false }
    if date == nil, let day = Self.day(in: line) {
      date = day
      return true
    }
    if date == nil, let day = Self.day(behindPlaceIn: line) {
      date = day
      guesses.append(.taken(line, key: "date"))
      return true
    }
    guard let colon = line.firstIndex(of: ":") else { return false }
    let label = line[..<colon].lowercased().trimmingSpaces
    let value = String(line[colon...].dropFirst()).trimmingSpaces
    guard let key = Self.labels.first(where: { $0.label == label })?.key, !value.isEmpty,
      !fields.contains(where: { $0.key == key })
    else { return false }
    fields.append((key, value))
    return true
  }

  private static func recipient(_ line: String) -> String? {
    guard line.count <= longest, line.lowercased().hasPrefix("til:") else {
      guard line.hasPrefix("Til "), line.count <= 60, let last = line.last, !".:,;?!".contains(last)
      else { return nil }
      return String(line.dropFirst(4)).trimmingSpaces
    }
    let name = String(line.dropFirst(4)).trimmingSpaces
    return name.isEmpty ? nil : name
  }

  private static func isOpening(_ line: String) -> Bool {
    guard line.count <= longest, let last = line.last, last != "." else { return false }
    return line.hasPrefix("Kære ") || line.hasPrefix("Dear ")
  }

  // MARK: Days

  private static let months = [
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
    "november", "december",
  ]

  /// The day that a line says and nothing besides, `YYYY-MM-DD`: `Dato: 11. marts 2024`.
  static func day(in line: String) -> String? {
    var text = line.lowercased()
    for label in ["dato:", "den ", "d. "] where text.hasPrefix(label) {
      text = String(text.dropFirst(label.count))
    }
    let words = text.split { " .-/".contains($0) }.map(String.init)
    guard words.count == 3 else { return nil }
    let month = months.firstIndex(of: words[1]).map { String($0 + 1) } ?? words[1]
    let isYearFirst = words[0].count == 4
    let parts = isYearFirst ? [words[0], month, words[2]] : [words[2], month, words[0]]
    guard parts[0].count == 4, parts.allSatisfy({ Int($0) != nil && $0.utf8.count <= 4 }) else {
      return nil
    }
    let day = parts[0] + parts.dropFirst().map { "-" + ($0.count == 1 ? "0" + $0 : $0) }.joined()
    return CalendarDate(iso8601: day).map { _ in day }
  }

  /// The day behind a place: `Vejby, den 22. november 2026`.
  static func day(behindPlaceIn line: String) -> String? {
    guard let comma = line.firstIndex(of: ","), line[..<comma].count <= 30,
      line[..<comma].allSatisfy({ $0.isLetter || " -.".contains($0) })
    else { return nil }
    return day(in: String(line[comma...].dropFirst()).trimmingSpaces)
  }

  /// The lines of a paragraph; none of what is none.
  static func lines(of block: WordBlock) -> [String] {
    if case .paragraph(let content, _) = block { lines(of: content) } else { [] }
  }

  /// The lines of a paragraph, without those that are empty.
  static func lines(of content: [WordInline]) -> [String] {
    content.split { $0 == .lineBreak }
      .map { Array($0).plain.trimmingSpaces }.filter { !$0.isEmpty }
  }
}

extension WordInline {
  /// Whether it says more than words can: a picture or a note, which a head cannot hold.
  var isMoreThanWords: Bool {
    switch self {
    case .image, .footnote: true
    case .text, .lineBreak, .code: false
    case .emphasis(let inner), .strong(let inner), .struck(let inner),
      .smallCapitals(let inner), .link(let inner, _):
      inner.contains(where: \.isMoreThanWords)
    }
  }
}

extension WordBlock {
  fileprivate var isTitle: Bool {
    if case .paragraph(_, "Title") = self { true } else { false }
  }

  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }

  /// Whether it is one bold line, as those write a heading who know no styles.
  fileprivate var isBoldLine: Bool {
    guard case .paragraph(let content, _) = self else { return false }
    let words = content.filter { !$0.plain.trimmingSpaces.isEmpty }
    guard words.count == 1, case .strong(let inner) = words[0],
      !inner.contains(where: \.isMoreThanWords), !inner.contains(.lineBreak)
    else { return false }
    let text = inner.plain.trimmingSpaces
    return text.count <= 120 && !".:,;".contains(text.last ?? ".")
  }
}
