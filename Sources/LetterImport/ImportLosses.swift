import Intake
package import Typeset

/// What of a file of Word is not in the letter, or not as it was there.
package struct ImportLosses: Hashable, Sendable {
  /// The kinds of it, besides those that the file tells of itself.
  enum Kind: Hashable, Sendable, CaseIterable {
    case underline, superscript, formula, listLetters, listStart, control, link, picture,
      cellBlocks, noteBlocks
  }

  private struct Loss: Hashable, Sendable {
    var count = 0
    var words = ""

    /// Takes in more; the words of the first that has any are told.
    mutating func add(_ more: String, _ count: Int = 1) {
      self.count += count
      guard words.isEmpty else { return }
      words = more.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private var told: [Kind: Loss] = [:]
  private var extras: [WordFile.Extra.Kind: Loss] = [:]

  /// Takes in one more, with its words.
  mutating func add(_ kind: Kind, _ words: String = "") { told[kind, default: Loss()].add(words) }

  /// Takes in what the file tells of itself.
  mutating func add(_ found: [WordFile.Extra]) {
    for extra in found { extras[extra.kind, default: Loss()].add(extra.words) }
  }

  /// Takes in those of another step.
  mutating func add(_ other: ImportLosses) {
    for (kind, loss) in other.told { told[kind, default: Loss()].add(loss.words, loss.count) }
    for (kind, loss) in other.extras { extras[kind, default: Loss()].add(loss.words, loss.count) }
  }

  /// A warning for each kind.
  package var diagnostics: [Diagnostic] {
    let kept = WordFile.Extra.Kind.allCases.compactMap { kind in
      extras[kind].map { Self.warning(text(of: kind), $0) }
    }
    return kept
      + Kind.allCases.compactMap { kind in
        told[kind].map { Self.warning(text(of: kind), $0) }
      }
  }

  private static func warning(_ text: DiagnosticText, _ loss: Loss) -> Diagnostic {
    var message: DiagnosticText = text
    if !loss.words.isEmpty { message = "\(message): \(quoted(loss.words))" }
    if loss.count > 1 { message = "\(message), and \(loss.count - 1) more" }
    return Diagnostic(.warning, .importLoss, message, hints: [])
  }

  private func text(of kind: WordFile.Extra.Kind) -> DiagnosticText {
    switch kind {
    case .textBox: "a text box is left out"
    case .comment: "a comment is left out"
    case .trackedChange: "a tracked change is taken as accepted"
    case .header: "a page header is left out"
    case .footer: "a page footer is left out"
    case .pageBreak: "a page break is left out"
    case .mergedCell: "merged cells of a table are parted"
    case .color: "the colour of a text is left out"
    case .field: "a field of Word is kept as the text that it shows"
    case .shortField: "a field of Word is left out"
    case .linkedPicture: "a picture is left out, for it is not in the file"
    case .object: "a chart, diagram or formula is left out"
    }
  }

  private func text(of kind: Kind) -> DiagnosticText {
    switch kind {
    case .underline: "an underlining is left out"
    case .superscript: "raised or lowered text is set on the line"
    case .formula: "a formula is set as code"
    case .listLetters: "the letters of a list become numbers"
    case .listStart:
      "the first number of a list is cut, for it is negative or has more than nine digits"
    case .control: "a control character is left out"
    case .link: "a link is set as text, for a letter cannot lead there"
    case .picture: "a picture is left out, for it is neither PNG, JPEG nor SVG"
    case .cellBlocks: "the paragraphs of a cell are joined"
    case .noteBlocks: "the lists and tables of a footnote become paragraphs"
    }
  }
}
