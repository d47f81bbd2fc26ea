// Marks that have lost what they belong to.
extension BodySlips {
  mutating func tellPartedMarks(_ running: RunningText, isParagraph: Bool) {
    if running.has("*") { tellLoneStar(running) }
    if running.has("\\") { tellLostBackslash(running) }
    if running.has("<"), let start = running.find("<!--"), !running.isEscaped(start) {
      problems.add(
        .warning(
          .looseMark, "the comment that begins here has no end, and is printed",
          at: running.place(start..<start + 4), hint: "write --> where it ends"))
    }
    if running.has("{") { tellEdits(running) }
    guard isParagraph else { return }
    if running.has("{") { tellPartedAttributes(running) }
    if running.goes(on: "[!", at: 0) { tellOpenCallout(running) }
  }

  /// `Det er *vigtigt at`: the only star there is, at the beginning of a word within a line.
  private mutating func tellLoneStar(_ running: RunningText) {
    let bytes = running.bytes
    guard let star = bytes.firstIndex(of: UInt8(ascii: "*")),
      bytes.lastIndex(of: UInt8(ascii: "*")) == star, star > 0, bytes[star - 1] == 0x20,
      bytes.isWord(at: star + 1), !bytes.isFigure(at: star + 1), !running.isEscaped(star)
    else { return }
    problems.add(
      .warning(
        .looseMark, "\"*\" is printed as it stands, for it has no partner",
        at: running.place(star..<star + 1),
        hint: "write * at both ends of the words, or \\* if the sign is meant"))
  }

  /// `\\\\srv\\mappe`, of whose two backslashes one is printed.
  private mutating func tellLostBackslash(_ running: RunningText) {
    for index in running.bytes.indices where running.bytes[index] == UInt8(ascii: "\\") {
      let start = running.source(index..<index + 1).lowerBound
      guard text.has("\\\\", at: start), running.bytes.isGap(at: index - 1),
        running.bytes.isWord(at: index + 1)
      else { continue }
      var end = index + 1
      while !running.bytes.isGap(at: end) { end += 1 }
      problems.add(
        .warning(
          .looseMark, "of two backslashes one is printed: \(quoted(running.words(index..<end)))",
          at: running.place(index..<end), hint: "write it between \"`\", or double each backslash"))
      return
    }
  }

  /// `{++nyt++}`, as changes are marked in CriticMarkup.
  private mutating func tellEdits(_ running: RunningText) {
    let marks: [(StaticString, StaticString)] = [
      ("{++", "++}"), ("{--", "--}"), ("{==", "==}"), ("{>>", "<<}"), ("{~~", "~~}"),
    ]
    for (first, last) in marks {
      guard let start = running.find(first), let end = running.find(last, from: start + 3),
        !running.isEscaped(start)
      else { continue }
      problems.add(
        .warning(
          .looseMark, "\(quoted(running.words(start..<end + 3))) is printed with its signs",
          at: running.place(start..<end + 3),
          hint: "write the words that are to stand there, without the signs"))
    }
  }

  /// `![Kort](kort.png) {width=80mm}`: what a space parts from what it is said of.
  private mutating func tellPartedAttributes(_ running: RunningText) {
    // At the end of a caption it is the table's.
    guard !running.goes(on: ": ", at: 0) else { return }
    let known = AttributeNames.span + AttributeNames.image + AttributeNames.table + [""]
    for index in running.bytes.indices.dropFirst(2)
    where running.bytes[index] == UInt8(ascii: "{") && running.bytes[index - 1] == 0x20 {
      // Those that are far apart are none, and looking for them all would take long.
      guard running.bytes[index...].prefix(80).contains(UInt8(ascii: "}")),
        let found = Attributes(in: running.bytes, at: index), found.broken == nil,
        !found.items.isEmpty, found.items.allSatisfy({ known.contains($0.key) }),
        !running.isEscaped(index)
      else { continue }
      problems.add(
        .warning(
          .looseMark,
          "\(quoted(running.words(index..<found.end))) is printed, for a space stands before it",
          at: running.place(index..<found.end), hint: "delete the space before {"))
    }
  }

  /// `[!note]` without the mark of a quotation.
  private mutating func tellOpenCallout(_ running: RunningText) {
    for kind in Callout.Kind.allCases {
      let mark = "[!\(kind.rawValue)]"
      guard running.words(0..<min(running.bytes.count, mark.utf8.count)).lowercased() == mark else {
        continue
      }
      // In a box the reader has taken it away.
      let start = running.source(0..<1).lowerBound
      guard text.byte(start) == UInt8(ascii: "["), !isQuoted(start) else { return }
      problems.add(
        .warning(
          .callout, "\(quoted(mark)) makes no call-out without > before it",
          at: running.place(0..<mark.utf8.count),
          hint: "begin this line and those below it with >"))
    }
  }

  private func isQuoted(_ start: Int) -> Bool {
    var index = start - 1
    while let byte = text.byte(index), byte != 0x0A {
      if byte == UInt8(ascii: ">") { return true }
      index -= 1
    }
    return false
  }
}
