/// A DataMatrix symbol, ECC 200 (ISO/IEC 16022): a square of dark and light modules.
package struct DataMatrixSymbol: Hashable, Sendable {
  /// How many modules it has on each side.
  package let size: Int
  /// Row by row from the top; true where a module is dark.
  private let modules: [Bool]

  /// Encodes text.
  ///
  /// - Throws: ``DataMatrixFault``.
  package init(_ text: String) throws(DataMatrixFault) {
    guard let library = DataMatrixLibrary.shared else { throw .noLibrary }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      // What a reader takes the bytes for where the symbol says nothing else (ISO/IEC 16022, 5.2.2).
      guard let byte = UInt8(exactly: scalar.value), byte >= 0x20, !(0x7F...0x9F).contains(byte)
      else { throw .notLatin(scalar) }
      bytes.append(byte)
    }
    guard !bytes.isEmpty else { throw .empty }
    guard let encoded = library.encode(bytes) else { throw .tooLong }
    (size, modules) = encoded
  }

  /// Whether the module at a column and a row, from the top left, is dark.
  package func isDark(_ column: Int, _ row: Int) -> Bool { modules[row * size + column] }

  /// The dark modules as rectangles in modules from the top left: runs along the rows, and along the
  /// columns too, so that no hair of white shows between two rows.
  package var rectangles: [(x: Int, y: Int, width: Int, height: Int)] {
    var found: [(x: Int, y: Int, width: Int, height: Int)] = []
    for line in 0..<size {
      for run in runs({ isDark($0, line) }) { found.append((run.lowerBound, line, run.count, 1)) }
    }
    for line in 0..<size {
      for run in runs({ isDark(line, $0) }) where run.count > 1 {
        found.append((line, run.lowerBound, 1, run.count))
      }
    }
    return found
  }

  private func runs(_ isDark: (Int) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for place in 0...size {
      if place < size, isDark(place) {
        start = start ?? place
      } else if let first = start {
        found.append(first..<place)
        start = nil
      }
    }
    return found
  }
}

/// Why there is no symbol.
package enum DataMatrixFault: Error, Hashable {
  /// The machine has no libdmtx.
  case noLibrary
  /// There is nothing to encode.
  case empty
  /// A character that is not in Latin-1 (ISO 8859-1).
  case notLatin(Unicode.Scalar)
  /// More than the largest symbol holds.
  case tooLong
}
