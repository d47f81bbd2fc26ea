import Intake
import Typeset

extension Rule {
  /// The look that enclosures get, into fonts and colours too.
  static let audit = Rule(
    "audit",
    "The look that enclosures of letters get finds nothing: in colours, images and limits (look), programs and widths of fonts (fonts), characters (text), tags (tags).",
    settings: [
      RuleSetting(
        "of", .words(of: ["look", "fonts", "text", "tags"]), "What is looked at; all without this.")
    ]
  ) { subject, values in
    let advice: DiagnosticText = "make the file anew with a program that keeps PDF/A and PDF/UA"
    switch subject.flaws {
    case .failure(let fault):
      return [Breach("the file \(DiagnosticText(fault.predicate))", advice: advice)]
    case .success(let flaws):
      let parts = [
        ("look", flaws.look), ("fonts", flaws.fonts), ("text", flaws.text), ("tags", flaws.tags),
      ]
      let wanted = values.words("of")
      return parts.filter { wanted.isEmpty || wanted.contains($0.0) }.compactMap { _, flaw in
        flaw.map { Breach(DiagnosticText($0), advice: advice) }
      }
    }
  }
}
