import Intake
import Typeset

extension Rule {
  /// Everybody can open the file and do what is needed.
  static let encryption = Rule(
    "encryption", "The file is not encrypted, or allows what is listed.",
    settings: [
      RuleSetting("allowed", .flag, "Whether it may be encrypted if it opens without a password."),
      RuleSetting(
        "permit", .words(of: PDFContents.Permission.allCases.map(\.rawValue)),
        "What an encrypted file must allow."),
    ], isForAnyFile: true
  ) { subject, values in
    let advice: DiagnosticText = "save the file without a password and without restrictions"
    switch subject.pdf.encryption {
    case .none: return []
    case .locked: return [Breach("the file asks for a password", advice: advice)]
    case .open(let permitted):
      guard values.flag("allowed") else {
        return [Breach("the file is encrypted", advice: advice)]
      }
      let missing = values.words("permit").filter { word in
        !permitted.contains { $0.rawValue == word }
      }
      return missing.map { Breach("the file does not allow \"\($0)\"", advice: advice) }
    }
  }
}
