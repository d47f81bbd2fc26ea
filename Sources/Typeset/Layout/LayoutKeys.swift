// The keys at the top of a layout, in the order in which they are read: what others refer to first.
extension Layout {
  static var keys: [LayoutKey<Self>] { groundKeys + textKeys + partKeys }

  /// What everything else refers to.
  static let groundKeys: [LayoutKey<Self>] = [
    LayoutKey("extends", form: { .text }, "A layout that this one changes parts of.") { _, _, _ in
    },
    LayoutKey(
      "variables", form: { .named(.anything) },
      "Values that are written as $name elsewhere; a layout that extends this one may set them anew."
    ) { _, _, _ in },
    LayoutKey("name", \.name, .text, "What the layout is called."),
    LayoutKey("description", \.description, .text, "What it is for."),
    LayoutKey("language", .language, "The language of letters that name none, as da.") {
      layout, tag, _ in layout.language = tag.value
    },
    LayoutKey("page", \.page, keys: PageSetup.keys, "The paper."),
    LayoutKey("fonts", \.fonts, keys: LayoutFonts.keys, "The families of fonts."),
    LayoutKey("colors", form: { .named(.pattern("^(\\$.+|#[0-9a-fA-F]{6})$")) }, "Colours by name.")
    {
      $2.readColors(&$1, into: &$0)
    },
    LayoutKey(
      "date-form", form: { .pattern("\\{(day|dd)\\}") },
      "How dates are written, with {day}, {dd}, {month}, {m}, {mm}, {year} and {yy}; as the language "
        + "does where it is left out."
    ) { $0.dateForm = $2.readDateForm(&$1) },
    LayoutKey(
      "fields", form: { .declaredFields }, "Fields that letters may have beside the standard ones."
    ) { $0.fields = $2.readFields(&$1) },
  ]

  /// How text looks; read when the ground is settled.
  static let textKeys: [LayoutKey<Self>] = [
    LayoutKey("text", form: { .runningText }, "The running text.") { $0.text = $2.readStyles(&$1) },
    LayoutKey(
      "styles", form: { .styles },
      "How each kind of text differs from the running text; a key of "
        + "your own is a style for frames."
    ) { _, _, _ in },
  ]

  /// The parts of a letter and of its pages; read when the styles are settled.
  static let partKeys: [LayoutKey<Self>] =
    letterKeys + bodyKeys + frameKeys + [
      LayoutKey("shapes", \.shapes, .shapes, "Boxes and lines on the page."),
      LayoutKey(
        "window", form: { .keys(ReadWindow.keys.map { $0.described(ReadWindow()) }) },
        "What the envelope's window shows: the recipient and the return line, nothing else."
      ) { layout, reader, parser in
        guard var part = reader.mapping("window", &parser.problems) else { return }
        var window = ReadWindow()
        part.read(ReadWindow.keys, into: &window, &parser)
        if let zone = window.zone { layout.zones.append(zone) }
      },
      LayoutKey(
        "keep-free",
        form: { .named(.keys(ReadFreeZone.keys.map { $0.described(ReadFreeZone()) })) },
        "Rectangles by name where nothing may be printed."
      ) { $0.zones += $2.readFreeZones(&$1) },
      LayoutKey("marks", \.marks, keys: MarkSetting.keys, "Marks for folding and punching."),
      LayoutKey(
        "fit", \.fit, from: .usual, keys: FitPolicy.keys,
        "How much white may give to save or fill a page."),
      LayoutKey(
        "letterhead", form: { .keys(Letterhead.keys.map { $0.described(nil) }) },
        "PDFs to lie under the pages."
      ) { layout, reader, parser in
        guard var part = reader.mapping("letterhead", &parser.problems) else { return }
        var letterhead = Letterhead()
        part.read(Letterhead.keys, into: &letterhead, &parser)
        layout.letterhead = letterhead
      },
      LayoutKey(
        "sender", form: { .keys(SenderSetting.keys.map { $0.described(SenderSetting()) }) },
        "Who sends by Digital Post and remote print; on no page."
      ) { layout, reader, parser in
        guard var part = reader.mapping("sender", &parser.problems) else { return }
        layout.sender.place = reader.place(of: "sender")
        part.read(SenderSetting.keys, into: &layout.sender, &parser.problems)
      },
      LayoutKey(
        "printed-links", \.printedLinks, .choice,
        "How a letter for paper writes out where its links lead."),
    ]

  private static let letterKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "regions",
      form: { .keys(ReadRegions.keys.map { $0.described(nil) }) },
      "Where the text stands on the first, the following and the last page."
    ) { layout, reader, parser in
      if let regions = parser.readRegions(&reader) { layout.regions = regions }
    },
    LayoutKey(
      "recipient", \.recipient, keys: RecipientSetting.keys, "Whom the letter is for.",
      check: RecipientSetting.check),
    LayoutKey("subject", \.subject, keys: SubjectSetting.keys, "What the letter is about."),
    LayoutKey("opening", \.opening, keys: OpeningSetting.keys, "The salutation."),
    LayoutKey("closing", \.closing, keys: ClosingSetting.keys, "The complimentary close."),
    LayoutKey("signatures", \.signatures, keys: SignatureSetting.keys, "Who signs."),
    LayoutKey(
      "enclosures", \.enclosures, keys: EnclosureSetting.keys, "The list of what is enclosed."),
    LayoutKey("copies", \.copies, keys: CopiesSetting.keys, "The list of who receives copies."),
  ]

  private static let bodyKeys: [LayoutKey<Self>] = [
    LayoutKey("lists", \.lists, keys: ListSetting.keys, "Lists in the body."),
    LayoutKey("quotations", \.quotations, keys: QuotationSetting.keys, "Block quotations."),
    LayoutKey(
      "callouts", \.callouts, keys: CalloutSetting.keys, "Call-outs, > [!note] in the body."),
    LayoutKey("tables", \.tables, keys: TableSetting.keys, "Tables."),
    LayoutKey("images", \.images, keys: ImageSetting.keys, "Images."),
    LayoutKey("footnotes", \.footnotes, keys: FootnoteSetting.keys, "Footnotes."),
    LayoutKey(
      "thematic-breaks", \.thematicBreaks, keys: ThematicBreakSetting.keys, "Thematic breaks."),
  ]

  private static let frameKeys: [LayoutKey<Self>] = [
    LayoutKey("header", form: { .frame }, "A head.") {
      $0.frames += $2.readFrame("header", .header, &$1)
    },
    LayoutKey("logo", form: { .logo }, "The logo.") {
      $0.frames += $2.readFrame("logo", .logo, &$1)
    },
    LayoutKey("sidebar", form: { .frame }, "The references beside the text.") {
      $0.frames += $2.readFrame("sidebar", .sidebar, &$1)
    },
    LayoutKey("footer", form: { .frame }, "A foot.") {
      $0.frames += $2.readFrame("footer", .footer, &$1)
    },
    LayoutKey("sidebars", form: { .named(.frame) }, "Further sidebars by name.") {
      $0.frames += $2.readFrames("sidebars", .sidebar, &$1)
    },
    LayoutKey("frames", form: { .named(.namedFrame) }, "Frames by name.") {
      $0.frames += $2.readFrames("frames", .text, &$1)
    },
  ]
}

extension Layout {
  /// Whether `+key` adds to the list that stands at a path of keys.
  static func addsToList(_ path: [String]) -> Bool {
    KeyForm.keys(keys.map { $0.described(nil) }).key(at: path[...])?.isAdditive == true
  }
}

extension KeyForm {
  /// What can be said of the running text.
  fileprivate static let runningText = KeyForm.keys(
    BlockStyle.allKeys.map { $0.described(.plain) }
      + TextSetting.keys.map { $0.described(TextSetting()) })

  /// The styles by kind of text, and those of the layout's own.
  fileprivate static let styles = KeyForm.keysAndNamed(
    StyleRole.allCases.filter { $0 != .text }.map {
      KeyDescription(name: $0.rawValue, form: .style, meaning: $0.meaning, standard: nil)
    }, .ownStyle)

  private static let style = KeyForm.definition("style", "How a kind of text looks and stands.") {
    .keys(BlockStyle.allKeys.map { $0.described(nil) })
  }

  private static let ownStyle = KeyForm.definition("ownStyle", "A style for frames.") {
    let from = KeyDescription(
      name: "from", form: .text,
      meaning: "The style it starts from: that of a kind of text, or another of your own.",
      standard: "frame")
    return .keys([from] + BlockStyle.allKeys.map { $0.described(nil) })
  }
}
