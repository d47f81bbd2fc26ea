/// Draws the boxes of call-outs around the slugs of one page, each piece closed on all sides.
struct CalloutPieces {
  let region: Rect
  /// The box that is open, where it began and how many items stood below it.
  private var open: (box: CalloutBox, top: Length, items: Int)?

  init(region: Rect) { self.region = region }

  /// Takes a slug at a height; what is open and goes no further is drawn.
  ///
  /// - Parameter end: where what stands above the slug ends, with the white that closes a box.
  mutating func take(_ slug: Slug, at y: Length, _ end: Length, in items: inout [Placed<FrameItem>])
  {
    if let open, open.box.number != slug.callout?.box.number { close(at: end, in: &items) }
    guard open == nil, let part = slug.callout else { return }
    open = (part.box, part.opens ? y : region.minY, items.count)
  }

  /// Draws the box that is open down to a height.
  mutating func close(at foot: Length, in items: inout [Placed<FrameItem>]) {
    guard let (box, top, index) = open else { return }
    let rect = Rect(
      x: region.minX + box.left, y: top,
      width: max(.zero, region.size.width - box.left - box.right), height: foot - top)
    items.insert(contentsOf: box.drawn(around: rect), at: index)
    open = nil
  }
}

extension CalloutBox {
  /// Its tint and its four edges.
  fileprivate func drawn(around rect: Rect) -> [Placed<FrameItem>] {
    var drawn: [Placed<FrameItem>] = []
    func draw(_ rect: Rect, _ color: Color) {
      let rule = Rule(size: rect.size, color: color, part: .artifact(.layout))
      drawn.append(Placed(item: .rule(rule), origin: rect.origin))
    }
    if let background { draw(rect, background) }
    guard let border else { return drawn }
    let t = border.thickness
    let inner = rect.size.height - t * 2
    let edges = [
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width, height: t),
      Rect(x: rect.minX, y: rect.maxY - t, width: rect.size.width, height: t),
      Rect(x: rect.minX, y: rect.minY + t, width: t, height: inner),
      Rect(x: rect.maxX - t, y: rect.minY + t, width: t, height: inner),
    ]
    for edge in edges { draw(edge, border.color) }
    return drawn
  }
}
