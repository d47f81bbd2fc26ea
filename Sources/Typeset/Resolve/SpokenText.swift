extension Resolver {
  /// Text as inlines: what is read otherwise than the words around it is an element of its own,
  /// abbreviations with what they stand for, words of other writing systems with their language.
  mutating func spoken(
    _ text: String, _ context: InlineContext, _ place: SourceRange?
  ) -> [InlinePlan] {
    // By far most texts have neither.
    guard case .element(let parent) = context.owner, SpokenTurn.mayBe(in: text) else {
      return [raw(.text(text), context, place)]
    }
    let expansions =
      context.expandsAbbreviations && context.language == language.tag
      ? language.expansions : Expansions()
    var inlines: [InlinePlan] = []
    var places = SplitPlace(place)
    var rest = text.utf8[...]
    func words(upTo end: Int) -> String {
      let end = text.utf8.index(text.startIndex, offsetBy: end)
      defer { rest = text.utf8[end...] }
      return String(rest[..<end]) ?? ""
    }
    for turn in SpokenTurn.all(in: text, of: context.language, expansions) {
      let before = words(upTo: turn.range.lowerBound)
      if !before.isEmpty { inlines.append(raw(.text(before), context, places.next(before))) }
      let span = add(.span, under: parent)
      tree[span].expansion = turn.expansion
      tree[span].language = turn.language
      var own = context
      own.owner = .element(span)
      let spoken = words(upTo: turn.range.upperBound)
      inlines.append(raw(.text(spoken), own, places.next(spoken)))
    }
    let last = words(upTo: text.utf8.count)
    if !last.isEmpty { inlines.append(raw(.text(last), context, places.next(last))) }
    return inlines
  }
}

/// A stretch of a text that is read otherwise than it is written.
private struct SpokenTurn {
  /// Its bytes.
  let range: Range<Int>
  /// What is read in its place.
  var expansion: String? = nil
  /// The language that it is read in.
  var language: LanguageTag? = nil

  /// Whether a text may hold such stretches, by its bytes: full stops, and letters that are neither of
  /// Latin nor the marks around them.
  static func mayBe(in text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ".") || isForeign($0) }
  }

  /// Whether letters of other writing systems begin with a byte; 0xE2 begins dashes and quotes.
  private static func isForeign(_ byte: UInt8) -> Bool {
    byte >= WritingSystem.firstByte && byte != 0xE2
  }

  /// The stretches in their order; an abbreviation has Latin letters, so that no two overlap.
  static func all(
    in text: String, of language: LanguageTag, _ expansions: Expansions
  ) -> [SpokenTurn] {
    var turns = expansions.find(in: text).map {
      SpokenTurn(range: $0.range, expansion: $0.expansion)
    }
    guard text.utf8.contains(where: isForeign) else { return turns }
    turns += ForeignWords.stretches(in: text, of: language).map {
      SpokenTurn(range: $0.range, language: $0.language)
    }
    return turns.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Where the parts of a text stand in its source, one after the other.
private struct SplitPlace {
  /// How much of the source a part may take beside its words: the marks of emphasis and links.
  private static let reach = 200
  private var rest: SourceRange?

  init(_ whole: SourceRange?) { rest = whole }

  /// The place of the next part; all that is left where the source writes it otherwise.
  mutating func next(_ words: String) -> SourceRange? {
    guard let whole = rest else { return nil }
    // Not to its end each time: a paragraph may have thousands of parts that are not found.
    let near = whole.file.range(
      whole.lower, min(whole.upper, whole.lower + 2 * words.utf8.count + Self.reach))
    let found = near.first(words)
    guard found != near || near.text == words else { return whole }
    rest = whole.file.range(found.upper, whole.upper)
    return found
  }
}
