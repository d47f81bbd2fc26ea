// Tables and headings that were typed otherwise than Markdown has them.
extension BodySlips {
  /// Warns of lines that look like a table.
  mutating func tellTable(_ running: RunningText) {
    let isLikely = running.has("|") || running.has(0x09) || running.find("   ") != nil
    guard isLikely, running.has(RunningText.softBreak) else { return }
    let lines = running.lines
    if tellBars(lines, running) { return }
    if tellTabs(lines, running) { return }
    tellSpaces(lines, running)
  }

  /// Lines between bars without the line of hyphens below the first.
  private mutating func tellBars(_ lines: [RunningText.TypedLine], _ running: RunningText) -> Bool {
    let bar = UInt8(ascii: "|")
    let rows = lines.filter { running.bytes[$0.range].first == bar && $0.range.count > 1 }
    guard rows.count > 1, !running.isEscaped(rows[0].range.lowerBound) else { return false }
    let columns = Self.columns(running.bytes[rows[0].range])
    let rule = Array(repeating: "---", count: columns).joined(separator: " | ")
    let second = running.bytes[rows[1].range]
    if second.allSatisfy({ "|-: ".utf8.contains($0) }) {
      let count = Self.columns(second)
      problems.add(
        .warning(
          .typedTable,
          "the line of hyphens has \(count) columns and the line above it \(columns), so that this "
            + "is no table", at: running.place(rows[1].range), hint: "write | \(rule) |"))
    } else {
      problems.add(
        .warning(
          .typedTable, "these lines are no table, for no line of hyphens is below the first",
          at: running.place(rows[0].range), hint: "write | \(rule) | below it"))
    }
    return true
  }

  private static func columns(_ row: ArraySlice<UInt8>) -> Int {
    let bars = row.count { $0 == UInt8(ascii: "|") }
    return max(1, row.last == UInt8(ascii: "|") ? bars - 1 : bars)
  }

  /// A row that an empty line parts from the table above it.
  mutating func tellPartedRow(_ pieces: [InlinePiece]) {
    guard let running = RunningText(pieces, in: text), running.lines.count == 1,
      running.bytes.count > 2, running.bytes.first == UInt8(ascii: "|"),
      running.bytes.last == UInt8(ascii: "|"), !running.isEscaped(0)
    else { return }
    problems.add(
      .warning(
        .typedTable, "this row stands apart from its table, and is printed with its bars",
        at: running.place(0..<running.bytes.count), hint: "delete the empty line above it"))
  }

  /// Lines whose words are kept apart by tabs.
  private mutating func tellTabs(_ lines: [RunningText.TypedLine], _ running: RunningText) -> Bool {
    // Lines of a list are told as such.
    let rows = lines.filter {
      running.bytes[$0.range].contains(0x09) && !Self.isTypedItem($0.range, in: running)
    }
    guard rows.count > 1, let first = rows.first else { return false }
    problems.add(
      .warning(
        .typedTable, "a tab is one space: these lines are set as running text",
        at: running.place(first.range),
        hint: "write them as a table: \(Self.example(first, running))"))
    return true
  }

  /// Lines whose words are kept apart by runs of spaces, at the same place.
  private mutating func tellSpaces(_ lines: [RunningText.TypedLine], _ running: RunningText) {
    var known: [Int: RunningText.TypedLine] = [:]
    for line in lines {
      guard let column = Self.columnAfterSpaces(running.bytes[line.range]) else { continue }
      guard let first = known[column] else {
        known[column] = line
        continue
      }
      problems.add(
        .warning(
          .typedTable, "a run of spaces is one space: these lines are set as running text",
          at: running.place(first.range),
          hint: "write them as a table: \(Self.example(first, running))"))
      return
    }
  }

  /// The column in characters at which a line goes on after three spaces or more; nil for none.
  private static func columnAfterSpaces(_ line: ArraySlice<UInt8>) -> Int? {
    var spaces = 0
    var column = 0
    for byte in line {
      if byte != 0x20, spaces >= 3, column > spaces { return column }
      spaces = byte == 0x20 ? spaces + 1 : 0
      if byte & 0xC0 != 0x80 { column += 1 }
    }
    return nil
  }

  /// A line as the row of a table.
  private static func example(_ line: RunningText.TypedLine, _ running: RunningText) -> String {
    var cells: [String] = []
    var words = ""
    var spaces = 0
    for character in running.words(line.range) {
      if character == " " || character == "\t" {
        spaces += character == "\t" ? 3 : 1
        continue
      }
      if spaces >= 3 {
        cells.append(words)
        words = ""
      } else if spaces > 0 {
        words += " "
      }
      spaces = 0
      words.append(character)
    }
    return "| " + (cells + [words]).joined(separator: " | ") + " |"
  }

  /// `#Overskrift`, whose sign is printed.
  mutating func tellHeadings(_ running: RunningText) {
    guard running.has("#") else { return }
    for line in running.lines {
      var end = line.range.lowerBound
      while end < line.range.upperBound, running.bytes[end] == UInt8(ascii: "#") { end += 1 }
      let count = end - line.range.lowerBound
      guard (1...6).contains(count), running.bytes.isWord(at: end),
        !(0x30...0x39).contains(running.bytes[end]),
        count > 1 || Self.beginsLikeTitle(running.words(end..<line.range.upperBound)),
        !running.isEscaped(line.range.lowerBound)
      else { continue }
      let signs = String(repeating: "#", count: count)
      problems.add(
        .warning(
          .typedHeading, "a space is missing after \"\(signs)\", so that this is no heading",
          at: running.place(line.range),
          hint: "write \(signs) \(running.words(end..<line.range.upperBound))"))
      return
    }
  }

  private static func beginsLikeTitle(_ words: String) -> Bool { words.first?.isUppercase == true }

  /// Warns of text that a line of hyphens below it makes a heading.
  mutating func tellUnderlined(_ pieces: [InlinePiece], at range: Range<Int>) {
    guard text.byte(range.lowerBound) != UInt8(ascii: "#") else { return }
    guard let running = RunningText(pieces, in: text) else { return }
    let isText =
      running.has(RunningText.softBreak) || running.bytes.last == UInt8(ascii: ".")
      || running.bytes.count > 100
    guard isText, !running.bytes.isEmpty else { return }
    problems.add(
      .warning(
        .typedHeading, "this is set as a heading, for a line of hyphens or = stands below it",
        at: text.place(range), hint: "leave an empty line above the hyphens if it is text"))
  }
}
