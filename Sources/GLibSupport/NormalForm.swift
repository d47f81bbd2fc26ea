import CPango

/// A normal form of Unicode text (Unicode Standard Annex 15), as GLib makes it.
package enum NormalForm {
  /// Letters and their marks as one character where there is one (NFC).
  case composed
  /// The same, with plain letters for ligatures and for forms of letters (NFKC).
  case plain
  /// Letters apart from their marks (NFD).
  case decomposed

  private var mode: GNormalizeMode {
    switch self {
    case .composed: G_NORMALIZE_DEFAULT_COMPOSE
    case .plain: G_NORMALIZE_ALL_COMPOSE
    case .decomposed: G_NORMALIZE_DEFAULT
    }
  }

  /// Text in this form; as it is where it is none.
  package func of(_ text: String) -> String {
    guard let made = g_utf8_normalize(text, -1, mode) else { return text }
    defer { g_free(made) }
    return String(cString: made)
  }
}
