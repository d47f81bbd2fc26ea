/// Images that stand in a line as letters do.
extension ShapedItem {
  /// An item that is an image.
  init(
    image size: Size, range: Range<Int>, inline: Int, font: FontKey, level: UInt8,
    ascent: Length, descent: Length
  ) {
    self.init(
      range: range, inline: inline, font: font, level: level,
      glyphs: [Glyph(id: Self.emptyGlyph, advance: size.width, offset: .zero)],
      clusterStarts: [range.lowerBound], ascent: ascent, descent: descent, image: size)
  }

  /// The same image no higher than a line has room for above its baseline.
  fileprivate func fitting(_ room: Length) -> ShapedItem {
    guard let size = image, size.height > room else { return self }
    let factor = room / size.height
    return ShapedItem(
      image: Size(width: size.width * factor, height: room), range: range, inline: inline,
      font: font, level: level, ascent: ascent, descent: descent)
  }
}

extension [ShapedItem] {
  /// Makes images lower that are higher than a line has room for above its baseline.
  ///
  /// - Returns: a note on each.
  mutating func fitImages(
    below room: Length, inlines: [InlinePlan]
  ) -> [ShapedParagraph.Finding] {
    var findings: [ShapedParagraph.Finding] = []
    for (index, item) in enumerated() {
      guard let size = item.image, size.height > room,
        let image = inlines[item.inline].image
      else { continue }
      self[index] = item.fitting(room)
      findings.append(
        .init(
          offset: item.range.lowerBound,
          diagnostic: .note(
            .inlineImage,
            "the image \(quoted(image.image.name)) is set \(inTenths(room)) mm high, not"
              + " \(inTenths(size.height)) mm, to fit its line", at: inlines[item.inline].place,
            hint: "give it a smaller height, or put it in a paragraph of its own")))
    }
    return findings
  }
}

extension ParagraphText {
  /// Takes back the breaks beside images that no space allows: Unicode would break on either side
  /// of any (Unicode Standard Annex 14, class CB), and a symbol would leave its bracket or comma.
  func joinImages(_ allowed: inout [Bool]) {
    for start in images {
      let end = start + "\u{FFFC}".utf8.count
      if start == 0 || bytes[start - 1] != UInt8(ascii: " ") { allowed[start] = false }
      if end < allowed.count { allowed[end] = false }
    }
  }
}

/// A length in millimetres with one decimal.
private func inTenths(_ length: Length) -> Double { (length.millimetres * 10).rounded() / 10 }
