/// An operator of a content stream with its operands (ISO 32000-1, annex A), as far as it stands
/// around what is drawn.
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
    /// What is read instead of the glyphs of a part of some content.
    case replacement(String)
    /// The type of an artifact, and its subtype (ISO 32000-1, 14.8.2.2.2).
    case artifact(type: String, subtype: String?)

    fileprivate var entries: PDFDictionary {
      switch self {
      case .content(let id, let words):
        var entries: PDFDictionary = ["MCID": .integer(id)]
        entries["ActualText"] = words.map { .text($0) }
        return entries
      case .replacement(let words): return ["ActualText": .text(words)]
      case .artifact(let type, let subtype):
        var entries: PDFDictionary = ["Type": .name(type)]
        entries["Subtype"] = subtype.map { .name($0) }
        return entries
      }
    }
  }
}

extension [UInt8] {
  /// An operator with its operands and a line end.
  package mutating func append(_ operation: ContentOperation) {
    switch operation {
    case .save: append(ascii: "q")
    case .restore: append(ascii: "Q")
    case .concatenate(let matrix):
      // Shares of a scale need more digits than places.
      for number in matrix.numbers { append(operand: number, decimals: 5) }
      append(ascii: "cm")
    case .clip(let box):
      for number in box { append(operand: number, decimals: 5) }
      append(ascii: "re W n")
    case .draw(let name):
      append(name: name)
      append(ascii: " Do")
    case .begin(let tag, let properties):
      append(name: tag)
      append(properties.entries, numbers: [])
      append(ascii: "BDC")
    case .end: append(ascii: "EMC")
    }
    append(10)
  }

  /// A number and a space.
  mutating func append(operand number: Double, decimals: Int = 3) {
    append(real: number, decimals: decimals)
    append(UInt8(ascii: " "))
  }
}

extension [ContentOperation] {
  /// The operations, each on a line.
  package var bytes: [UInt8] { reduce(into: []) { $0.append($1) } }
}
