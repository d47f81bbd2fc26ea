extension Shaper {
  /// The pieces of a line in the order of its text: cut from the shaped paragraph, and shaped anew
  /// where a word is divided, so that kerning is that of the line.
  func pieces(of extent: LineExtent, in paragraph: ShapedParagraph) -> [LinePiece] {
    let bytes = paragraph.text.bytes
    var contentEnd = extent.range.upperBound
    while contentEnd > extent.range.lowerBound, bytes[contentEnd - 1] == UInt8(ascii: " ") {
      contentEnd -= 1
    }
    var cuts = [extent.range.lowerBound, contentEnd, extent.range.upperBound]
    if let word = extent.wordAtStart { cuts.append(min(word.upperBound, contentEnd)) }
    if let word = extent.wordAtEnd { cuts.append(max(word.lowerBound, extent.range.lowerBound)) }
    cuts.sort()
    var pieces: [LinePiece] = []
    for (low, high) in zip(cuts, cuts.dropFirst()) where high > low {
      for item in paragraph.items(in: low..<high) {
        let part = max(low, item.range.lowerBound)..<min(high, item.range.upperBound)
        guard !part.isEmpty else { continue }
        let word = extent.word(with: part)
        if item.image == nil, word != nil || !item.isClean(part) {
          let atEnd = extent.hyphenated && part.upperBound == extent.range.upperBound
          pieces += divided(part, of: item, in: paragraph, hyphenated: atEnd, word: word)
        } else {
          let (glyphs, clusters) = item.slice(part)
          let isTrailing = low >= contentEnd
          pieces.append(
            LinePiece(
              range: part, item: item, glyphs: glyphs, clusters: clusters,
              text: paragraph.text.string(part),
              actualText: isTrailing ? paragraph.lineEnd(at: part.upperBound) : nil,
              isTrailingSpace: isTrailing))
        }
      }
    }
    return pieces
  }

  /// A piece of a divided word with its hyphen.
  private func divided(
    _ part: Range<Int>, of item: ShapedItem, in paragraph: ShapedParagraph, hyphenated: Bool,
    word: Range<Int>?
  ) -> [LinePiece] {
    var pieces: [LinePiece] = []
    let length = part.count
    for made in reshape(part, hyphenated: hyphenated, of: item, in: paragraph) {
      let bodyEnd = min(made.range.upperBound, length)
      if made.range.lowerBound < bodyEnd {
        let body = made.range.lowerBound..<bodyEnd
        let (glyphs, clusters) = made.slice(body)
        let range = part.lowerBound + body.lowerBound..<part.lowerBound + body.upperBound
        pieces.append(
          LinePiece(
            range: range, item: made.inlined(as: item), glyphs: glyphs, clusters: clusters,
            text: paragraph.text.string(range), word: word))
      }
      if made.range.upperBound > length {
        let suffix = max(length, made.range.lowerBound)..<made.range.upperBound
        pieces.append(
          hyphen(made, suffix, at: part.upperBound, of: made.inlined(as: item), word: word))
      }
    }
    return pieces
  }

  private func hyphen(
    _ made: ShapedItem, _ suffix: Range<Int>, at end: Int, of item: ShapedItem, word: Range<Int>?
  ) -> LinePiece {
    let (glyphs, clusters) = made.slice(suffix)
    guard suffix.count == Self.hyphen.utf8.count, glyphs.count == 1 else {
      return LinePiece(
        range: end..<end, item: item, glyphs: glyphs, clusters: clusters, text: "-",
        actualText: Self.softHyphen, word: word)
    }
    // A glyph of its own, which needs no words to be read as a soft hyphen.
    let cluster = GlyphCluster(bytes: Self.softHyphen.utf8.count, glyphs: 1)
    return LinePiece(
      range: end..<end, item: item, glyphs: glyphs, clusters: [cluster], text: Self.softHyphen,
      word: word)
  }
}

extension ShapedParagraph {
  /// What the space that ends a line of program text is read as; nil for the space it is.
  fileprivate func lineEnd(at offset: Int) -> String? {
    plan.handling.preservesSpaces && text.lineBreaks.contains(offset) ? "\n" : nil
  }

  /// The items that share bytes with a range, found by halving.
  fileprivate func items(in range: Range<Int>) -> ArraySlice<ShapedItem> {
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
}

extension ShapedItem {
  /// Whether the ends of a part fall between clusters.
  fileprivate func isClean(_ part: Range<Int>) -> Bool {
    isClusterBoundary(part.lowerBound) && isClusterBoundary(part.upperBound)
  }

  /// A part of an item shaped alone, at the level that it has in its paragraph.
  fileprivate func inlined(as item: ShapedItem) -> ShapedItem {
    ShapedItem(
      range: range, inline: item.inline, font: font,
      level: item.level - item.level % 2 + level,
      glyphs: glyphs, clusterStarts: clusterStarts, ascent: ascent, descent: descent)
  }
}
