/// What a letter may have at most: far more than any has, and so much that it is set in seconds and in
/// 300 MB, whatever stands in it.
///
/// Readers of Markdown, and shapers of text, take the square of the length of some things: brackets
/// that nothing closes, words without end, cells that the rows of a table leave out.
struct LetterLimits: Sendable {
  /// The bytes of a head.
  var head = 128 * 1024
  /// The bytes of a text.
  var text = 2 * 1024 * 1024
  /// The lines of a text: a thousand pages.
  var lines = 40_000
  /// The bytes from one white space to the next.
  var word = 5 * 1024
  /// The opening brackets in lines without an empty one between them.
  var brackets = 3_000
  /// The addresses of mail and of the web in a text, which become links by themselves.
  var addresses = 20_000
  /// The stars of a text, those beside each other as one.
  var stars = 200_000
  /// The cells of a table, those that its rows leave out among them.
  var cells = 50_000

  /// What is wrong with the length of a head's source; nil if nothing is.
  func problem(ofHead source: SourceRange) -> Diagnostic? {
    let bytes = source.upper - source.lower
    guard bytes > head else { return nil }
    return .error(
      .tooBig, "the head has \(bytes / 1024) KB, more than the \(head / 1024) it may have",
      at: source.file.range(source.lower, source.lower),
      hint: "use letterpdf merge for many letters")
  }

  /// The first thing in a text that is too much; nil if nothing is.
  func problem(of text: BodyText) -> Diagnostic? {
    var scan = LimitScan(text: text, limits: self)
    return scan.problem()
  }
}

/// Looks through a text for what is too long, line by line.
private struct LimitScan {
  let text: BodyText
  let limits: LetterLimits
  private var lines = 0
  private var addresses = 0
  private var stars = 0
  /// The brackets since the last empty line.
  private var brackets = 0
  /// The columns of the table that the line may stand in; zero where no table is.
  private var columns = 0
  private var rows = 0

  init(text: BodyText, limits: LetterLimits) { (self.text, self.limits) = (text, limits) }

  mutating func problem() -> Diagnostic? {
    let bytes = text.bytes
    guard bytes.count - text.start <= limits.text else {
      return tooMuch(
        "the text has \((bytes.count - text.start) / 1024) KB, more than the "
          + "\(limits.text / 1024) it may have", text.start..<text.start,
        hint: "make several letters of it")
    }
    var start = text.start
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let problem = problem(inLine: start..<end) { return problem }
      start = end + 1
    }
    return nil
  }

  private mutating func problem(inLine line: Range<Int>) -> Diagnostic? {
    lines += 1
    if isFootnote(line) { brackets = 0 }
    let found = count(line)
    columns = max(columns, found.columns)
    if columns > 0 { rows += 1 }
    if let problem = problem(in: line, word: found.word) { return problem }
    if found.isEmpty { (brackets, columns, rows) = (0, 0, 0) }
    return nil
  }

  /// Counts what stands on a line.
  ///
  /// - Returns: where a word that is too long begins, the columns that the line is the rule of, and
  ///   whether nothing is on it.
  private mutating func count(_ line: Range<Int>) -> (word: Int?, columns: Int, isEmpty: Bool) {
    var word = line.lowerBound
    var rule = TableRule()
    var isEmpty = true
    for index in line {
      let byte = text.bytes[index]
      rule.take(byte)
      let isFirst = index == line.lowerBound || text.bytes[index - 1] != byte
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        word = index + 1
        continue
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "@"): addresses += 1
      case UInt8(ascii: "/"): if !isFirst { addresses += 1 }
      case UInt8(ascii: "w"), UInt8(ascii: "W"): if isAddress(at: index) { addresses += 1 }
      case UInt8(ascii: "*"): if isFirst { stars += 1 }
      default: break
      }
      isEmpty = false
      if index - word >= limits.word { return (word, 0, false) }
    }
    return (nil, rule.columns, isEmpty)
  }

  /// Whether the scheme of the web is left out here, as readers of Markdown take it: `www.`.
  private func isAddress(at index: Int) -> Bool {
    let letter = UInt8(ascii: "w")
    let end = index + 3
    return end < text.bytes.count && text.bytes[end] == UInt8(ascii: ".")
      && text.bytes[index..<end].allSatisfy { $0 | 0x20 == letter }
  }

  /// Whether a footnote begins with a line, which ends the paragraph above it.
  private func isFootnote(_ line: Range<Int>) -> Bool {
    let bytes = text.bytes[line]
    guard bytes.starts(with: "[^".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    let label = bytes[(line.lowerBound + 2)..<end]
    return !label.isEmpty && !label.contains(0x20) && end + 1 < line.upperBound
      && text.bytes[end + 1] == UInt8(ascii: ":")
  }

  /// What is too much now, after a line.
  private func problem(in line: Range<Int>, word: Int?) -> Diagnostic? {
    if lines > limits.lines {
      return tooMuch(
        "the text has more than \(limits.lines) lines", line, hint: "make several letters of it")
    }
    if let word {
      return tooMuch(
        "more than \(limits.word) characters stand here without a space",
        word..<min(word + 40, line.upperBound), hint: "take them out, or put spaces between them")
    }
    if brackets > limits.brackets {
      return tooMuch(
        "this paragraph has more than \(limits.brackets) brackets", line,
        hint: "leave empty lines between its parts")
    }
    if addresses > limits.addresses {
      return tooMuch(
        "the text has more than \(limits.addresses) addresses", line, hint: "send them as a file")
    }
    if stars > limits.stars {
      return tooMuch(
        "the text has more than \(limits.stars) stars", line,
        hint: "delete those that say nothing")
    }
    // Each row has all the columns.
    guard columns * rows > limits.cells else { return nil }
    return tooMuch(
      "the table has \(columns) columns, and so more than \(limits.cells) cells", line,
      hint: "make several tables of it, or send the figures as a file")
  }

  private func tooMuch(
    _ message: DiagnosticText, _ range: Range<Int>, hint: DiagnosticText
  ) -> Diagnostic {
    .error(.tooBig, message, at: text.place(range), hint: hint)
  }
}

/// The line below the head of a table, whose hyphens say how many columns it has.
private struct TableRule {
  private var count = 0
  private var isRule = true
  private var isNewColumn = true

  /// The columns; zero for another line.
  var columns: Int { isRule ? count : 0 }

  mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "|"): isNewColumn = true
    case UInt8(ascii: "-"):
      if isNewColumn { count += 1 }
      isNewColumn = false
    case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: " "), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      break
    default: isRule = false
    }
  }
}
