extension LayoutParser {
  /// Reads `sidebar`, `header`, `footer`, `logo` and the frames by name.
  mutating func readFrames(_ reader: inout MappingReader) -> [LayoutFrame] {
    var frames: [LayoutFrame] = []
    for (key, kind) in [
      ("header", FrameKind.header), ("logo", .logo), ("sidebar", .sidebar), ("footer", .footer),
    ] {
      guard let node = reader.node(key), node.value != .null else { continue }
      if let frame = frame(node, named: key, path: key, kind: kind) { frames.append(frame) }
    }
    for (key, kind) in [("sidebars", FrameKind.sidebar), ("frames", .text)] {
      guard var part = reader.mapping(key, &problems) else { continue }
      for name in part.keys {
        guard let node = part.node(name) else { continue }
        if let frame = frame(node, named: name, path: "\(key).\(name)", kind: kind) {
          frames.append(frame)
        }
      }
    }
    return frames
  }

  private mutating func frame(
    _ node: SourceNode, named name: String, path: String, kind: FrameKind
  ) -> LayoutFrame? {
    guard var part = MappingReader(node, path: path, &problems) else { return nil }
    let isLogo = kind == .logo
    let kind = kind == .text ? part.choice("kind", &problems)?.value ?? kind : kind
    let style = styleKey("style", &part) ?? .role(kind.role)
    // A picture has no baseline.
    let rect = rect("frame", &part, isOpen: true, style: isLogo ? nil : styles[style])
    var frame = LayoutFrame(
      name: name, kind: kind, rect: rect?.rect ?? Rect(origin: .zero, size: page.size),
      style: style, place: rect?.place ?? part.place)
    frame.hasOwnHeight = rect?.hasOwnHeight ?? true
    frame.baseline = rect?.baseline
    frame.pages = pages("pages", &part) ?? (kind == .logo ? .first : .all)
    frame.anchor =
      part.choice("anchor", &problems)?.value ?? (rect?.hangsFromBottom == true ? .bottom : .top)
    frame.groupGap = extent("group-gap", &part) ?? styles[style].paragraph.leading
    frame.labels = labelPlace(&part)
    frame.overflow = overflow(&part) ?? .error
    frame.background = color("background", &part)
    frame.border = rule("border", &part)
    let isBox = frame.background != nil || frame.border != nil
    frame.padding = extent("padding", &part) ?? (isBox ? .mm(2) : .zero)
    reportNarrow(frame, path)
    frame.isContent = part.flag("content", &problems)?.value ?? kind.isContent
    frame.hasLinks = part.flag("links", &problems)?.value ?? false
    if isLogo {
      if let image = image(&part, frame.rect.size) {
        frame.groups = [LayoutGroup(lines: [LayoutLine(content: .image(image))])]
      }
    } else {
      frame.groups = groups(&part)
    }
    part.finish(&problems)
    if rect == nil, !problems.hasErrors {
      problems.add(
        .error(
          "\(path) does not say where it stands", at: part.place,
          hint: "add frame: {x: 20mm, y: 20mm, width: 60mm}"))
    }
    return rect == nil ? nil : frame
  }

  private mutating func reportNarrow(_ frame: LayoutFrame, _ path: String) {
    guard frame.padding > .zero,
      frame.contents.size.width <= .zero || frame.contents.size.height <= .zero
    else { return }
    problems.add(
      .error(
        "\(path).padding of \(shownMillimetres(frame.padding)) leaves no room in the frame",
        at: frame.place, hint: "make the frame larger or the padding smaller"))
  }

  private enum LabelWord: String, CaseIterable { case inline, above, beside }

  /// Where labels stand: `labels: above`, or the width of a column beside the text.
  private mutating func labelPlace(_ reader: inout MappingReader) -> LabelPlace {
    let width = extent("label-width", &reader)
    switch reader.choice("labels", of: LabelWord.self, &problems)?.value {
    case .inline: return .inline
    case .above: return .above
    case .beside: return .beside(width ?? .mm(25))
    case nil: return width.map { .beside($0) } ?? .inline
    }
  }

  private mutating func groups(_ reader: inout MappingReader) -> [LayoutGroup] {
    guard let items = reader.items("groups", &problems) else { return [] }
    let name = reader.name(of: "groups")
    return items.map { group($0, path: name) }
  }

  private mutating func group(_ node: SourceNode, path: String) -> LayoutGroup {
    if case .sequence(let items) = node.value {
      return LayoutGroup(lines: items.compactMap { line($0, path: path) })
    }
    guard case .mapping(let entries) = node.value, entries.contains(where: { $0.key == "lines" })
    else { return LayoutGroup(lines: line(node, path: path).map { [$0] } ?? []) }
    guard var part = MappingReader(node, path: path, &problems) else {
      return LayoutGroup(lines: [])
    }
    let items = part.items("lines", &problems) ?? []
    var group = LayoutGroup(lines: items.compactMap { line($0, path: path) })
    group.condition = condition(&part)
    group.spaceBefore = extent("space-before", &part)
    part.finish(&problems)
    return group
  }

  private mutating func line(_ node: SourceNode, path: String) -> LayoutLine? {
    guard case .mapping = node.value else {
      return node.text(as: "a line of \(path)", &problems).map {
        LayoutLine(content: .text(template($0)))
      }
    }
    guard var part = MappingReader(node, path: path, &problems) else { return nil }
    let text = template("text", &part)
    let image = image(&part, nil)
    let rule = rule("rule", &part)
    let content: LayoutLine.Content? =
      text.map { .text($0) } ?? image.map { .image($0) } ?? rule.map { .rule($0) }
    let label = template("label", &part)
    let style = styleKey("style", &part)
    let condition = condition(&part)
    let link = part.text("link", &problems)?.value
    part.finish(&problems)
    guard let content else {
      problems.add(
        .error(
          "a line of \(path) has neither text, image nor rule", at: node.range,
          hint: "add text: with what the line says"))
      return nil
    }
    return LayoutLine(
      content: content, label: label, style: style, condition: condition, link: link)
  }

  /// `image: logo.svg` with its measures and what it shows.
  private mutating func image(_ reader: inout MappingReader, _ room: Size?) -> LayoutImage? {
    let path = reader.text("image", &problems)
    let width = extent("width", &reader)
    let height = extent("height", &reader)
    let alternative = reader.text("alt", &problems)?.value ?? ""
    let alignment = reader.choice("align", of: ParagraphStyle.Alignment.self, &problems)?.value
    guard let path else { return nil }
    return LayoutImage(
      path: path, width: width ?? (height == nil ? room?.width : nil),
      height: height ?? (width == nil ? room?.height : nil), alternative: alternative,
      alignment: alignment ?? .left)
  }

  /// Fields that decide whether something is shown: `if: field`, `unless: field`.
  private mutating func condition(_ reader: inout MappingReader) -> LayoutCondition {
    LayoutCondition(presence: field("if", &reader), absence: field("unless", &reader))
  }

  private mutating func field(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let field = reader.text(key, &problems) else { return nil }
    if fieldKeys.contains(field.value) { return field.value }
    problems.add(
      .error(
        "\(key) names \(quoted(field.value)), which is not a field of letters", at: field.place,
        hint: nearestName(to: field.value, in: fieldKeys).map { "write \($0)" }
          ?? "declare it under fields:"))
    return nil
  }

  mutating func readShapes(_ reader: inout MappingReader) -> [LayoutShape] {
    guard let items = reader.items("shapes", &problems) else { return [] }
    return items.compactMap { node in
      guard var part = MappingReader(node, path: "shapes", &problems) else { return nil }
      let rect = rect(&part, isOpen: false)
      let fill = color("fill", &part)
      let edge = rule("outline", &part)
      let pages = pages("pages", &part) ?? .all
      part.finish(&problems)
      guard let rect else { return nil }
      let form: LayoutShape.Form = edge.map { .edge($0) } ?? .box(fill ?? .black)
      return LayoutShape(form: form, rect: rect.rect, pages: pages, place: rect.place)
    }
  }

  mutating func readZones(_ reader: inout MappingReader) -> [Zone] {
    var zones: [Zone] = []
    if var part = reader.mapping("window", &problems) {
      let rect = rect("frame", &part)
      let clearance = extent("clearance", &part) ?? .mm(2)
      let pages = pages("pages", &part) ?? .first
      part.finish(&problems)
      if let rect {
        zones.append(
          Zone(
            name: "window", rule: .window(clearance: clearance), rect: rect.rect, pages: pages,
            place: rect.place))
      }
    }
    guard var part = reader.mapping("keep-free", &problems) else { return zones }
    for name in part.keys {
      guard var zone = part.mapping(name, &problems) else { continue }
      let rect = rect(&zone, isOpen: false)
      let pages = pages("pages", &zone) ?? .all
      zone.finish(&problems)
      if let rect {
        zones.append(
          Zone(name: name, rule: .keepFree, rect: rect.rect, pages: pages, place: rect.place))
      }
    }
    return zones
  }
}

extension FrameKind {
  /// The role whose style its text has.
  var role: StyleRole {
    switch self {
    case .recipient: .recipient
    case .sidebar: .sidebar
    case .header: .header
    case .footer: .footer
    case .returnLine: .returnLine
    case .text, .mark, .logo, .background: .frame
    }
  }

  /// Whether its contents are part of what the letter says, unless the layout says otherwise.
  var isContent: Bool {
    switch self {
    case .recipient, .sidebar, .text, .returnLine, .logo: true
    case .header, .footer, .mark, .background: false
    }
  }
}
