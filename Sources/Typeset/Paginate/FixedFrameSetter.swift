/// Sets frames at fixed places: the sidebar, the address, heads and feet.
final class FixedFrameSetter {
  let setter: BlockSetter
  /// Groups without page numbers look alike on every page: they are set once.
  private var setGroups: [Key: (items: [Placed<FrameItem>], height: Length)] = [:]

  private struct Key: Hashable {
    let group: FixedFrame.Group
    let width: Length
  }

  init(setter: BlockSetter) { self.setter = setter }

  /// One fixed frame on one page.
  struct Result {
    var items: [Placed<FrameItem>]
    /// Around the contents; nil for a frame that is empty.
    var box: Rect?
  }

  /// Sets a frame's contents at their place on the page.
  ///
  /// - Parameter isRepeat: whether the frame stood on an earlier page, so that it is not read again.
  func set(_ fixed: FixedFrame, page: PageNumbers, isRepeat: Bool) -> Result {
    let (items, height) = fitted(fixed, page)
    if height > fixed.frame.size.height + .pt(0.01) { reportOverflow(fixed, height) }
    let slack = fixed.frame.size.height - height
    let top: Length =
      switch fixed.anchor {
      case .top: .zero
      case .middle: slack / 2
      case .bottom: slack
      }
    let held = fixed.baseline.flatMap { start(of: items, heldBy: $0) }
    let origin = Point(x: fixed.frame.minX, y: held ?? fixed.frame.minY + top)
    var placed = background(fixed)
    let mustBeArtifact = isRepeat || !fixed.isContent
    placed += items.map {
      Placed(
        item: mustBeArtifact ? $0.item.asArtifact(fixed.repeatsAs) : $0.item,
        origin: $0.origin + origin)
    }
    let box =
      items.isEmpty
      ? nil
      : Rect(
        origin: origin, size: Size(width: fixed.frame.size.width, height: height))
    return Result(items: placed, box: box)
  }

  /// Where contents start whose first or last line stands on a baseline; nil if they have no line.
  private func start(
    of items: [Placed<FrameItem>], heldBy baseline: FrameBaseline
  ) -> Length? {
    let baselines = items.compactMap { placed -> Length? in
      if case .line(let line) = placed.item { placed.origin.y + line.baseline } else { nil }
    }
    switch baseline {
    case .first(let place): return baselines.min().map { place - $0 }
    case .last(let place): return baselines.max().map { place - $0 }
    }
  }

  /// Sets the contents as large as they fit.
  ///
  /// A frame that may shrink its text does so until no line wraps; where that is not enough, lines
  /// wrap, as large as the frame is tall enough for.
  private func fitted(
    _ fixed: FixedFrame, _ page: PageNumbers
  ) -> (items: [Placed<FrameItem>], height: Length) {
    let told = setter.diagnostics
    var made = stack(fixed, page, 1)
    guard case .shrink(let least) = fixed.overflow else { return made }
    let lines = fixed.lineCount
    for mayWrap in [false, true] {
      var factor = 1.0
      while true {
        let isSound = setter.diagnostics.all.count == told.all.count
        let isWrapped = made.items.count { if case .line = $0.item { true } else { false } } > lines
        let fits = made.height <= fixed.frame.size.height + .pt(0.01)
        if isSound, fits, mayWrap || !isWrapped { return made }
        guard factor > least else { break }
        factor = max(least, factor - 0.05)
        // What is told of a size that is not taken is no matter.
        setter.diagnostics = told
        made = stack(fixed, page, factor)
      }
      guard !mayWrap else { break }
      setter.diagnostics = told
      made = stack(fixed, page, 1)
    }
    return made
  }

  /// How tall a frame's contents are.
  func height(of fixed: FixedFrame) -> Length { stack(fixed, .none, 1).height }

  /// Whether a group has more lines in one width than in another, or words that do not fit.
  func wraps(_ group: FixedFrame.Group, at width: Length, of whole: Length) -> Bool {
    let told = setter.diagnostics
    defer { setter.diagnostics = told }
    let lines = setter.set(group.blocks, width: width).count
    return lines > setter.set(group.blocks, width: whole).count
  }

  private func stack(
    _ fixed: FixedFrame, _ page: PageNumbers, _ factor: Double
  ) -> (items: [Placed<FrameItem>], height: Length) {
    var items: [Placed<FrameItem>] = []
    var y = Length.zero
    for group in fixed.groups {
      let (set, height) = set(group, factor, width: fixed.frame.size.width, page)
      guard !set.isEmpty else { continue }
      if !items.isEmpty { y += group.spaceBefore * factor }
      items += set.map { Placed(item: $0.item, origin: $0.origin + Point(x: .zero, y: y)) }
      y += height
    }
    return (items, y)
  }

  private func set(
    _ group: FixedFrame.Group, _ factor: Double, width: Length, _ page: PageNumbers
  ) -> (items: [Placed<FrameItem>], height: Length) {
    let isSame = factor == 1 && !group.blocks.contains(where: \.hasPageNumbers)
    if isSame, let known = setGroups[Key(group: group, width: width)] { return known }
    let blocks = factor == 1 ? group.blocks : group.blocks.map { $0.scaled(by: factor) }
    let made = setter.stack(setter.set(blocks, width: width, page: page))
    if isSame { setGroups[Key(group: group, width: width)] = made }
    return made
  }

  private func background(_ fixed: FixedFrame) -> [Placed<FrameItem>] {
    var shapes: [FixedShape] = []
    let frame = fixed.frame
    if let color = fixed.background {
      shapes.append(FixedShape(rect: frame, color: color, kind: .background))
    }
    if let border = fixed.border {
      let t = border.thickness
      for rect in [
        Rect(x: frame.minX, y: frame.minY, width: frame.size.width, height: t),
        Rect(x: frame.minX, y: frame.maxY - t, width: frame.size.width, height: t),
        Rect(x: frame.minX, y: frame.minY, width: t, height: frame.size.height),
        Rect(x: frame.maxX - t, y: frame.minY, width: t, height: frame.size.height),
      ] { shapes.append(FixedShape(rect: rect, color: border.color, kind: .layout)) }
    }
    return (shapes + fixed.shapes).map(\.placed)
  }

  private func reportOverflow(_ fixed: FixedFrame, _ height: Length) {
    let over = ((height - fixed.frame.size.height).millimetres * 10).rounded(.up) / 10
    setter.diagnostics.add(
      .error(
        "\(fixed.name) is \(over) mm taller than its frame", at: fixed.place,
        hint: "shorten it, or make its frame taller in the layout"))
  }
}

extension FixedShape {
  /// The shape as an item of the page.
  var placed: Placed<FrameItem> {
    Placed(
      item: .rule(Rule(size: rect.size, color: color, part: .artifact(kind))), origin: rect.origin)
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
  var hasPageNumbers: Bool {
    guard case .paragraph(let plan) = self else { return false }
    return plan.inlines.contains { $0.content == .pageNumber || $0.content == .pageCount }
  }

  /// The block with its text and white made smaller.
  func scaled(by factor: Double) -> FlowBlock {
    guard case .paragraph(let plan) = self else { return self }
    return .paragraph(plan.scaled(by: factor))
  }
}

extension ParagraphPlan {
  /// The paragraph with its text and white made smaller.
  func scaled(by factor: Double) -> ParagraphPlan {
    var plan = self
    plan.style.leading = style.leading * factor
    plan.textStyle.size = textStyle.size * factor
    plan.spaceBefore = spaceBefore * factor
    plan.spaceAfter = spaceAfter * factor
    plan.inlines = inlines.map { $0.scaled(by: factor) }
    plan.label?.inlines = label?.inlines.map { $0.scaled(by: factor) } ?? []
    return plan
  }
}

extension InlinePlan {
  fileprivate func scaled(by factor: Double) -> InlinePlan {
    var inline = self
    inline.style.size = style.size * factor
    inline.style.rise = style.rise * factor
    return inline
  }
}
