extension GlyphRun {
  /// The rules under and through the run whose baseline begins at a place, from the top left of the
  /// page.
  func rules(at origin: Point) -> [Rect] {
    guard underline || strikethrough else { return [] }
    let baseline = origin.y - rise
    // Where Liberation Sans has its rules (post and OS/2 tables), in parts of the size.
    let thickness = size.points * 0.073
    func rule(_ y: Double) -> Rect {
      Rect(x: origin.x, y: .pt(y), width: width, height: .pt(thickness))
    }
    var rules: [Rect] = []
    if underline { rules.append(rule(baseline.points + size.points * 0.106 - thickness / 2)) }
    if strikethrough { rules.append(rule(baseline.points - size.points * 0.259)) }
    return rules
  }
}
