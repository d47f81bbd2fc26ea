/// A frame as it is read; its keys are those of `sidebar`, `header`, `footer`, `logo` and `frames`.
struct ReadFrame: Sendable {
  var frame: LayoutFrame
  /// Whether the layout says where it stands.
  var isPlaced = false
  /// Whether it holds a picture, which has no baseline, and no lines.
  let isLogo: Bool
  /// The picture of a logo.
  var image = ReadImage()

  /// A frame of which nothing has been read.
  init(_ kind: FrameKind, named name: String, on sheet: Size, place: SourceRange) {
    isLogo = kind == .logo
    frame = LayoutFrame(
      name: name, kind: kind, rect: Rect(origin: .zero, size: sheet), style: .role(kind.role),
      place: place)
    frame.pages = kind == .logo ? .first : .all
    frame.isContent = kind.isContent
  }

  /// The keys of a frame with lines of text.
  static let keys = place(.textRect) + lookKeys + [groups]
  /// Those of a frame with a name of its own.
  static let namedKeys = [kind] + keys
  /// Those of the logo.
  static let logoKeys = place(.rect) + lookKeys + imageKeys

  private static let kind = LayoutKey<Self>(
    "kind", .choice,
    "What it is to the letter: whether it is read before or after the text or not "
      + "at all, and the style of its lines.", example: "footer", otherwise: "text"
  ) { (read, kind: FrameKind, _) in
    read.frame.kind = kind
    read.frame.style = .role(kind.role)
    read.frame.pages = kind == .logo ? .first : .all
    read.frame.isContent = kind.isContent
  }

  private static func place(_ rect: KeyForm) -> [LayoutKey<Self>] {
    [
      LayoutKey(
        "style", \.frame.style, .style, "The style of its lines.", example: "label",
        otherwise: "that of its kind"),
      LayoutKey(
        "frame", form: { rect }, "Where it stands; its height may be left to the page.",
        example: "{x: 158mm, y: 50mm, width: 38mm, height: 60mm}", otherwise: "needed"
      ) {
        read, reader, parser in read.readPlace(&reader, &parser)
      },
      LayoutKey(
        "pages", \.frame.pages, .pages, "The pages it stands on.", example: "[first, last]",
        otherwise: "all; first for the logo"),
      LayoutKey(
        "anchor", \.frame.anchor, .choice, "Where what it holds stands in a frame that is taller.",
        example: "bottom", otherwise: "top, or bottom for a frame that says only bottom"),
      LayoutKey(
        "group-gap", .extent, "White between two groups.", example: "6pt",
        otherwise: "a line of them"
      ) { read, gap, _ in read.frame.groupGap = gap },
      LayoutKey(
        "label-width", .extent, "The width of a column for the labels, beside the text.",
        example: "30mm", otherwise: "25mm with labels: beside"
      ) { read, width, _ in read.frame.labels = .beside(width) },
      LayoutKey(
        "labels", .choice, "Where the labels of its lines stand.", example: "above",
        otherwise: "inline"
      ) {
        (read, word: LabelWord, _) in read.placeLabels(word)
      },
      LayoutKey(
        "overflow", \.frame.overflow, .overflow,
        "What becomes of text that is taller than the frame: an error, unless it shrinks, or the "
          + "frame grows downwards.", example: "{shrink-to: 0.8}", otherwise: "error"),
    ]
  }

  private static let lookKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "background", \.frame.background, .color, "A tint behind it.", example: "\"#eef3f7\"",
      otherwise: "none"),
    LayoutKey(
      "border", \.frame.border, .stroke, "A line around it.", example: "0.5pt", otherwise: "none"),
    LayoutKey(
      "padding", form: { .extent },
      "White between its edge and what it holds.", example: "3mm",
      otherwise: "2mm with background or border, else none"
    ) { read, reader, parser in read.readPadding(&reader, &parser) },
    LayoutKey(
      "content", \.frame.isContent, .flag,
      "Whether screen readers read it.", example: "true",
      otherwise: "false for a header, footer, return line, mark or background, else true"),
    LayoutKey(
      "read", .choice, "When screen readers read it: before the letter or after it.",
      example: "before", otherwise: "before for headers and logos, else after"
    ) { (read, turn: ReadingTurn, _) in read.frame.turn = turn },
    LayoutKey(
      "links", \.frame.hasLinks, .flag,
      "Whether addresses of mail and web and telephone numbers in it can be clicked.",
      example: "true", otherwise: "false"),
  ]

  private static let groups = LayoutKey<Self>(
    "groups", \.frame.groups, .groups, "Its lines, with white between one group and the next.",
    example: "[[\"{label:date}: {date}\"], [\"{email}\", \"{phone}\"]]", otherwise: "none")

  private static let imageKeys: [LayoutKey<Self>] = ReadImage.keys.map { $0.within(\.image) }

  private mutating func readPlace(_ reader: inout MappingReader, _ parser: inout LayoutParser) {
    let style = parser.styles[frame.style]
    frame.groupGap = style.paragraph.leading
    let textStyle = isLogo ? nil : style
    guard let rect = parser.rect("frame", &reader, isOpen: true, style: textStyle) else { return }
    isPlaced = true
    frame.rect = rect.rect
    frame.place = rect.place
    frame.hasOwnHeight = rect.hasOwnHeight
    frame.baseline = rect.baseline
    if rect.hangsFromBottom { frame.anchor = .bottom }
  }

  private enum LabelWord: String, CaseIterable { case inline, above, beside }

  /// A column stands beside the text; where its width is not said, it is 25 mm.
  private mutating func placeLabels(_ word: LabelWord) {
    switch word {
    case .inline: frame.labels = .inline
    case .above: frame.labels = .above
    case .beside:
      if case .beside = frame.labels { return }
      frame.labels = .beside(.mm(25))
    }
  }

  private mutating func readPadding(_ reader: inout MappingReader, _ parser: inout LayoutParser) {
    let isBox = frame.background != nil || frame.border != nil
    frame.padding = parser.extent("padding", &reader) ?? (isBox ? .mm(2) : .zero)
    guard frame.padding > .zero,
      frame.contents.size.width <= .zero || frame.contents.size.height <= .zero
    else { return }
    parser.problems.add(
      .error(
        .noPlace,
        "\(reader.path).padding of \(shownMillimetres(frame.padding)) leaves no room in the frame",
        at: frame.place, hint: "make the frame larger or the padding smaller"))
  }
}

extension KeyForm {
  /// A frame with lines of text.
  static let frame = KeyForm.definition("frame", "A frame at a fixed place.") {
    .keys(ReadFrame.keys.map { $0.described(nil) })
  }

  /// A frame under a name of its own.
  static let namedFrame = KeyForm.definition("namedFrame", "A frame at a fixed place.") {
    .keys(ReadFrame.namedKeys.map { $0.described(nil) })
  }

  /// The frame of the logo.
  static let logo = KeyForm.definition("logo", "The frame of the logo.") {
    .keys(ReadFrame.logoKeys.map { $0.described(nil) })
  }
}
