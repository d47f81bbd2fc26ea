/// Gives frames that may grow the height of their contents, and moves the column out of their way.
///
/// Many recipients stand in columns side by side where else they would take more than half of the
/// page, and go on in the letter's column, over as many pages as they need, where that is not
/// enough.
struct GrowingFrames {
  let setter: FrameSetter

  /// The share of the first page's column that what grows leaves at least.
  static let leastColumn = 0.5
  /// The most columns of recipients.
  static let mostColumns = 3

  /// The plan with each growing frame as tall as it needs to be.
  ///
  /// Only the first page's column moves: what grows is the address above it.
  func settle(_ plan: Plan) -> Plan {
    var plan = plan
    for index in plan.fixed.indices.reversed() where plan.fixed[index].overflow == .grow {
      grow(index, &plan)
    }
    return plan
  }

  private func grow(_ index: Int, _ plan: inout Plan) {
    let excess = excess(of: plan.fixed[index])
    guard excess > .zero else { return }
    let first = plan.regions.first
    let room = first.size.height * (1 - Self.leastColumn)
    if plan.fixed[index].kind == .recipient, shift(excess, plan) > room {
      let height = plan.fixed[index].frame.size.height
      // Columns that would be too tall in any case are not tried; a label stands above them all.
      let fewest = (height + excess) / (height + room) - 0.2
      let columns = (2...Self.mostColumns).filter { Double($0) >= fewest }
        .compactMap { inColumns($0, plan.fixed[index]) }
      guard let fitting = columns.first(where: { shift(self.excess(of: $0), plan) <= room })
      else { return moveIntoColumn(index, &plan) }
      plan.fixed[index] = fitting
    }
    let own = max(.zero, self.excess(of: plan.fixed[index]))
    let frame = plan.fixed[index].frame
    plan.fixed[index].frame = Rect(
      origin: frame.origin,
      size: Size(width: frame.size.width, height: frame.size.height + own))
    let lower = shift(own, plan)
    plan.regions.first = Rect(
      x: first.minX, y: first.minY + lower, width: first.size.width,
      height: max(.zero, first.size.height - lower))
  }

  private func excess(of frame: FixedFrame) -> Length {
    setter.height(of: frame) - frame.frame.size.height
  }

  /// Whole lines of the column, so that what stands beside it stays level with its lines.
  private func shift(_ excess: Length, _ plan: Plan) -> Length {
    let leading = plan.grid?.leading ?? plan.flow.firstLeading
    guard excess > .zero, leading > .zero else { return max(.zero, excess) }
    return leading * (excess / leading).rounded(.up)
  }

  // MARK: Recipients

  /// The recipients in that many columns, read one after the other; nil where a line would wrap.
  private func inColumns(_ count: Int, _ frame: FixedFrame) -> FixedFrame? {
    let groups = frame.groups[frame.headGroups...]
    guard groups.count >= count else { return nil }
    let gap = frame.columnGap
    let width = (frame.frame.size.width - gap * Double(count - 1)) / Double(count)
    guard !groups.contains(where: { setter.wraps($0, at: width, of: frame.frame.size.width) })
    else { return nil }
    let longest = (groups.count + count - 1) / count
    var row = RowPlan(
      count: count, gap: gap, cells: [], box: .recipient, spaceBefore: .zero, spaceAfter: .zero)
    for column in 0..<count {
      let part = groups.dropFirst(column * longest).prefix(longest)
      row.cells.append(RowPlan.Cell(blocks: part.flatMap { $0.blocksWithGap }))
    }
    var made = frame
    made.groups =
      frame.groups.prefix(frame.headGroups) + [
        .init(spaceBefore: groups.first?.spaceBefore ?? .zero, blocks: [.row(row)])
      ]
    return made
  }

  /// Puts the recipients at the head of the column, which then begins where their frame did.
  private func moveIntoColumn(_ index: Int, _ plan: inout Plan) {
    let frame = plan.fixed.remove(at: index)
    var blocks = frame.groups.flatMap(\.blocksWithGap)
    for index in blocks.indices {
      guard case .paragraph(var paragraph) = blocks[index] else { continue }
      paragraph.keep.together = paragraph.inlines.count <= Self.longestAddress
      blocks[index] = .paragraph(paragraph)
    }
    if case .paragraph(var last)? = blocks.popLast() {
      last.spaceAfter = max(last.spaceAfter, plan.flow.firstLeading)
      blocks.append(.paragraph(last))
    }
    plan.flow = blocks + plan.flow
    let first = plan.regions.first
    let top = min(first.minY, frame.frame.minY)
    let region = Rect(
      x: first.minX, y: top, width: first.size.width, height: first.maxY - top)
    let isFree = !plan.fixed.contains {
      $0.pages.meets(.first) && !$0.groups.isEmpty && $0.frame.intersects(region)
        && !$0.frame.intersects(first)
    }
    let zonesAreFree = !plan.zones.contains {
      $0.pages.meets(.first) && $0.rect.intersects(region) && !$0.rect.intersects(first)
    }
    if isFree, zonesAreFree { plan.regions.first = region }
  }

  /// Recipients of more lines may be divided over two pages.
  private static let longestAddress = 20
}

extension FixedFrame {
  /// The white between columns of recipients: as wide as their lines are high.
  fileprivate var columnGap: Length { groups.flatMap(\.blocks).firstLeading }
}

extension FixedFrame.Group {
  /// The blocks with the group's white above the first.
  fileprivate var blocksWithGap: [FlowBlock] {
    guard case .paragraph(var first)? = blocks.first else { return blocks }
    first.spaceBefore = max(first.spaceBefore, spaceBefore)
    return [.paragraph(first)] + blocks.dropFirst()
  }
}

extension [FlowBlock] {
  /// The leading of the first paragraph; zero if there is none.
  fileprivate var firstLeading: Length {
    for case .paragraph(let plan) in self { return plan.style.leading }
    return .zero
  }
}
