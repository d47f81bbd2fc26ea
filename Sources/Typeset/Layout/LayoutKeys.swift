// The keys at the top of a layout, in the order in which they are read: what others refer to first.
extension Layout {
  static var keys: [LayoutKey<Self>] { groundKeys + textKeys + partKeys }

  /// What everything else refers to.
  static let groundKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "extends", form: { .text }, "A layout that this one changes parts of.", example: "brev",
      otherwise: "no other"
    ) { _, _, _ in
    },
    LayoutKey(
      "variables", form: { .named(.anything) },
      "Values that are written as $name elsewhere; a layout that extends this one may set them anew.",
      example: "{margin: 25mm}", otherwise: "none"
    ) { _, _, _ in },
    LayoutKey(
      "name", \.name, .text, "What the layout is called.", example: "Vejby Kommune",
      otherwise: "the file's name"),
    LayoutKey(
      "description", \.description, .text, "What it is for.",
      example: "A letter of the municipality", otherwise: "none"),
    LayoutKey(
      "language", .language, "The language of letters that name none.", example: "da",
      otherwise: "da"
    ) {
      layout, tag, _ in
      layout.language = tag.value
      layout.languagePlace = tag.place
    },
    LayoutKey("page", \.page, keys: PageSetup.keys, "The paper.", example: "{size: A5}"),
    LayoutKey(
      "fonts", \.fonts, keys: LayoutFonts.keys, "The families of fonts.",
      example: "{text: Letter Serif}"),
    LayoutKey(
      "colors", form: { .named(.pattern("^(\\$.+|#[0-9a-fA-F]{6})$")) }, "Colours by name.",
      example: "{accent: \"#8a1538\"}", otherwise: "none"
    ) {
      $2.readColors(&$1, into: &$0)
    },
    LayoutKey(
      "date-form", form: { .pattern("\\{(day|dd)\\}") },
      "How dates are written, with {day}, {dd}, {month}, {m}, {mm}, {year} and {yy}.",
      example: "\"{dd}-{mm}-{year}\"", otherwise: "as the language writes them"
    ) { $0.dateForm = $2.readDateForm(&$1) },
    LayoutKey(
      "fields", form: { .declaredFields }, "Fields that letters may have beside the standard ones.",
      example: "{unit: {label: {da: Enhed, en: Unit}}}", otherwise: "none"
    ) { $0.fields = $2.readFields(&$1) },
  ]

  /// How text looks; read when the ground is settled.
  static let textKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "text", form: { .runningText }, "The running text.", example: "{size: 10.5pt, leading: 14pt}"
    ) { $0.text = $2.readStyles(&$1) },
    LayoutKey(
      "styles", form: { .styles },
      "How each kind of text differs from the running text; a key of "
        + "your own is a style for frames.", example: "{subject: {size: 14pt, weight: bold}}"
    ) { _, _, _ in },
  ]

  /// The parts of a letter and of its pages; read when the styles are settled.
  static let partKeys: [LayoutKey<Self>] =
    letterKeys + bodyKeys + frameKeys + [
      LayoutKey(
        "shapes", \.shapes, .shapes, "Boxes and lines on the page.",
        example: "{frame: {x: 25mm, y: 22mm, width: 160mm, height: 0.5mm}, fill: \"#8a1538\"}",
        otherwise: "none"),
      LayoutKey(
        "window", form: { .keys(ReadWindow.keys.map { $0.described(ReadWindow()) }) },
        "What the envelope's window shows: the recipient and the return line, nothing else.",
        example: "{frame: {x: 20mm, y: 45mm, width: 85mm, height: 45mm}, clearance: 2mm}",
        otherwise: "no window"
      ) { layout, reader, parser in
        guard var part = reader.mapping("window", &parser.problems) else { return }
        var window = ReadWindow()
        part.read(ReadWindow.keys, into: &window, &parser)
        if let zone = window.zone { layout.zones.append(zone) }
      },
      LayoutKey(
        "keep-free",
        form: { .named(.keys(ReadFreeZone.keys.map { $0.described(ReadFreeZone()) })) },
        "Rectangles by name where nothing may be printed.",
        example: "{barcode: {frame: {x: 0mm, y: 95mm, width: 15mm, height: 80mm}}}",
        otherwise: "none"
      ) { $0.zones += $2.readFreeZones(&$1) },
      LayoutKey(
        "marks", \.marks, keys: MarkSetting.keys, "Marks for folding and punching.",
        example: "{fold: [105mm, 210mm], punch: 148.5mm}", otherwise: "none"),
      LayoutKey(
        "fit", \.fit, from: .usual, keys: FitPolicy.keys,
        "How much white may give to save or fill a page.", example: "{gap-shrink: 0.8}",
        otherwise: "white does not give"),
      LayoutKey(
        "letterhead", form: { .keys(Letterhead.keys.map { $0.described(nil) }) },
        "PDFs to lie under the pages.", example: "{first: letterhead.pdf}", otherwise: "none"
      ) { layout, reader, parser in
        guard var part = reader.mapping("letterhead", &parser.problems) else { return }
        var letterhead = Letterhead()
        part.read(Letterhead.keys, into: &letterhead, &parser)
        layout.letterhead = letterhead
      },
      LayoutKey(
        "sender", form: { .keys(SenderSetting.keys.map { $0.described(SenderSetting()) }) },
        "Who sends by Digital Post and remote print; on no page.",
        example: "{cvr: \"12345674\", label: Vejby Kommune}", otherwise: "nobody is named"
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
      "Where the text stands on the first, the following and the last page.",
      example: "{first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 200mm}}}"
    ) { layout, reader, parser in
      if let regions = parser.readRegions(&reader) { layout.regions = regions }
    },
    LayoutKey(
      "recipient", \.recipient, keys: RecipientSetting.keys, "Whom the letter is for.",
      example: "{place: frame, frame: {x: 25mm, y: 50mm, width: 80mm, height: 32mm}}",
      check: RecipientSetting.check),
    LayoutKey("subject", \.subject, keys: SubjectSetting.keys, "What the letter is about."),
    LayoutKey(
      "opening", \.opening, keys: OpeningSetting.keys, "The salutation.",
      example: "{text: Til rette vedkommende}"),
    LayoutKey(
      "closing", \.closing, keys: ClosingSetting.keys, "The complimentary close.",
      example: "{text: \"{label:closing}\"}"),
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
    LayoutKey(
      "header", form: { .frame }, "A head.",
      example: "{frame: {x: 25mm, y: 10mm, width: 110mm, height: 12mm}, groups: [Vejby Kommune]}",
      otherwise: "none"
    ) {
      $0.frames += $2.readFrame("header", .header, &$1)
    },
    LayoutKey(
      "logo", form: { .logo }, "The logo.",
      example:
        "{frame: {x: 158mm, y: 15mm, width: 38mm, height: 20mm}, image: logo.svg, alt: Vejby Kommune}",
      otherwise: "none"
    ) {
      $0.frames += $2.readFrame("logo", .logo, &$1)
    },
    LayoutKey(
      "sidebar", form: { .frame }, "The references beside the text.",
      example: "{frame: {x: 158mm, y: 50mm, width: 38mm}, groups: [\"{label:date}: {date}\"]}",
      otherwise: "none"
    ) {
      $0.frames += $2.readFrame("sidebar", .sidebar, &$1)
    },
    LayoutKey(
      "footer", form: { .frame }, "A foot.",
      example: "{frame: {x: 25mm, y: 280mm, width: 160mm, height: 10mm}, groups: [\"{page-of}\"]}",
      otherwise: "none"
    ) {
      $0.frames += $2.readFrame("footer", .footer, &$1)
    },
    LayoutKey(
      "sidebars", form: { .named(.frame) }, "Further sidebars by name.",
      example: "{second: {frame: {x: 158mm, y: 200mm, width: 38mm}, groups: [\"{email}\"]}}",
      otherwise: "none"
    ) {
      $0.frames += $2.readFrames("sidebars", .sidebar, &$1)
    },
    LayoutKey(
      "frames", form: { .named(.namedFrame) }, "Frames by name.",
      example:
        "{motto: {kind: footer, frame: {x: 25mm, y: 285mm, width: 100mm, height: 5mm}, groups: [www.vejby.example]}}",
      otherwise: "none"
    ) {
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
    .keys(
      BlockStyle.allKeys.map {
        $0.described(nil).startingFrom("as this kind of text has it, else the running text")
      })
  }

  private static let ownStyle = KeyForm.definition("ownStyle", "A style for frames.") {
    let from = KeyDescription(
      name: "from", form: .text,
      meaning: "The style it starts from: that of a kind of text, or another of your own.",
      standard: "frame", example: "label")
    return .keys(
      [from]
        + BlockStyle.allKeys.map {
          $0.described(nil).startingFrom("as in the style it starts from")
        })
  }
}
