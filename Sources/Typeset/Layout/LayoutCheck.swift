/// Looks for what a layout does badly, though it can be used.
struct LayoutCheck {
  let layout: Layout

  /// Least contrast of small and of large text (WCAG 2.1, 1.4.3, level AA).
  static let smallContrast = 4.5
  static let largeContrast = 3.0

  /// Every warning, in the order of the styles.
  var warnings: [Diagnostic] { contrasts + backgrounds + tightLeadings + unused }

  // MARK: Contrast

  /// A style whose colour is hard to read on what it stands on.
  private struct Pale {
    let key: StyleKey
    /// The contrast there is, and the least there should be.
    let ratio: Double
    let least: Double
    /// What it stands on.
    let ground: DiagnosticText
    let groundColor: Color

    /// What to say of it.
    func told(of color: DiagnosticText, at place: SourceRange?) -> Diagnostic {
      // Rounded down, so that what is refused never seems to be enough.
      let told = short((ratio * 10).rounded(.down) / 10)
      return .warning(
        .contrast,
        "\(color) has a contrast of \(told) to 1 to \(ground), less than \(short(least)) to 1",
        at: place,
        hint: groundColor.contrast(to: .black) > 10
          ? "choose a darker colour" : "choose a stronger colour")
    }
  }

  /// Styles whose colour is hard to read on paper; those of one colour of the layout's together.
  private var contrasts: [Diagnostic] {
    var byColor: [String: [Pale]] = [:]
    var found: [Diagnostic] = []
    var named: [String] = []
    for style in layout.styles.written where isOnPaper(style.key) {
      guard let place = style.color, let pale = pale(style.key, on: .white, "the paper") else {
        continue
      }
      guard let name = style.colorName, layout.colorDeclarations[name] != nil else {
        found.append(pale.told(of: "the colour of \(quoted(style.key.name))", at: place))
        continue
      }
      if byColor[name] == nil { named.append(name) }
      byColor[name, default: []].append(pale)
    }
    return found + named.compactMap { paleColor($0, byColor[$0] ?? []) }
  }

  private func paleColor(_ name: String, _ uses: [Pale]) -> Diagnostic? {
    guard let worst = uses.max(by: { $0.least < $1.least }) else { return nil }
    let styles = listed(uses.map { quoted($0.key.name) }, "and")
    let color = quoted(name)
    if uses.count == 1 {
      return worst.told(
        of: "the colour \(color) of \(styles)", at: layout.colorDeclarations[name])
    }
    return worst.told(
      of: "the colour \(color) of the styles \(styles)", at: layout.colorDeclarations[name])
  }

  /// Whether text in a style stands on bare paper, as far as the layout shows.
  private func isOnPaper(_ key: StyleKey) -> Bool {
    switch key {
    case .role(.watermark): return false
    case .role(.callout), .role(.calloutTitle): return layout.callouts.background == nil
    case .role(.tableHead): return layout.tables.headBackground == nil
    default: break
    }
    let frames = layout.frames.filter { $0.styles.contains(key) }
    return frames.isEmpty || frames.contains { ground(of: $0) == nil }
  }

  /// The colour behind the text of a frame: its own, or that of a box drawn under the whole of it.
  private func ground(of frame: LayoutFrame) -> Color? {
    if let background = frame.background { return background }
    return layout.shapes.last { $0.rect.contains(frame.rect) && $0.pages.meets(frame.pages) }
      .flatMap { if case .box(let color) = $0.form { color } else { nil } }
  }

  /// Call-outs, heads of tables and frames whose text is hard to read on their tint.
  private var backgrounds: [Diagnostic] {
    let callouts = [StyleRole.callout, .calloutTitle].compactMap { role in
      layout.callouts.background.flatMap {
        contrast(.role(role), on: $0, "the background of call-outs", at: nil)
      }
    }
    let heads = layout.tables.headBackground.flatMap {
      contrast(.role(.tableHead), on: $0, "the background of heads of tables", at: nil)
    }
    return callouts + [heads].compactMap(\.self) + frameBackgrounds
  }

  private var frameBackgrounds: [Diagnostic] {
    layout.frames.flatMap { frame -> [Diagnostic] in
      guard let ground = ground(of: frame) else { return [] }
      return frame.styles.compactMap {
        contrast($0, on: ground, "the background of \(quoted(frame.name))", at: frame.place)
      }
    }
  }

  private func contrast(
    _ key: StyleKey, on ground: Color, _ name: DiagnosticText, at place: SourceRange?
  ) -> Diagnostic? {
    pale(key, on: ground, name)?.told(of: "the colour of \(quoted(key.name))", at: place)
  }

  private func pale(_ key: StyleKey, on ground: Color, _ name: DiagnosticText) -> Pale? {
    let style = layout.styles[key].text
    let isLarge = style.size >= .pt(18) || style.size >= .pt(14) && style.weight >= 700
    let least = isLarge ? Self.largeContrast : Self.smallContrast
    let ratio = style.color.contrast(to: ground)
    guard ratio < least else { return nil }
    return Pale(key: key, ratio: ratio, least: least, ground: name, groundColor: ground)
  }

  // MARK: Leading

  /// Styles whose own leading is less than their size.
  private var tightLeadings: [Diagnostic] {
    layout.styles.written.compactMap { written in
      let style = layout.styles[written.key]
      let (size, leading) = (style.text.size, style.paragraph.leading)
      guard let place = written.leading, leading < size else { return nil }
      let usual = (size.points * 12).rounded() / 10
      return .warning(
        .tightLeading,
        "the leading of \(quoted(written.key.name)) is \(shownPoints(leading)), less than its size of "
          + "\(shownPoints(size)): lines run into each other", at: place,
        hint: "write leading: \(short(usual))pt, or leave it out")
    }
  }

  private func shownPoints(_ length: Length) -> String {
    "\(short((length.points * 10).rounded() / 10)) pt"
  }

  // MARK: Use

  /// Styles for frames that the layout does not have.
  private var unused: [Diagnostic] {
    let used = Set(layout.frames.flatMap(\.styles))
    let roles: [StyleRole] = [.sidebar, .header, .footer, .returnLine, .label]
    return layout.styles.written.compactMap { style in
      guard case .role(let role) = style.key, style.place.file == layout.file,
        !used.contains(style.key),
        roles.contains(role) || role == .recipientLabel && layout.recipient.label == nil
      else { return nil }
      return .warning(
        .unusedStyle,
        "the style \(quoted(role.rawValue)) is set, but nothing in the layout uses it",
        at: style.place, hint: "delete it, or add what it is for")
    }
  }
}

extension LayoutFrame {
  /// The styles of its lines and labels.
  var styles: [StyleKey] {
    let lines = groups.all.joined().flatMap(\.lines)
    var keys = lines.isEmpty ? [] : [style]
    keys += lines.compactMap(\.style)
    if lines.contains(where: { $0.label != nil }) { keys.append(.role(.label)) }
    return keys
  }
}

extension StyleKey {
  /// The key as it is written.
  var name: String {
    switch self {
    case .role(let role): role.rawValue
    case .custom(let name): name
    }
  }
}
