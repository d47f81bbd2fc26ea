// Marks of Markdown that came out as text.
extension BodySlips {
  /// `**` and `~~` that make nothing bold and strike nothing out.
  mutating func tellLooseMarks(_ running: RunningText) {
    if running.has("*") { tellLoose("**", running) }
    if running.has("~") { tellLoose("~~", running) }
  }

  private mutating func tellLoose(_ mark: StaticString, _ running: RunningText) {
    let marks = Self.loose(mark, in: running).filter { !running.isEscaped($0) }
    guard let first = marks.first else { return }
    if marks.count > 1, marks[1] - first <= 120,
      running.bytes.isGap(at: first + 2) || running.bytes.isGap(at: marks[1] - 1)
    {
      let range = first..<marks[1] + 2
      let words = collapseSpaces(running.words(first + 2..<marks[1]))
      problems.add(
        .warning(
          .looseMark,
          "\(quoted(running.words(range))) is printed with its signs, for a space is in the way",
          at: running.place(range), hint: "take the space out: \(mark)\(words)\(mark)"))
      return
    }
    problems.add(
      .warning(
        .looseMark, "\"\(mark)\" is printed as it stands, for it has no partner",
        at: running.place(first..<first + 2),
        hint: "write \(mark) at both ends of the words, or \\\(mark) if the signs are meant"))
  }

  /// Where two such signs, no more and no fewer, touch a word.
  private static func loose(_ mark: StaticString, in running: RunningText) -> [Int] {
    let bytes = running.bytes
    let sign = mark.withUTF8Buffer { $0[0] }
    var found: [Int] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == sign else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] == sign { end += 1 }
      let isPower = bytes.isFigure(at: index - 1) && bytes.isFigure(at: end)
      let isBesideWord = bytes.isWord(at: index - 1) || bytes.isWord(at: end)
      if end - index == 2, !isPower, isBesideWord || !found.isEmpty {
        found.append(index)
      }
      index = end
    }
    return found
  }

  /// Brackets and parentheses that were to be a link or a picture.
  mutating func tellLinks(_ running: RunningText) {
    guard running.has("["), running.has("(") else { return }
    tellBrokenLink(running)
    tellPartedLink(running)
  }

  /// `![Kort](mit kort.png)` and `[siden](https://…` without an end.
  private mutating func tellBrokenLink(_ running: RunningText) {
    guard let middle = running.find("]("), !running.isEscaped(middle),
      let start = running.bytes[..<middle].lastIndex(of: UInt8(ascii: "[")),
      !running.isEscaped(start)
    else { return }
    let bytes = running.bytes
    let isPicture = start > 0 && bytes[start - 1] == UInt8(ascii: "!")
    let lower = isPicture ? start - 1 : start
    let label = running.words(start + 1..<middle)
    let lineEnd = bytes[middle...].firstIndex { $0 == 0x0A || $0 == 0x0B } ?? bytes.count
    guard let close = bytes[middle..<lineEnd].firstIndex(of: UInt8(ascii: ")")) else {
      var upper = bytes[middle..<lineEnd].firstIndex(of: 0x20) ?? lineEnd
      // A full stop at its end is the sentence's.
      while upper > middle + 3, ".,;:!?".utf8.contains(bytes[upper - 1]) { upper -= 1 }
      let address = running.words(middle + 2..<upper)
      problems.add(
        .warning(
          .looseMark, "this address has no \")\" at its end, and is printed as it stands",
          at: running.place(lower..<upper), hint: "write [\(label)](\(address))"))
      return
    }
    let address = running.words(middle + 2..<close)
    guard address.contains(" ") else { return }
    let place = running.place(lower..<close + 1)
    if isPicture {
      problems.add(
        .warning(
          .looseMark, "the name of this picture has spaces, so that its line is printed instead",
          at: place, hint: "write ![\(label)](<\(address)>)"))
    } else {
      problems.add(
        .warning(
          .looseMark, "this address has spaces, so that it is printed and no link", at: place,
          hint: "write [\(label)](<\(address)>), or \\[ if the bracket is meant"))
    }
  }

  /// `[siden] (https://kl.dk)` and `(siden)[https://kl.dk]`.
  private mutating func tellPartedLink(_ running: RunningText) {
    let bytes = running.bytes
    for index in bytes.indices.dropLast() {
      let isParted = running.goes(on: "] (", at: index) && Self.isAddress(bytes, at: index + 3)
      let isSwapped = running.goes(on: ")[", at: index) && Self.isAddress(bytes, at: index + 2)
      guard isParted || isSwapped else { continue }
      let opening = UInt8(ascii: isParted ? "[" : "(")
      let closing = UInt8(ascii: isParted ? ")" : "]")
      guard let lower = bytes[..<index].lastIndex(of: opening),
        let upper = bytes[(index + 3)...].firstIndex(of: closing), !running.isEscaped(index)
      else { continue }
      let label = running.words(lower + 1..<index)
      let address = running.words(index + (isParted ? 3 : 2)..<upper)
      problems.add(
        .warning(
          .looseMark, "\(quoted(running.words(lower..<upper + 1))) is no link",
          at: running.place(lower..<upper + 1), hint: "write [\(label)](\(address))"))
      return
    }
  }

  private static func isAddress(_ bytes: [UInt8], at index: Int) -> Bool {
    ["http://", "https://", "www.", "mailto:"].contains { bytes.goes(on: $0, at: index) }
  }
}
