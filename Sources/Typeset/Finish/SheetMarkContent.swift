import PDFFile

extension SheetMarks {
  /// The marks of a sheet as the content of a page (ISO 32000-1, 14.8.2.2).
  ///
  /// - Parameter box: the page within its sheet, as the page has it.
  /// - Throws: what cannot be encoded.
  func content(on sheet: Sheet, at box: PDFValue?) throws(Diagnostics) -> [UInt8] {
    let (left, top) = Self.corner(of: box)
    // What is drawn before may have left the page in any state but for its transformation.
    var content = Array("q /Artifact<</Type/Page>>BDC 0 g\n".utf8)
    for rect in try ink(on: sheet) {
      let height = rect.size.height.points
      for number in [
        left + rect.minX.points, top - rect.minY.points - height, rect.size.width.points, height,
      ] {
        content.append(real: number)
        content.append(UInt8(ascii: " "))
      }
      content.append(ascii: "re\n")
    }
    content.append(ascii: "f EMC Q\n")
    return content
  }

  private static func corner(of box: PDFValue?) -> (left: Double, top: Double) {
    guard case .array(let sides)? = box, sides.count == 4 else { return (0, 0) }
    return (sides[0].measure, sides[3].measure)
  }
}

extension SheetMarks.Sheet {
  /// A later sheet of the same letter.
  func following(by count: Int) -> Self {
    Self(
      id: id, letter: letter, number: number + count, of: self.count, runNumber: runNumber + count)
  }
}

extension PDFValue {
  fileprivate var measure: Double {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: 0
    }
  }
}
