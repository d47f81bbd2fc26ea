/// The rows of a cross-reference stream (ISO 32000-1, 7.5.8).
struct PlaceTable {
  typealias Fields = (kind: Int, place: Int, index: Int)

  /// How many bytes each field has.
  private let widths: [Int]
  private var rows: [UInt8] = []

  /// - Parameter widths: how many bytes each of the three fields has.
  init(widths: [Int]) { self.widths = widths }

  mutating func add(_ fields: Fields) {
    append(fields.kind, widths[0])
    append(fields.place, widths[1])
    append(fields.index, widths[2])
  }

  private mutating func append(_ value: Int, _ width: Int) {
    for shift in (0..<width).reversed() {
      rows.append(UInt8(truncatingIfNeeded: value >> (8 * shift)))
    }
  }

  /// The rows as they are, without any filter.
  var plain: [UInt8] { rows }

  /// The table's bytes, and what its dictionary says of them.
  func stored(by deflater: Deflater, _ entries: inout PDFDictionary) -> [UInt8] {
    entries["W"] = .array(widths.map { .integer($0) })
    let width = widths.reduce(0, +)
    var differences: [UInt8] = []
    differences.reserveCapacity(rows.count + rows.count / width)
    // Each row as its difference from the one before is made smaller (PNG's filter Up; 7.4.4.4).
    for start in stride(from: 0, to: rows.count, by: width) {
      differences.append(2)
      for place in start..<start + width {
        differences.append(rows[place] &- (start == 0 ? 0 : rows[place - width]))
      }
    }
    guard let small = deflater.compressed(differences), small.count < rows.count else {
      return rows
    }
    entries["Filter"] = .name("FlateDecode")
    entries["DecodeParms"] = ["Predictor": 12, "Columns": .integer(width)]
    return small
  }
}
