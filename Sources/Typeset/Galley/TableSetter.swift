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
    for row in plan.head {
      slugs += TableRowSetter(plan: plan, columns: columns, setter: setter)
        .head(row, within: setter.room - plan.rules.heights)
    }
    if let last = slugs.indices.last, !plan.head.isEmpty, plan.rules.head > .zero {
      slugs[last] = ruled(slugs[last], plan.rules.head, total, below: true)
    }
    for index in slugs.indices.dropFirst() { slugs[index].breakCost = PageBreakCosts.forbidden }
    let headSlugs = Array(slugs[captionCount...])
    var headIndex: Int?
    let headHeight = headSlugs.reduce(.zero) { $0 + $1.height }
    // A head that takes half of a page is not said again.
    if !headSlugs.isEmpty, headHeight * 2 < setter.room {
      headIndex = setter.tableHeads.count
      keepHead(repeatable(headSlugs, total))
    }
    let bodyStart = slugs.count
    // Beside the head there is room for the rules and a hair of rounding.
    let room = setter.room - (headIndex == nil ? .zero : headHeight) - plan.rules.heights
    for (index, row) in plan.body.enumerated() {
      var parts = TableRowSetter(plan: plan, columns: columns, setter: setter)
        .body(row, within: room)
      guard !parts.isEmpty else { continue }
      if index > 0, plan.rules.inner > .zero {
        parts[0] = ruled(parts[0], plan.rules.inner, total, below: false)
      }
      // The head takes its first row along, and a single last row does not stand alone.
      parts[0].breakCost =
        index == 0
        ? (bodyStart > 0 ? PageBreakCosts.forbidden : 0)
        : setter.costs.insideParagraph * (index == plan.body.count - 1 ? 4 : 1)
      for part in parts.indices { parts[part].tableHead = headIndex }
      if index == 0 { parts[0].tableHead = nil }
      slugs += parts
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

extension TablePlan.Rules {
  /// What all kinds of rules take together.
  fileprivate var heights: Length { outer * 2 + head + inner + .pt(0.1) }
}
