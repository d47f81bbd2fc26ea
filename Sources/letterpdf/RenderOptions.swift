import Typeset

/// What `letterpdf render` is to do: its command line as plain values.
struct RenderOptions {
  enum Format: String, CaseIterable {
    case pdf, png, svg, html, text
  }

  enum ReportForm: String, CaseIterable {
    case json
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
  /// Which layouts letters may name.
  var reach = LayoutReach.beside
  var format = Format.pdf
  /// The standard that is asked for; nil for the usual one.
  var standard: FinishOptions.Standard?
  var purpose = FinishOptions.Purpose.digitalPost
  var also: [Output] = []
  var attach: [String] = []
  /// The profiles that the PDFs must keep, and the window of the envelope.
  var check: [String] = []
  var window: String?
  var delivery: DeliveryOptions?
  var seal: SealOptions?
  var attachSource = false
  var duplex = false
  var draft = false
  var guides = false
  var dpi = 150.0
  var report: ReportForm?
  /// The file that gets the report, whatever goes to standard output.
  var reportTo: String?
  /// The folder of the letter's images and enclosures, where it is not the letter's own.
  var base: String?
  var dump = false
  /// Whether the letter is set again whenever one of its files changes.
  var watch = false
  var timings = false
  var showsCodes = false
  /// Whether a warning stops the letter.
  var isStrict = false
  /// What is wrong with the words of the command line, without its date.
  var faults: [Diagnostic] = []

  /// What is wrong with the command line, which needs no file to be seen.
  var usageFaults: [Diagnostic] {
    guard let date, CalendarDate(iso8601: date) == nil else { return faults }
    let told = Diagnostic(
      .error, .option, "--date is \"\(date)\", which is no day", hints: ["write YYYY-MM-DD"])
    return [told] + faults
  }

  /// What does not go together; a report that cannot be told is no longer asked for.
  mutating func takeContradictions() -> [Diagnostic] {
    var found: [Diagnostic] = []
    if watch, letter == "-" || outputs.contains(where: { $0.path == "-" }) {
      found.append(
        Diagnostic(
          .error, .contradiction, "--watch is for files, not for standard input and output",
          hints: ["name the letter's file, and one for the PDF with -o"]))
    }
    found += sealContradictions
    if report != nil, outputs.contains(where: { $0.path == "-" }) {
      report = nil
      found.append(
        Diagnostic(
          .error, .contradiction, "the report and the letter cannot both go to standard output",
          hints: ["name a file with -o, or one for the report with --report-to"]))
    }
    if reportTo == "-" {
      found.append(
        Diagnostic(.error, .option, "--report-to is for a file", hints: ["write --report json"]))
    }
    if dump, format != .pdf {
      found.append(
        Diagnostic(
          .error, .contradiction,
          "--dump writes text, so --format \(format.rawValue) has no meaning",
          hints: ["leave one of them out"]))
    }
    guard !outputs.contains(where: \.isPDF) else { return found }
    if !attach.isEmpty || attachSource {
      found.append(
        Diagnostic(
          .error, .contradiction, "--attach is for PDFs", hints: ["leave it out, or write a PDF"]))
    }
    if !check.isEmpty {
      found.append(
        Diagnostic(
          .error, .contradiction, "--check is for PDFs", hints: ["leave it out, or write a PDF"]))
    }
    return found
  }

  /// Where the letter's images and enclosures are found.
  var assets: any AssetStore {
    letter == "-" && base == nil ? NoFolder() : AssetFolder(path: letterFolder)
  }

  /// Where the paths start that the letter has; for standard input the current folder.
  var letterFolder: String {
    if let base { return base.isEmpty ? "." : base }
    return letter == "-" ? "." : parentFolder(of: letter)
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

/// What a letter on standard input lies beside: nothing, so that no file is taken which only happens
/// to be in the current folder.
private struct NoFolder: AssetStore {
  func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
    throw .refused(
      "\"\(path)\" has no folder, for the letter is on standard input",
      hints: ["give the folder with --base"])
  }
}
