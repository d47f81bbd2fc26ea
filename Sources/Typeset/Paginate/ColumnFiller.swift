/// Puts the slugs of one page into its region, and the notes at its foot.
struct ColumnFiller {
  let region: Rect
  let setter: BlockSetter
  private(set) var items: [Placed<FrameItem>] = []
  private(set) var boxes: [NamedBox] = []
  private var y: Length

  init(region: Rect, setter: BlockSetter) {
    self.region = region
    self.setter = setter
    y = region.minY
  }

  /// Places the slugs one below the other from the top.
  mutating func fill(_ slugs: [Slug]) {
    if let head = slugs.first?.tableHead {
      let repeated = setter.tableHeads[head]
      items += repeated.items.map { moved($0, y) }
      y += repeated.height
    }
    var previous: [QuotationBar] = []
    for (index, slug) in slugs.enumerated() {
      let top = y
      if index > 0 { y += slug.gapBefore }
      for bar in slug.bars {
        // The bar goes on over the white within its quotation.
        let from = previous.contains { $0.quotation == bar.quotation } ? top : y
        items.append(moved(bar.rule(y + slug.height - from), from))
      }
      previous = slug.bars
      items += slug.items.map { moved($0, y) }
      note(slug)
      y += slug.height
    }
    if y > region.maxY + .pt(PageBreaker.tolerance) { reportOverflow(slugs) }
  }

  private func moved(_ item: Placed<FrameItem>, _ y: Length) -> Placed<FrameItem> {
    Placed(item: item.item, origin: item.origin + Point(x: region.minX, y: y))
  }

  /// Takes a slug into the box of its kind.
  private mutating func note(_ slug: Slug) {
    let rect = Rect(
      x: region.minX, y: y, width: region.size.width, height: slug.height)
    let name = slug.role.boxName
    if let index = boxes.firstIndex(where: { $0.name == name }) {
      boxes[index] = NamedBox(name: name, rect: boxes[index].rect.union(rect))
    } else {
      boxes.append(NamedBox(name: name, rect: rect))
    }
  }

  /// Places lines of notes above the foot of the region.
  mutating func place(notes: [Slug], rule: RulePlan) {
    guard !notes.isEmpty else { return }
    let (lines, height) = setter.stack(notes)
    let top = region.maxY - height
    items.append(
      Placed(
        item: .rule(
          Rule(
            size: Size(width: rule.width, height: rule.thickness), color: rule.color,
            part: .artifact(.layout))),
        origin: Point(x: region.minX, y: top - rule.spaceAfter - rule.thickness)))
    items += lines.map { moved($0, top) }
  }

  private func reportOverflow(_ slugs: [Slug]) {
    let over = ((y - region.maxY).millimetres * 10).rounded(.up) / 10
    let tallest = slugs.max { $0.height < $1.height }
    setter.diagnostics.add(
      .error(
        "\(tallest?.role.boxName ?? "body") is \(over) mm taller than its page", at: tallest?.place,
        hint: "make it smaller, or divide it in two"))
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

extension FlowRole {
  /// The box that a report counts it to.
  var boxName: String {
    switch self {
    case .recipient, .attention: "recipient"
    case .signature: "signatures"
    default: "body"
    }
  }
}
