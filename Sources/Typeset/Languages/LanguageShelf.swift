/// The languages of one run: their packs, and their hyphenation patterns once they are needed.
final class LanguageShelf {
  private let packs: [LanguageTag: LanguagePack]
  private let hyphenators: Hyphenators
  private var exceptions = RecentCache<[String], HyphenationExceptions>(limit: 32)
  private var known = RecentCache<Question, [HyphenationPoint]>(limit: LanguageShelf.wordLimit)
  /// What words were divided by, each once; a letter has two or three.
  private var settings: [Setting] = []
  /// Where the one stands that was asked under last.
  private var lastSetting = 0

  private static let wordLimit = 16_384
  private static let settingLimit = 64

  /// A word asked about before; letters of one case system repeat their words.
  private struct Question: Hashable {
    let word: String
    /// An index of the settings, which is hashed faster.
    let setting: Int
  }

  /// What a word is divided by.
  private struct Setting: Equatable {
    let language: LanguageTag
    let rules: HyphenationRules
  }

  /// - Parameters:
  ///   - folder: the path of `Languages/`, where patterns are found.
  ///   - packs: what has been read of it; a single one is the letter's own language.
  init(folder: String, packs: [LanguageTag: LanguagePack]) {
    hyphenators = Hyphenators(folder: folder)
    self.packs = packs
    main = packs.count == 1 ? packs.values.first : nil
  }

  /// The tables of patterns and compounds that were asked for and are not whole.
  private(set) var damagedFiles: Set<String> = []

  /// How many words are kept with their divisions.
  var knownCount: Int { known.count }

  /// What is known of the letter's own language.
  let main: LanguagePack?

  /// What is known of a language; nil if it has no folder.
  func pack(_ tag: LanguageTag) -> LanguagePack? { packs[tag] }

  /// Where a word may be divided, in order; nowhere in a language without patterns.
  func divisions(
    of word: String, language: LanguageTag, rules: HyphenationRules
  ) -> [HyphenationPoint] {
    let setting = number(of: Setting(language: language, rules: rules))
    let question = Question(word: word, setting: setting)
    if let answer = known[question] { return answer }
    let own = exceptions[rules.exceptions] ?? HyphenationExceptions(rules.exceptions)
    exceptions[rules.exceptions] = own
    let hyphenator = hyphenators.hyphenator(for: language)
    let answer =
      hyphenator?.breaks(
        in: word, before: rules.before, after: rules.after, graded: rules.graded,
        exceptions: own) ?? []
    if let damaged = hyphenator?.damagedFiles { damagedFiles.formUnion(damaged) }
    known[question] = answer
    return answer
  }

  /// The index of a setting.
  private func number(of setting: Setting) -> Int {
    if settings.indices.contains(lastSetting), settings[lastSetting] == setting {
      return lastSetting
    }
    if let known = settings.firstIndex(of: setting) {
      lastSetting = known
    } else {
      if settings.count == Self.settingLimit {
        settings = []
        known = RecentCache(limit: Self.wordLimit)
      }
      settings.append(setting)
      lastSetting = settings.count - 1
    }
    return lastSetting
  }
}

/// When and how words are divided.
struct HyphenationRules: Hashable, Sendable {
  /// Whether words are divided at all; explicit soft hyphens always are.
  var enabled: Bool
  /// Fewest letters before and after a division.
  var before: Int
  var after: Int
  /// Most lines in a row that end in a hyphen; 0 is no limit.
  var ladder: Int
  /// Whether divisions are graded and filtered, or the plain patterns are used.
  var graded: Bool
  /// Words with their own divisions, marked by hyphens (`Kommu-nernes`).
  var exceptions: [String]
  /// How much white a line gives before a word is divided.
  var reluctance = Reluctance.normal

  /// How unwillingly words are divided where lines are chosen together.
  enum Reluctance: String, Hashable, Sendable, CaseIterable {
    /// Even lines come first.
    case low
    /// Few divisions, at good places.
    case normal
    /// Only where a line would be very short.
    case high
    /// Only where a word is wider than its measure.
    case never
  }
}
