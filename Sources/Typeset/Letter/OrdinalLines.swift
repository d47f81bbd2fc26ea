/// Finds the lines that begin with a date, `1. december`, or another ordinal number, which Markdown
/// takes for items of a numbered list and numbers anew.
///
/// A line goes with its neighbours: between 1. and 3. of a list, `2. juni …` is its second item, and
/// `1. Januar: ansøgning`, `2. Marts: svar`, … count by themselves, so that a list prints them as they
/// are written.
struct OrdinalLines {
  let bytes: ArraySlice<UInt8>

  /// A number and a full stop at the beginning of a line or of an item.
  private struct Ordinal {
    let number: Int
    /// Where the line begins, and the full stop stands.
    let line: Int
    let stop: Int
    let isInItem: Bool
    /// The month behind it; nil for anything else.
    var month: Int?
    /// Whether what stands behind it makes it a number of its own and no item's.
    var isOrdinal = false
    /// Whether its month begins with a capital or ends with a colon, as in a list.
    var isHeading = false
  }

  /// Where the full stops stand that are no marks of lists.
  var stopsOfDates: [Int] {
    let found = ordinals
    let counted = countedMonths(in: found)
    return found.indices.compactMap { index in
      let one = found[index]
      guard one.isOrdinal, !counted.contains(index) else { return nil }
      let before = index > 0 ? found[index - 1] : nil
      let after = index + 1 < found.count ? found[index + 1] : nil
      return isItem(one, before, -1) || isItem(one, after, 1) ? nil : one.stop
    }
  }

  /// Those that count from 1 line by line, each with a month behind its number; in the midst of a
  /// paragraph they are dates unless they look like items.
  private func countedMonths(in found: [Ordinal]) -> Set<Int> {
    var counted: Set<Int> = []
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, follows(found[end], found[end - 1]) { end += 1 }
      let run = found[start..<end]
      if run.count > 1, found[start].number == 1, found[start].month != nil,
        isBlockStart(found[start].line) || run.allSatisfy(\.isHeading)
      {
        counted.formUnion(start..<end)
      }
      start = end
    }
    return counted
  }

  private func follows(_ one: Ordinal, _ before: Ordinal) -> Bool {
    one.number == before.number + 1 && one.isInItem == before.isInItem && one.month != nil
      && !isBlockStart(one.line) && !holdsEmptyLine(before.stop..<one.line)
  }

  /// Whether nothing stands on the line above, or there is none.
  private func isBlockStart(_ line: Int) -> Bool {
    guard line > bytes.startIndex else { return true }
    return bytes[..<(line - 1)].last { $0 != 0x20 && $0 != 0x09 } ?? 0x0A == 0x0A
  }

  private func holdsEmptyLine(_ range: Range<Int>) -> Bool {
    var isEmpty = false
    for byte in bytes[range] where byte != 0x20 && byte != 0x09 {
      if byte == 0x0A, isEmpty { return true }
      isEmpty = byte == 0x0A
    }
    return false
  }

  /// Whether a neighbour makes it an item of the neighbour's list.
  private func isItem(_ one: Ordinal, _ neighbour: Ordinal?, _ step: Int) -> Bool {
    guard let neighbour, neighbour.number == one.number + step,
      step > 0 || neighbour.isInItem == one.isInItem
    else { return false }
    guard let month = neighbour.month else {
      return !(neighbour.isOrdinal && neighbour.isInItem)
    }
    return month == neighbour.number && one.month == one.number
  }

  private var ordinals: [Ordinal] {
    var found: [Ordinal] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if let one = ordinal(in: start..<end) { found.append(one) }
      start = end + 1
    }
    return found
  }

  /// What a line begins with, behind the marks of quotations and lists.
  private func ordinal(in line: Range<Int>) -> Ordinal? {
    var index = line.lowerBound
    var isInItem = false
    while index < line.upperBound {
      switch bytes[index] {
      case 0x20, 0x09, UInt8(ascii: ">"):
        index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isSpace(index + 1, line) else { return nil }
        isInItem = true
        index += 2
      case 0x30...0x39:
        guard let (number, stop) = number(at: index, line), isSpace(stop + 1, line) else {
          return nil
        }
        var words = stop + 1
        while isSpace(words, line) { words += 1 }
        if isFigure(words, line), !isYearAhead(at: words, line) {
          isInItem = true
          index = words
          continue
        }
        let ordinal = Ordinal(
          number: number, line: line.lowerBound, stop: stop, isInItem: isInItem)
        return read(ordinal, words, line)
      default: return nil
      }
    }
    return nil
  }

  /// One or two figures and the full stop behind them.
  private func number(at start: Int, _ line: Range<Int>) -> (Int, stop: Int)? {
    var end = start
    var number = 0
    while isFigure(end, line), end - start < 2 {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard line.contains(end), bytes[end] == UInt8(ascii: ".") else { return nil }
    return (number, end)
  }

  /// Whether a month in figures and a year stand there: `12. 2026`.
  private func isYearAhead(at start: Int, _ line: Range<Int>) -> Bool {
    guard let (month, stop) = number(at: start, line), (1...12).contains(month) else {
      return false
    }
    var year = stop + 1
    while isSpace(year, line) { year += 1 }
    return isFigure(year, line) && isFigure(year + 1, line)
  }

  private func read(_ ordinal: Ordinal, _ start: Int, _ line: Range<Int>) -> Ordinal {
    var ordinal = ordinal
    if isFigure(start, line) {
      ordinal.isOrdinal = (1...31).contains(ordinal.number)
      return ordinal
    }
    var end = start
    while line.contains(end), isLetter(bytes[end]), end - start < 20 { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let first = word.first else { return ordinal }
    let name = word.lowercased()
    let isWhole = !line.contains(end) || " \t.,:;)!?".utf8.contains(bytes[end])
    let isMonth =
      isWhole && (1...31).contains(ordinal.number) && WrittenDay.month(name) != nil
      && (first.isLowercase
        || !WrittenDay.isShort(name) && (ordinal.isInItem || !isNameAhead(at: end, line)))
    if isMonth {
      ordinal.month = WrittenDay.month(name)
      ordinal.isHeading =
        first.isUppercase || line.contains(end) && bytes[end] == UInt8(ascii: ":")
    }
    ordinal.isOrdinal =
      isMonth || first.isLowercase && (ordinal.isInItem || Self.numbered.contains(name))
    return ordinal
  }

  /// Whether a word with a capital follows, as in `1. August Hansen`.
  private func isNameAhead(at start: Int, _ line: Range<Int>) -> Bool {
    guard isSpace(start, line), line.contains(start + 1) else { return false }
    let next = String(decoding: bytes[(start + 1)..<min(start + 5, line.upperBound)], as: UTF8.self)
    return next.first?.isUppercase == true
  }

  /// What is numbered by ordinals in running text.
  private static let numbered: Set<String> = [
    "kvartal", "halvår", "juledag", "nytårsdag", "påskedag", "pinsedag", "søndag", "juledagen",
    "påskedagen", "pinsedagen", "kvartalet", "halvåret",
  ]

  private func isSpace(_ index: Int, _ line: Range<Int>) -> Bool {
    line.contains(index) && (bytes[index] == 0x20 || bytes[index] == 0x09)
  }

  private func isFigure(_ index: Int, _ line: Range<Int>) -> Bool {
    line.contains(index) && (0x30...0x39).contains(bytes[index])
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
  }
}
