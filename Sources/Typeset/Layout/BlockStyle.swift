/// How a kind of text looks and stands, with every choice made.
struct BlockStyle: Hashable, Sendable {
  /// How headings are numbered.
  enum Numbering: String, Hashable, Sendable, CaseIterable {
    case none
    /// `1`
    case decimal
    /// `1.1`, after the numbers of the headings above it.
    case nested
    case upperRoman = "upper-roman"
    case upperAlpha = "upper-alpha"
  }

  var text: TextStyle
  var paragraph: ParagraphStyle
  var spaceBefore: Length = .zero
  var spaceAfter: Length = .zero
  var indent: Length = .zero
  var uppercase = false
  var numbering = Numbering.none
}

/// What a layout says of one style; what it does not say comes from the style it starts from.
struct StyleRule: Hashable, Sendable {
  var families: [String]? = nil
  var size: Length? = nil
  var leading: Length? = nil
  var weight: Int? = nil
  var italic: Bool? = nil
  var color: Color? = nil
  var features: [String]? = nil
  var smallCaps: Bool? = nil
  var oldStyleFigures: Bool? = nil
  var tabularFigures: Bool? = nil
  var uppercase: Bool? = nil
  var underline: Bool? = nil
  var tracking: Length? = nil
  var alignment: ParagraphStyle.Alignment? = nil
  var breaking: ParagraphStyle.Breaking? = nil
  var balances: Bool? = nil
  var hyphenation = HyphenationRule()
  var protectsPhrases: Bool? = nil
  var opticalMargin: Bool? = nil
  var spaceStretch: Double? = nil
  var spaceShrink: Double? = nil
  var spaceBefore: Length? = nil
  var spaceAfter: Length? = nil
  var indent: Length? = nil
  var numbering: BlockStyle.Numbering? = nil

  struct HyphenationRule: Hashable, Sendable {
    var enabled: Bool? = nil
    var before: Int? = nil
    var after: Int? = nil
    var ladder: Int? = nil
    var graded: Bool? = nil
    var reluctance: HyphenationRules.Reluctance? = nil
    var exceptions: [String]? = nil
  }

  /// The style with the rule's choices in it; leading follows the size unless it is given.
  func applied(to base: BlockStyle) -> BlockStyle {
    var style = base
    applyText(to: &style.text)
    applyParagraph(to: &style.paragraph)
    if let leading {
      style.paragraph.leading = leading
    } else if let size, base.text.size.points > 0 {
      style.paragraph.leading = base.paragraph.leading * (size / base.text.size)
    }
    style.spaceBefore = spaceBefore ?? base.spaceBefore
    style.spaceAfter = spaceAfter ?? base.spaceAfter
    style.indent = indent ?? base.indent
    style.uppercase = uppercase ?? base.uppercase
    style.numbering = numbering ?? base.numbering
    return style
  }

  private func applyText(to text: inout TextStyle) {
    text.families = families ?? text.families
    text.size = size ?? text.size
    text.weight = weight ?? text.weight
    text.italic = italic ?? text.italic
    text.color = color ?? text.color
    text.underline = underline ?? text.underline
    text.tracking = tracking ?? text.tracking
    text.features = features ?? text.features
    setFeature("smcp", smallCaps, in: &text.features)
    setFeature("onum", oldStyleFigures, else: "lnum", in: &text.features)
    setFeature("tnum", tabularFigures, else: "pnum", in: &text.features)
  }

  /// - Parameter other: the feature that takes its place, since fonts differ in what they do unasked.
  private func setFeature(
    _ feature: String, _ wanted: Bool?, else other: String? = nil, in features: inout [String]
  ) {
    guard let wanted else { return }
    features.removeAll { $0 == feature || $0 == other }
    if wanted { features.append(feature) } else if let other { features.append(other) }
  }

  private func applyParagraph(to style: inout ParagraphStyle) {
    style.alignment = alignment ?? style.alignment
    style.breaking = breaking ?? style.breaking
    style.balances = balances ?? style.balances
    style.protectsPhrases = protectsPhrases ?? style.protectsPhrases
    style.opticalMargin = opticalMargin ?? style.opticalMargin
    style.spaceStretch = spaceStretch ?? style.spaceStretch
    style.spaceShrink = spaceShrink ?? style.spaceShrink
    style.hyphenation.enabled = hyphenation.enabled ?? style.hyphenation.enabled
    style.hyphenation.before = hyphenation.before ?? style.hyphenation.before
    style.hyphenation.after = hyphenation.after ?? style.hyphenation.after
    style.hyphenation.ladder = hyphenation.ladder ?? style.hyphenation.ladder
    style.hyphenation.graded = hyphenation.graded ?? style.hyphenation.graded
    style.hyphenation.reluctance = hyphenation.reluctance ?? style.hyphenation.reluctance
    style.hyphenation.exceptions = hyphenation.exceptions ?? style.hyphenation.exceptions
  }
}
