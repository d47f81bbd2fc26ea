extension BlockStyle {
  /// The text of a layout that says nothing: 10 on 13 pt, ragged right.
  static let plain = BlockStyle(
    text: TextStyle(
      families: ["Liberation Sans", "DejaVu Sans"], size: .pt(10), weight: 400, italic: false,
      color: .black, features: []),
    paragraph: ParagraphStyle(
      leading: .pt(13), alignment: .left, breaking: .totalFit,
      hyphenation: .init(
        enabled: true, before: 2, after: 2, ladder: 2, graded: true, exceptions: []),
      protectsPhrases: true, opticalMargin: false, spaceStretch: 0.5, spaceShrink: 0.33),
    spaceAfter: .pt(13))

  /// What a role looks like before the layout says anything of it, made of the style it starts from.
  func standard(for role: StyleRole, text: BlockStyle, fonts: LayoutFonts) -> BlockStyle {
    var style = self
    // White is the text's only where running text follows running text.
    switch role {
    case .text, .opening, .quote, .callout, .code, .list, .table, .postscript, .inlineCode, .link:
      break
    case .closing, .enclosures, .copies, .heading:
      style.space(before: text.spaceAfter, after: .zero)
    case .subject, .notice: style.space(before: .zero, after: text.spaceAfter)
    case .heading1, .heading2, .heading3, .heading4: break
    default: style.space(before: .zero, after: .zero)
    }
    switch role {
    case .subject, .heading:
      style.text.weight = 700
      style.setsNames()
      style.paragraph.balances = true
      if let family = fonts.heading { style.text.families = [family] + fonts.fallback }
    case .notice, .tableHead, .tableTotal, .fieldTerm, .calloutTitle: style.text.weight = 700
    case .recipient, .signature, .frame, .opening, .closing: style.setsNames()
    case .code:
      style.setsNames()
      style.text.families = [fonts.mono] + fonts.fallback
    case .inlineCode: style.text.families = [fonts.mono] + fonts.fallback
    case .table:
      style.setSize(text.text.size * 0.9)
      style.paragraph.alignment = .left
      style.text.setFeature("tnum", true, else: "pnum")
    case .caption:
      style.setSize(text.text.size * 0.85)
      style.paragraph.balances = true
    case .footnote: style.setSize(text.text.size * 0.85)
    case .watermark:
      style.setSize(.pt(96))
      style.text.color = Color(red: 0.85, green: 0.85, blue: 0.85)
      style.text.weight = 700
      style.setsNames()
    default: break
    }
    return style
  }

  private mutating func space(before: Length, after: Length) {
    spaceBefore = before
    spaceAfter = after
  }

  /// Names, addresses and headings are neither divided nor spread over the measure.
  private mutating func setsNames() {
    paragraph.alignment = .left
    paragraph.hyphenation.enabled = false
    paragraph.opticalMargin = false
  }
}
