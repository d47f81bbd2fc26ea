/// Sets a table as one slug a row; its head comes again on each page the table reaches.
struct TableSetter {
  private(set) var plan: TablePlan
  let width: Length
  let setter: BlockSetter

  /// Sets the table; `keepHead` receives the head for repeating.
  func set(keepHead: (BlockSetter.TableHead) -> Void) -> [Slug] {
    let fit = TableFit(plan: plan, width: width, setter: setter).fit()
    guard let fit else { return [] }
    var fitted = self
    fitted.plan = fit.plan
    return fitted.set(fit.columns, keepHead)
  }

  private func set(
    _ columns: [Length], _ keepHead: (BlockSetter.TableHead) -> Void
  ) -> [Slug] {
    let total = columns.reduce(.zero, +)
    var slugs: [Slug] = []
    if let caption = plan.caption {
      var made = setter.setParagraph(caption, width: width, page: .none)
      for index in made.indices.dropFirst() { made[index].breakCost = PageBreakCosts.forbidden }
      slugs += made
    }
    let captionCount = slugs.count
    for row in plan.head { slugs.append(rowSlug(row, columns, isHead: true)) }
    if let last = slugs.indices.last, !plan.head.isEmpty, plan.rules.head > .zero {
      slugs[last] = ruled(slugs[last], plan.rules.head, total, below: true)
    }
    for index in slugs.indices.dropFirst() { slugs[index].breakCost = PageBreakCosts.forbidden }
    let headSlugs = Array(slugs[captionCount...])
    var headIndex: Int?
    if !headSlugs.isEmpty {
      headIndex = setter.tableHeads.count
      keepHead(repeatable(headSlugs, total))
    }
    let bodyStart = slugs.count
    for (index, row) in plan.body.enumerated() {
      var slug = rowSlug(row, columns, isHead: false)
      if index > 0, plan.rules.inner > .zero {
        slug = ruled(slug, plan.rules.inner, total, below: false)
      }
      // The head takes its first row along, and a single last row does not stand alone.
      slug.breakCost =
        index == 0
        ? (bodyStart > 0 ? PageBreakCosts.forbidden : 0)
        : setter.costs.insideParagraph * (index == plan.body.count - 1 ? 4 : 1)
      slug.tableHead = index == 0 ? nil : headIndex
      slugs.append(slug)
    }
    if plan.rules.outer > .zero {
      if slugs.indices.contains(captionCount) {
        slugs[captionCount] = ruled(slugs[captionCount], plan.rules.outer, total, below: false)
        if captionCount > 0 { slugs[captionCount].gapBefore = plan.padding.height * 2 }
      }
      if let last = slugs.indices.last {
        slugs[last] = ruled(slugs[last], plan.rules.outer, total, below: true)
      }
    }
    return slugs
  }

  private func rowSlug(_ row: TablePlan.Row, _ columns: [Length], isHead: Bool) -> Slug {
    var items: [Placed<FrameItem>] = []
    var height = Length.zero
    var notes: [Int] = []
    var x = plan.indentLeft
    for (index, column) in columns.enumerated() {
      defer { x += column }
      guard row.cells.indices.contains(index) else { continue }
      let cell = row.cells[index]
      let blocks = cell.paragraphs.map { paragraph in
        var aligned = paragraph
        aligned.style.alignment = plan.columns[index]
        return FlowBlock.paragraph(aligned)
      }
      let slugs = setter.set(blocks, width: column - plan.padding.width * 2)
      notes += slugs.flatMap(\.notes)
      let (set, used) = setter.stack(slugs)
      let origin = Point(x: x + plan.padding.width, y: plan.padding.height)
      items += set.map { Placed(item: $0.item, origin: $0.origin + origin) }
      height = max(height, used + plan.padding.height * 2)
    }
    if isHead, let background = plan.headBackground {
      items.insert(
        Placed(
          item: .rule(
            Rule(
              size: Size(width: columns.reduce(.zero, +), height: height), color: background,
              part: .artifact(.layout))),
          origin: Point(x: plan.indentLeft, y: .zero)), at: 0)
    }
    return Slug(
      gapBefore: .zero, height: height, items: items, notes: notes, role: .tableCell,
      place: row.place ?? plan.place)
  }

  /// Draws a rule along an edge of a row; the row grows by its thickness.
  private func ruled(_ slug: Slug, _ thickness: Length, _ total: Length, below: Bool) -> Slug {
    var slug = slug
    let rule = FrameItem.rule(
      Rule(
        size: Size(width: total, height: thickness), color: plan.rules.color,
        part: .artifact(.layout)))
    if below {
      slug.items.append(
        Placed(item: rule, origin: Point(x: plan.indentLeft, y: slug.height)))
    } else {
      slug.items = slug.items.map {
        Placed(item: $0.item, origin: $0.origin + Point(x: .zero, y: thickness))
      }
      slug.items.append(Placed(item: rule, origin: Point(x: plan.indentLeft, y: .zero)))
    }
    slug.height += thickness
    return slug
  }

  private func repeatable(_ slugs: [Slug], _ total: Length) -> BlockSetter.TableHead {
    var first = slugs
    if plan.rules.outer > .zero {
      first[0] = ruled(first[0], plan.rules.outer, total, below: false)
    }
    let (items, height) = setter.stack(first)
    return BlockSetter.TableHead(
      height: height,
      items: items.map {
        Placed(item: $0.item.asArtifact(.pagination(nil)), origin: $0.origin)
      })
  }
}
