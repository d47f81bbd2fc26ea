extension Resolver {
  /// Frames that are read before the column: the recipients' and the heads.
  mutating func framesBeforeColumn() -> [FixedFrame] {
    var frames = layout.shapes.map { fixed($0) }
    frames += layout.frames.filter(\.kind.isReadFirst).flatMap { fixed($0) }
    if layout.recipient.place == .frame, let frame = layout.recipient.frame {
      frames += recipients(in: frame)
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
    return frames
  }

  /// Frames that are read after the column: sidebars, feet and the rest.
  mutating func framesAfterColumn() -> [FixedFrame] {
    layout.frames.filter { !$0.kind.isReadFirst }.flatMap { fixed($0) }
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

  /// The frame with its lines filled; without a line it vanishes, unless it has a tint or border.
  private mutating func fixed(_ frame: LayoutFrame) -> [FixedFrame] {
    var owner = Owner.artifact(artifact(frame.kind))
    let lineGroups = frame.groups[language.tag]
    if frame.isContent, lineGroups.hasText(in: language.tag) {
      owner = .element(add(.section, under: StructureTree.root, title: frame.name))
    }
    var groups: [FixedFrame.Group] = []
    var pageless: [FixedFrame.Group] = []
    for group in lineGroups {
      guard holds(group.condition) else { continue }
      let lines = group.lines.compactMap { line($0, frame, owner) }
      let gap = group.spaceBefore ?? frame.groupGap
      if !lines.isEmpty { groups.append(.init(spaceBefore: gap, blocks: lines.flatMap(\.blocks))) }
      let rest = lines.filter { !$0.tellsPage }.flatMap(\.blocks)
      if !rest.isEmpty { pageless.append(.init(spaceBefore: gap, blocks: rest)) }
    }
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

  private func artifact(_ kind: FrameKind) -> ArtifactKind {
    switch kind {
    case .header: .pagination(.header)
    case .footer: .pagination(.footer)
    case .background: .background
    case .mark: .page
    case .recipient, .sidebar, .returnLine, .text, .logo: .pagination(nil)
    }
  }

  private func holds(_ condition: LayoutCondition) -> Bool {
    if let field = condition.presence, values[field] == nil { return false }
    if let field = condition.absence, values[field] != nil { return false }
    return true
  }

  private struct SetLine {
    var blocks: [FlowBlock]
    var tellsPage: Bool
  }

  /// A line of a frame; nil if the letter lacks a field of it.
  private mutating func line(
    _ line: LayoutLine, _ frame: LayoutFrame, _ owner: Owner
  ) -> SetLine? {
    guard holds(line.condition) else { return nil }
    switch line.content {
    case .rule(let rule):
      return SetLine(
        blocks: [
          .rule(
            RulePlan(
              width: frame.rect.size.width, thickness: rule.thickness, color: rule.color,
              spaceBefore: .pt(2), spaceAfter: .pt(2)))
        ], tellsPage: false)
    case .image(let image):
      return self.image(image, frame, owner).map {
        SetLine(blocks: [.image($0)], tellsPage: false)
      }
    case .text(let words): return textLine(words, line, frame, owner)
    }
  }

  private mutating func textLine(
    _ words: ByLanguage<Template>, _ line: LayoutLine, _ frame: LayoutFrame, _ owner: Owner
  ) -> SetLine? {
    let template = words[language.tag]
    guard template.fields.allSatisfy({ values[$0] != nil }) else { return nil }
    let style = layout.styles[line.style ?? frame.style]
    // A page's number belongs to the page; read aloud it would interrupt the letter.
    let artifact = template.tellsPage ? Owner.artifact(artifact(frame.kind)) : nil
    // A label on a line or in a column of its own is read on its own, or it would run into the text.
    let standsAlone = line.label != nil && frame.labels != .inline
    let labelOwner = standsAlone ? artifact ?? add(.paragraph, under: owner) : nil
    if case .element(let term) = labelOwner { tree[term].isTerm = true }
    let owner = artifact ?? add(.paragraph, under: owner)
    let look = context(style, owner)
    var blocks: [FlowBlock] = []
    var labelPlan: LabelPlan?
    var inlines: [InlinePlan] = []
    if let label = line.label {
      let labelStyle = layout.styles[.label]
      let labelInlines = fill(label, context(labelStyle, labelOwner ?? owner)) ?? []
      switch frame.labels {
      case .inline: inlines = labelInlines + [raw(.text(" "), look, nil)]
      case .above:
        let place = label[language.tag].place
        blocks.append(
          .paragraph(paragraph(.fixed(in: frame.name), labelInlines, labelStyle, at: place)))
      case .beside(let width): labelPlan = LabelPlan(inlines: labelInlines, x: .zero, width: width)
      }
    }
    var textLook = look
    if let uri = line.link { textLook.owner = add(.link(uri: uri), under: owner) }
    inlines += fill(words, textLook, linking: frame.hasLinks && line.link == nil) ?? []
    var plan = paragraph(.fixed(in: frame.name), inlines, style, at: template.place)
    plan.label = labelPlan
    plan.indentLeft += labelPlan?.width ?? .zero
    return SetLine(blocks: blocks + [.paragraph(plan)], tellsPage: template.tellsPage)
  }

  private mutating func image(
    _ image: LayoutImage, _ frame: LayoutFrame, _ owner: Owner
  ) -> ImagePlan? {
    let path = image.path[language.tag]
    let alternative = image.alternative[language.tag]
    guard let resource = read(path, of: .layout) else { return nil }
    var imageOwner = Owner.artifact(.layout)
    if !alternative.isEmpty, case .element(let parent) = owner {
      let figure = add(.figure, under: parent)
      tree[figure].alternative = alternative
      imageOwner = .element(figure)
    } else if !alternative.isEmpty, frame.isContent {
      let figure = add(.figure, under: StructureTree.root)
      tree[figure].alternative = alternative
      imageOwner = .element(figure)
    }
    let room = Size(
      width: image.width ?? frame.rect.size.width, height: image.height ?? frame.rect.size.height)
    return ImagePlan(
      image: resource, size: resource.size(within: room), alignment: image.alignment,
      part: part(imageOwner), resolution: layout.images.resolution, place: path.place)
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
