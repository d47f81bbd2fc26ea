/// What a later stage keeps beside a shaper, from one letter to the next.
protocol KeptBesideShaper: AnyObject {}

/// Turns planned paragraphs into shaped ones; keeps its Pango context and what it has measured.
///
/// Not for use by two tasks at a time: each worker has its own.
final class Shaper {
  private let itemizer: Itemizer
  private let languages: LanguageShelf
  private var hyphenWidths: [Hyphen: Double] = [:]
  /// The one asked for last: comparing styles is cheaper than hashing them.
  private var lastHyphen: (hyphen: Hyphen, width: Double)?

  /// What the width of a hyphen depends on.
  private struct Hyphen: Hashable {
    let style: TextStyle
    let language: LanguageTag
  }
  /// The grid asked for last: a letter has one, and asks at every line.
  private var knownGrid: (grid: LineGrid, baseline: Length)?
  /// What is wrong with the fonts of each style that was asked for.
  private var styleProblems: [TextStyle: Diagnostic?] = [:]
  /// The style asked for last that nothing is wrong with.
  private var lastSound: TextStyle?
  private let protection: PhraseProtection?
  /// What later stages remember of other letters with these fonts in this language.
  let kept: (any KeptBesideShaper)?

  init(fonts: FontBook, languages: LanguageShelf, kept: (any KeptBesideShaper)? = nil) {
    self.kept = kept
    itemizer = Itemizer(fonts: fonts)
    self.languages = languages
    protection = languages.main.map { PhraseProtection($0) }
  }

  /// What it shapes with.
  var fonts: FontBook { itemizer.fonts }

  /// The tables for dividing words that were asked for and are not whole, in order.
  var damagedTables: [String] { languages.damagedFiles.sorted() }

  /// Shapes a paragraph; what cannot be set is among its findings.
  ///
  /// - Parameter lastResort: which words may be divided anywhere; nil for none.
  func shape(
    _ plan: ParagraphPlan, page: PageNumbers = .none, lastResort: LastResort? = nil
  ) -> ShapedParagraph {
    let text = ParagraphText(
      plan.inlines, page: page, keepsSpaces: plan.handling.preservesSpaces)
    let fonts = fontFindings(text, plan)
    let whole = text.string(0..<text.bytes.count)
    let isRightToLeft = BaseDirection.isRightToLeft(whole)
    var items = itemizer.shape(text, inlines: plan.inlines, isRightToLeft: isRightToLeft)
    let baseline = baseline(of: plan, items)
    let lowered =
      text.images.isEmpty ? [] : items.fitImages(below: baseline, inlines: plan.inlines)
    let language = plan.inlines.first?.language ?? .danish
    let advances = AdvanceTable(count: text.bytes.count, items: items)
    var segmenter = Segmenter(
      text: text, plan: plan, advances: advances,
      opportunities: opportunities(text, plan, language),
      protected: plan.style.protectsPhrases ? protectedSpaces(text) : [],
      divisions: { word, inline in
        advances.width(word) <= plan.wholeWords.points
          ? [] : self.divisions(word, inline, text, plan)
      },
      hyphenWidth: { self.hyphenWidth(plan.inlines[$0]) })
    segmenter.lastResort = lastResort
    segmenter.segment()
    return ShapedParagraph(
      plan: plan, text: text, items: items, breakItems: segmenter.items,
      atoms: segmenter.atoms, isRightToLeft: isRightToLeft, baseline: baseline,
      findings: fonts + lowered + unknown(items, text, plan))
  }

  /// Shapes a part of an item anew, followed by a hyphen when a word is divided there.
  ///
  /// The hyphen is the glyph of U+2010 where the font has it: a PDF says of each glyph which
  /// character it is, so one that also stands for `-` cannot be the soft hyphen.
  func reshape(
    _ part: Range<Int>, hyphenated: Bool, of item: ShapedItem, in paragraph: ShapedParagraph
  ) -> [ShapedItem] {
    func shaped(_ suffix: String) -> [ShapedItem] {
      itemizer.reshape(
        part, suffix: suffix, of: item, in: paragraph.text, inlines: paragraph.plan.inlines)
    }
    guard hyphenated else { return shaped("") }
    let divided = shaped(Self.hyphen)
    let isInFont = divided.allSatisfy { $0.font == item.font && !$0.hasUnknownGlyph }
    return isInFont ? divided : shaped("-")
  }

  /// The character whose glyph divides words.
  static let hyphen = "\u{2010}"
  /// What that glyph is read as.
  static let softHyphen = "\u{AD}"

  // MARK: Breaks

  private func opportunities(
    _ text: ParagraphText, _ plan: ParagraphPlan, _ language: LanguageTag
  ) -> [Bool] {
    var allowed = Itemizer.breakOpportunities(text.bytes, language: language)
    AddressBreaks.adjust(&allowed, in: text.bytes)
    text.joinImages(&allowed)
    return allowed
  }

  /// The letter's language decides, also where a paragraph begins in another.
  private func protectedSpaces(_ text: ParagraphText) -> Set<Int> {
    protection?.protectedSpaces(in: text) ?? []
  }

  private func divisions(
    _ word: Range<Int>, _ inline: Int, _ text: ParagraphText, _ plan: ParagraphPlan
  ) -> [Segmenter.Division] {
    // Looked up byte by byte: a paragraph may have as many soft hyphens as words.
    let explicit =
      text.softHyphens.isEmpty ? [] : word.dropFirst().filter(text.softHyphens.contains)
    if !explicit.isEmpty {
      return explicit.map { Segmenter.Division(offset: $0, cost: Segmenter.hardHyphenCost) }
    }
    let style = plan.style.hyphenation
    // Shorter than both minimums together no word can be divided.
    guard style.enabled, plan.inlines[inline].hyphenates,
      word.count >= style.before + style.after, !AddressBreaks.isAddress(text.bytes[word])
    else { return [] }
    let language = plan.inlines[inline].language
    let points = languages.divisions(of: text.string(word), language: language, rules: style)
    guard !points.isEmpty else { return [] }
    if plan.style.protectsPhrases, protection?.isMonth(word, in: text) == true { return [] }
    let spared = SparedWords(text: text)
    let costs = DivisionCosts(
      breaking: plan.style.breaking, isJustified: plan.style.alignment == .justify,
      reluctance: style.reluctance)
    let isLast = spared.endsText(word)
    let isName = languages.pack(language)?.capitalizesNouns == false && spared.isName(word)
    return points.map { point in
      let offset = word.lowerBound + point.offset
      return Segmenter.Division(
        offset: offset,
        cost: costs.cost(
          of: point.grade, piece: text.lettersAround(offset, in: word), isName: isName,
          isLast: isLast))
    }
  }

  private func hyphenWidth(_ inline: InlinePlan) -> Double {
    let hyphen = Hyphen(style: inline.style, language: inline.language)
    if let lastHyphen, lastHyphen.hyphen == hyphen { return lastHyphen.width }
    let width = hyphenWidths[hyphen] ?? measureHyphen(inline)
    hyphenWidths[hyphen] = width
    lastHyphen = (hyphen, width)
    return width
  }

  private func measureHyphen(_ inline: InlinePlan) -> Double {
    var hyphen = inline
    hyphen.content = .text("-")
    let text = ParagraphText([hyphen], page: .none)
    return itemizer.shape(text, inlines: [hyphen], isRightToLeft: false)
      .flatMap(\.glyphs).reduce(0) { $0 + $1.advance.points }
  }

  // MARK: Baselines

  /// How far below the top of a line of the grid its baseline stands.
  func baseline(on grid: LineGrid) -> Length {
    if let knownGrid, knownGrid.grid == grid { return knownGrid.baseline }
    let inline = InlinePlan(
      content: .text("x"), style: grid.text, language: .danish, hyphenates: false,
      part: .artifact(.layout), place: nil)
    let text = ParagraphText([inline], page: .none)
    let item = itemizer.shape(text, inlines: [inline], isRightToLeft: false).first
    let (ascent, descent) = item.map { ($0.ascent, $0.descent) } ?? (.zero, .zero)
    let baseline = (grid.leading - (ascent + descent)) / 2 + ascent
    knownGrid = (grid, baseline)
    return baseline
  }

  /// The grid of the running text places the baseline, or else the paragraph's own font, so that a
  /// note mark moves no line.
  private func baseline(of plan: ParagraphPlan, _ items: [ShapedItem]) -> Length {
    let style = plan.style
    if let grid = style.grid, grid.holds(style.leading, inColumn: plan.handling.isInColumn) {
      return baseline(on: grid)
    }
    let size = plan.textStyle.size
    let item = items.first { plan.inlines[$0.inline].style.size == size } ?? items.first
    let (ascent, descent) = item.map { ($0.ascent, $0.descent) } ?? (size * 0.8, size * 0.2)
    return (style.leading - (ascent + descent)) / 2 + ascent
  }

  // MARK: What cannot be set

  private func fontFindings(
    _ text: ParagraphText, _ plan: ParagraphPlan
  ) -> [ShapedParagraph.Finding] {
    text.spans.compactMap { span in
      problem(with: plan.inlines[span.inline]).map {
        ShapedParagraph.Finding(offset: span.range.lowerBound, diagnostic: $0)
      }
    }
  }

  private func problem(with inline: InlinePlan) -> Diagnostic? {
    if let lastSound, lastSound == inline.style { return nil }
    if let known = styleProblems[inline.style] {
      if known == nil { lastSound = inline.style }
      return known
    }
    let found = itemizer.problem(with: inline.style, in: inline.language)
    styleProblems.updateValue(found, forKey: inline.style)
    if found == nil { lastSound = inline.style }
    return found
  }

  /// Characters that no font has, or that nobody could read.
  private func unknown(
    _ items: [ShapedItem], _ text: ParagraphText, _ plan: ParagraphPlan
  ) -> [ShapedParagraph.Finding] {
    var findings: [ShapedParagraph.Finding] = []
    for item in items where item.hasUnknownGlyph {
      var told: Set<UInt32> = []
      for (glyph, start) in zip(item.glyphs, item.clusterStarts)
      where glyph.id & ShapedItem.unknownGlyph != 0 {
        let value = glyph.id & 0xFFFFFF
        guard told.insert(value).inserted, let scalar = Unicode.Scalar(value) else { continue }
        let character = SourceCharacter(
          scalar: scalar, offset: start, text: text, inlines: plan.inlines)
        findings.append(
          .init(offset: start, diagnostic: MissingCharacter(character: character).diagnostic))
      }
    }
    // One that no font has is told already.
    for found in PrivateCharacter.all(in: text, inlines: plan.inlines)
    where !items.isMissing(at: found.character.offset) {
      findings.append(.init(offset: found.character.offset, diagnostic: found.diagnostic))
    }
    return findings
  }
}

extension [ShapedItem] {
  /// Whether the character at a byte of the text has no glyph.
  fileprivate func isMissing(at offset: Int) -> Bool {
    contains { item in
      item.range.contains(offset) && item.hasUnknownGlyph
        && zip(item.glyphs, item.clusterStarts).contains {
          $0.id & ShapedItem.unknownGlyph != 0 && $1 == offset
        }
    }
  }
}
