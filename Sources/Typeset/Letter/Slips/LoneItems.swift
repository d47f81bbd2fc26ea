// Lists of one item, which are more likely text that begins with a number or a sign.
extension BodyReader {
  /// Warns of what Markdown took for a list and its author hardly did.
  ///
  /// - Parameter isInner: whether it stands in an item of another, which has signs of its own.
  mutating func warnOfLoneItems(in list: Block.List, isInner: Bool) {
    warnOfNumber(in: list)
    warnOfNumberedItems(in: list)
    if !isInner { warnOfSign(in: list) }
  }

  /// A paragraph that begins with a number becomes a list of one: `11. person …`.
  private mutating func warnOfNumber(in list: Block.List) {
    guard let start = list.start, start > 1, list.items.count == 1,
      case .paragraph(let inlines)? = list.items[0].blocks.first?.content,
      case .text(let words)? = inlines.first?.content, words.first?.isLowercase == true
    else { return }
    problems.add(
      .warning(
        .numberedParagraph, "this paragraph is set as number \(start) of a list",
        at: list.items[0].place,
        hint: "write \(start)\\. if it begins with a date or another number"))
  }

  /// `- 1. Indledning`: an item that is nothing but a numbered list of one, whose number is set as a
  /// letter.
  private mutating func warnOfNumberedItems(in list: Block.List) {
    guard list.start == nil else { return }
    for item in list.items {
      guard item.blocks.count == 1, case .list(let inner) = item.blocks[0].content,
        let start = inner.start, inner.items.count == 1
      else { continue }
      problems.add(
        .warning(
          .numberedParagraph, "this item is set as number \(start) of a list of its own",
          at: item.place, hint: "write \(start)\\. if the number belongs to the text"))
    }
  }

  /// `+ moms`, and `* inkl. moms` where a star in the text refers to it.
  private mutating func warnOfSign(in list: Block.List) {
    guard list.start == nil, list.items.count == 1, let item = list.items.first else { return }
    let sign = item.place.file.range(item.place.lower, item.place.lower + 1).text
    guard sign == "+" || sign == "*" && slips.refersToStar else { return }
    let place = item.place.file.range(item.place.lower, item.place.lower + 1)
    problems.add(
      .warning(
        .typedList, "\(quoted(sign)) makes a list of one item here, and is not printed",
        at: place, hint: "write \\\(sign) for the sign itself"))
  }
}

extension BodySlips {
  /// Whether a line has one star, behind a word or a full stop, as the mark of a note.
  static func hasMarkOfNote(_ text: BodyText) -> Bool {
    let star = UInt8(ascii: "*")
    return text.bytes[text.start...].split(separator: 0x0A).contains { line in
      guard let index = line.firstIndex(of: star), line.lastIndex(of: star) == index,
        index > line.startIndex
      else { return false }
      let (before, after) = ([line[index - 1]], Array(line[(index + 1)...].prefix(1)))
      return (before.isWord(at: 0) || before == [UInt8(ascii: ".")]) && !after.isWord(at: 0)
    }
  }
}
