extension StyleRule {
  /// What a role looks like before the layout says anything of it.
  static func standard(_ role: StyleRole, text: BlockStyle, fonts: LayoutFonts) -> StyleRule {
    var rule = StyleRule()
    // White is the text's only where running text follows running text.
    switch role {
    case .text, .opening, .quote, .code, .list, .table, .postscript, .inlineCode, .link: break
    case .closing: rule.space(before: text.spaceAfter, after: .zero)
    case .enclosures, .copies: rule.space(before: text.spaceAfter, after: .zero)
    case .subject: rule.space(before: .zero, after: text.spaceAfter)
    case .notice: rule.space(before: .zero, after: text.spaceAfter)
    case .heading: rule.space(before: text.spaceAfter, after: .zero)
    case .heading1, .heading2, .heading3, .heading4: break
    default: rule.space(before: .zero, after: .zero)
    }
    switch role {
    case .subject, .heading:
      rule.weight = 700
      rule.setsNames()
      rule.balances = true
      if let family = fonts.heading { rule.families = [family] + fonts.fallback }
    case .notice: rule.weight = 700
    case .tableHead, .fieldTerm: rule.weight = 700
    case .recipient, .signature, .frame, .opening, .closing: rule.setsNames()
    case .code:
      rule.setsNames()
      rule.families = [fonts.mono] + fonts.fallback
    case .inlineCode: rule.families = [fonts.mono] + fonts.fallback
    case .table:
      rule.alignment = .left
      rule.tabularFigures = true
    case .caption:
      rule.size = text.text.size * 0.85
      rule.balances = true
    case .footnote: rule.size = text.text.size * 0.85
    case .watermark:
      rule.size = .pt(96)
      rule.color = Color(red: 0.85, green: 0.85, blue: 0.85)
      rule.weight = 700
      rule.setsNames()
    default: break
    }
    return rule
  }

  private mutating func space(before: Length, after: Length) {
    spaceBefore = before
    spaceAfter = after
  }

  /// Names, addresses and headings are neither divided nor spread over the measure.
  private mutating func setsNames() {
    alignment = .left
    hyphenation.enabled = false
    opticalMargin = false
  }
}
