/// The font families of a letter.
struct LayoutFonts: Hashable, Sendable {
  var text = "Liberation Sans"
  /// nil where headings use the text's family.
  var heading: String? = nil
  var mono = "Liberation Mono"
  /// Families for characters that the others lack.
  var fallback: [String] = ["DejaVu Sans"]
  /// Font files beside the layout.
  var files: [Located<String>] = []
  /// Where the families are named, by their names.
  var places: [String: SourceRange] = [:]

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("text", \.text, .text, "The family of the text.", example: "Letter Serif"),
    LayoutKey(
      "heading", \.heading, .text, "That of headings and the subject.", example: "Letter Serif",
      otherwise: "that of the text"),
    LayoutKey("mono", \.mono, .text, "That of code."),
    LayoutKey("fallback", \.fallback, .texts, "Families for characters that the others lack."),
    LayoutKey(
      "files", \.files, .texts,
      "Font files beside the layout: TTF, OTF, collections, variable fonts.",
      example: "[OurSans-Regular.otf, OurSans-Bold.otf]", otherwise: "none"),
  ]

  /// The families of a name in a style: one of these by its key, or a family's own name.
  func families(_ name: String) -> [String] {
    let family =
      switch name {
      case "text": text
      case "heading": heading ?? text
      case "mono": mono
      default: name
      }
    return [family] + fallback
  }
}

extension LayoutFonts {
  /// Takes note of where families are named under `fonts`.
  mutating func note(_ fonts: SourceNode.Value?) {
    guard case .mapping(let entries) = fonts else { return }
    for entry in entries where entry.key != "files" && entry.key != "+files" {
      var unheard = DiagnosticCollector()
      for name in entry.value.texts(as: entry.key, &unheard) ?? [] where places[name.value] == nil {
        places[name.value] = name.place
      }
    }
  }
}
