import CCairo

/// Paints the frames of pages in their order and notes what each stretch of content is.
struct PagePainter: ~Copyable {
  private var canvas: Canvas
  private let fonts: FontBook
  private var marks: [MarkedContent] = []
  private var open = false
  private var images = ImagePainter()

  init(on surface: borrowing Surface, isPDF: Bool, fonts: FontBook) throws(CairoError) {
    canvas = try Canvas(on: surface, isPDF: isPDF)
    self.fonts = fonts
  }

  /// Paints one page and hands out its marked content.
  mutating func paint(_ page: Page) throws(CairoError) -> [MarkedContent] {
    marks = []
    canvas.pageSize = page.size
    try paint(page.frame, at: .zero)
    closeMark()
    try canvas.check("paint a page")
    return marks
  }

  /// Ends the page; the next one starts empty.
  mutating func showPage() {
    cairo_show_page(canvas.context)
  }

  /// Covers everything with white paper.
  mutating func paintPaper(_ size: Size) {
    canvas.set(.white)
    canvas.fill(Rect(origin: .zero, size: size))
  }

  /// Paints for a picture rather than for a file that keeps outlines.
  func setScreenFontOptions() { canvas.setScreenFontOptions() }

  private mutating func paint(_ frame: Frame, at origin: Point) throws(CairoError) {
    for placed in frame.items {
      let place = origin + placed.origin
      switch placed.item {
      case .rule(let rule):
        mark(rule.part)
        canvas.set(rule.color)
        canvas.fill(Rect(origin: place, size: rule.size))
      case .image(let image):
        mark(image.part)
        try images.paint(image, at: place, on: &canvas, fonts: fonts)
      case .line(let line):
        for run in line.runs {
          try paint(run.item, at: place + run.origin)
        }
      }
    }
  }

  private mutating func paint(_ run: GlyphRun, at origin: Point) throws(CairoError) {
    // A tag around nothing would not be there to be counted.
    guard !run.glyphs.isEmpty else { return }
    try canvas.prepare(for: run, fonts: fonts)
    let glyphs = canvas.placedGlyphs(of: run, at: origin)
    if canvas.isPDF {
      for segment in run.segments where run.shows(segment) {
        mark(run.part, actualText: segment.actualText, isRightToLeft: run.isRightToLeft)
        try canvas.show(segment, glyphs, isRightToLeft: run.isRightToLeft)
      }
    } else {
      canvas.show(glyphs)
    }
    canvas.paintRules(of: run, at: origin)
  }

  /// Opens a tag for content of that part, unless the open one already is for it.
  private mutating func mark(
    _ part: Part, actualText: String? = nil, isRightToLeft: Bool = false
  ) {
    guard canvas.isPDF else { return }
    let wanted = MarkedContent(
      part: part, actualText: actualText, isRightToLeft: isRightToLeft)
    // Text that is read differently stands alone: two hyphens are two soft hyphens.
    if open, actualText == nil, marks.last == wanted { return }
    closeMark()
    canvas.beginTag()
    marks.append(wanted)
    open = true
  }

  private mutating func closeMark() {
    if open { canvas.endTag() }
    open = false
  }
}
