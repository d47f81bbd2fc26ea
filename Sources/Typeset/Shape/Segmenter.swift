import LineBreaking

/// Cuts a shaped paragraph into boxes, glue and penalties.
struct Segmenter {
  let text: ParagraphText
  let plan: ParagraphPlan
  let advances: AdvanceTable
  /// Whether a line may break before each byte.
  let opportunities: [Bool]
  /// Byte offsets of spaces that must not break.
  let protected: Set<Int>
  /// Divisions of a word: byte offsets within it, and what each costs.
  let divisions: (_ word: Range<Int>, _ inline: Int) -> [Division]
  /// The width of a hyphen in an inline's style.
  let hyphenWidth: (_ inline: Int) -> Double
  /// Which words may be divided where nothing allows it.
  var lastResort: LastResort?

  private(set) var items: [BreakItem] = []
  private(set) var atoms: [ShapedParagraph.Atom] = []

  /// A place where a word may be divided.
  struct Division: Hashable, Sendable {
    let offset: Int
    let cost: Double
    var takesHyphen = true
  }

  init(
    text: ParagraphText, plan: ParagraphPlan, advances: AdvanceTable, opportunities: [Bool],
    protected: Set<Int>, divisions: @escaping (Range<Int>, Int) -> [Division],
    hyphenWidth: @escaping (Int) -> Double
  ) {
    self.text = text
    self.plan = plan
    self.advances = advances
    self.opportunities = opportunities
    self.protected = protected
    self.divisions = divisions
    self.hyphenWidth = hyphenWidth
  }

  /// The cost of a break after a hyphen or stroke that stands in the text: as TeX's
  /// `\exhyphenpenalty`, the reader sees no difference from a division.
  static let hardHyphenCost = 50.0
  /// How much of a hyphen or full stop may stand in the margin.
  static let hangingShare = 0.7

  /// Walks the text once.
  mutating func segment() {
    let bytes = text.bytes
    var span = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, !isSpace(end) { end += 1 }
      if end > start { word(start..<end, span: &span) }
      start = end
      while end < bytes.count, isSpace(end) { end += spaceLength(end) }
      if end > start { space(start..<end) }
      start = end
    }
  }

  private func isSpace(_ offset: Int) -> Bool { spaceLength(offset) > 0 }

  /// 1 for a space, 2 for a no-break space, 0 for anything else.
  private func spaceLength(_ offset: Int) -> Int {
    let byte = text.bytes[offset]
    if byte == UInt8(ascii: " ") { return 1 }
    guard byte == 0xC2, offset + 1 < text.bytes.count, text.bytes[offset + 1] == 0xA0 else {
      return 0
    }
    return 2
  }

  private mutating func space(_ range: Range<Int>) {
    let width = advances.width(range)
    if text.lineBreaks.contains(range.upperBound) {
      // The rest of the line is white, so that justified text does not stretch.
      penalty(BreakItem.infinity, at: range.upperBound)
      items.append(.glue(width: 0, stretch: 1e6, shrink: 0))
      atoms.append(.text(range))
      penalty(-BreakItem.infinity, at: range.upperBound)
      return
    }
    let mayBreak =
      range.upperBound < text.bytes.count && opportunities[range.upperBound]
      && !protected.contains(range.lowerBound)
      && text.bytes[range.upperBound - 1] == UInt8(ascii: " ")
    if mayBreak {
      let hang = hangAtEnd(before: range.lowerBound)
      if hang > 0 {
        items.append(.penalty(width: 0, cost: 0, flagged: false, hang: hang))
        atoms.append(
          .opportunity(
            at: range.lowerBound, endsInHyphen: false,
            word: range.lowerBound..<range.lowerBound))
      }
    } else {
      let mayGive =
        lastResort != nil && protected.contains(range.lowerBound)
        && range.upperBound < text.bytes.count && opportunities[range.upperBound]
      penalty(mayGive ? LastResort.cost : BreakItem.infinity, at: range.lowerBound)
    }
    items.append(
      .glue(
        width: width, stretch: width * plan.style.spaceStretch,
        shrink: width * plan.style.spaceShrink))
    atoms.append(.text(range))
  }

  private mutating func penalty(_ cost: Double, at offset: Int) {
    items.append(.penalty(width: 0, cost: cost, flagged: false, hang: 0))
    atoms.append(.opportunity(at: offset, endsInHyphen: false, word: offset..<offset))
  }

  /// How far a full stop or comma before a space may stand out.
  private func hangAtEnd(before offset: Int) -> Double {
    guard plan.style.opticalMargin, offset > 0 else { return 0 }
    let last = text.bytes[offset - 1]
    guard last == UInt8(ascii: ".") || last == UInt8(ascii: ",") else { return 0 }
    return advances.width(offset - 1..<offset) * Self.hangingShare
  }

  /// One word between spaces, with breaks after hyphens and strokes and within its parts.
  private mutating func word(_ range: Range<Int>, span: inout Int) {
    var start = range.lowerBound
    var boxStart = start
    for offset in range.dropFirst() where opportunities[offset] && advances.isClusterStart(offset) {
      part(start..<offset, &boxStart, &span)
      box(boxStart..<offset)
      boxStart = offset
      let isHyphen = text.bytes[offset - 1] == UInt8(ascii: "-")
      let hang =
        isHyphen && plan.style.opticalMargin
        ? advances.width(offset - 1..<offset) * Self.hangingShare : 0
      items.append(
        .penalty(width: 0, cost: Self.hardHyphenCost, flagged: isHyphen, hang: hang))
      atoms.append(.opportunity(at: offset, endsInHyphen: false, word: offset..<offset))
      start = offset
    }
    part(start..<range.upperBound, &boxStart, &span)
    box(boxStart..<range.upperBound)
  }

  /// The divisions within a part of a word; its last box is left for the caller to close.
  private mutating func part(_ range: Range<Int>, _ boxStart: inout Int, _ span: inout Int) {
    while span + 1 < text.spans.count, text.spans[span].range.upperBound <= range.lowerBound {
      span += 1
    }
    guard span < text.spans.count else { return }
    var stretch = span
    if text.spans[span].range.upperBound >= range.upperBound {
      let inline = text.spans[span].inline
      let places = divisions(range, inline).filter { advances.isClusterStart($0.offset) }
      divide(range, inline, withLastDivisions(range, inline, places), &boxStart)
      return
    }
    guard lastResort != nil else { return }
    // A word in more than one style has no divisions of its own.
    while stretch < text.spans.count, text.spans[stretch].range.lowerBound < range.upperBound {
      let part = text.spans[stretch].range.clamped(to: range)
      let inline = text.spans[stretch].inline
      if isTooWide(range, inline) {
        divide(part, inline, lastDivisions(part, of: range), &boxStart)
      }
      stretch += 1
    }
  }

  private func withLastDivisions(
    _ range: Range<Int>, _ inline: Int, _ places: [Division]
  ) -> [Division] {
    guard lastResort != nil else { return places }
    let cuts = [range.lowerBound] + places.map(\.offset) + [range.upperBound]
    let pieces = zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    let further = pieces.filter { isTooWide($0, inline) }
      .flatMap { lastDivisions($0, of: range) }
    return (places + further).sorted { $0.offset < $1.offset }
  }

  private mutating func divide(
    _ range: Range<Int>, _ inline: Int, _ places: [Division], _ boxStart: inout Int
  ) {
    for division in places {
      box(boxStart..<division.offset)
      let width = division.takesHyphen ? hyphenWidth(inline) : 0
      items.append(
        .penalty(
          width: width, cost: division.cost, flagged: division.takesHyphen,
          hang: plan.style.opticalMargin ? width * Self.hangingShare : 0))
      atoms.append(
        .opportunity(
          at: division.offset, endsInHyphen: division.takesHyphen,
          word: division.takesHyphen ? range : division.offset..<division.offset))
      boxStart = division.offset
    }
  }

  private mutating func box(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    items.append(.box(width: advances.width(range)))
    atoms.append(.text(range))
  }
}
