import PDFFile
import Typeset

extension Rule {
  /// Pictures are told of to whoever cannot see them.
  static let alternativeTexts = Rule(
    "alternative-texts", "Every figure has an alternative text that says something."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      guard element.type == "Figure" || element.type == "Formula",
        element.entries["ActualText"] == nil
      else { return nil }
      let text = subject.pdf.text(element.entries["Alt"]) ?? ""
      let advice: DiagnosticText = "describe what it shows, or mark it as an artifact"
      if text.allSatisfy(\.isWhitespace) {
        return ("a \(element.type.lowercased()) has no alternative text", advice)
      }
      let isEmpty =
        text.wholeMatch(
          of:
            #/(?i)\s*(image|picture|figure|graphic|photo|logo|billede|figur|grafik|foto|bild|bilde|img|unavngivet|untitled)[\s_\-\d]*/#
        ) != nil
        || text.wholeMatch(of: #/(?i)\S+\.(png|jpe?g|gif|svg|tiff?|bmp|webp|emf|wmf|pdf)/#) != nil
      return isEmpty ? ("the alternative text “\(clipped(text))” says nothing", advice) : nil
    }
  }
}
