import CCairo

/// Paints the frames of pages in their order.
struct PagePainter: ~Copyable {
  private var canvas: Canvas
  private let fonts: FontBook
  private var images = ImagePainter()

  init(on surface: borrowing Surface, isPDF: Bool, fonts: FontBook) throws(CairoError) {
    canvas = try Canvas(on: surface, isPDF: isPDF)
    self.fonts = fonts
  }

  /// Paints one page.
  mutating func paint(_ page: Page) throws(CairoError) {
    try paint(page.frame, at: .zero)
    try canvas.check("paint a page")
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
        canvas.set(rule.color)
        canvas.fill(Rect(origin: place, size: rule.size))
      case .image(let image):
        try images.paint(image, at: place, on: &canvas, fonts: fonts)
      case .line(let line):
        for run in line.runs {
          try paint(run.item, at: place + run.origin)
        }
      }
    }
  }

  private mutating func paint(_ run: GlyphRun, at origin: Point) throws(CairoError) {
    guard !run.glyphs.isEmpty else { return }
    try canvas.prepare(for: run, fonts: fonts)
    canvas.show(canvas.placedGlyphs(of: run, at: origin))
    canvas.paintRules(of: run, at: origin)
  }
}
