import LineBreaking

/// Makes set lines of a broken paragraph: glyphs in their places, spaces at their final width.
struct LineBuilder {
  let paragraph: ShapedParagraph
  let shaper: Shaper

  /// A stretch of the text that stands on one line.
  struct Extent: Hashable, Sendable {
    /// Bytes, with the spaces that the line ends in.
    var range: Range<Int>
    /// Whether a hyphen is set at the end.
    var hyphenated: Bool
    /// The divided word at the end or the start of the line, whole.
    var wordAtEnd: Range<Int>?
    var wordAtStart: Range<Int>?
    var ratio: Double
  }

  /// The stretches of text between the breaks.
  func extents(of broken: BrokenParagraph) -> [Extent] {
    var extents: [Extent] = []
    var start = 0
    var wordAtStart: Range<Int>?
    let bytes = paragraph.text.bytes
    for item in broken.breaks {
      var end = bytes.count
      var hyphenated = false
      var word: Range<Int>?
      if item.item < paragraph.atoms.count {
        switch paragraph.atoms[item.item] {
        case .text(let range):
          end = range.upperBound
        case .opportunity(let at, let endsInHyphen, let divided):
          end = at
          hyphenated = endsInHyphen
          word = endsInHyphen ? divided : nil
        }
      }
      if word == nil {
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
      }
      guard end > start || extents.isEmpty else { continue }
      extents.append(
        Extent(
          range: start..<max(start, end), hyphenated: hyphenated, wordAtEnd: word,
          wordAtStart: wordAtStart, ratio: item.ratio))
      start = max(start, end)
      wordAtStart = word
    }
    return extents
  }

  /// Sets one line in its measure.
  ///
  /// - Parameters:
  ///   - indent: where the measure starts, from the edge of the column.
  ///   - structure: receives a span for each divided word, so that it is read as a whole.
  ///   - spans: the spans made so far in this paragraph, by the first byte of their word.
  func build(
    _ extent: Extent, indent: Length, measure: Length, structure: inout StructureTree,
    spans: inout [Int: Part]
  ) -> Line {
    let style = paragraph.plan.style
    var pieces = pieces(of: extent)
    justify(&pieces, extent)
    for index in pieces.indices {
      pieces[index].part = part(of: pieces[index], &structure, &spans, extent)
    }
    let visible = pieces.reduce(0) { $0 + ($1.isTrailingSpace ? 0 : $1.width) }
    let order = visualOrder(pieces)
    let slack = measure.points - visible
    var x = indent.points
    switch effectiveAlignment {
    case .right: x += slack
    case .center: x += slack / 2
    case .left, .justify: break
    }
    // A space that ends a right-to-left line stands at its left, outside the measure.
    if paragraph.isRightToLeft {
      for index in order.prefix(while: { pieces[$0].isTrailingSpace }) { x -= pieces[index].width }
    }
    var places = [Double](repeating: x, count: pieces.count)
    for index in order {
      places[index] = x
      x += pieces[index].width
    }
    let baseline = self.baseline
    // Pieces follow the text, so nothing later has to find out how the line is read.
    let runs = zip(pieces, places).map { piece, x in
      Placed(item: run(piece), origin: Point(x: .pt(x), y: baseline))
    }
    return Line(
      runs: runs, baseline: baseline, height: style.leading, width: .pt(visible),
      ratio: extent.ratio, role: paragraph.plan.role.name)
  }

  /// Left and right change places in a paragraph that runs from right to left; lines of addresses,
  /// signatures and sidebars keep the one edge they all share.
  private var effectiveAlignment: ParagraphStyle.Alignment {
    let alignment = paragraph.plan.style.alignment
    guard paragraph.isRightToLeft else { return alignment }
    switch paragraph.plan.role {
    case .recipient, .attention, .signature, .enclosures, .copies, .fixed: return alignment
    default: break
    }
    return alignment == .left || alignment == .justify ? .right : alignment
  }

  /// The grid of the running text places the baseline, or else the paragraph's own font.
  private var baseline: Length {
    let style = paragraph.plan.style
    if let grid = style.grid, grid.holds(style.leading, inColumn: paragraph.plan.role.isInColumn) {
      return shaper.baseline(on: grid)
    }
    let (ascent, descent) = extentsOfText
    return (style.leading - (ascent + descent)) / 2 + ascent
  }

  /// The paragraph's own font places the baseline, so that a note mark moves no line.
  private var extentsOfText: (Length, Length) {
    let size = paragraph.plan.textStyle.size
    guard
      let item = paragraph.items.first(where: {
        paragraph.plan.inlines[$0.inline].style.size == size
      }) ?? paragraph.items.first
    else { return (size * 0.8, size * 0.2) }
    return (item.ascent, item.descent)
  }

  // MARK: Pieces

  /// Glyphs of one item on one line.
  private struct Piece {
    var range: Range<Int>
    var item: ShapedItem
    var glyphs: [Glyph]
    var clusters: [GlyphCluster]
    var text: String
    var actualText: String?
    var isTrailingSpace = false
    var isDivided = false
    var part: Part?

    var width: Double { glyphs.reduce(0) { $0 + $1.advance.points } }
  }

  private func pieces(of extent: Extent) -> [Piece] {
    let bytes = paragraph.text.bytes
    var contentEnd = extent.range.upperBound
    while contentEnd > extent.range.lowerBound, bytes[contentEnd - 1] == UInt8(ascii: " ") {
      contentEnd -= 1
    }
    var cuts = [extent.range.lowerBound, contentEnd, extent.range.upperBound]
    if let word = extent.wordAtStart { cuts.append(min(word.upperBound, contentEnd)) }
    if let word = extent.wordAtEnd { cuts.append(max(word.lowerBound, extent.range.lowerBound)) }
    cuts.sort()
    var pieces: [Piece] = []
    for (low, high) in zip(cuts, cuts.dropFirst()) where high > low {
      for item in items(in: low..<high) {
        let part = max(low, item.range.lowerBound)..<min(high, item.range.upperBound)
        guard !part.isEmpty else { continue }
        let isDivided = isDivided(part, extent)
        if isDivided || !isClean(part, item) {
          let atEnd = extent.hyphenated && part.upperBound == extent.range.upperBound
          pieces += reshaped(part, item, hyphenated: atEnd, isDivided: isDivided)
        } else {
          let (glyphs, clusters) = item.slice(part)
          pieces.append(
            Piece(
              range: part, item: item, glyphs: glyphs, clusters: clusters,
              text: paragraph.text.string(part),
              actualText: low >= contentEnd ? lineEnd(at: part.upperBound) : nil,
              isTrailingSpace: low >= contentEnd))
        }
      }
    }
    return pieces
  }

  /// What the space that ends a line of program text is read as; nil for the space it is.
  private func lineEnd(at offset: Int) -> String? {
    paragraph.plan.role == .code && paragraph.text.lineBreaks.contains(offset) ? "\n" : nil
  }

  /// The items that share bytes with a range, found by halving.
  private func items(in range: Range<Int>) -> ArraySlice<ShapedItem> {
    let items = paragraph.items
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < items.count, items[end].range.lowerBound < range.upperBound { end += 1 }
    return items[low..<end]
  }

  private func isDivided(_ part: Range<Int>, _ extent: Extent) -> Bool {
    if let word = extent.wordAtEnd, part.lowerBound >= word.lowerBound,
      part.upperBound <= word.upperBound
    {
      return true
    }
    if let word = extent.wordAtStart, part.lowerBound >= word.lowerBound,
      part.upperBound <= word.upperBound
    {
      return true
    }
    return false
  }

  /// Whether the ends of a part fall between clusters.
  private func isClean(_ part: Range<Int>, _ item: ShapedItem) -> Bool {
    item.isClusterBoundary(part.lowerBound) && item.isClusterBoundary(part.upperBound)
  }

  /// Shapes a piece of a divided word with its hyphen, so that kerning is that of the line.
  private func reshaped(
    _ part: Range<Int>, _ item: ShapedItem, hyphenated: Bool, isDivided: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    let length = part.count
    for made in shaper.reshape(part, hyphenated: hyphenated, of: item, in: paragraph) {
      let bodyEnd = min(made.range.upperBound, length)
      if made.range.lowerBound < bodyEnd {
        let body = made.range.lowerBound..<bodyEnd
        let (glyphs, clusters) = made.slice(body)
        let range = part.lowerBound + body.lowerBound..<part.lowerBound + body.upperBound
        pieces.append(
          Piece(
            range: range, item: inlined(made, item), glyphs: glyphs, clusters: clusters,
            text: paragraph.text.string(range), isDivided: isDivided))
      }
      if made.range.upperBound > length {
        let suffix = max(length, made.range.lowerBound)..<made.range.upperBound
        let (glyphs, clusters) = made.slice(suffix)
        let range = part.upperBound..<part.upperBound
        let item = inlined(made, item)
        if suffix.count == Shaper.hyphen.utf8.count, glyphs.count == 1 {
          // A glyph of its own, which needs no words to be read as a soft hyphen.
          let cluster = GlyphCluster(bytes: Shaper.softHyphen.utf8.count, glyphs: 1)
          pieces.append(
            Piece(
              range: range, item: item, glyphs: glyphs, clusters: [cluster],
              text: Shaper.softHyphen,
              isDivided: isDivided))
        } else {
          pieces.append(
            Piece(
              range: range, item: item, glyphs: glyphs, clusters: clusters, text: "-",
              actualText: Shaper.softHyphen, isDivided: isDivided))
        }
      }
    }
    return pieces
  }

  /// A part of an item shaped alone, at the level that it has in its paragraph.
  private func inlined(_ made: ShapedItem, _ item: ShapedItem) -> ShapedItem {
    ShapedItem(
      range: made.range, inline: item.inline, font: made.font,
      level: item.level - item.level % 2 + made.level,
      glyphs: made.glyphs, clusterStarts: made.clusterStarts, ascent: made.ascent,
      descent: made.descent)
  }

  // MARK: White, order, structure

  private func justify(_ pieces: inout [Piece], _ extent: Extent) {
    guard extent.ratio != 0, paragraph.plan.style.alignment == .justify else { return }
    let style = paragraph.plan.style
    let share = extent.ratio > 0 ? style.spaceStretch : style.spaceShrink
    for index in pieces.indices where !pieces[index].isTrailingSpace {
      let piece = pieces[index]
      var position = piece.range.lowerBound
      // Walk the clusters in reading order and widen the glyph of each space.
      var glyphIndex = piece.item.isRightToLeft ? piece.glyphs.count : 0
      for cluster in piece.clusters {
        if piece.item.isRightToLeft { glyphIndex -= cluster.glyphs }
        if isSpaceByte(position), cluster.glyphs == 1, piece.glyphs.indices.contains(glyphIndex) {
          let glyph = pieces[index].glyphs[glyphIndex]
          let natural = glyph.advance
          pieces[index].glyphs[glyphIndex] = Glyph(
            id: glyph.id, advance: natural + natural * (share * extent.ratio),
            offset: glyph.offset)
        }
        if !piece.item.isRightToLeft { glyphIndex += cluster.glyphs }
        position += cluster.bytes
      }
    }
  }

  private func isSpaceByte(_ offset: Int) -> Bool {
    let bytes = paragraph.text.bytes
    guard offset < bytes.count else { return false }
    return bytes[offset] == UInt8(ascii: " ")
      || (bytes[offset] == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0)
  }

  /// Rule L2 of Unicode Standard Annex 9: reverse from the highest level down to the lowest odd.
  private func visualOrder(_ pieces: [Piece]) -> [Int] {
    let base: UInt8 = paragraph.isRightToLeft ? 1 : 0
    let levels = pieces.map { $0.isTrailingSpace ? base : $0.item.level }
    var order = Array(pieces.indices)
    guard let highest = levels.max(), highest > 0 else { return order }
    for level in stride(from: highest, through: 1, by: -1) {
      var index = 0
      while index < order.count {
        guard levels[order[index]] >= level else {
          index += 1
          continue
        }
        var end = index
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[index..<end].reverse()
        index = end
      }
    }
    return order
  }

  /// The part of the document a piece belongs to: a divided word has a span of its own.
  private func part(
    of piece: Piece, _ structure: inout StructureTree, _ spans: inout [Int: Part], _ extent: Extent
  ) -> Part {
    let own = paragraph.plan.inlines[piece.item.inline].part
    guard piece.isDivided, case .content(let element, let order) = own else { return own }
    let word =
      extent.wordAtEnd.flatMap { $0.lowerBound <= piece.range.lowerBound ? $0 : nil }
      ?? extent.wordAtStart
    guard let word else { return own }
    if let known = spans[word.lowerBound] { return known }
    var span = StructureElement(role: .span, parent: element)
    span.actualText = paragraph.text.string(word)
    let part = Part.content(structure.add(span), order: order)
    spans[word.lowerBound] = part
    return part
  }

  private func run(_ piece: Piece) -> GlyphRun {
    let style = paragraph.plan.inlines[piece.item.inline].style
    return GlyphRun(
      font: piece.item.font, size: style.size, color: style.color, glyphs: piece.glyphs,
      clusters: piece.clusters, text: piece.text, isRightToLeft: piece.item.isRightToLeft,
      rise: style.rise, part: piece.part ?? paragraph.plan.inlines[piece.item.inline].part,
      actualText: piece.actualText, underline: style.underline,
      strikethrough: style.strikethrough, ascent: piece.item.ascent, descent: piece.item.descent)
  }
}
