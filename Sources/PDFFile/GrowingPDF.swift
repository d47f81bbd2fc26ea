/// Writes a file while its objects come (ISO 32000-1, 7.5), for one that is too long to be held as a
/// ``PDFBody``.
///
/// Objects are named by numbers that are reserved before. What is written is taken away with
/// ``drain()``; what stays is a place for each row of objects, not for each object.
package struct GrowingPDF: ~Copyable {
  /// The most objects that one object stream holds; readers take it apart as a whole.
  private static let objectsPerStream = 256
  /// The most objects that one cross-reference stream tells of; each leads to the one before it
  /// (7.5.8.2, `Prev`), so that memory holds the rows of one.
  private static let placesPerStream = 1 << 18

  /// Objects whose numbers follow each other, in one object stream; or one that stands alone.
  fileprivate struct Row {
    let first: Int
    var count: Int
    /// The stream's number; 0 for an object of its own.
    let stream: Int
    /// The place of the first in the stream, or of the object in the file.
    let place: Int
  }

  private let deflater: Deflater
  private var bytes: [UInt8] = []
  private var drained = 0
  private var rows: [Row] = []
  private var packed: [(number: Int, end: Int)] = []
  private var packedBytes: [UInt8] = []
  /// The highest number that was given out.
  package private(set) var lastNumber = 0

  /// Begins a file.
  ///
  /// - Parameter version: as `1.7`.
  package init(version: String, deflater: Deflater = Deflater()) {
    self.deflater = deflater
    bytes += Array("%PDF-\(version)\n".utf8)
    // Bytes that are no text tell programs not to change line ends (ISO 19005-2, 6.1.2).
    bytes += [UInt8(ascii: "%"), 0xE2, 0xE3, 0xCF, 0xD3, 10]
  }

  /// Gives out numbers that follow each other, one for each object that will be written.
  ///
  /// - Returns: the first.
  package mutating func reserve(_ count: Int = 1) -> Int {
    lastNumber += count
    return lastNumber - count + 1
  }

  /// Takes away what is written.
  package mutating func drain() -> [UInt8] {
    drained += bytes.count
    defer { bytes = [] }
    return bytes
  }

  /// Writes an object.
  ///
  /// - Parameters:
  ///   - number: a reserved one.
  ///   - numbers: the number of each object that it refers to, by the references' places.
  package mutating func write(_ object: PDFBody.Object, as number: Int, numbers: [Int]) {
    switch object {
    case .stream(let entries, let data): write(stream: number, entries, data, numbers)
    case .value(let value):
      packedBytes.append(value, numbers: numbers)
      packedBytes.append(10)
      packed.append((number, packedBytes.count))
      if packed.count == Self.objectsPerStream { flush() }
    }
  }

  /// Writes what waits for its object stream to be full.
  package mutating func flush() {
    guard !packed.isEmpty else { return }
    let stream = reserve()
    var head: [UInt8] = []
    var start = 0
    for (index, object) in packed.enumerated() {
      head.append(integer: object.number)
      head.append(UInt8(ascii: " "))
      head.append(integer: start)
      head.append(UInt8(ascii: " "))
      note(object.number, in: stream, at: index)
      start = object.end
    }
    let entries: PDFDictionary = [
      "Type": .name("ObjStm"), "N": .integer(packed.count), "First": .integer(head.count),
    ]
    let data = head + packedBytes
    packed.removeAll(keepingCapacity: true)
    packedBytes.removeAll(keepingCapacity: true)
    write(stream: stream, entries, data, [])
  }

  private mutating func write(
    stream number: Int, _ entries: PDFDictionary, _ data: [UInt8], _ numbers: [Int]
  ) {
    note(number, in: 0, at: drained + bytes.count)
    let (entries, data) = entries.stored(data, by: deflater)
    write(stored: number, entries, data, numbers)
  }

  private mutating func write(
    stored number: Int, _ entries: PDFDictionary, _ data: [UInt8], _ numbers: [Int]
  ) {
    bytes.append(stream: number, entries, data, numbers: numbers)
  }

  private mutating func note(_ number: Int, in stream: Int, at place: Int) {
    if stream > 0, let row = rows.last, row.stream == stream, row.first + row.count == number,
      row.place + row.count == place
    {
      rows[rows.count - 1].count += 1
    } else {
      rows.append(Row(first: number, count: 1, stream: stream, place: place))
    }
  }

  // MARK: The end

  /// Says where everything is, and ends the file.
  ///
  /// - Parameters:
  ///   - catalog: its number.
  ///   - information: the number of the information dictionary; nil for a file without one.
  ///   - identifier: sixteen bytes by which the file is known (14.4), made of what was drained after
  ///     ``flush()``.
  package mutating func finish(catalog: Int, information: Int?, identifier: [UInt8]) {
    flush()
    rows.sort { $0.first < $1.first }
    var previous: Int?
    var row = 0
    let count = lastNumber + 1
    for first in stride(from: 0, to: count, by: Self.placesPerStream) {
      let number = reserve()
      let start = drained + bytes.count
      let end = min(first + Self.placesPerStream, count)
      var table = PlaceTable(widths: [1, 5, 2])
      for next in first..<end {
        while row < rows.count, rows[row].first + rows[row].count <= next { row += 1 }
        table.add(row < rows.count ? rows[row].fields(of: next) : (0, 0, 0))
      }
      table.add((1, start, 0))
      var entries: PDFDictionary = [
        "Type": .name("XRef"), "Size": .integer(number + 1),
        "Index": [.integer(first), .integer(end - first), .integer(number), 1],
        "Root": .reference(PDFReference(index: 0)), "ID": [.bytes(identifier), .bytes(identifier)],
      ]
      if information != nil { entries["Info"] = .reference(PDFReference(index: 1)) }
      if let previous { entries["Prev"] = .integer(previous) }
      let data = table.stored(by: deflater, &entries)
      write(stored: number, entries, data, [catalog, information ?? 0])
      previous = start
    }
    bytes.append(ascii: "startxref\n")
    bytes.append(integer: previous ?? 0)
    bytes.append(ascii: "\n%%EOF\n")
  }
}

extension GrowingPDF.Row {
  /// What a cross-reference stream says of an object (7.5.8.3).
  fileprivate func fields(of number: Int) -> PlaceTable.Fields {
    guard number >= first else { return (0, 0, 0) }
    return stream > 0 ? (2, stream, place + number - first) : (1, place, 0)
  }
}
