import Typeset

/// The lines of a letter from Word that belong into the head: only those of which that is certain.
struct ImportedHead {
  /// Keys with their values, in the order of a head.
  private(set) var subject: String?
  private(set) var date: String?
  private(set) var recipient: [String] = []
  private(set) var fields: [(key: String, value: String)] = []
  private(set) var opening: String?
  private(set) var closing: String?
  private(set) var signature: [String] = []
  private(set) var enclosures: [String] = []

  /// What stands before the letter's text is looked through so far.
  private static let reach = 16
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

  private static let closings = [
    "med venlig hilsen", "med venlige hilsner", "venlig hilsen", "venlige hilsner",
    "de bedste hilsner", "bedste hilsner", "yours sincerely", "yours faithfully", "kind regards",
  ]

  /// Takes the lines of a head out of a text.
  init(takingFrom blocks: inout [WordBlock]) {
    takeBeginning(&blocks)
    takeEnd(&blocks)
  }

  // MARK: Beginning

  private mutating func takeBeginning(_ blocks: inout [WordBlock]) {
    var kept: [WordBlock] = []
    var index = 0
    scan: while index < min(blocks.count, Self.reach) {
      guard case .paragraph(let content, let style) = blocks[index] else { break }
      let lines = Self.lines(of: content)
      guard !content.contains(where: \.isMoreThanWords) else { break }
      index += 1
      if style == "Title", subject == nil {
        subject = lines.joined(separator: " ")
      } else if let line = lines.first, lines.count == 1, Self.isOpening(line), opening == nil {
        opening = line
        break scan
      } else if !take(lines) {
        kept.append(blocks[index - 1])
      }
    }
    blocks = kept + blocks[index...]
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
    for label in ["dato:", "den "] where text.hasPrefix(label) {
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

  // MARK: End

  private mutating func takeEnd(_ blocks: inout [WordBlock]) {
    let last = blocks.lastIndex { block in
      guard case .paragraph(let content, _) = block else { return false }
      let line = Self.lines(of: content).first ?? ""
      return Self.closings.contains(Self.withoutComma(line).lowercased())
    }
    guard let last, case .paragraph(let content, _) = blocks[last] else { return }
    var lines = Array(Self.lines(of: content).dropFirst())
    var found: [String] = []
    for block in blocks[(last + 1)...] {
      guard case .paragraph(let content, _) = block,
        !content.contains(where: \.isMoreThanWords)
      else { return }
      lines += Self.lines(of: content)
    }
    if let bilag = lines.firstIndex(where: { $0.lowercased().hasPrefix("bilag:") }) {
      guard bilag == lines.count - 1 else { return }
      found = [String(lines.removeLast().dropFirst(6)).trimmingSpaces].filter { !$0.isEmpty }
    }
    // A name and what its bearer is; of more lines nobody knows which is which.
    guard lines.count <= 2, lines.allSatisfy({ $0.count <= 60 && $0.last != "." }) else { return }
    closing = Self.withoutComma(Self.lines(of: content).first ?? "")
    signature = lines
    enclosures = found
    blocks.removeSubrange(last...)
  }

  private static func withoutComma(_ line: String) -> String {
    line.hasSuffix(",") ? String(line.dropLast()) : line
  }

  /// The lines of a paragraph, without those that are empty.
  private static func lines(of content: [WordInline]) -> [String] {
    content.split { $0 == .lineBreak }
      .map { Array($0).plain.trimmingSpaces }.filter { !$0.isEmpty }
  }
}

extension WordInline {
  /// Whether it says more than words can: a picture or a note, which a head cannot hold.
  fileprivate var isMoreThanWords: Bool {
    switch self {
    case .image, .footnote: true
    case .text, .lineBreak, .code: false
    case .emphasis(let inner), .strong(let inner), .struck(let inner),
      .smallCapitals(let inner), .link(let inner, _):
      inner.contains(where: \.isMoreThanWords)
    }
  }
}
