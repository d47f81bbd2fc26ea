import Inspection
import Intake
import Typeset

/// What became of a file that was to be checked.
struct CheckedFile: Sendable {
  /// What was found in it.
  let result: InspectionResult
  /// The file, where it was read and pictures of it may be wanted.
  var pdf: InspectedPDF?
  /// What else is to be told: why it could not be read.
  var told: String?
  /// Whether the installation is at fault.
  var isOurFault: Bool

  init(result: InspectionResult, pdf: InspectedPDF) {
    self.result = result
    self.pdf = pdf
    isOurFault = result.toolFault?.isOurs ?? false
  }

  /// A file that is not there, or cannot be opened.
  init(name: String, unreadable: Diagnostics) {
    let finding = Finding.unreadable(unreadable.all.first?.text ?? "it cannot be read")
    result = InspectionResult(name: name, pageCount: 0, findings: [finding])
    told = DiagnosticFormatter.forReader().format(unreadable.all)
    isOurFault = false
  }

  /// A file that our own program should have read.
  init(name: String, fault: IntakeFault) {
    let words: DiagnosticText = "the file \(DiagnosticText(fault.predicate))"
    result = InspectionResult(name: name, pageCount: 0, findings: [.unreadable(words)])
    told = "error: \(words.english)"
    isOurFault = true
  }
}
