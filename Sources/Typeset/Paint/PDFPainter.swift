import Intake
import PDFFile

/// Writes what pages show as the operators of a PDF, and notes what each stretch of them is.
struct PDFPainter {
  private let fonts: EmbeddedFonts
  private let isForPaper: Bool
  private(set) var texts: [CodeTexts]
  private(set) var unread = UnreadGlyphs()
  private(set) var shelf: PictureShelf
  /// Whether nothing so far is painted otherwise on paper than on a screen.
  private(set) var isSameOnPaper = true
  /// By font, apart from the rest of it: a glyph is looked up for each that is shown.
  private let codes: [GlyphCodes]
  private let fontNames: [String]

  private var page = PaintedPage()
  private var builder = ContentBuilder()
  private var height = 0.0
  private var open: MarkedContent?
  private var last: (font: FontKey, place: Int)?
  private var start = 0

  /// - Parameter isForPaper: whether what is nearly black is made of black ink alone, without dots.
  init(fonts: EmbeddedFonts, shelf: PictureShelf, isForPaper: Bool) {
    self.fonts = fonts
    self.shelf = shelf
    self.isForPaper = isForPaper
    texts = Array(repeating: CodeTexts(), count: fonts.subsets.count)
    codes = fonts.subsets.map(\.codes)
    fontNames = fonts.subsets.indices.map { "F\($0)" }
  }

  /// Writes one page.
  mutating func paint(_ page: Page) throws(PaintError) -> PaintedPage {
    self.page = PaintedPage()
    builder = ContentBuilder()
    height = page.size.height.points
    for placed in page.frame.items { try paint(placed) }
    closeStretch()
    self.page.content = builder.bytes
    return self.page
  }

  private mutating func paint(_ placed: Placed<FrameItem>) throws(PaintError) {
    let place = placed.origin
    switch placed.item {
    case .rule(let rule):
      mark(rule.part)
      setFill(rule.color)
      fill(Rect(origin: place, size: rule.size))
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
  private mutating func fill(_ rect: Rect) {
    let (width, height) = (rect.size.width.points, rect.size.height.points)
    builder.fillRectangle(
      rect.minX.points, self.height - rect.minY.points - height, width, height)
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
    page.stretches.append(
      PaintedPage.Stretch(mark: mark, operators: start..<builder.bytes.count))
    open = nil
  }

  // MARK: Text

  private mutating func paint(_ run: GlyphRun, at origin: Point) throws(PaintError) {
    guard !run.glyphs.isEmpty, let font = place(of: run.font) else { return }
    var pens: [Double] = []
    pens.reserveCapacity(run.glyphs.count)
    var pen = origin.x.points
    for glyph in run.glyphs {
      pens.append(pen + glyph.offset.x.points)
      pen += glyph.advance.points
    }
    let baseline = height - (origin.y.points - run.rise.points)
    let setting = Setting(
      font: font, codes: codes[font], glyphs: run.glyphs, pens: pens, baseline: baseline,
      isRightToLeft: run.isRightToLeft)
    for segment in run.segments where run.shows(segment) {
      mark(run.part, actualText: segment.actualText, isRightToLeft: run.isRightToLeft)
      setFill(run.color)
      page.fonts.insert(font)
      builder.selectFont(fontNames[font], size: run.size.points)
      show(segment, setting)
    }
    for rule in run.rules(at: origin) { fill(rule) }
  }

  /// Runs of one font follow each other, and comparing is cheaper than hashing.
  private mutating func place(of font: FontKey) -> Int? {
    if let last, last.font == font { return last.place }
    guard let place = fonts.place(of: font) else { return nil }
    last = (font, place)
    return place
  }

  /// A run's glyphs with their places on the page.
  private struct Setting {
    let font: Int
    let codes: GlyphCodes
    let glyphs: [Glyph]
    let pens: [Double]
    let baseline: Double
    let isRightToLeft: Bool
  }

  private mutating func show(_ segment: RunSegment, _ setting: Setting) {
    guard !segment.clusters.isEmpty else {
      for index in segment.glyphs {
        if let code = code(of: index, setting) { show(code, index, setting) }
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
    guard let code = code(of: index, setting) else { return }
    if texts[setting.font].note(code, scalar) || isTold {
      show(code, index, setting)
    } else {
      show(code, index, setting, instead: String(scalar))
    }
  }

  /// Shows the glyphs that together stand for some characters.
  private mutating func show(
    _ cluster: Range<Int>, reading text: String, isTold: Bool, _ setting: Setting
  ) {
    for index in cluster {
      guard let code = code(of: index, setting) else { continue }
      if cluster.count > 1 {
        // Of several glyphs none says it all.
        unread.note(
          code, of: setting.glyphs[index].id, font: setting.font, in: text,
          isFirst: index == cluster.lowerBound)
        show(code, index, setting)
      } else if texts[setting.font].note(code, text) || isTold {
        show(code, index, setting)
      } else {
        show(code, index, setting, instead: text)
      }
    }
  }

  /// The code of a glyph; nil for one that is not shown.
  private func code(of index: Int, _ setting: Setting) -> UInt16? {
    let glyph = setting.glyphs[index].id
    return glyph == ShapedItem.emptyGlyph ? nil : setting.codes.code(of: glyph)
  }

  /// Shows a glyph.
  ///
  /// - Parameter words: what is read instead of what its code stands for.
  private mutating func show(
    _ code: UInt16, _ index: Int, _ setting: Setting, instead words: String? = nil
  ) {
    if let words { builder.beginReplacement(words) }
    builder.show(
      code, width: setting.codes.width(of: code), x: setting.pens[index],
      y: setting.baseline - setting.glyphs[index].offset.y.points)
    if words != nil { builder.endReplacement() }
  }

  // MARK: Pictures

  private mutating func draw(_ image: PlacedImage, at place: Point) throws(PaintError) {
    let (index, box) = try shelf.picture(of: image)
    if image.image.format == .svg { isSameOnPaper = false }
    page.pictures.insert(index)
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
