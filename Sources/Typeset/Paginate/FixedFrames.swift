/// The frames at fixed places of all pages: what looks alike on every page is set once.
struct FixedFrames {
  private let setter: FrameSetter
  private let frames: [Prepared]

  /// A frame, and as much of it as does not differ from page to page.
  private struct Prepared {
    let frame: FixedFrame
    let groups: [Int: Stack]
    /// All of its contents, where no page number stands in them.
    let whole: FrameSetter.Contents?
  }

  /// One fixed frame on one page.
  struct Result {
    var items: [Placed<FrameItem>]
    /// Around the contents; nil for a frame that is empty.
    var box: Rect?
    let problems: [Diagnostic]
  }

  /// Prepares the frames of a letter of so many pages.
  init(_ frames: [FixedFrame], pageCount: Int, shaper: Shaper) {
    let setter = FrameSetter(shaper: shaper)
    self.setter = setter
    self.frames = frames.map { frame in
      let isShown = (1...max(1, pageCount)).contains { frame.pages.includes($0, of: pageCount) }
      guard isShown else { return Prepared(frame: frame, groups: [:], whole: nil) }
      let groups = setter.unpagedGroups(of: frame)
      let isPaged = groups.count < frame.groups.count
      return Prepared(
        frame: frame, groups: groups,
        whole: isPaged ? nil : setter.contents(of: frame, page: .none, known: groups))
    }
  }

  /// Puts the contents of a frame in their place on a page.
  ///
  /// - Parameters:
  ///   - index: which of the frames.
  ///   - fixed: the frame as it stands on the page.
  ///   - isRepeat: whether the frame stood on an earlier page, so that it is not read again.
  func set(_ index: Int, as fixed: FixedFrame, page: PageNumbers, isRepeat: Bool) -> Result {
    let prepared = frames[index]
    let contents =
      prepared.whole ?? setter.contents(of: prepared.frame, page: page, known: prepared.groups)
    let room = fixed.frame.size.height
    let isTooTall = contents.height > room + .pt(0.01)
    let slack = room - contents.height
    let top: Length =
      switch fixed.anchor {
      case .top: .zero
      case .middle: slack / 2
      case .bottom: slack
      }
    let held = fixed.baseline.flatMap { start(of: contents.items, heldBy: $0) }
    let origin = Point(x: fixed.frame.minX, y: held ?? fixed.frame.minY + top)
    let mustBeArtifact = isRepeat || !fixed.isContent
    let placed = contents.items.map {
      Placed(
        item: mustBeArtifact ? $0.item.asArtifact(fixed.repeatsAs) : $0.item,
        origin: $0.origin + origin)
    }
    return Result(
      items: fixed.ornaments + placed,
      box: placed.isEmpty
        ? nil
        : Rect(
          origin: origin, size: Size(width: fixed.frame.size.width, height: contents.height)),
      problems: contents.problems + (isTooTall ? [fixed.overflow(of: contents)] : []))
  }

  /// Where contents start whose first or last line stands on a baseline; nil if they have no line.
  private func start(of items: [Placed<FrameItem>], heldBy baseline: FrameBaseline) -> Length? {
    let baselines = items.compactMap { placed -> Length? in
      if case .line(let line) = placed.item { placed.origin.y + line.baseline } else { nil }
    }
    switch baseline {
    case .first(let place): return baselines.min().map { place - $0 }
    case .last(let place): return baselines.max().map { place - $0 }
    }
  }
}

extension FixedFrame {
  /// Its tint, its border and its shapes.
  fileprivate var ornaments: [Placed<FrameItem>] {
    var shapes: [FixedShape] = []
    if let color = background {
      shapes.append(FixedShape(rect: frame, color: color, kind: .background))
    }
    if let border {
      let t = border.thickness
      for rect in [
        Rect(x: frame.minX, y: frame.minY, width: frame.size.width, height: t),
        Rect(x: frame.minX, y: frame.maxY - t, width: frame.size.width, height: t),
        Rect(x: frame.minX, y: frame.minY, width: t, height: frame.size.height),
        Rect(x: frame.maxX - t, y: frame.minY, width: t, height: frame.size.height),
      ] { shapes.append(FixedShape(rect: rect, color: border.color, kind: .layout)) }
    }
    return (shapes + self.shapes).map(\.placed)
  }

  fileprivate func overflow(of contents: FrameSetter.Contents) -> Diagnostic {
    if kind == .recipient, let surplus = surplusLine(of: contents) { return surplus }
    let over = ((contents.height - frame.size.height).millimetres * 10).rounded(.up) / 10
    return .error(
      .tooTall, "\(name) is \(over) mm taller than its frame", at: place,
      hint: "shorten it, or make its frame taller in the layout")
  }

  /// What to say of an address of more lines than its frame has room for, at the first of these; nil
  /// where its lines are not those of the letter.
  private func surplusLine(of contents: FrameSetter.Contents) -> Diagnostic? {
    let baselines = contents.items.compactMap { placed -> Length? in
      if case .line(let line) = placed.item { placed.origin.y + line.baseline } else { nil }
    }
    let below = contents.height - (baselines.last ?? .zero)
    let fitting = baselines.count { $0 + below <= frame.size.height + .pt(0.01) }
    let lines = groups.flatMap(\.blocks).flatMap(\.sourceLines)
    guard lines.count == baselines.count, lines.indices.contains(fitting) else { return nil }
    return .error(
      .tooTall, "the address has \(lines.count) lines, and its frame has room for \(fitting)",
      at: lines[fitting],
      hint: "write it in \(fitting) lines, or make its frame taller in the layout")
  }
}

extension FlowBlock {
  /// Where the lines of a paragraph stand in the letter.
  fileprivate var sourceLines: [SourceRange] {
    guard case .paragraph(let plan) = self else { return [] }
    return plan.inlines.split { if case .lineBreak = $0.content { true } else { false } }
      .compactMap { line in line.compactMap(\.place).first }
  }
}

extension FixedShape {
  /// The shape as an item of the page.
  var placed: Placed<FrameItem> {
    Placed(
      item: .rule(Rule(size: rect.size, color: color, part: .artifact(kind))), origin: rect.origin)
  }
}
