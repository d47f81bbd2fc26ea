import Typeset

/// What `letterpdf render` is to do: its command line as plain values.
struct RenderOptions {
  enum Format: String, CaseIterable {
    case pdf, png, svg, html, text
  }

  enum ReportForm: String, CaseIterable {
    case json
  }

  /// A further PDF of the same pages.
  struct Copy {
    let purpose: FinishOptions.Purpose
    let path: String

    init(purpose: FinishOptions.Purpose, path: String) {
      self.purpose = purpose
      self.path = path
    }

    /// Reads `print=FILE`; nil for anything else.
    init?(_ text: String) {
      guard let equals = text.firstIndex(of: "="),
        let purpose = FinishOptions.Purpose(rawValue: String(text[..<equals])),
        text.index(after: equals) < text.endIndex
      else { return nil }
      self.init(purpose: purpose, path: String(text[text.index(after: equals)...]))
    }
  }

  var letter = ""
  var output: String?
  /// The file that fills the letter's fields, and which record of it.
  var data: String?
  var record: String?
  var encoding = RecordReader.Encoding.utf8
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
  /// The profiles that the PDFs must keep, and the window of the envelope.
  var check: [String] = []
  var window: String?
  var delivery: DeliveryOptions?
  var attachSource = false
  var duplex = false
  var draft = false
  var guides = false
  var dpi = 150.0
  var report: ReportForm?
  var dump = false
  var timings = false
  /// What is wrong with the words of the command line, without its date.
  var faults: [Diagnostic] = []

  /// What is wrong with the command line, which needs no file to be seen.
  var usageFaults: [Diagnostic] {
    guard let date, CalendarDate(iso8601: date) == nil else { return faults }
    let told = Diagnostic(
      .error, "--date is \"\(date)\", which is no day", hints: ["write YYYY-MM-DD"])
    return [told] + faults
  }

  /// What does not go together; a report that cannot be told is no longer asked for.
  mutating func takeContradictions() -> [Diagnostic] {
    var found: [Diagnostic] = []
    if report != nil, copies.contains(where: { $0.path == "-" }) {
      report = nil
      found.append(
        Diagnostic(
          .error, "the report and the letter cannot both go to standard output",
          hints: ["name a file with -o"]))
    }
    if dump, format != .pdf {
      found.append(
        Diagnostic(
          .error, "--dump writes text, so --format \(format.rawValue) has no meaning",
          hints: ["leave one of them out"]))
    }
    if !makesPDF, !also.isEmpty || !attach.isEmpty || attachSource {
      found.append(
        Diagnostic(
          .error, "--also and --attach are for PDFs", hints: ["leave them out, or write a PDF"]))
    }
    if !makesPDF, !check.isEmpty {
      found.append(
        Diagnostic(.error, "--check is for PDFs", hints: ["leave it out, or write a PDF"]))
    }
    return found
  }

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
    return letter[..<slash] + stem + (dump || format == .text ? ".txt" : "." + format.rawValue)
  }
}
