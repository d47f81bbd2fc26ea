/// Sets what stands in frames at fixed places: the sidebar, the address, heads and feet.
struct FrameSetter {
  let shaper: Shaper

  /// The contents of a frame, from its top left corner.
  struct Contents: Sendable {
    var items: [Placed<FrameItem>] = []
    var height = Length.zero
    var problems: [Diagnostic] = []
    /// Whether a word is too wide for its line.
    var isOverfull = false

    /// How many lines of text there are.
    fileprivate var lineCount: Int {
      items.count { if case .line = $0.item { true } else { false } }
    }
  }

  /// Sets the contents as large as they fit.
  ///
  /// A frame that may shrink its text does so until no line wraps; where that is not enough, lines
  /// wrap, as large as the frame is tall enough for.
  ///
  /// - Parameter known: groups that are set already, by their index.
  func contents(
    of fixed: FixedFrame, page: PageNumbers, known: [Int: Stack] = [:]
  ) -> Contents {
    let whole = stack(fixed, page, known: known)
    guard case .shrink(let least) = fixed.overflow else { return whole }
    let lines = fixed.lineCount
    var made = whole
    for mayWrap in [false, true] {
      made = whole
      var factor = 1.0
      while true {
        let fits = made.height <= fixed.frame.size.height + .pt(0.01)
        if !made.isOverfull, fits, mayWrap || made.lineCount <= lines { return made }
        guard factor > least else { break }
        factor = max(least, factor - 0.05)
        made = stack(fixed, page, factor)
      }
    }
    return made
  }

  /// Sets the groups of a frame that look alike on every page.
  func unpagedGroups(of fixed: FixedFrame) -> [Int: Stack] {
    var made: [Int: Stack] = [:]
    for (index, group) in fixed.groups.enumerated()
    where !group.blocks.contains(where: \.hasPageNumbers) {
      made[index] = set(group, 1, width: fixed.frame.size.width, .none)
    }
    return made
  }

  /// How tall a frame's contents are.
  func height(of fixed: FixedFrame) -> Length { stack(fixed, .none).height }

  /// Whether a group has more lines in one width than in another.
  func wraps(_ group: FixedFrame.Group, at width: Length, of whole: Length) -> Bool {
    let lines = ColumnSetter(shaper: shaper, width: width).set(group.blocks).count
    return lines > ColumnSetter(shaper: shaper, width: whole).set(group.blocks).count
  }

  private func stack(
    _ fixed: FixedFrame, _ page: PageNumbers, _ factor: Double = 1, known: [Int: Stack] = [:]
  ) -> Contents {
    var made = Contents()
    for (index, group) in fixed.groups.enumerated() {
      let set = known[index] ?? set(group, factor, width: fixed.frame.size.width, page)
      made.problems += set.problems
      made.isOverfull = made.isOverfull || set.isOverfull
      guard !set.items.isEmpty else { continue }
      if !made.items.isEmpty { made.height += group.spaceBefore * factor }
      made.items += set.items.moved(by: Point(x: .zero, y: made.height))
      made.height += set.height
    }
    return made
  }

  private func set(
    _ group: FixedFrame.Group, _ factor: Double, width: Length, _ page: PageNumbers
  ) -> Stack {
    let blocks = factor == 1 ? group.blocks : group.blocks.map { $0.scaled(by: factor) }
    return Stack(ColumnSetter(shaper: shaper, width: width, page: page).set(blocks))
  }
}

extension FixedFrame {
  /// How many lines its contents have if none of them wraps.
  fileprivate var lineCount: Int {
    groups.flatMap(\.blocks).reduce(0) { count, block in
      guard case .paragraph(let plan) = block else { return count }
      let breaks = plan.inlines.count { $0.content == .lineBreak }
      return count + 1 + breaks + (plan.label == nil ? 0 : 1)
    }
  }
}

extension FlowBlock {
  /// Whether it differs from page to page.
  fileprivate var hasPageNumbers: Bool {
    guard case .paragraph(let plan) = self else { return false }
    return plan.inlines.contains { $0.content == .pageNumber || $0.content == .pageCount }
  }

  /// The block with its text and white made smaller.
  fileprivate func scaled(by factor: Double) -> FlowBlock {
    guard case .paragraph(let plan) = self else { return self }
    return .paragraph(plan.scaled(by: factor))
  }
}
