import CPango
import GLibSupport

/// Turns text into shaped items with Pango; the one place where its structures are read.
struct Itemizer: ~Copyable {
  /// It goes before the book, whose font map it draws on.
  private let context: GObjectRef
  let fonts: FontBook

  init(fonts: FontBook) {
    context = fonts.makeContext()
    self.fonts = fonts
  }

  /// Whether a line may break before each byte (Unicode Standard Annex 14).
  static func breakOpportunities(_ bytes: [UInt8], language: LanguageTag) -> [Bool] {
    var allowed = [Bool](repeating: false, count: bytes.count + 1)
    guard !bytes.isEmpty else { return allowed }
    let scalarCount = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: scalarCount + 1)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        pango_get_log_attrs(
          $0.baseAddress, Int32($0.count), -1, pango_language_from_string(language.tag),
          &attributes, Int32(attributes.count))
      }
    }
    var scalar = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      allowed[offset] = attributes[scalar].is_line_break != 0
      scalar += 1
    }
    return allowed
  }

  /// What is wrong with the first family of a style; nil when it is there as wanted.
  ///
  /// The font is looked up as the text in that style will be, for Pango keeps what it finds: each
  /// other size or language would be two threads of fontconfig more.
  func problem(with style: TextStyle, in language: LanguageTag) -> Diagnostic? {
    let request = FontRequest(
      family: style.families.first ?? "", weight: style.weight, italic: style.italic)
    pango_context_set_language(context.opaque(), pango_language_from_string(language.tag))
    return fonts.problem(
      with: request, among: style.families, size: style.size, in: context
    ).map { fonts.diagnostic(of: $0, with: request) }
  }

  /// Shapes the whole text, in items that never cross a span.
  ///
  /// Families that only stand in for others are asked when the first ones lack a character, and
  /// not before, whether or not another text has loaded them: a letter and an accent are one glyph
  /// of the first family rather than two of two.
  func shape(
    _ text: ParagraphText, inlines: [InlinePlan], isRightToLeft: Bool
  ) -> [ShapedItem] {
    guard !text.bytes.isEmpty else { return [] }
    let items = shapeOnce(
      text, inlines: inlines, isRightToLeft: isRightToLeft, mayFallBack: false)
    guard items.contains(where: \.hasUnknownGlyph) else { return items }
    for inline in inlines {
      for family in inline.style.families { fonts.load(family: family) }
    }
    return shapeOnce(text, inlines: inlines, isRightToLeft: isRightToLeft, mayFallBack: true)
  }

  /// Shapes a part of an item anew, as at a division, with more text after it.
  func reshape(
    _ part: Range<Int>, suffix: String, of item: ShapedItem, in text: ParagraphText,
    inlines: [InlinePlan]
  ) -> [ShapedItem] {
    let inline = inlines[item.inline]
    var piece = inline
    piece.content = .text(text.string(part) + suffix)
    let pieceText = ParagraphText([piece], page: .none, keepsSpaces: true)
    return shape(pieceText, inlines: [piece], isRightToLeft: item.isRightToLeft)
  }

  private func shapeOnce(
    _ text: ParagraphText, inlines: [InlinePlan], isRightToLeft: Bool, mayFallBack: Bool
  ) -> [ShapedItem] {
    let attributes = makeAttributes(text, inlines, mayFallBack: mayFallBack)
    defer { pango_attr_list_unref(attributes) }
    return text.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        guard let base = chars.baseAddress else { return [] }
        let list = pango_itemize_with_base_dir(
          context.opaque(), isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, base, 0,
          Int32(chars.count), attributes, nil)
        defer { g_list_free(list) }
        let glyphs = pango_glyph_string_new()
        defer { pango_glyph_string_free(glyphs) }
        var items: [ShapedItem] = []
        var spanIndex = 0
        var link = list
        while let node = link {
          let item = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
          defer { pango_item_free(item) }
          for part in parts(of: item, text, &spanIndex) {
            pango_shape_with_flags(
              base + part.range.lowerBound, Int32(part.range.count), base, Int32(chars.count),
              &item.pointee.analysis, glyphs, PANGO_SHAPE_NONE)
            guard let glyphs else { continue }
            items.append(
              collect(
                glyphs, part.range, inline: part.inline, item.pointee.analysis,
                inlines[part.inline]))
          }
          link = node.pointee.next
        }
        return items
      }
    }
  }

  /// What an item has of each span, from a span on.
  private func parts(
    of item: UnsafeMutablePointer<PangoItem>, _ text: ParagraphText, _ spanIndex: inout Int
  ) -> [ParagraphText.Span] {
    let end = Int(item.pointee.offset + item.pointee.length)
    var start = Int(item.pointee.offset)
    var parts: [ParagraphText.Span] = []
    while start < end, spanIndex < text.spans.count {
      let span = text.spans[spanIndex]
      let stop = min(end, span.range.upperBound)
      if stop > start { parts.append(.init(inline: span.inline, range: start..<stop)) }
      start = stop
      if stop == span.range.upperBound { spanIndex += 1 }
    }
    return parts
  }

  private func makeAttributes(
    _ text: ParagraphText, _ inlines: [InlinePlan], mayFallBack: Bool
  ) -> OpaquePointer? {
    let list = pango_attr_list_new()
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>) {
      attribute?.pointee.start_index = UInt32(range.lowerBound)
      attribute?.pointee.end_index = UInt32(range.upperBound)
      pango_attr_list_insert(list, attribute)
    }
    for span in text.spans {
      let style = inlines[span.inline].style
      if let first = style.families.first { fonts.load(family: first) }
      let families = mayFallBack ? style.families : Array(style.families.prefix(1))
      if !mayFallBack { add(pango_attr_fallback_new(0), span.range) }
      let description = fonts.makeDescription(
        families, style.weight, style.italic, style.size)
      add(pango_attr_font_desc_new(description), span.range)
      pango_font_description_free(description)
      add(
        pango_attr_language_new(pango_language_from_string(inlines[span.inline].language.tag)),
        span.range)
      if !style.features.isEmpty {
        add(pango_attr_font_features_new(style.features.joined(separator: ",")), span.range)
      }
    }
    return list
  }

  private func collect(
    _ string: UnsafeMutablePointer<PangoGlyphString>, _ range: Range<Int>, inline: Int,
    _ analysis: PangoAnalysis, _ plan: InlinePlan
  ) -> ShapedItem {
    let font = analysis.font.map { fonts.key(of: $0) } ?? .none
    let (ascent, descent) = extents(of: analysis.font)
    if let image = plan.image {
      return ShapedItem(
        image: image.size(besideCapitals: capitals(of: analysis.font, plan.style)), range: range,
        inline: inline, font: font, level: analysis.level, ascent: ascent, descent: descent)
    }
    let style = plan.style
    let count = Int(string.pointee.num_glyphs)
    var glyphs: [Glyph] = []
    var starts: [Int] = []
    glyphs.reserveCapacity(count)
    starts.reserveCapacity(count)
    if let infos = string.pointee.glyphs, let clusters = string.pointee.log_clusters {
      for index in 0..<count {
        let info = infos[index]
        let width = Length(pango: info.geometry.width)
        glyphs.append(
          Glyph(
            id: info.glyph,
            advance: info.glyph == ShapedItem.emptyGlyph ? width : width + style.tracking,
            offset: Point(
              x: Length(pango: info.geometry.x_offset), y: Length(pango: info.geometry.y_offset))))
        starts.append(range.lowerBound + Int(clusters[index]))
      }
    }
    return ShapedItem(
      range: range, inline: inline, font: font, level: analysis.level, glyphs: glyphs,
      clusterStarts: starts, ascent: ascent, descent: descent)
  }

  /// The ascent and descent of a font.
  ///
  /// They are those of `pango_font_get_metrics`, which would shape a sample of the language too, in
  /// a font that it looks up anew, to learn how wide its characters are.
  private func extents(of font: UnsafeMutablePointer<PangoFont>?) -> (Length, Length) {
    guard let font else { return (.zero, .zero) }
    var extents = hb_font_extents_t()
    hb_font_get_extents_for_direction(
      pango_font_get_hb_font(font), HB_DIRECTION_LTR, &extents)
    return (Length(pango: extents.ascender), Length(pango: -extents.descender))
  }

  /// How high the capitals of a font are; of one without capitals, what most fonts have.
  private func capitals(of font: UnsafeMutablePointer<PangoFont>?, _ style: TextStyle) -> Length {
    let usual = style.size * 0.7
    guard let shape = pango_font_get_hb_font(font) else { return usual }
    var glyph: hb_codepoint_t = 0
    var extents = hb_glyph_extents_t()
    guard hb_font_get_nominal_glyph(shape, 0x48, &glyph) != 0,
      hb_font_get_glyph_extents(shape, glyph, &extents) != 0, extents.y_bearing > 0
    else { return usual }
    return Length(pango: extents.y_bearing)
  }
}

extension ShapedItem {
  /// Pango's glyph for what has no ink and no width (`PANGO_GLYPH_EMPTY`).
  static let emptyGlyph: UInt32 = 0x0FFF_FFFF
  /// Pango's mark of a character that no font has (`PANGO_GLYPH_UNKNOWN_FLAG`).
  static let unknownGlyph: UInt32 = 0x1000_0000

  /// Whether a character in it has no glyph in any font.
  var hasUnknownGlyph: Bool { glyphs.contains { $0.id & Self.unknownGlyph != 0 } }
}

extension FontKey {
  /// The font of an item that Pango found none for.
  static let none = FontKey(file: "", index: 0)
}
