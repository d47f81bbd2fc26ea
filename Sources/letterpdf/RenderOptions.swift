import Typeset

/// What `letterpdf render` is to do: its command line as plain values.
struct RenderOptions {
  enum Format: String, CaseIterable {
    case pdf, png, svg
  }

  enum ReportForm: String, CaseIterable {
    case json
  }

  /// A further PDF of the same pages.
  struct Copy {
    let purpose: FinishOptions.Purpose
    let path: String
  }

  var letter = ""
  var output: String?
  var layout: String?
  var date: String?
  var language: String?
  var resources: String?
  var format = Format.pdf
  /// The standard that is asked for; nil for the usual one.
  var standard: FinishOptions.Standard?
  var purpose = FinishOptions.Purpose.digitalPost
  var also: [Copy] = []
  var attach: [String] = []
  var attachSource = false
  var duplex = false
  var draft = false
  var guides = false
  var dpi = 150.0
  var report: ReportForm?
  var dump = false
  var timings = false

  /// Whether PDFs are written, rather than pictures or text.
  var makesPDF: Bool { format == .pdf && !dump }

  /// The PDF and its further copies.
  var copies: [Copy] { [Copy(purpose: purpose, path: target)] + also }

  /// Where the letter's images are found; for standard input the current folder.
  var letterFolder: String {
    guard letter != "-", let slash = letter.lastIndex(of: "/") else { return "." }
    return slash == letter.startIndex ? "/" : String(letter[..<slash])
  }

  /// Where the letter goes.
  var target: String {
    if let output { return output }
    if letter == "-" { return "-" }
    let slash = letter.lastIndex(of: "/").map { letter.index(after: $0) } ?? letter.startIndex
    let name = letter[slash...]
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? name[..<$0] : name } ?? name
    return letter[..<slash] + stem + (dump ? ".txt" : "." + format.rawValue)
  }
}
