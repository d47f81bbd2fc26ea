extension Resolver {
  /// The inlines of a template in the letter's language, with the letter's fields in it.
  ///
  /// - Returns: nil if the letter lacks one of the fields.
  mutating func fill(
    _ words: ByLanguage<Template>, _ context: InlineContext, linking: Bool = false
  ) -> [InlinePlan]? {
    let template = words[language.tag]
    guard template.fields.allSatisfy({ values[$0] != nil }) else { return nil }
    return fill(template, context, linking: linking)
  }

  /// The inlines of a template whose fields the letter has.
  mutating func fill(
    _ template: Template, _ context: InlineContext, linking: Bool = false
  ) -> [InlinePlan] {
    template.pieces.flatMap { fill($0, context, linking, template.place) }
  }

  private mutating func fill(
    _ piece: Template.Piece, _ context: InlineContext, _ linking: Bool, _ place: SourceRange?
  ) -> [InlinePlan] {
    var context = context
    if piece.isStrong { context.style.weight = max(700, context.style.weight) }
    switch piece.content {
    case .text(let text): return self.text(text, context, linking, place)
    case .field(let key):
      guard let value = values[key] else { return [] }
      context.hyphenates = false
      let isPhone = linking && isPhone(key)
      return text(value.value, context, linking, value.place, isPhone: isPhone)
    case .label(let key): return text(word(key, at: place), context, false, place)
    case .page: return [raw(.pageNumber, context, place)]
    case .pages: return [raw(.pageCount, context, place)]
    case .pageOf: return pageOf(context, place)
    }
  }

  private mutating func text(
    _ text: String, _ context: InlineContext, _ linking: Bool, _ place: SourceRange?,
    isPhone: Bool = false
  ) -> [InlinePlan] {
    var context = context
    let uri = isPhone ? language.calling.uri(of: text) : linking ? linkTarget(text) : nil
    if let uri { context.owner = add(.link(uri: uri), under: context.owner) }
    return spoken(context.uppercase ? text.uppercased() : text, context, place)
  }

  /// Whether a field holds a telephone number: the letter's own, or one that the layout calls so.
  private func isPhone(_ key: String) -> Bool {
    key == "phone" || layout.fields.contains { $0.key == key && $0.holds == .phone }
  }

  /// What an address of mail or web leads to; nil for other words.
  func linkTarget(_ text: String) -> String? {
    guard !text.contains(where: \.isWhitespace) else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
    if text.hasPrefix("www.") { return "https://\(text)" }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isMail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
    return isMail ? "mailto:\(text)" : nil
  }

  /// `Side {page} af {pages}`, as the language says it.
  private mutating func pageOf(_ context: InlineContext, _ place: SourceRange?) -> [InlinePlan] {
    var rest = Substring(word(.pageOf, at: place))
    var inlines: [InlinePlan] = []
    while !rest.isEmpty {
      if rest.hasPrefix("{page}") {
        inlines.append(raw(.pageNumber, context, nil))
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{pages}") {
        inlines.append(raw(.pageCount, context, nil))
        rest = rest.dropFirst(7)
      } else {
        let end = rest.dropFirst().firstIndex(of: "{") ?? rest.endIndex
        inlines.append(raw(.text(String(rest[..<end])), context, nil))
        rest = rest[end...]
      }
    }
    return inlines
  }
}
