import CPango

/// A normal form of Unicode text (Unicode Standard Annex 15), as GLib makes it.
enum NormalForm {
  /// Letters and their marks as one character where there is one (NFC).
  case composed
  /// The same, with plain letters for ligatures and for forms of letters (NFKC).
  case plain

  /// Text in this form; as it is where it is none.
  func of(_ text: String) -> String {
    let mode = self == .composed ? G_NORMALIZE_DEFAULT_COMPOSE : G_NORMALIZE_ALL_COMPOSE
    guard let made = g_utf8_normalize(text, -1, mode) else { return text }
    defer { g_free(made) }
    return String(cString: made)
  }
}
