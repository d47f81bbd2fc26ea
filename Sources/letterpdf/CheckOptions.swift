import Inspection
import Typeset

/// What `letterpdf check` is to do: its command line as plain values.
struct CheckOptions {
  enum ReportForm: String, CaseIterable {
    case json, sarif, junit
  }

  var files: [String]
  var profiles: [String]
  var picture: String?
  var veraPDF: String?
  var isQuiet = false
  var resources: String?
  var window: Area?
  var report: ReportForm?
  /// How many files are looked at at the same time; nil for as many as there are cores.
  var jobs: Int?
  var faults: [Diagnostic] = []

  /// What to say of a window that is none.
  static func windowFault(_ text: String) -> Diagnostic {
    Diagnostic(
      .error, .option, "--window cannot be \"\(text)\"",
      hints: ["write x, y, width and height in mm: '20 45 85 45'"])
  }

  /// How a window is given that a profile leaves open.
  static let windowHint: DiagnosticText = "give --window 'x y width height' in mm"
}
