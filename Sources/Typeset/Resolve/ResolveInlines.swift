/// How a stretch of inlines is to be set.
struct InlineContext: Hashable, Sendable {
  var style: TextStyle
  var language: LanguageTag
  var hyphenates: Bool
  var uppercase: Bool
  var owner: Owner
  /// Whether abbreviations are read as what they stand for; addresses are left as they are.
  var expandsAbbreviations = true
}

extension Resolver {
  /// The context of text of a role.
  func context(_ style: BlockStyle, _ owner: Owner) -> InlineContext {
    InlineContext(
      style: style.text, language: language.tag,
      hyphenates: style.paragraph.hyphenation.enabled, uppercase: style.uppercase, owner: owner)
  }

  /// Plans inlines of the letter.
  mutating func inlines(_ inlines: [Inline], _ context: InlineContext) -> [InlinePlan] {
    var quotes = TypographicMarks(language, layout.text.quotes)
    return plan(inlines, context, &quotes)
  }

  /// Plans a single text of the letter.
  mutating func inlines(_ text: Located<String>, _ context: InlineContext) -> [InlinePlan] {
    var quotes = TypographicMarks(language, layout.text.quotes)
    return planned(text.value, context, text.place, &quotes)
  }

  private mutating func plan(
    _ inlines: [Inline], _ context: InlineContext, _ marks: inout TypographicMarks
  ) -> [InlinePlan] {
    inlines.flatMap { plan($0, context, &marks) }
  }

  private mutating func plan(
    _ inline: Inline, _ context: InlineContext, _ marks: inout TypographicMarks
  ) -> [InlinePlan] {
    var context = context
    switch inline.content {
    case .text(let text): return planned(text, context, inline.place, &marks)
    case .emphasis(let inner):
      context.style.italic.toggle()
      return plan(inner, context, &marks)
    case .strong(let inner):
      context.style.weight = max(700, context.style.weight)
      return plan(inner, context, &marks)
    case .strikethrough(let inner):
      context.style.strikethrough = true
      return plan(inner, context, &marks)
    case .code(let code):
      let look = layout.styles[.inlineCode].text
      context.style.families = look.families
      context.style.features = look.features
      context.hyphenates = false
      context.uppercase = false
      return [raw(.text(code), context, inline.place)]
    case .link(let uri, let inner):
      checkWords(ofLink: inner, context, at: inline.place)
      context.owner = add(.link(uri: uri), under: context.owner)
      let look = layout.styles[.link].text
      context.style.color = look.color
      context.style.underline = look.underline
      return plan(inner, context, &marks)
    case .lineBreak: return [raw(.lineBreak, context, inline.place)]
    case .footnote(let index): return footnoteMark(index, context, inline.place)
    case .span(let inner, let attributes):
      return span(inner, attributes, context, inline.place, &marks)
    case .image(let image): return inlineImage(image, context)
    }
  }

  private mutating func planned(
    _ text: String, _ context: InlineContext, _ place: SourceRange?,
    _ marks: inout TypographicMarks
  ) -> [InlinePlan] {
    var text = text
    if layout.text.quotes != .asWritten { text = marks.set(text) }
    if context.uppercase { text = text.uppercased() }
    return spoken(text, context, place)
  }

  /// An inline with nothing done to it.
  mutating func raw(
    _ content: InlinePlan.Content, _ context: InlineContext, _ place: SourceRange?
  ) -> InlinePlan {
    if case .element(let id) = context.owner { tree.note(content.words, in: id) }
    return InlinePlan(
      content: content, style: context.style, language: context.language,
      hyphenates: context.hyphenates, part: part(context.owner), place: place)
  }

  /// A span with its language or look: `[text]{lang=en}`, `[text]{.smallcaps}`.
  private mutating func span(
    _ inner: [Inline], _ attributes: [String: String], _ context: InlineContext,
    _ place: SourceRange, _ marks: inout TypographicMarks
  ) -> [InlinePlan] {
    var context = context
    for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "lang":
        let tag = LanguageTag(value)
        if tag != context.language, case .element(let parent) = context.owner {
          let span = add(.span, under: parent)
          tree[span].language = tag
          context.owner = .element(span)
        }
        context.language = tag
      case "class":
        for name in value.split(separator: " ") { apply(String(name), &context, place) }
      default:
        problems.add(
          .error(
            .attribute, "the attribute \(quoted(key)) means nothing here", at: place,
            hint: "use lang, as {lang=en}, or a class, as {.smallcaps}"))
      }
    }
    return plan(inner, context, &marks)
  }

  private mutating func apply(
    _ name: String, _ context: inout InlineContext, _ place: SourceRange
  ) {
    switch name {
    case "smallcaps": context.style.features.append("smcp")
    case "oldstyle": context.style.features.append("onum")
    case "nohyphens": context.hyphenates = false
    // Says something of its paragraph.
    case "enclosure": break
    default:
      let names = ["smallcaps", "oldstyle", "nohyphens", "enclosure"]
      problems.add(
        .error(
          .attribute, "the class \(quoted(name)) means nothing here", at: place,
          hint: nearestName(to: name, in: names).map { "write .\($0)" } ?? "use \(listed(names))"))
    }
  }

  /// The raised number of a footnote; the note itself is planned where it is first referred to.
  private mutating func footnoteMark(
    _ index: Int, _ context: InlineContext, _ place: SourceRange
  ) -> [InlinePlan] {
    guard letter.footnotes.indices.contains(index) else { return [] }
    var context = context
    context.owner = add(.reference, under: context.owner)
    if case .element(let reference) = context.owner { tree[reference].footnote = index }
    context.style.size = context.style.size * 0.7
    context.style.rise = context.style.size * 0.5
    context.hyphenates = false
    return [raw(.footnoteMark(index), context, place)]
  }
}

extension [Inline] {
  /// The words without their styles.
  var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  /// The words without their styles.
  var plainText: String {
    switch content {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.plainText
    case .link(_, let inner), .span(let inner, _): inner.plainText
    case .lineBreak: " "
    case .footnote, .image: ""
    }
  }

  /// Whether it is, or holds, a span that names an enclosure: `[skemaet]{.enclosure}`.
  var isEnclosureMark: Bool {
    switch content {
    case .text, .code, .lineBreak, .image, .footnote: false
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
      inner.contains(where: \.isEnclosureMark)
    case .span(let inner, let attributes):
      attributes["class"]?.split(separator: " ").contains("enclosure") == true
        || inner.contains(where: \.isEnclosureMark)
    }
  }

  /// The footnotes that are referred to, in order.
  var notes: [Int] {
    switch content {
    case .text, .code, .lineBreak, .image: []
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.flatMap(\.notes)
    case .link(_, let inner), .span(let inner, _): inner.flatMap(\.notes)
    case .footnote(let index): [index]
    }
  }
}
