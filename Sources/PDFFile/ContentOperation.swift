/// An operator of a content stream with its operands (ISO 32000-1, annex A), as far as content is
/// made here.
package enum ContentOperation: Hashable, Sendable {
  /// Keeps the graphics state: `q`.
  case save
  /// Takes the kept state up again: `Q`.
  case restore
  /// Changes the plane: `cm`.
  case concatenate(PageMatrix)
  /// Cuts what follows to a rectangle of left, low, width and height: `re W n`.
  case clip([Double])
  /// Draws an object of the resources: `Do`.
  case draw(String)
  /// Begins content that a tag tells of: `BDC`.
  case begin(tag: String, MarkedProperties)
  /// Ends it: `EMC`.
  case end

  /// What the tag of marked content says of it (ISO 32000-1, 14.6).
  package enum MarkedProperties: Hashable, Sendable {
    /// The identifier by which the structure knows it, and what is read instead of its glyphs.
    case content(id: Int, actualText: String?)
    /// The type of an artifact, and its subtype (ISO 32000-1, 14.8.2.2.2).
    case artifact(type: String, subtype: String?)
  }

  /// The operator and its operands as they are written.
  package var text: String {
    switch self {
    case .save: "q"
    case .restore: "Q"
    case .concatenate(let matrix): Self.list(matrix.numbers) + " cm"
    case .clip(let box): Self.list(box) + " re W n"
    case .draw(let name): "/\(name) Do"
    case .begin(let tag, let properties): "/\(tag)<<\(properties.text)>>BDC"
    case .end: "EMC"
    }
  }

  private static func list(_ numbers: [Double]) -> String {
    numbers.map { PDFSyntax.number($0) }.joined(separator: " ")
  }
}

extension ContentOperation.MarkedProperties {
  fileprivate var text: String {
    switch self {
    case .content(let id, let words):
      "/MCID \(id)" + (words.map { "/ActualText\(PDFSyntax.text($0))" } ?? "")
    case .artifact(let type, let subtype):
      "/Type/\(type)" + (subtype.map { "/Subtype/\($0)" } ?? "")
    }
  }
}

extension [ContentOperation] {
  /// The operations on one line.
  package var bytes: [UInt8] { [UInt8](map(\.text).joined(separator: " ").utf8) }

  /// The operations on one line, with its end.
  package var line: [UInt8] { bytes + [UInt8(ascii: "\n")] }
}
