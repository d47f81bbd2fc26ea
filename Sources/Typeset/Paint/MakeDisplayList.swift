import Intake

/// Puts pages down as lists of what is painted on them, with the fonts and pictures that they share.
struct DisplayListMaker {
  /// The fonts of all pages, each once.
  private(set) var fonts: [FontKey] = []
  /// The images of all pages, each once in the pixels it is painted with.
  private(set) var images: [PlacedImage] = []
  private var fontPlaces: [FontKey: Int] = [:]
  private var imagePlaces: [ImageInPixels: Int] = [:]

  /// A page as a list.
  mutating func list(_ page: Page) -> DisplayList {
    var list = DisplayList(width: page.size.width.points, height: page.size.height.points)
    for placed in page.frame.items {
      let place = placed.origin
      switch placed.item {
      case .rule(let rule):
        list.items.append(
          .rectangle(DisplayList.Box(Rect(origin: place, size: rule.size)), .init(rule.color)))
      case .image(let image):
        list.items.append(
          .picture(
            index(of: image), DisplayList.Box(Rect(origin: place, size: image.size))))
      case .line(let line):
        for run in line.runs { add(run.item, at: place + run.origin, to: &list) }
      }
    }
    return list
  }

  private mutating func add(_ run: GlyphRun, at origin: Point, to list: inout DisplayList) {
    guard !run.glyphs.isEmpty else { return }
    let baseline = origin.y.points - run.rise.points
    var pen = origin.x.points
    var glyphs: [DisplayList.GlyphPlace] = []
    glyphs.reserveCapacity(run.glyphs.count)
    for glyph in run.glyphs {
      // No font has a glyph for a character that cannot be seen.
      if glyph.id != ShapedItem.emptyGlyph {
        glyphs.append(
          DisplayList.GlyphPlace(
            id: glyph.id, x: pen + glyph.offset.x.points, y: baseline + glyph.offset.y.points))
      }
      pen += glyph.advance.points
    }
    let ink = DisplayList.Ink(run.color)
    list.items.append(
      .glyphs(glyphs, font: index(of: run.font), size: run.size.points, ink))
    for rule in run.rules(at: origin) {
      list.items.append(.rectangle(DisplayList.Box(rule), ink))
    }
  }

  private mutating func index(of font: FontKey) -> Int {
    if let known = fontPlaces[font] { return known }
    fonts.append(font)
    fontPlaces[font] = fonts.count - 1
    return fonts.count - 1
  }

  private mutating func index(of image: PlacedImage) -> Int {
    let (width, height) = image.paintedPixels
    let key = ImageInPixels(image: image.image, width: width, height: height)
    if let known = imagePlaces[key] { return known }
    images.append(image)
    imagePlaces[key] = images.count - 1
    return images.count - 1
  }
}

extension DisplayList.Box {
  fileprivate init(_ rect: Rect) {
    self.init(
      x: rect.minX.points, y: rect.minY.points, width: rect.size.width.points,
      height: rect.size.height.points)
  }
}

extension DisplayList.Ink {
  fileprivate init(_ color: Color) {
    self.init(red: color.red, green: color.green, blue: color.blue)
  }
}
