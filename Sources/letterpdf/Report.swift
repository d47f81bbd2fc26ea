import FoundationEssentials
import Typeset

/// What `--report json` tells of a letter.
struct Report: Encodable {
  /// Whether the letter was set.
  let ok: Bool
  let pages: Int
  /// Sheets of paper, printed on both sides.
  let sheets: Int
  /// Bytes of all files written.
  let bytes: Int
  let files: [String]
  let fonts: [String]
  let diagnostics: [Problem]
  let boxes: [PageBoxes]
  /// What is told of the letter on standard error too.
  let warnings: [Diagnostic]

  private enum CodingKeys: CodingKey {
    case ok, pages, sheets, bytes, files, fonts, diagnostics, boxes
  }

  struct Problem: Encodable {
    let severity: String
    let code: String?
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let pointer: String?
    let hints: [String]
    let localized: Localized?

    init(_ diagnostic: Diagnostic) {
      let record = DiagnosticRecord(diagnostic, in: MessageLanguage.asked)
      severity = record.severity
      code = record.code
      message = record.message
      file = record.file
      line = record.line
      column = record.column
      endLine = record.endLine
      endColumn = record.endColumn
      pointer = record.pointer
      hints = record.hints
      localized = record.localized.map {
        Localized(language: $0.language, message: $0.message, hints: $0.hints)
      }
    }
  }

  /// A problem in the language that `--locale` asks for.
  struct Localized: Encodable {
    let language: String
    let message: String
    let hints: [String]
  }

  struct PageBoxes: Encodable {
    let page: Int
    let boxes: [Box]
  }

  /// A box in millimetres from the top left corner of the page.
  struct Box: Encodable {
    let name: String
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    init(_ box: NamedBox) {
      func tenth(_ length: Length) -> Double { (length.millimetres * 100).rounded() / 100 }
      name = box.name
      x = tenth(box.rect.minX)
      y = tenth(box.rect.minY)
      width = tenth(box.rect.size.width)
      height = tenth(box.rect.size.height)
    }
  }

  /// The report on a letter that was set.
  ///
  /// - Parameter warnings: all that was noticed.
  init(composition: ComposedLetter, files: [RenderJob.File], warnings: [Diagnostic]) {
    ok = true
    pages = composition.pages.count
    sheets = (composition.pages.count + 1) / 2
    bytes = files.reduce(0) { $0 + $1.bytes.count }
    self.files = files.map(\.path)
    fonts = composition.fontNames
    diagnostics = warnings.map(Problem.init)
    self.warnings = warnings
    boxes = composition.pages.enumerated().map { index, page in
      PageBoxes(page: index + 1, boxes: page.boxes.map(Box.init))
    }
  }

  /// The report on a letter that was not.
  init(failure: Diagnostics) {
    ok = false
    pages = 0
    sheets = 0
    bytes = 0
    files = []
    fonts = []
    diagnostics = failure.all.map(Problem.init)
    boxes = []
    warnings = []
  }

  /// The report as JSON with sorted keys.
  func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
