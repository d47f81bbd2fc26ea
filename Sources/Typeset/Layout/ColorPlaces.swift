extension Layout {
  /// Where the layout gives each colour to text: text smaller than a limit, if any has it.
  func colorPlaces(preferringBelow limit: Length) -> [Color: SourceRange] {
    var places: [Color: SourceRange] = [:]
    for isSmall in [true, false] {
      for style in styles.written {
        let text = styles[style.key].text
        guard let place = style.color, (text.size < limit) == isSmall,
          places[text.color] == nil
        else { continue }
        places[text.color] = place
      }
    }
    return places
  }
}
