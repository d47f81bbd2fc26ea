/// Fills pages: the column in its regions, then everything at a fixed place.
struct Paginator {
  let plan: Plan
  let shaper: Shaper
  var costs = PageBreakCosts.standard
  /// Whether regions, baselines and break costs are drawn under the page, for designers.
  var drawsGuides = false
  var guideParts = GuideParts.all

  /// The pages of the whole letter, and what was noticed in setting them.
  func paginate() -> Pagination {
    var settled = ListIndents(shaper: shaper).settle(plan.onBaselines(by: shaper))
    settled = GrowingFrames(setter: FrameSetter(shaper: shaper)).settle(settled)
    var made = pages(of: settled)
    // A table that stays in its column moves what follows, which may then be in another's way.
    while !made.blockedTables.isEmpty {
      settled.block(made.blockedTables)
      made = pages(of: settled)
    }
    return made
  }

  private func pages(of settled: Plan) -> Pagination {
    let fit = PageFit(
      policy: settled.fit, divider: divider(settled), room: settled.regions.next.size.height
    ).fit()
    return PageMaker(
      plan: settled, shaper: shaper, columns: fit.columns,
      guides: drawsGuides
        ? Guides(plan: settled, shaper: shaper, costs: costs, parts: guideParts) : nil
    ).make(noticed: fit.note)
  }

  /// Pages of one width share one galley.
  private func divider(_ plan: Plan) -> any ColumnDivider {
    let regions = plan.regions
    let text = UnsetText(flow: plan.flow, notes: plan.footnotes)
    let noteRule = plan.footnoteRule.height
    guard regions.areOfOneWidth else {
      return VariedColumns(
        text: text, regions: regions, noteRule: noteRule, costs: costs,
        tightening: plan.tightening, kept: KeptBlocks(shaper: shaper, room: regions.room))
    }
    let room = PageBreaker.Room(
      first: regions.first.size.height, next: regions.next.size.height,
      last: regions.last.size.height)
    return EvenColumns(
      galley: ColumnSetter(shaper: shaper, width: regions.first.size.width, room: regions.room)
        .galley(of: text),
      room: room, noteRule: noteRule, costs: costs, tightening: plan.tightening)
  }
}

extension Plan {
  /// Keeps wide tables in their column.
  fileprivate mutating func block(_ tables: Set<Int>) {
    for index in flow.indices {
      guard case .table(var table) = flow[index], let reach = table.reach,
        tables.contains(reach.table)
      else { continue }
      table.reach?.isBlocked = true
      flow[index] = .table(table)
    }
  }
}

extension RulePlan {
  /// Its thickness with the white around it.
  var height: Length { spaceBefore + thickness + spaceAfter }
}

extension Plan {
  /// What its pages may give up; nothing where every line keeps to the grid.
  fileprivate var tightening: Tightening { grid?.isKept == true ? .none : .usual }
}

extension Plan.Regions {
  /// Whether all pages set their text in one width.
  fileprivate var areOfOneWidth: Bool {
    [next, last].allSatisfy { $0.size.width == first.size.width }
  }

  /// The height that what cannot be divided has on any page; a first page of few lines, as below a
  /// large head, does not count.
  var room: Length {
    let others = min(next.size.height, last.size.height)
    return first.size.height * 2 < others ? others : min(first.size.height, others)
  }
}
