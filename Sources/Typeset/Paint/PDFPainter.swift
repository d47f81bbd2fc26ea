import Intake
import PDFFile

/// Writes what pages show as the operators of a PDF, and notes what each stretch of them is.
struct PDFPainter {
  private(set) var fonts: FontSlots
  private let isForPaper: Bool
  private(set) var unread = UnreadGlyphs()
  private(set) var shelf: PictureShelf
  /// Whether nothing so far is painted otherwise on paper than on a screen.
  private(set) var isSameOnPaper = true

  private var piece = PaintedPiece()
  private var builder = ContentBuilder()
  private var height = 0.0
  private var open: MarkedContent?
  private var start = 0
  /// The font that glyphs are shown with, by its slot.
  private var selected = 0

  /// - Parameter isForPaper: whether what is nearly black is made of black ink alone, without dots.
  init(fonts: FontSlots, shelf: PictureShelf, isForPaper: Bool) {
    self.fonts = fonts
    self.shelf = shelf
    self.isForPaper = isForPaper
  }

  /// Writes one page, in one piece.
  mutating func paint(_ page: Page) throws(PaintError) -> PaintedPage {
    PaintedPage(pieces: [try paint(page.frame.items, height: page.size.height)])
  }

  /// Writes something of a page.
  ///
  /// - Parameter isFirst: whether nothing is drawn before it.
  mutating func paint(
    _ items: [Placed<FrameItem>], height: Length, isFirst: Bool = true
  ) throws(PaintError) -> PaintedPiece {
    piece = PaintedPiece()
    builder = isFirst ? ContentBuilder() : ContentBuilder(startsAnywhere: ())
    self.height = height.points
    for placed in items { try paint(placed) }
    closeStretch()
    piece.content = builder.bytes
    return piece
  }

  /// Takes over a piece that was painted before.
  mutating func take(_ kept: PaintMemory.Kept) throws(PaintError) -> PaintedPiece {
    var piece = kept.piece
    piece.fonts = []
    for font in kept.fonts { piece.fonts.insert(try fonts.place(ofCommon: font)) }
    return piece
  }

  /// All pages with what they are painted with.
  consuming func painted(_ pages: [PaintedPage], _ book: FontBook) -> PaintedPDF {
    var fonts = fonts
    unread.settle(&fonts.texts, fonts.slots.map { book.face($0.font) })
    return PaintedPDF(
      pages: pages, fonts: fonts.painted, pictures: shelf.pictures, isSameOnPaper: isSameOnPaper)
  }

  private mutating func paint(_ placed: Placed<FrameItem>) throws(PaintError) {
    let place = placed.origin
    switch placed.item {
    case .rule(let rule):
      mark(rule.part)
      setFill(rule.color)
      fill(place.x.points, place.y.points, rule.size.width.points, rule.size.height.points)
    case .image(let image):
      guard image.size.width > .zero, image.size.height > .zero else { return }
      mark(image.part)
      try draw(image, at: place)
    case .line(let line):
      for run in line.runs { try paint(run.item, at: place + run.origin) }
    }
  }

  private mutating func setFill(_ color: Color) {
    let isNearlyBlack =
      color != .black && max(color.red, color.green, color.blue) <= Color.nearBlack
    if isNearlyBlack { isSameOnPaper = false }
    let color = isNearlyBlack && isForPaper ? Color.black : color
    builder.setFill(red: color.red, green: color.green, blue: color.blue)
  }

  /// Fills a rectangle given from the top of the page.
  private mutating func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    builder.fillRectangle(x, self.height - y - height, width, height)
  }

  // MARK: Stretches

  /// Begins a stretch of content of that part, unless the open one already is for it.
  private mutating func mark(
    _ part: Part, actualText: String? = nil, isRightToLeft: Bool = false
  ) {
    let wanted = MarkedContent(
      part: part, actualText: actualText, isRightToLeft: isRightToLeft)
    // Text that is read differently stands alone: two hyphens are two soft hyphens.
    if actualText == nil, open == wanted { return }
    closeStretch()
    open = wanted
    start = builder.bytes.count
  }

  private mutating func closeStretch() {
    guard let mark = open else { return }
    builder.endText()
    piece.stretches.append(
      PaintedPiece.Stretch(mark: mark, operators: start..<builder.bytes.count))
    open = nil
  }

  // MARK: Text

  private mutating func paint(_ run: GlyphRun, at origin: Point) throws(PaintError) {
    guard !run.glyphs.isEmpty, let pair = try fonts.pair(for: run) else { return }
    guard let font = pair.main ?? pair.further else { return paintRules(of: run, at: origin) }
    var pens: [Double] = []
    pens.reserveCapacity(run.glyphs.count)
    var pen = origin.x.points
    for glyph in run.glyphs {
      pens.append(pen + glyph.offset.x.points)
      pen += glyph.advance.points
    }
    let baseline = height - (origin.y.points - run.rise.points)
    let setting = Setting(
      font: font, codes: fonts.codes[font], further: pair.further, size: run.size.points,
      glyphs: run.glyphs, pens: pens, baseline: baseline, isRightToLeft: run.isRightToLeft)
    for segment in run.segments where run.shows(segment) {
      mark(run.part, actualText: segment.actualText, isRightToLeft: run.isRightToLeft)
      setFill(run.color)
      select(font, setting)
      show(segment, setting)
    }
    paintRules(of: run, at: origin)
  }

  private mutating func select(_ font: Int, _ setting: Setting) {
    selected = font
    piece.fonts.insert(font)
    builder.selectFont(fonts.slots[font].name, size: setting.size)
  }

  /// A run's glyphs with their places on the page.
  private struct Setting {
    let font: Int
    let codes: GlyphCodes
    /// The font for glyphs that the first has not.
    let further: Int?
    let size: Double
    let glyphs: [Glyph]
    let pens: [Double]
    let baseline: Double
    let isRightToLeft: Bool
  }

  private mutating func show(_ segment: RunSegment, _ setting: Setting) {
    guard !segment.clusters.isEmpty else {
      for index in segment.glyphs {
        if let shown = shown(index, setting) { show(shown, index, setting) }
      }
      return
    }
    let isTold = segment.actualText != nil
    let scalars = segment.text.unicodeScalars
    var index = scalars.startIndex
    // From right to left the first cluster has the last glyphs.
    var next = setting.isRightToLeft ? segment.glyphs.upperBound : segment.glyphs.lowerBound
    for cluster in segment.clusters {
      if setting.isRightToLeft { next -= cluster.glyphs }
      let glyphs = next..<next + cluster.glyphs
      if !setting.isRightToLeft { next = glyphs.upperBound }
      // By far most clusters are a character with its glyph.
      if cluster.glyphs == 1, index < scalars.endIndex,
        UTF8.width(scalars[index]) == cluster.bytes
      {
        show(glyphs.lowerBound, reading: scalars[index], isTold: isTold, setting)
        scalars.formIndex(after: &index)
      } else {
        let end = scalars.index(index, afterBytes: cluster.bytes)
        show(glyphs, reading: String(scalars[index..<end]), isTold: isTold, setting)
        index = end
      }
    }
  }

  /// Shows the glyph of a character.
  ///
  /// - Parameter isTold: whether what is read is told of all that stands around.
  private mutating func show(
    _ index: Int, reading scalar: Unicode.Scalar, isTold: Bool, _ setting: Setting
  ) {
    guard let shown = shown(index, setting) else { return }
    if fonts.texts[shown.font].note(shown.code, scalar) || isTold {
      show(shown, index, setting)
    } else {
      show(shown, index, setting, instead: String(scalar))
    }
  }

  /// Shows the glyphs that together stand for some characters.
  private mutating func show(
    _ cluster: Range<Int>, reading text: String, isTold: Bool, _ setting: Setting
  ) {
    for index in cluster {
      guard let shown = shown(index, setting) else { continue }
      if cluster.count > 1 {
        // Of several glyphs none says it all.
        unread.note(
          shown.code, of: setting.glyphs[index].id, font: shown.font, in: text,
          isFirst: index == cluster.lowerBound)
        show(shown, index, setting)
      } else if fonts.texts[shown.font].note(shown.code, text) || isTold {
        show(shown, index, setting)
      } else {
        show(shown, index, setting, instead: text)
      }
    }
  }

  /// A code and the font that has it.
  private struct Shown {
    let font: Int
    let code: UInt16
  }

  /// What shows a glyph; nil for one that is not shown.
  private func shown(_ index: Int, _ setting: Setting) -> Shown? {
    let glyph = setting.glyphs[index].id
    guard glyph != ShapedItem.emptyGlyph else { return nil }
    if let code = setting.codes.code(of: glyph) { return Shown(font: setting.font, code: code) }
    guard let further = setting.further, let code = fonts.codes[further].code(of: glyph) else {
      return nil
    }
    return Shown(font: further, code: code)
  }

  /// Shows a glyph.
  ///
  /// - Parameter words: what is read instead of what its code stands for.
  private mutating func show(
    _ shown: Shown, _ index: Int, _ setting: Setting, instead words: String? = nil
  ) {
    if shown.font != selected { select(shown.font, setting) }
    if let words { builder.beginReplacement(words) }
    builder.show(
      shown.code,
      width: (shown.font == setting.font ? setting.codes : fonts.codes[shown.font])
        .width(of: shown.code), x: setting.pens[index],
      y: setting.baseline - setting.glyphs[index].offset.y.points)
    if words != nil { builder.endReplacement() }
  }

  /// Draws the rules under and through a run.
  private mutating func paintRules(of run: GlyphRun, at origin: Point) {
    guard run.underline || run.strikethrough else { return }
    let baseline = origin.y.points - run.rise.points
    let width = run.width.points
    // Where Liberation Sans has its rules (post and OS/2 tables), in parts of the size.
    let thickness = run.size.points * 0.073
    if run.underline {
      fill(origin.x.points, baseline + run.size.points * 0.106 - thickness / 2, width, thickness)
    }
    if run.strikethrough {
      fill(origin.x.points, baseline - run.size.points * 0.259, width, thickness)
    }
  }

  // MARK: Pictures

  private mutating func draw(_ image: PlacedImage, at place: Point) throws(PaintError) {
    let (index, box) = try shelf.picture(of: image)
    if image.image.format == .svg { isSameOnPaper = false }
    piece.pictures.insert(index)
    let unit = PageMatrix(
      a: 1 / (box[2] - box[0]), d: 1 / (box[3] - box[1]), e: -box[0] / (box[2] - box[0]),
      f: -box[1] / (box[3] - box[1]))
    let upright = image.image.format == .jpeg ? Self.upright(image.image) : PageMatrix()
    let (width, height) = (image.size.width.points, image.size.height.points)
    let onPage = PageMatrix(
      a: width, d: height, e: place.x.points, f: self.height - place.y.points - height)
    builder.draw("X\(index)", unit.then(upright).then(onPage))
  }

  /// How a photograph is turned upright within the unit square, as the camera was held (Exif, 274).
  private static func upright(_ image: ImageResource) -> PageMatrix {
    switch JPEGHeader(image.bytes)?.orientation ?? 1 {
    case 2: PageMatrix(a: -1, e: 1)
    case 3: PageMatrix(a: -1, d: -1, e: 1, f: 1)
    case 4: PageMatrix(d: -1, f: 1)
    case 5: PageMatrix(a: 0, b: -1, c: -1, d: 0, e: 1, f: 1)
    case 6: PageMatrix(a: 0, b: -1, c: 1, d: 0, f: 1)
    case 7: PageMatrix(a: 0, b: 1, c: 1, d: 0)
    case 8: PageMatrix(a: 0, b: 1, c: -1, d: 0, e: 1)
    default: PageMatrix()
    }
  }
}

extension String.UnicodeScalarView {
  /// Where so many bytes from an index on end, as they do between characters.
  fileprivate func index(_ start: Index, afterBytes count: Int) -> Index {
    var left = count
    var index = start
    while left > 0, index < endIndex {
      left -= UTF8.width(self[index])
      index = self.index(after: index)
    }
    return index
  }
}
