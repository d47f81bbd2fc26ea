extension ColumnSetter {
  /// Sets a table as one slug a row; its head comes again on each page the table reaches.
  func setTable(_ plan: TablePlan) -> [Slug] {
    let reach = plan.reach.flatMap { $0.isBlocked ? nil : $0 }
    let widest = width + (reach.map { $0.left + $0.right } ?? .zero)
    switch TableFit(plan: plan, width: widest, shaper: shaper).fit() {
    case .refused(let problem):
      // As tall as a page, so that it goes to the next where that is wide enough for it.
      let height = room < .pt(.greatestFiniteMagnitude) ? room : .zero
      return [
        Slug(
          height: height, items: [], lines: 0, start: ColumnPlace(block: 0), place: plan.place,
          problems: [problem])
      ]
    case .fits(let table):
      let excess = plan.indentLeft + table.columns.reduce(.zero, +) - width
      let taken = reach?.taking(excess)
      var set = table.plan
      set.indentLeft = plan.indentLeft - (taken?.left ?? .zero)
      var slugs = TableSetter(plan: set, columns: table.columns, setter: self).set()
      if let taken, excess > .zero {
        for index in slugs.indices { slugs[index].reach = taken }
      }
      // It is told where the table begins.
      if !slugs.isEmpty, !plan.isContinued {
        let staying = excess > .pt(-1) ? self.staying(plan) : nil
        slugs[0].problems.insert(contentsOf: [table.notice, staying].compactMap(\.self), at: 0)
      }
      return slugs
    }
  }

  /// Why a table that may be wide, and needs all of its column, stays in it.
  private func staying(_ plan: TablePlan) -> Diagnostic? {
    guard let reach = plan.reach else { return nil }
    if reach.isBlocked {
      return .note(
        .tableFit, "the table stays in its column, since a frame stands in the margin beside it",
        at: plan.place)
    }
    guard reach.left + reach.right == .zero else { return nil }
    return .note(
      .tableFit,
      "the table stays in its column, since no margin is wider than the other on every page",
      at: plan.place)
  }
}

/// Sets a table whose columns have their widths.
struct TableSetter {
  let plan: TablePlan
  /// The widths of the columns with their padding.
  let columns: [Length]
  let setter: ColumnSetter

  /// Its caption, head and rows.
  func set() -> [Slug] {
    let head = self.head()
    // A head that takes half of a page is not said again.
    let height = head.reduce(.zero) { $0 + $1.height }
    let repeated = head.isEmpty || height * 2 >= setter.room ? nil : repeatable(head)
    let above = plan.isContinued ? [] : caption() + head
    // Beside the head there is room for the rules and a hair of rounding.
    let room = setter.room - (repeated == nil ? .zero : height) - plan.rules.heights
    var slugs = above
    for index in slugs.indices.dropFirst() { slugs[index].boundary = .inseparable }
    for (index, row) in plan.body.enumerated() {
      var parts = rows.body(row, at: index, within: room)
      guard !parts.isEmpty else { continue }
      let isFirst = index == 0
      let rule = ruleAbove(index)
      if rule > .zero, isFirst ? startsWithRow : true {
        parts[0] = ruled(parts[0], rule, below: false)
      }
      // The head takes its first row along, and a single last row does not stand alone.
      parts[0].boundary =
        isFirst
        ? (above.isEmpty ? .free : .inseparable)
        : .rows(boundary(above: index))
      for part in parts.indices { parts[part].tableHead = repeated }
      if isFirst, !plan.isContinued { parts[0].tableHead = nil }
      slugs += parts
    }
    return framed(slugs, captionCount: above.count - (plan.isContinued ? 0 : head.count))
  }

  /// The most rows of a table that one takes in at a glance.
  private static let shortTable = 6

  private func boundary(above index: Int) -> Boundary.Rows {
    Boundary.Rows(
      leavesLast: index == plan.body.count - 1,
      leavesTotals: plan.body[index].isTotal,
      partsFirst: index == 1 && !plan.isContinued,
      isOfShortTable: plan.body.count + plan.rowsBefore <= Self.shortTable)
  }

  /// The thickness of the rule above a row; totals that follow each other are not parted.
  private func ruleAbove(_ index: Int) -> Length {
    let isFirstTotal =
      plan.body[index].isTotal && (index == 0 || !plan.body[index - 1].isTotal)
    return isFirstTotal ? max(plan.rules.total, plan.rules.inner) : plan.rules.inner
  }

  /// Whether it goes on with a row after others.
  private var startsWithRow: Bool { plan.isContinued && !plan.beginsWithinRow }

  private var rows: TableRowSetter {
    TableRowSetter(plan: plan, columns: columns, setter: setter)
  }

  private func caption() -> [Slug] {
    guard let caption = plan.caption else { return [] }
    var slugs = setter.narrowed(to: setter.width).setParagraph(caption)
    // A table is parted at its rows alone.
    for index in slugs.indices.dropFirst() { slugs[index].start = nil }
    return slugs
  }

  private func head() -> [Slug] {
    var slugs = plan.head.flatMap { rows.head($0, within: setter.room - plan.rules.heights) }
    for index in slugs.indices { slugs[index].start = nil }
    if let last = slugs.indices.last, plan.rules.head > .zero {
      slugs[last] = ruled(slugs[last], plan.rules.head, below: true)
    }
    if !slugs.isEmpty, plan.caption == nil || plan.isContinued {
      slugs[0].start = ColumnPlace(block: 0)
    }
    return slugs
  }

  /// The outer rules above the head, or the first row, and below the last row.
  private func framed(_ slugs: [Slug], captionCount: Int) -> [Slug] {
    var slugs = slugs
    // What begins within a table begins with a row, unless nothing stands above that.
    if let first = slugs.first?.start, case .row(0, nil) = first.within, !plan.isContinued {
      slugs[0].start?.within = .start
    }
    guard plan.rules.outer > .zero else { return slugs }
    if slugs.indices.contains(captionCount), !plan.isContinued {
      slugs[captionCount] = ruled(slugs[captionCount], plan.rules.outer, below: false)
      if captionCount > 0 { slugs[captionCount].gapBefore = plan.padding.height * 2 }
    }
    if let last = slugs.indices.last {
      slugs[last] = ruled(slugs[last], plan.rules.outer, below: true)
    }
    return slugs
  }

  /// Draws a rule along an edge of a row; the row grows by its thickness.
  private func ruled(_ slug: Slug, _ thickness: Length, below: Bool) -> Slug {
    var slug = slug
    let rule = FrameItem.rule(
      Rule(
        size: Size(width: columns.reduce(.zero, +), height: thickness), color: plan.rules.color,
        part: .artifact(.layout)))
    if !below { slug.items = slug.items.moved(by: Point(x: .zero, y: thickness)) }
    slug.items.append(
      Placed(item: rule, origin: Point(x: plan.indentLeft, y: below ? slug.height : .zero)))
    slug.height += thickness
    return slug
  }

  private func repeatable(_ head: [Slug]) -> TableHead {
    var head = head
    if plan.rules.outer > .zero { head[0] = ruled(head[0], plan.rules.outer, below: false) }
    let stack = Stack(head)
    return TableHead(
      height: stack.height,
      items: stack.items.map {
        Placed(item: $0.item.asArtifact(.pagination(nil)), origin: $0.origin)
      })
  }
}

extension TablePlan.Rules {
  /// What all kinds of rules take together.
  fileprivate var heights: Length { outer * 2 + head + max(inner, total) + .pt(0.1) }
}
