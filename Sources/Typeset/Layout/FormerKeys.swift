extension LayoutParser: KeyContext {
  static var addsToLists: Bool { true }

  /// What to write for a key that layouts had before their language was straightened.
  static func hint(forFormer key: String, in path: String) -> DiagnosticText? {
    let section = path.prefix { $0 != "." }
    switch (section, key) {
    case (_, "grows"): return "write overflow: grow"
    case (_, "shrink-to"): return "write overflow: {shrink-to: 0.8}"
    case ("regions", "body"): return "write frame"
    case ("shapes", _), ("keep-free", _):
      return rectKeys.contains(key) ? "write it within frame: {…}" : nil
    case ("enclosures", "mark"): return "write margin-sign"
    case ("enclosures", "mark-words"):
      return "write the words into the language's file, under enclosure-words:"
    case ("", "rules"): return "write thematic-breaks"
    case ("", _) where StyleRole(rawValue: key) != nil: return "put it under styles:"
    default: return nil
    }
  }

  private static let rectKeys = RectMeasures.keys.map(\.name)
}
