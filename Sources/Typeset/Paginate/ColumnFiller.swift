/// Puts the column of one page into its region, and the notes at its foot.
struct ColumnFiller {
  let region: Rect
  private(set) var items: [Placed<FrameItem>] = []
  private(set) var boxes: [NamedBox] = []
  /// What stands beside the region too, by its table.
  private(set) var reaches: [(table: Int, rect: Rect)] = []
  /// What is taller than the region.
  private(set) var problems: [Diagnostic] = []
  private var y: Length

  init(region: Rect) {
    self.region = region
    y = region.minY
  }

  /// Places the slugs one below the other from the top.
  mutating func fill(_ slugs: [Slug]) {
    if let head = slugs.first?.tableHead {
      place(head.items, at: y)
      note(slugs.first?.reach, height: head.height)
      y += head.height
    }
    var previous: [QuotationBar] = []
    var boxes = CalloutPieces(region: region)
    var foot = Length.zero
    for (index, slug) in slugs.enumerated() {
      let top = y
      if index > 0 { y += slug.gapBefore }
      for bar in slug.bars {
        // The bar goes on over the white within its quotation.
        let from = previous.contains { $0.quotation == bar.quotation } ? top : y
        place([bar.rule(y + slug.height - from)], at: from)
      }
      previous = slug.bars
      boxes.take(slug, at: y, top + foot, in: &items)
      place(slug.items, at: y)
      note(slug)
      y += slug.height
      foot = slug.foot
    }
    y += foot
    boxes.close(at: y, in: &items)
    if y > region.maxY + .pt(PageBreaker.tolerance) { problems.append(overflow(of: slugs)) }
  }

  private mutating func place(_ items: [Placed<FrameItem>], at y: Length) {
    self.items += items.moved(by: Point(x: region.minX, y: y))
  }

  /// Takes a slug into the box of its kind.
  private mutating func note(_ slug: Slug) {
    let rect = Rect(x: region.minX, y: y, width: region.size.width, height: slug.height)
    note(slug.reach, height: slug.height)
    if let index = boxes.firstIndex(where: { $0.id == slug.box }) {
      boxes[index] = NamedBox(id: slug.box, rect: boxes[index].rect.union(rect))
    } else {
      boxes.append(NamedBox(id: slug.box, rect: rect))
    }
  }

  /// Notes what a wide table takes beside the region.
  private mutating func note(_ reach: TableReach?, height: Length) {
    guard let reach else { return }
    reaches.append(
      (
        reach.table,
        Rect(
          x: region.minX - reach.left, y: y,
          width: region.size.width + reach.left + reach.right, height: height)
      ))
  }

  /// Places lines of notes above the foot of the region.
  mutating func place(notes: [Slug], rule: RulePlan) {
    guard !notes.isEmpty else { return }
    let stack = Stack(notes)
    let top = region.maxY - stack.height
    let width = rule.width ?? region.size.width
    let line = Rule(
      size: Size(width: width, height: rule.thickness), color: rule.color,
      part: .artifact(.layout))
    place(
      [Placed(item: .rule(line), origin: .zero)], at: top - rule.spaceAfter - rule.thickness)
    place(stack.items, at: top)
  }

  private func overflow(of slugs: [Slug]) -> Diagnostic {
    let over = ((y - region.maxY).millimetres * 10).rounded(.up) / 10
    let tallest = slugs.max { $0.height < $1.height }
    return .error(
      .tooTall, "\((tallest?.box ?? .body).name) is \(over) mm taller than its page",
      at: tallest?.place,
      hint: "make it smaller, or divide it in two")
  }
}

extension QuotationBar {
  /// The bar along so much of the column, from its top.
  fileprivate func rule(_ height: Length) -> Placed<FrameItem> {
    Placed(
      item: .rule(
        Rule(size: Size(width: width, height: height), color: color, part: .artifact(.layout))),
      origin: Point(x: x, y: .zero))
  }
}
