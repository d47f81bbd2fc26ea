extension LayoutParser {
  mutating func readRecipient(_ reader: inout MappingReader) -> RecipientSetting {
    var setting = RecipientSetting()
    setting.spaceAfter = styles[.text].spaceAfter
    setting.gap = styles[.recipient].paragraph.leading
    guard var part = reader.mapping("recipient", &problems) else { return setting }
    setting.place = part.choice("place", &problems)?.value ?? .flow
    setting.label = template("label", &part)
    setting.spaceAfter = extent("space-after", &part) ?? setting.spaceAfter
    setting.gap = extent("gap", &part) ?? setting.gap
    setting.lineLimit = part.integer("line-limit", in: 10...200, &problems)?.value
    if let rect = rect("frame", &part, style: styles[.recipient]) {
      var frame = LayoutFrame(
        name: "recipient", kind: .recipient, rect: rect.rect, style: .role(.recipient),
        place: rect.place)
      frame.baseline = rect.baseline
      frame.pages = .first
      frame.anchor = part.choice("anchor", &problems)?.value ?? .top
      frame.overflow = overflow(&part) ?? .error
      setting.frame = frame
    } else {
      // Read so that they count as known.
      _ = part.choice("anchor", of: FrameAnchor.self, &problems)
      _ = overflow(&part)
    }
    if setting.place == .frame, setting.frame == nil, !problems.hasErrors {
      problems.add(
        .error(
          "recipient.place is frame, but there is no recipient.frame", at: part.place,
          hint: "add frame: {x: 20mm, y: 45mm, width: 85mm, height: 45mm}"))
    }
    part.finish(&problems)
    return setting
  }

  /// What becomes of too much text: it shrinks (`shrink-to: 0.8`), or its frame grows (`grows: true`).
  mutating func overflow(_ reader: inout MappingReader) -> FrameOverflow? {
    let shrinks = reader.number("shrink-to", in: 0.5...1, &problems)
    let grows = reader.flag("grows", &problems)?.value == true
    return shrinks.map { .shrink(to: $0.value) } ?? (grows ? .grow : nil)
  }

  mutating func readSubject(_ reader: inout MappingReader) -> SubjectSetting {
    var setting = SubjectSetting()
    guard var part = reader.mapping("subject", &problems) else { return setting }
    setting.isShown = part.flag("show", &problems)?.value ?? true
    setting.label = template("label", &part)
    setting.precedesOpening = part.flag("before-opening", &problems)?.value ?? true
    part.finish(&problems)
    return setting
  }

  mutating func readSignatures(_ reader: inout MappingReader) -> SignatureSetting {
    var setting = SignatureSetting()
    guard var part = reader.mapping("signatures", &problems) else { return setting }
    setting.columns = part.integer("columns", in: 1...6, &problems)?.value ?? setting.columns
    setting.gap = extent("gap", &part) ?? setting.gap
    setting.rowGap = extent("row-gap", &part) ?? setting.rowGap
    setting.spaceForInk = extent("space-for-ink", &part) ?? setting.spaceForInk
    setting.imageHeight = extent("image-height", &part)
    setting.rule = rule("rule", &part)
    part.finish(&problems)
    return setting
  }

  mutating func readEnclosures(_ reader: inout MappingReader) -> EnclosureSetting {
    var setting = EnclosureSetting()
    setting.label = standardTemplate("{label:enclosures}:")
    guard var part = reader.mapping("enclosures", &problems) else { return setting }
    setting.label = template("label", &part) ?? setting.label
    setting.stamps = part.flag("stamp", &problems)?.value ?? false
    setting.keepsSize = part.flag("keep-size", &problems)?.value ?? false
    setting.mark = part.text("mark", &problems)?.value
    setting.markWords =
      part.texts("mark-words", &problems)?.map { $0.value.lowercased() }
      ?? ["vedlagt", "vedlagte", "vedlægges", "vedlægger", "vedhæftet", "vedhæftede", "bilag"]
    setting.stacksLabel = part.flag("stack", &problems)?.value ?? true
    part.finish(&problems)
    return setting
  }

  mutating func readCopies(_ reader: inout MappingReader) -> CopiesSetting {
    var setting = CopiesSetting()
    setting.label = standardTemplate("{label:copies}:")
    guard var part = reader.mapping("copies", &problems) else { return setting }
    setting.label = template("label", &part) ?? setting.label
    setting.stacksLabel = part.flag("stack", &problems)?.value ?? true
    part.finish(&problems)
    return setting
  }

  private mutating func standardTemplate(_ text: String) -> Template {
    template(Located(value: text, place: nil))
  }

  mutating func readLists(_ reader: inout MappingReader) -> ListSetting {
    var setting = ListSetting()
    guard var part = reader.mapping("lists", &problems) else { return setting }
    if let bullets = part.texts("bullets", &problems), !bullets.isEmpty {
      setting.bullets = bullets.map(\.value)
    }
    if let items = part.items("numbers", &problems) {
      let numbers = items.compactMap {
        $0.choice(as: "lists.numbers", of: ListSetting.Number.self, &problems)?.value
      }
      if !numbers.isEmpty { setting.numbers = numbers }
    }
    setting.numberSuffix = part.text("number-suffix", &problems)?.value ?? setting.numberSuffix
    setting.indent = extent("indent", &part) ?? setting.indent
    setting.gap = extent("gap", &part) ?? setting.gap
    setting.termWidth = extent("term-width", &part) ?? setting.termWidth
    setting.alignsNumbersRight = part.flag("align-numbers-right", &problems)?.value ?? false
    part.finish(&problems)
    return setting
  }

  mutating func readQuotations(_ reader: inout MappingReader) -> QuotationSetting {
    var setting = QuotationSetting()
    guard var part = reader.mapping("quotations", &problems) else { return setting }
    setting.indentLeft = extent("indent-left", &part) ?? setting.indentLeft
    setting.indentRight = extent("indent-right", &part) ?? setting.indentRight
    setting.bar = rule("bar", &part)
    part.finish(&problems)
    return setting
  }

  mutating func readTables(_ reader: inout MappingReader) -> TableSetting {
    var setting = TableSetting()
    guard var part = reader.mapping("tables", &problems) else { return setting }
    setting.color = color("color", &part) ?? setting.color
    setting.outer = extent("outer", &part) ?? setting.outer
    setting.head = extent("head", &part) ?? setting.head
    setting.inner = extent("inner", &part) ?? setting.inner
    setting.padding = Size(
      width: extent("padding-x", &part) ?? setting.padding.width,
      height: extent("padding-y", &part) ?? setting.padding.height)
    setting.headBackground = color("head-background", &part)
    setting.fillsMeasure = part.flag("fill-measure", &problems)?.value ?? setting.fillsMeasure
    part.finish(&problems)
    return setting
  }

  mutating func readImages(_ reader: inout MappingReader) -> ImageSetting {
    var setting = ImageSetting()
    guard var part = reader.mapping("images", &problems) else { return setting }
    setting.resolution =
      part.number("resolution", in: 36...2400, &problems)?.value ?? setting.resolution
    setting.alignment = part.choice("align", &problems)?.value ?? setting.alignment
    setting.maxWidth = part.number("max-width", in: 0.05...1, &problems)?.value ?? setting.maxWidth
    part.finish(&problems)
    return setting
  }

  mutating func readFootnotes(_ reader: inout MappingReader) -> FootnoteSetting {
    var setting = FootnoteSetting()
    guard var part = reader.mapping("footnotes", &problems) else { return setting }
    setting.rule = rule("rule", &part) ?? setting.rule
    setting.ruleWidth = extent("rule-width", &part) ?? setting.ruleWidth
    setting.spaceBefore = extent("space-before", &part) ?? setting.spaceBefore
    setting.indent = extent("indent", &part) ?? setting.indent
    part.finish(&problems)
    return setting
  }

  mutating func readRules(_ reader: inout MappingReader) -> RuleSetting {
    var setting = RuleSetting()
    guard var part = reader.mapping("rules", &problems) else { return setting }
    setting.rule = rule("rule", &part) ?? setting.rule
    setting.width = extent("width", &part)
    part.finish(&problems)
    return setting
  }

  mutating func readMarks(_ reader: inout MappingReader) -> MarkSetting {
    var setting = MarkSetting()
    guard var part = reader.mapping("marks", &problems) else { return setting }
    setting.fold = extents("fold", &part) ?? []
    setting.punch = extents("punch", &part) ?? []
    setting.x = extent("x", &part) ?? setting.x
    setting.length = extent("length", &part) ?? setting.length
    setting.rule = rule("rule", &part) ?? setting.rule
    setting.pages = pages("pages", &part) ?? setting.pages
    part.finish(&problems)
    return setting
  }

  mutating func readFit(_ reader: inout MappingReader) -> FitPolicy {
    guard var part = reader.mapping("fit", &problems) else { return .off }
    var policy = FitPolicy.off
    policy.enabled = part.flag("enabled", &problems)?.value ?? true
    policy.gapShrink = part.number("gap-shrink", in: 0.3...1, &problems)?.value ?? 0.7
    policy.gapStretch = part.number("gap-stretch", in: 1...2, &problems)?.value ?? 1.3
    policy.leadingShrink = part.number("leading-shrink", in: 0.9...1, &problems)?.value ?? 0.97
    policy.leadingStretch = part.number("leading-stretch", in: 1...1.1, &problems)?.value ?? 1.03
    part.finish(&problems)
    return policy
  }
}
