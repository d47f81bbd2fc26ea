/// Call-outs: what stands out of the letter in a box.
struct CalloutSetting: Hashable, Sendable {
  var background: Color? = nil
  var border = Stroke(thickness: .pt(0.5), color: .black)
  /// White between the box's edge and what stands in it.
  var padding: Length = .mm(3)
  /// What stands above those that have no title of their own.
  var titles: [Callout.Kind: ByLanguage<Template>] = [:]

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "background", \.background, .color, "A tint behind them.", example: "\"#eef3f7\"",
      otherwise: "none"),
    LayoutKey("border", \.border, .stroke, "The line around them; 0pt for none."),
    LayoutKey("padding", \.padding, .extent, "White between their edge and what they hold."),
    LayoutKey(
      "titles", \.titles, keys: titleKeys,
      "What stands above those that have no title of their own, by their kind.",
      example: "{warning: {da: Advarsel, other: Warning}}"),
  ]

  private static let titleKeys: [LayoutKey<[Callout.Kind: ByLanguage<Template>]>] = [
    title(.note), title(.tip), title(.important), title(.warning), title(.caution),
  ]

  private static func title(
    _ kind: Callout.Kind
  ) -> LayoutKey<[Callout.Kind: ByLanguage<Template>]> {
    LayoutKey(
      kind.rawValue, .words, "The title of those that begin with [!\(kind.rawValue)].",
      example: "{da: Bemærk, other: Note}", otherwise: "none"
    ) {
      titles, words, _ in titles[kind] = words
    }
  }
}
