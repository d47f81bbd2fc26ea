extension Color {
  /// The most light of a colour that print takes for black: less is 80 % ink or more, whose dots
  /// the eye only sees as ragged letters.
  static let nearBlack = 0.2

  /// The colour as a layout writes it.
  fileprivate var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int((part * 255).rounded()), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// Whether print makes it of black ink alone.
  fileprivate var isOneInk: Bool { isGray || max(red, green, blue) <= Self.nearBlack }
}

extension Composition {
  /// Text below this size is small: dots of several inks show at its edges.
  static let smallText = Length.pt(12)

  /// Small text in colour, which a press makes of dots in several inks; each colour once.
  var inkNotes: [Diagnostic] {
    var smallest: [Color: Length] = [:]
    for page in pages { page.frame.noteInks(into: &smallest, below: Self.smallText) }
    var found = DiagnosticCollector()
    for (color, size) in smallest.sorted(by: { $0.key.hexadecimal < $1.key.hexadecimal }) {
      found.add(
        .note(
          .severalInks,
          "text of \(short((size.points * 10).rounded() / 10))pt is \(color.hexadecimal), which "
            + "is printed in dots of several inks", at: colorPlaces[color],
          hint: "choose black or a grey for small text that is printed"))
    }
    return found.inSourceOrder
  }
}

extension Frame {
  /// Notes the smallest size of each colour that takes several inks.
  fileprivate func noteInks(into smallest: inout [Color: Length], below limit: Length) {
    for placed in items {
      switch placed.item {
      case .line(let line):
        for run in line.runs.map(\.item) where run.size < limit && !run.color.isOneInk {
          smallest[run.color] = min(run.size, smallest[run.color] ?? run.size)
        }
      case .rule, .image: continue
      }
    }
  }
}
