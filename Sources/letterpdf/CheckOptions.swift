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
      .error, "--window cannot be \"\(text)\"",
      hints: ["write x, y, width and height in mm: '20 45 85 45'"])
  }

  /// Reads `20 45 85 45`, also with units and commas; nil for anything else.
  static func area(_ text: String) -> Area? {
    let words = text.split { $0 == " " || $0 == "," }.map { word in
      word.hasSuffix("mm") ? word.dropLast(2) : word
    }
    let numbers = words.compactMap { Double($0) }
    guard words.count == 4, numbers.count == 4, numbers.allSatisfy({ $0.isFinite && $0 >= 0 }),
      numbers[2] > 0, numbers[3] > 0
    else { return nil }
    return Area(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}
