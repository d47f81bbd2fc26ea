extension Page {
  /// The page as it is after cutting.
  var trim: Rect { cut ?? Rect(origin: .zero, size: size) }

  /// The page with its bleed, as much on each side.
  var bled: Rect {
    Rect(x: .zero, y: .zero, width: trim.maxX + trim.minX, height: trim.maxY + trim.minY)
  }

  /// The page on a sheet that is larger by so much on each side.
  ///
  /// What touches an edge of the page and is a filled rectangle runs out as far, so that no
  /// white shows where the knife misses the edge; the rest keeps its place on the page.
  func onSheet(bleeding bleed: Length) -> Page {
    // Cairo clips to whole points, and would leave white at the sheet's right edge and its foot.
    let sheet = Size(
      width: .pt((size.width + bleed * 2).points.rounded(.up)),
      height: .pt((size.height + bleed * 2).points.rounded(.up)))
    let items = frame.items.map { placed in
      let item = placed.bleeding(bleed, over: size)
      return Placed(item: item.item, origin: item.origin + Point(x: bleed, y: bleed))
    }
    return Page(
      size: sheet, frame: Frame(size: sheet, items: items), boxes: boxes, imported: imported,
      cut: Rect(origin: Point(x: bleed, y: bleed), size: size))
  }
}

extension Composition {
  /// The letter on the sheets that a press prints and cuts; itself if its layout has no bleed.
  var onSheets: Composition {
    guard bleed > .zero else { return self }
    var sheets = self
    sheets.pages = pages.map { $0.onSheet(bleeding: bleed) }
    return sheets
  }
}

extension Placed<FrameItem> {
  /// The item, run out over those edges of a page that it touches.
  fileprivate func bleeding(_ bleed: Length, over page: Size) -> Self {
    guard case .rule(let rule) = item else { return self }
    // As much as a frame may miss the edge by when its layout is read.
    let tolerance = Length.mm(0.01)
    let left = origin.x <= tolerance ? -bleed : origin.x
    let top = origin.y <= tolerance ? -bleed : origin.y
    let right = origin.x + rule.size.width
    let bottom = origin.y + rule.size.height
    let size = Size(
      width: (right >= page.width - tolerance ? page.width + bleed : right) - left,
      height: (bottom >= page.height - tolerance ? page.height + bleed : bottom) - top)
    return Placed(
      item: .rule(Rule(size: size, color: rule.color, part: rule.part)),
      origin: Point(x: left, y: top))
  }
}
