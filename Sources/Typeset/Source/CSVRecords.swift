/// The records of a CSV file: rows under a row of names.
struct CSVRecords {
  private let name: String
  private let delimiter: UInt8
  private let rows: CSVRows
  private(set) var columns: [String] = []
  /// Rows that ended on one line, of which all but the first wait.
  private var waiting: [[String?]] = []
  private var source: RecordSource
  private(set) var isAtEnd = false

  /// The most bytes of one row: what is longer is a quotation mark that nobody has closed.
  static let rowLimit = 1024 * 1024

  /// Reads the names.
  ///
  /// - Throws: that there are none, or two of a kind.
  init(
    _ lines: inout ByteLines, name: String, encoding: RecordReader.Encoding
  ) throws(Diagnostics) {
    self.name = name
    var head = lines.peek(64 * 1024)
    source = RecordSource(name: name, line: lines.lineNumber, bytes: [])
    // What Excel writes to tell itself the delimiter.
    if head.count > 5, head.starts(with: "sep=".utf8),
      let end = head.firstIndex(of: 0x0A), end - head.startIndex <= 6
    {
      delimiter = head[head.startIndex + 4]
      _ = lines.line()
      head = lines.peek(64 * 1024)
    } else {
      delimiter = Self.delimiter(in: head)
    }
    rows = CSVRows(delimiter: delimiter)
    guard let first = try nextRow(&lines, encoding) else {
      throw Diagnostics(
        .error(
          .csv, "\(quoted(name)) has no row of names", at: nil,
          hint: "write the names of the columns in the first row"))
    }
    var problems: [Diagnostic] = []
    var known: Set<String> = []
    for (index, field) in first.enumerated() {
      let column = collapseSpaces(field ?? "")
      if column.isEmpty {
        problems.append(
          .error(
            .csv, "column \(index + 1) has no name", at: source.place,
            hint: "name it, or delete the column"))
      } else if !known.insert(column).inserted {
        problems.append(
          .error(
            .csv, "two columns are called \(quoted(column))", at: source.place,
            hint: "give one of them another name"))
      }
      columns.append(column)
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }

  /// The mark between fields: that of comma, semicolon and tab which the first line has most of.
  private static func delimiter(in head: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let marks = Array(",;\t".utf8)
    return marks.max { (counts[$0] ?? 0, -Int($0)) < (counts[$1] ?? 0, -Int($1)) }
      ?? UInt8(ascii: ",")
  }

  /// The next record; nil at the end.
  mutating func next(
    _ lines: inout ByteLines, _ encoding: RecordReader.Encoding, number: Int
  ) throws(Diagnostics) -> Record? {
    guard let row = try nextRow(&lines, encoding) else { return nil }
    guard row.count == columns.count else {
      let mark = delimiter == 0x09 ? "tab" : "\"\(String(UnicodeScalar(delimiter)))\""
      throw Diagnostics(
        .error(
          .csv, "record \(number) has \(row.count) fields, the file \(columns.count) columns",
          at: source.place,
          hint: row.count > columns.count
            ? "put a value that has a \(mark) in it between quotation marks"
            : "write each field, empty ones too, or join the lines of a value by quotation marks"))
    }
    var fields: [String: Record.Value] = [:]
    fields.reserveCapacity(columns.count)
    for (column, field) in zip(columns, row) {
      guard let field else {
        throw Diagnostics(
          invalidUTF8(
            in: source.bytes, name: name, firstLine: source.line,
            hints: ["save the file as UTF-8, or read it with the encoding latin-1"]))
      }
      fields[column] = .text(field)
    }
    return Record(fields: fields, number: number, source: source)
  }

  private mutating func nextRow(
    _ lines: inout ByteLines, _ encoding: RecordReader.Encoding
  ) throws(Diagnostics) -> [String?]? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    guard !isAtEnd else { return nil }
    var bytes: [UInt8] = []
    var firstLine = lines.lineNumber
    while true {
      guard let raw = lines.line() else {
        isAtEnd = true
        return try lastRow(bytes, firstLine)
      }
      let line = encoding == .utf8 ? raw : decodedLatin1(raw)[...]
      let outcome = rows.read(line)
      let before = bytes.count
      bytes += line
      switch outcome {
      case .blank:
        bytes = []
        firstLine = lines.lineNumber
      case .open:
        if bytes.count > Self.rowLimit {
          isAtEnd = true
          throw Diagnostics(
            .error(
              .csv, "the row that begins here has no end within \(megabytes(Self.rowLimit))",
              at: openQuote(in: bytes, firstLine), hint: "close its quotation mark"))
        }
      case .rows(let found):
        source = RecordSource(name: name, line: firstLine, bytes: bytes)
        waiting = Array(found.dropFirst())
        return found.first
      case .broken(let offset):
        let file = RecordSource(name: name, line: firstLine, bytes: bytes).file
        throw Diagnostics(
          .error(
            .csv, "a quotation mark is out of place here",
            at: file.range(before + offset, before + offset + 1),
            hint: "put the whole value between quotation marks and write each within it twice"))
      }
    }
  }

  /// The row that the end of the file ends.
  private mutating func lastRow(
    _ bytes: [UInt8], _ firstLine: Int
  ) throws(Diagnostics) -> [String?]? {
    source = RecordSource(name: name, line: firstLine, bytes: bytes)
    guard let found = rows.finish() else {
      throw Diagnostics(
        .error(
          .csv, "this quotation mark has no partner", at: openQuote(in: bytes, firstLine),
          hint: "close it, and write one within a value twice"))
    }
    waiting = Array(found.dropFirst())
    return found.first
  }

  /// The quotation mark that opens what is not closed.
  private func openQuote(in bytes: [UInt8], _ firstLine: Int) -> SourceRange {
    var open: Int?
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
      open = open == nil ? offset : nil
    }
    let file = RecordSource(name: name, line: firstLine, bytes: bytes).file
    return file.range(open ?? 0, (open ?? 0) + 1)
  }
}

/// Bytes of ISO 8859-1 as UTF-8; 0x80 to 0x9F are read as Windows-1252 has them, as the Encoding
/// Standard (5.1) says of that name.
func decodedLatin1(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(where: { $0 >= 0x80 }) else { return Array(bytes) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + 16)
  for byte in bytes {
    let value = (0x80...0x9F).contains(byte) ? windowsLetters[Int(byte) - 0x80] : UInt16(byte)
    if value < 0x80 {
      result.append(UInt8(value))
    } else if value < 0x800 {
      result += [0xC0 | UInt8(value >> 6), 0x80 | UInt8(value & 0x3F)]
    } else {
      result += [
        0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F),
      ]
    }
  }
  return result
}

/// What Windows-1252 has at 0x80 to 0x9F.
let windowsLetters: [UInt16] = [
  0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152,
  0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
  0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
]
