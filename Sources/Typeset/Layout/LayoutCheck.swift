/// Looks for what a layout does badly, though it can be used.
struct LayoutCheck {
  let layout: Layout

  /// Least contrast of small and of large text (WCAG 2.1, 1.4.3, level AA).
  static let smallContrast = 4.5
  static let largeContrast = 3.0

  /// Every warning, in the order of the styles.
  var warnings: [Diagnostic] { contrasts + backgrounds + unused }

  // MARK: Contrast

  /// Styles whose colour is hard to read on paper.
  private var contrasts: [Diagnostic] {
    layout.styles.written.compactMap { style in
      guard let place = style.color, style.key != .role(.watermark) else { return nil }
      return contrast(style.key, on: .white, "the paper", at: place)
    }
  }

  /// Call-outs and frames whose text is hard to read on their tint.
  private var backgrounds: [Diagnostic] {
    let callouts = [StyleRole.callout, .calloutTitle].compactMap { role in
      layout.callouts.background.flatMap {
        contrast(.role(role), on: $0, "the background of call-outs", at: nil)
      }
    }
    return callouts + frameBackgrounds
  }

  private var frameBackgrounds: [Diagnostic] {
    layout.frames.flatMap { frame -> [Diagnostic] in
      guard let background = frame.background else { return [] }
      let keys = frame.styles
      return keys.compactMap {
        contrast($0, on: background, "the background of \(quoted(frame.name))", at: frame.place)
      }
    }
  }

  private func contrast(
    _ key: StyleKey, on paper: Color, _ name: DiagnosticText, at place: SourceRange?
  ) -> Diagnostic? {
    let style = layout.styles[key].text
    let isLarge = style.size >= .pt(18) || style.size >= .pt(14) && style.weight >= 700
    let least = isLarge ? Self.largeContrast : Self.smallContrast
    let ratio = style.color.contrast(to: paper)
    guard ratio < least else { return nil }
    // Rounded down, so that what is refused never seems to be enough.
    let told = short((ratio * 10).rounded(.down) / 10)
    return .warning(
      .contrast,
      "the colour of \(quoted(key.name)) has a contrast of \(told) to 1 to \(name), less than "
        + "\(short(least)) to 1", at: place,
      hint: paper.contrast(to: .black) > 10
        ? "choose a darker colour" : "choose a stronger colour")
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
