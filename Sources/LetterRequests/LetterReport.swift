package import Inspection
package import Typeset

/// What is told of a letter that was set.
package struct LetterReport: Sendable {
  /// Pages, those of enclosures too.
  package let pages: Int
  /// Bytes of all files that were made.
  package let bytes: Int
  /// The standard that the PDF keeps; nil where none was made.
  package let standard: FinishOptions.Standard?
  /// The names of the font files that glyphs were taken from, sorted.
  package let fonts: [String]
  /// What was noticed; none of it stopped the letter.
  package let diagnostics: [Diagnostic]
  /// Where things stand, page by page; empty unless a report was wanted.
  package let boxes: [[NamedBox]]

  /// Sheets of paper, printed on both sides.
  package var sheets: Int { (pages + 1) / 2 }

  /// The report as members of a JSON object, in a fixed order.
  package var members: [(String, JSON?)] {
    [
      ("pages", .count(pages)), ("sheets", .count(sheets)), ("bytes", .count(bytes)),
      ("standard", standard.map { .string($0.rawValue) }),
      ("fonts", .array(fonts.map { .string($0) })),
      ("boxes", boxes.isEmpty ? nil : .array(boxes.enumerated().map(Self.page))),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ]
  }

  private static func page(_ index: Int, _ boxes: [NamedBox]) -> JSON {
    .object(["page": .count(index + 1), "boxes": .array(boxes.map(\.json))])
  }
}

extension NamedBox {
  /// The box in millimetres from the top left corner of the page, to a hundredth.
  fileprivate var json: JSON {
    func hundredths(_ length: Length) -> JSON {
      .number((length.millimetres * 100).rounded() / 100)
    }
    return .object([
      "name": .string(name), "x": hundredths(rect.minX), "y": hundredths(rect.minY),
      "width": hundredths(rect.size.width), "height": hundredths(rect.size.height),
    ])
  }
}

extension Diagnostic {
  /// The diagnostic as reports have it; what it has not is left out.
  package var json: JSON {
    let record = DiagnosticRecord(self)
    return .object([
      "severity": .string(record.severity), "code": record.code.map { .string($0) },
      "message": .string(record.message),
      "file": record.file.map { .string($0) }, "line": record.line.map { .count($0) },
      "column": record.column.map { .count($0) }, "endLine": record.endLine.map { .count($0) },
      "endColumn": record.endColumn.map { .count($0) },
      "pointer": record.pointer.map { .string($0) },
      "hints": .array(record.hints.map { .string($0) }),
    ])
  }
}
