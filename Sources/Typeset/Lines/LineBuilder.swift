import LineBreaking

/// Makes the set lines of a broken paragraph: glyphs in their places, spaces at their final width.
struct LineBuilder {
  let paragraph: ShapedParagraph
  let shaper: Shaper

  /// The stretches of text between the breaks.
  func extents(of broken: BrokenParagraph) -> [LineExtent] {
    var extents: [LineExtent] = []
    var start = paragraph.start
    var wordAtStart = paragraph.wordAtStart
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
        LineExtent(
          range: start..<max(start, end), hyphenated: hyphenated, wordAtEnd: word,
          wordAtStart: wordAtStart, ratio: item.ratio))
      start = max(start, end)
      wordAtStart = word
    }
    return extents
  }

  /// Sets one line in its measure.
  ///
  /// - Parameter indent: where the measure starts, from the edge of the column.
  func build(
    _ extent: LineExtent, indent: Length, measure: Length
  ) -> (line: Line, images: [Placed<PlacedImage>]) {
    let style = paragraph.plan.style
    var pieces = shaper.pieces(of: extent, in: paragraph)
    justify(&pieces, extent)
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
    let baseline = paragraph.baseline
    // Pieces follow the text, so nothing later has to find out how the line is read.
    var runs: [Placed<GlyphRun>] = []
    var images: [Placed<PlacedImage>] = []
    for (piece, x) in zip(pieces, places) {
      if let image = image(piece) {
        let top = baseline - image.size.height
        images.append(Placed(item: image, origin: Point(x: .pt(x), y: top)))
      } else {
        runs.append(Placed(item: run(piece), origin: Point(x: .pt(x), y: baseline)))
      }
    }
    let line = Line(
      runs: runs, baseline: baseline, height: style.leading, width: .pt(visible),
      ratio: extent.ratio, role: paragraph.plan.role.name,
      isPersonal: paragraph.plan.role.isPersonal, written: written(pieces))
    return (line, images)
  }

  private func written(_ pieces: [LinePiece]) -> WrittenPlaces {
    var places = WrittenPlaces()
    for piece in pieces { places.add(paragraph.plan.inlines[piece.item.inline].place) }
    return places
  }

  /// Left and right change places in a paragraph that runs from right to left; lines of addresses,
  /// signatures and sidebars keep the one edge they all share.
  private var effectiveAlignment: ParagraphStyle.Alignment {
    let alignment = paragraph.plan.style.alignment
    guard paragraph.isRightToLeft, paragraph.plan.handling.edge == .reading else {
      return alignment
    }
    return alignment == .left || alignment == .justify ? .right : alignment
  }

  // MARK: White and order

  private func justify(_ pieces: inout [LinePiece], _ extent: LineExtent) {
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
  private func visualOrder(_ pieces: [LinePiece]) -> [Int] {
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

  private func image(_ piece: LinePiece) -> PlacedImage? {
    let inline = paragraph.plan.inlines[piece.item.inline]
    guard let size = piece.item.image, let image = inline.image else { return nil }
    return PlacedImage(
      image: image.image, size: size, resolution: image.resolution, part: inline.part,
      place: inline.place)
  }

  private func run(_ piece: LinePiece) -> GlyphRun {
    let inline = paragraph.plan.inlines[piece.item.inline]
    let style = inline.style
    return GlyphRun(
      font: piece.item.font, size: style.size, color: style.color, glyphs: piece.glyphs,
      clusters: piece.clusters, text: piece.text, isRightToLeft: piece.item.isRightToLeft,
      rise: style.rise, part: inline.part, actualText: piece.actualText,
      underline: style.underline, strikethrough: style.strikethrough, ascent: piece.item.ascent,
      descent: piece.item.descent, word: piece.word.flatMap { word($0, inline) })
  }

  /// The whole of a divided word, which belongs where it begins; nil if nobody reads it.
  private func word(_ range: Range<Int>, _ inline: InlinePlan) -> DividedWord? {
    guard case .content = inline.part else { return nil }
    let first = paragraph.text.spans.first { $0.range.contains(range.lowerBound) }
    let parts = [first.map { paragraph.plan.inlines[$0.inline].part }, inline.part]
    for case .content(let parent, let order)? in parts {
      return DividedWord(
        parent: parent, order: order, start: range.lowerBound,
        text: paragraph.text.string(range))
    }
    return nil
  }
}
