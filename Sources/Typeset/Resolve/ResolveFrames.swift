extension Resolver {
  /// Fills what is read first: the heads and the recipients.
  mutating func readBeforeColumn() {
    fill(.before) { $0.isReadFirst }
    if layout.recipient.place == .frame, let frame = layout.recipient.frame {
      recipientFrames = recipients(in: frame)
    } else if layout.recipient.place == .none, let recipient = letter.recipients.first,
      !layout.showsField("recipient", in: language.tag)
    {
      problems.add(
        .warning(
          .recipientPlace,
          "the layout \(quoted(layout.name)) has no place for recipients, so they are left out",
          at: recipient.$lines.first?.place,
          hint: "take another layout, or set recipient: {place: flow} in it"))
    }
  }

  /// Fills what else the layout has read before the letter, as date and case number.
  mutating func readReferences() { fill(.before) { !$0.isReadFirst } }

  /// Fills what is read after the column: sidebars, feet and the rest.
  mutating func readAfterColumn() { fill(.after) { _ in true } }

  /// The frames in the order in which they stand: those above the column, and the others.
  func fixedFrames() -> [FixedFrame] {
    func frames(_ standsFirst: Bool) -> [FixedFrame] {
      layout.frames.indices.filter { layout.frames[$0].kind.isReadFirst == standsFirst }
        .flatMap { fixed(layout.frames[$0], filledGroups[$0] ?? [:]) }
    }
    return layout.shapes.map { fixed($0) } + frames(true) + recipientFrames + frames(false)
  }

  private mutating func recipients(in frame: LayoutFrame) -> [FixedFrame] {
    guard !letter.recipients.isEmpty else { return [] }
    let section = add(
      .section, under: StructureTree.root,
      title: language[.recipients] ?? language[.to])
    var groups: [FixedFrame.Group] = []
    if let label = layout.recipient.label {
      let style = layout.styles[.recipientLabel]
      let owner = Owner.element(add(.paragraph, under: section))
      if let inlines = fill(label, context(style, owner)) {
        groups.append(
          .init(
            spaceBefore: .zero, blocks: [.paragraph(paragraph(.recipient, inlines, style, at: nil))]
          ))
      }
    }
    let headGroups = groups.count
    for (index, recipient) in letter.recipients.enumerated() {
      let paragraphs = self.recipient(recipient, under: section)
      groups.append(
        .init(spaceBefore: gap(above: index), blocks: paragraphs.map { .paragraph($0) }))
    }
    var made = make(frame, groups)
    made.headGroups = headGroups
    return [made]
  }

  // MARK: Groups

  /// Fills the groups that are read at a time, in frames of some kinds.
  private mutating func fill(_ turn: ReadingTurn, where isMeant: (FrameKind) -> Bool) {
    for index in layout.frames.indices where isMeant(layout.frames[index].kind) {
      fill(layout.frames[index], at: index, turn)
    }
  }

  private mutating func fill(_ frame: LayoutFrame, at place: Int, _ turn: ReadingTurn) {
    let groups = frame.groups[language.tag]
    let meant = groups.indices.filter { frame.turn(of: groups[$0]) == turn }
    var home = LineHome(owner: .artifact(artifact(frame.kind)))
    if frame.isContent, meant.map({ groups[$0] }).hasText(in: language.tag) {
      let title = title(of: frame, turn, isWhole: meant.count == groups.count)
      // A section without a name tells a listener nothing.
      let role: StructureRole = title == nil ? .division : .section
      home.owner = .element(add(role, under: StructureTree.root, title: title))
    }
    for index in meant where holds(groups[index].condition) {
      let lines = groups[index].lines.compactMap { line($0, frame, &home) }
      let gap = groups[index].spaceBefore ?? frame.groupGap
      func group(_ lines: [SetLine]) -> FixedFrame.Group? {
        lines.isEmpty ? nil : .init(spaceBefore: gap, blocks: lines.flatMap(\.blocks))
      }
      filledGroups[place, default: [:]][index] = FilledGroup(
        all: group(lines), pageless: group(lines.filter { !$0.tellsPage }))
    }
  }

  /// What a part of a frame is called where it is heard, once if several are called alike.
  private mutating func title(
    of frame: LayoutFrame, _ turn: ReadingTurn, isWhole: Bool
  ) -> String? {
    let word: FixedWord? =
      switch frame.kind {
      case .header, .logo: .sender
      case .sidebar: isWhole || turn == .before ? .references : .contact
      case .footer: .contact
      case .recipient, .returnLine, .text, .mark, .background: nil
      }
    guard let word, frameTitles.insert(word).inserted else { return nil }
    return language[word]
  }

  /// The frame with its lines filled; without a line it vanishes, unless it has a tint or border.
  private func fixed(_ frame: LayoutFrame, _ filled: [Int: FilledGroup]) -> [FixedFrame] {
    let inOrder = filled.sorted { $0.key < $1.key }.map(\.value)
    let groups = inOrder.compactMap(\.all)
    let pageless = inOrder.compactMap(\.pageless)
    let box = self.box(of: frame)
    if groups.isEmpty { return box }
    let whole = make(frame, groups)
    if layout.page.numbersSinglePage || groups == pageless || !frame.pages.single {
      return box + [whole]
    }
    // A letter of one page does not say that it has one.
    var several = whole
    several.pages.single = false
    var single = make(frame, pageless)
    single.pages = PageSelection(first: false, middle: false, last: false, single: true)
    return box + (pageless.isEmpty ? [several] : [several, single])
  }

  private func make(_ frame: LayoutFrame, _ groups: [FixedFrame.Group]) -> FixedFrame {
    FixedFrame(
      name: frame.name, kind: frame.kind, pages: frame.pages, frame: frame.contents,
      baseline: frame.baseline, anchor: frame.anchor, groups: groups, overflow: frame.overflow,
      isContent: frame.isContent, repeatsAs: artifact(frame.kind), place: frame.place)
  }

  /// The tint and the border of a frame, around the padding of its contents.
  private func box(of frame: LayoutFrame) -> [FixedFrame] {
    guard frame.background != nil || frame.border != nil else { return [] }
    return [
      FixedFrame(
        name: frame.name, kind: .background, pages: frame.pages, frame: frame.rect, anchor: .top,
        groups: [], overflow: .error, background: frame.background, border: frame.border,
        isContent: false, repeatsAs: .background, place: frame.place)
    ]
  }

  func artifact(_ kind: FrameKind) -> ArtifactKind {
    switch kind {
    case .header: .pagination(.header)
    case .footer: .pagination(.footer)
    case .background: .background
    case .mark: .page
    case .recipient, .sidebar, .returnLine, .text, .logo: .pagination(nil)
    }
  }

  func holds(_ condition: LayoutCondition) -> Bool {
    if let field = condition.presence, values[field] == nil { return false }
    if let field = condition.absence, values[field] != nil { return false }
    return true
  }

  private func fixed(_ shape: LayoutShape) -> FixedFrame {
    let page = Rect(origin: .zero, size: layout.page.size)
    return FixedFrame(
      name: "shape", kind: .background, pages: shape.pages, frame: page, anchor: .top, groups: [],
      overflow: .error, isContent: false, repeatsAs: .layout, shapes: shapes(shape),
      place: shape.place)
  }

  private func shapes(_ shape: LayoutShape) -> [FixedShape] {
    let rect = shape.rect
    switch shape.form {
    case .box(let color): return [FixedShape(rect: rect, color: color, kind: .layout)]
    case .edge(let rule):
      let t = rule.thickness
      let sides = [
        Rect(x: rect.minX, y: rect.minY, width: rect.size.width, height: t),
        Rect(x: rect.minX, y: rect.maxY - t, width: rect.size.width, height: t),
        Rect(x: rect.minX, y: rect.minY + t, width: t, height: rect.size.height - t * 2),
        Rect(x: rect.maxX - t, y: rect.minY + t, width: t, height: rect.size.height - t * 2),
      ]
      return sides.map { FixedShape(rect: $0, color: rule.color, kind: .layout) }
    }
  }
}

extension [LayoutGroup] {
  /// Whether they have lines of text that are read.
  fileprivate func hasText(in language: LanguageTag) -> Bool {
    contains { group in
      group.lines.contains {
        if case .text(let words) = $0.content { !words[language].tellsPage } else { false }
      }
    }
  }
}

extension Layout {
  /// Whether a frame shows a field in letters of a language.
  func showsField(_ key: String, in language: LanguageTag) -> Bool {
    frames.contains { frame in
      frame.groups[language].contains { group in
        group.lines.contains {
          guard case .text(let words) = $0.content else { return false }
          return words[language].fields.contains(key)
        }
      }
    }
  }
}
