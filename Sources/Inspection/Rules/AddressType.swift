import Typeset

extension Rule {
  /// Machines read the address.
  static let addressType = Rule(
    "address-type",
    "The recipient is of one font and size, with one left edge and even lines.",
    settings: [
      RuleSetting("area", .area, "The window on the first page.", isRequired: true),
      RuleSetting(
        "return-line", .length,
        "How high the strip at the window's top is that holds the sender's line; 0mm without this."),
      RuleSetting("least", .length, "The smallest size of type; 10pt without this."),
      RuleSetting("most", .length, "The largest size of type; 12pt without this."),
    ]
  ) { subject, values in
    guard let area = values.area("area"), let lines = subject.lines.first else { return [] }
    let top = area.top + (values.number("return-line") ?? 0)
    let recipient = lines.filter { line in
      inked(line.area).top >= top && line.words.contains { area.holds(inked($0.area)) }
    }
    guard let first = recipient.first, let style = first.words.first else { return [] }
    func breach(
      _ message: DiagnosticText, _ line: TextLine, _ advice: DiagnosticText
    ) -> [Breach] {
      [Breach(message, on: 1, at: line.area, advice: advice)]
    }
    let other = recipient.first { line in
      line.words.contains { abs($0.size - style.size) > 0.1 || $0.font != style.font }
    }
    if let other {
      return breach(
        "the recipient is of several fonts or sizes: “\(clipped(other.text))”", other,
        "set the address in one font and size")
    }
    let least = (values.number("least") ?? 10 * millimetresAPoint) / millimetresAPoint
    let most = (values.number("most") ?? 12 * millimetresAPoint) / millimetresAPoint
    if style.size < least - 0.05 || style.size > most + 0.05 {
      return breach(
        "the recipient is \(oneDecimal(style.size)) pt large, not \(oneDecimal(least)) to \(oneDecimal(most)) pt",
        first, "set the address in a size between")
    }
    if let shifted = recipient.first(where: { abs($0.area.left - first.area.left) > 0.5 }) {
      return breach(
        "the recipient has several left edges: “\(clipped(shifted.text))”", shifted,
        "let all lines of the address begin under each other")
    }
    let steps = zip(recipient, recipient.dropFirst()).map {
      ($1, $1.area.bottom - $0.area.bottom)
    }
    guard let least = steps.map(\.1).min(),
      let gap = steps.first(where: { $0.1 > least * 1.4 })
    else { return [] }
    return breach(
      "there is a gap before “\(clipped(gap.0.text))” in the recipient", gap.0,
      "set the lines of the address without empty ones between")
  }
}
