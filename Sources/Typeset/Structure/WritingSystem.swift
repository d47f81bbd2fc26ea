/// A writing system that tells its language, as far as the voice goes that reads it.
///
/// A Danish voice spells a Greek name letter by letter, or leaves it out.
enum WritingSystem: Hashable, Sendable, CaseIterable {
  case greek, cyrillic, armenian, hebrew, arabic, georgian, devanagari, thai, hangul, kana, han

  /// The system of a letter; nil for Latin letters and for what is no letter of these systems.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x531...0x58F: self = .armenian
    case 0x591...0x5F4, 0xFB1D...0xFB4F: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      self = .arabic
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
    case 0x900...0x97F: self = .devanagari
    case 0xE01...0xE5B: self = .thai
    case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
    case 0x3041...0x30FF: self = .kana
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: self = .han
    default: return nil
    }
  }

  /// The first byte in UTF-8 that any of their letters has.
  static let firstByte: UInt8 = 0xCD

  /// The languages that are written in it, by their codes.
  private var languages: Set<String> {
    switch self {
    case .greek: ["el", "grc"]
    case .cyrillic: ["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"]
    case .armenian: ["hy"]
    case .hebrew: ["he", "yi"]
    case .arabic: ["ar", "fa", "ur", "ps", "ug", "ckb", "sd", "prs"]
    case .georgian: ["ka"]
    case .devanagari: ["hi", "ne", "mr", "sa"]
    case .thai: ["th"]
    case .hangul: ["ko"]
    case .kana: ["ja"]
    case .han: ["zh", "ja", "yue"]
    }
  }

  /// Whether a language is written in it, so that its voice reads it.
  func isRead(in language: LanguageTag) -> Bool { languages.contains(language.languageCode) }

  /// The language of some words: that by whose letters alone they can be told, else the one that most
  /// people write so.
  func language(of words: some Sequence<Unicode.Scalar>) -> LanguageTag {
    let letters = Set(words)
    for (language, own) in telling where !letters.isDisjoint(with: own) {
      return LanguageTag(language)
    }
    return LanguageTag(usual)
  }

  /// Letters that the alphabets of these languages have and those after them have not.
  private var telling: [(language: String, letters: [Unicode.Scalar])] {
    switch self {
    case .cyrillic:
      [
        ("be", ["Ў", "ў"]), ("uk", ["Ї", "ї", "Є", "є", "Ґ", "ґ"]),
        ("mk", ["Ѓ", "ѓ", "Ќ", "ќ", "Ѕ"]),
        ("sr", ["Ђ", "ђ", "Ј", "ј", "Љ", "љ", "Њ", "њ", "Ћ", "ћ", "Џ", "џ"]),
        ("kk", ["Қ", "қ", "Ң", "ң", "Ғ", "ғ", "Ә", "ә", "Ұ", "ұ"]), ("uk", ["І", "і"]),
      ]
    case .arabic:
      [
        ("ur", ["ٹ", "ڈ", "ڑ", "ں", "ے"]), ("ckb", ["ڕ", "ڵ", "ۆ", "ێ"]),
        ("ps", ["ټ", "ډ", "ړ", "ښ", "ۍ"]),
        ("fa", ["پ", "چ", "ژ", "گ", "ی", "ک"]),
      ]
    default: []
    }
  }

  private var usual: String {
    switch self {
    case .greek: "el"
    case .cyrillic: "ru"
    case .armenian: "hy"
    case .hebrew: "he"
    case .arabic: "ar"
    case .georgian: "ka"
    case .devanagari: "hi"
    case .thai: "th"
    case .hangul: "ko"
    case .kana: "ja"
    case .han: "zh"
    }
  }
}
