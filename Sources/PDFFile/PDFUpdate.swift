/// What is put behind a file to change objects of it and to add others (ISO 32000-1, 7.5.6); the bytes
/// before it stay as they are.
///
/// References in its values are by the objects' numbers in the file.
package struct PDFUpdate: Sendable {
  /// What is appended so far.
  package private(set) var bytes: [UInt8] = [10]
  /// How many bytes the file has.
  private let start: Int
  private let numbers: [Int]
  private var places: [Int: Int] = [:]

  /// Begins behind a file.
  ///
  /// - Parameters:
  ///   - count: how many bytes it has.
  ///   - numbers: the numbers that objects may have: those of the file and of what is added.
  package init(behind count: Int, numbers: Range<Int>) {
    start = count
    self.numbers = Array(0..<max(1, numbers.upperBound))
  }

  /// Where the next byte stands in the whole file.
  package var end: Int { start + bytes.count }

  /// Adds an object, or puts a value in the place of one.
  package mutating func set(_ number: Int, _ value: PDFValue) {
    begin(number)
    bytes.append(value, numbers: numbers)
    bytes.append(ascii: "\nendobj\n")
  }

  /// Adds a dictionary, at whose end entries stand that are written as they are.
  ///
  /// - Returns: where those begin in the whole file.
  package mutating func set(
    _ number: Int, _ entries: PDFDictionary, written: [UInt8]
  ) -> Int {
    begin(number)
    bytes.append(entries, numbers: numbers)
    bytes.removeLast(2)
    let place = end
    bytes += written
    bytes.append(ascii: ">>\nendobj\n")
    return place
  }

  private mutating func begin(_ number: Int) {
    places[number] = end
    bytes.append(integer: number)
    bytes.append(ascii: " 0 obj\n")
  }

  /// Adds the table of what was changed, and the trailer.
  ///
  /// - Parameters:
  ///   - trailer: its entries, but for the size and what tells of the tables.
  ///   - previous: where the table before it begins.
  ///   - isStream: whether that is a stream, and this one, too (7.5.8); else both are tables.
  package mutating func finish(
    _ trailer: PDFDictionary, behind previous: Int, asStream isStream: Bool
  ) {
    var trailer = trailer
    let table = end
    if isStream { places[(places.keys.max() ?? 0).advanced(by: 1)] = table }
    let rows = places.sorted { $0.key < $1.key }
    trailer["Size"] = .integer(max(numbers.count, (rows.last?.key ?? 0) + 1))
    trailer["Prev"] = .integer(previous)
    if isStream {
      writeStream(trailer, rows, number: rows.last?.key ?? 0)
    } else {
      writeTable(rows)
      bytes.append(ascii: "trailer\n")
      bytes.append(trailer, numbers: numbers)
      bytes.append(10)
    }
    bytes.append(ascii: "startxref\n")
    bytes.append(integer: table)
    bytes.append(ascii: "\n%%EOF\n")
  }

  private mutating func writeStream(
    _ trailer: PDFDictionary, _ rows: [(key: Int, value: Int)], number: Int
  ) {
    let width = max(1, (Int.bitWidth - end.leadingZeroBitCount + 7) / 8)
    var table = PlaceTable(widths: [1, width, 1])
    for row in rows { table.add((1, row.value, 0)) }
    var entries: PDFDictionary = ["Type": .name("XRef")]
    for entry in trailer.entries { entries[entry.key] = entry.value }
    entries["W"] = [1, .integer(width), 1]
    entries["Index"] = .array(
      Self.runs(rows.map(\.key)).flatMap { [.integer($0.lowerBound), .integer($0.count)] })
    bytes.append(stream: number, entries, table.plain, numbers: numbers)
  }

  private mutating func writeTable(_ rows: [(key: Int, value: Int)]) {
    bytes.append(ascii: "xref\n")
    let places = Dictionary(uniqueKeysWithValues: rows)
    for run in Self.runs(rows.map(\.key)) {
      bytes.append(integer: run.lowerBound)
      bytes.append(UInt8(ascii: " "))
      bytes.append(integer: run.count)
      bytes.append(10)
      for number in run {
        let digits = Array(String(places[number] ?? 0).utf8)
        bytes += Array(repeating: UInt8(ascii: "0"), count: max(0, 10 - digits.count)) + digits
        bytes.append(ascii: " 00000 n \n")
      }
    }
  }

  /// Numbers that follow each other, put together.
  private static func runs(_ numbers: [Int]) -> [Range<Int>] {
    numbers.reduce(into: []) { runs, number in
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
  }
}
