// Lists that were typed with signs which make none in Markdown.
extension BodySlips {
  /// What begins a line of a list as it is typed.
  private enum TypedMark: Hashable {
    case bullet(String)
    case dash(String)
    case letterO
    case letter(UInt8, sign: UInt8)
    case hyphenWithoutSpace
    case starWithoutSpace
    case numberWithoutSpace
    case date

    /// How many lines must have it before it is taken for a list.
    var leastCount: Int { if case .bullet = self { 1 } else { 2 } }
  }

  /// Warns of the first line of each kind of list that is none.
  mutating func tellLists(_ running: RunningText) {
    let lines = running.lines
    let marks = lines.map { Self.mark(of: $0.range, in: running) }
    for (index, mark) in marks.enumerated() {
      guard let mark else { continue }
      let count = Self.count(of: mark, marks, lines, from: index)
      guard count >= mark.leastCount else { continue }
      tell(mark, at: lines[index].range.lowerBound, running)
    }
  }

  /// How many lines in a row have a mark, from one that runs on.
  private static func count(
    of mark: TypedMark, _ marks: [TypedMark?], _ lines: [RunningText.TypedLine], from first: Int
  ) -> Int {
    var count = 1
    var wanted = mark
    for index in (first + 1)..<max(first + 1, marks.count) {
      if case .letter(let letter, let sign) = wanted {
        wanted = .letter(letter + 1, sign: sign)
      }
      guard count < mark.leastCount, lines[index - 1].runsOn, marks[index] == wanted else { break }
      count += 1
    }
    return count
  }

  private mutating func tell(_ mark: TypedMark, at start: Int, _ running: RunningText) {
    func place(_ length: Int) -> SourceRange { running.place(start..<start + length) }
    switch mark {
    case .bullet(let sign), .dash(let sign):
      guard toldLists.insert(sign).inserted else { return }
      problems.add(
        .warning(
          .typedList, "\(quoted(sign)) at the beginning of a line makes no list",
          at: place(sign.utf8.count), hint: "begin each item with \"- \" on a line of its own"))
    case .letterO:
      guard toldLists.insert("o").inserted else { return }
      problems.add(
        .warning(
          .typedList, "\"o\" at the beginning of a line makes no list", at: place(1),
          hint: "begin each item with \"- \" on a line of its own"))
    case .letter(let letter, let sign):
      let mark = "a" + String(UnicodeScalar(sign))
      guard letter == UInt8(ascii: "a"), toldLists.insert(mark).inserted else { return }
      problems.add(
        .warning(
          .typedList,
          "\(quoted(mark)) at the beginning of a line makes no list, so that the lines are joined",
          at: place(2),
          hint: "write 1. 2. 3., or leave an empty line between them"))
    case .hyphenWithoutSpace:
      guard toldLists.insert("-").inserted else { return }
      problems.add(
        .warning(
          .typedList, "a space is missing after \"-\", so that the lines are joined", at: place(1),
          hint: "begin each item with \"- \""))
    case .starWithoutSpace:
      guard toldLists.insert("*").inserted else { return }
      problems.add(
        .warning(
          .typedList, "a space is missing after \"*\", so that the lines are joined", at: place(1),
          hint: "begin each item with \"* \""))
    case .numberWithoutSpace:
      guard toldLists.insert("1").inserted else { return }
      problems.add(
        .warning(
          .typedList, "a space is missing after the number, so that the lines are joined",
          at: place(2), hint: "begin each item with \"1. \""))
    case .date:
      guard toldLists.insert("date").inserted else { return }
      problems.add(
        .warning(
          .typedList, "these lines begin with dates and are joined", at: place(2),
          hint: "begin each item with \"- \""))
    }
  }

  /// Whether a line begins with a bullet or a dash.
  static func isTypedItem(_ line: Range<Int>, in running: RunningText) -> Bool {
    switch mark(of: line, in: running) {
    case .bullet, .dash, .letterO: true
    default: false
    }
  }

  private static func mark(of line: Range<Int>, in running: RunningText) -> TypedMark? {
    guard let first = running.bytes[line].first else { return nil }
    let mark = first < 0x80 ? plainMark(first, line, running.bytes) : signMark(line, running.bytes)
    return mark == nil || running.isEscaped(line.lowerBound) ? nil : mark
  }

  /// A mark that is a letter, a number, a hyphen or a star.
  private static func plainMark(
    _ first: UInt8, _ line: Range<Int>, _ bytes: [UInt8]
  ) -> TypedMark? {
    let next = line.lowerBound + 1
    guard next < line.upperBound else { return nil }
    switch first {
    case UInt8(ascii: "o"):
      return bytes[next] == 0x20 || bytes[next] == 0x09 ? .letterO : nil
    case UInt8(ascii: "-"):
      return isLetter(bytes, at: next) ? .hyphenWithoutSpace : nil
    case UInt8(ascii: "*"):
      return isLetter(bytes, at: next) ? .starWithoutSpace : nil
    case 0x30...0x39:
      var index = next
      while index < line.upperBound, (0x30...0x39).contains(bytes[index]) { index += 1 }
      let hasSign = bytes.goes(on: ".", at: index) || bytes.goes(on: ")", at: index)
      let isMark = index - next < 2 && hasSign
      if isMark, bytes.goes(on: ". ", at: index), isMonth(bytes[(index + 2)..<line.upperBound]) {
        return .date
      }
      return isMark && isLetter(bytes, at: index + 1) ? .numberWithoutSpace : nil
    case 0x61...0x7A:
      let isSign = bytes[next] == UInt8(ascii: ")") || bytes[next] == UInt8(ascii: ".")
      return isSign && bytes.isGap(at: next + 1) ? .letter(first, sign: bytes[next]) : nil
    default: return nil
    }
  }

  private static func isMonth(_ words: ArraySlice<UInt8>) -> Bool {
    let word = words.prefix(20).prefix { $0 >= 0x41 }
    return WrittenDay.month(String(decoding: word, as: UTF8.self).lowercased()) != nil
  }

  /// A mark that is a bullet or a dash, as word processors set them.
  private static func signMark(_ line: Range<Int>, _ bytes: [UInt8]) -> TypedMark? {
    let dashes: [StaticString] = ["–", "—"]
    for dash in dashes where bytes.goes(on: dash, at: line.lowerBound) {
      let isApart = bytes.isGap(at: line.lowerBound + dash.utf8CodeUnitCount)
      return isApart ? .dash(dash.description) : nil
    }
    // The last three are how Symbol and Wingdings have them.
    let bullets: [StaticString] = [
      "•", "·", "◦", "▪", "▫", "■", "□", "●", "○", "‣", "⁃", "➢", "➤", "\u{F0B7}", "\u{F0A7}",
      "\u{F0D8}",
    ]
    for bullet in bullets where bytes.goes(on: bullet, at: line.lowerBound) {
      let end = line.lowerBound + bullet.utf8CodeUnitCount
      return end < line.upperBound ? .bullet(bullet.description) : nil
    }
    return nil
  }

  private static func isLetter(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes.isWord(at: index) && !(0x30...0x39).contains(bytes[index])
  }
}
