import Typeset

extension Rule {
  /// Headings go down one by one.
  static let headings = Rule(
    "headings", "Headings begin with the first level, skip none, and none is empty."
  ) { subject, _ in
    guard let tree = subject.structure else { return [] }
    var breaches: [Breach] = []
    var level = 0
    for (place, element) in tree.elements.enumerated() {
      if subject.isOverdue { break }
      guard element.type.hasPrefix("H"), let own = Int(element.type.dropFirst()),
        (1...9).contains(own)
      else { continue }
      if own > level + 1 {
        let before: DiagnosticText = level == 0 ? "is the first heading" : "follows H\(level)"
        breaches.append(
          Breach(
            "H\(own) \(before)", on: tree.page(of: place), advice: "write H\(level + 1) there"))
      }
      let words = subject.words(of: place)
      if words.allSatisfy(\.isWhitespace),
        !tree.range(of: place).contains(where: { tree.elements[$0].type == "Figure" })
      {
        breaches.append(
          Breach("H\(own) is empty", on: tree.page(of: place), advice: "take the tag out"))
      }
      level = own
    }
    return breaches
  }
}
