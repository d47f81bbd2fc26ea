/// Reads the records of a mail run one after the other, from a file or standard input; however many
/// there are, only one at a time is in memory.
///
/// ```swift
/// var reader = try RecordReader(path: "citizens.csv")
/// try template.check(columns: reader.columns)
/// while let record = try reader.next() { … }
/// ```
public struct RecordReader: ~Copyable {
  /// How records are written down.
  public enum Format: String, CaseIterable, Sendable {
    /// Rows under a row of names (RFC 4180), apart by commas, semicolons or tabs.
    case csv
    /// A JSON object on each line.
    case jsonLines = "jsonl"
  }

  /// How characters are written as bytes.
  public enum Encoding: String, CaseIterable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// ISO 8859-1, and where that has control characters the letters of Windows-1252.
    case latin1 = "latin-1"
  }

  /// The names of the fields, in their order: those of the first row of a CSV file; those that the
  /// first hundred objects of JSON Lines have.
  public private(set) var columns: [String]
  /// How the records are written down.
  public private(set) var format: Format
  /// The number of the record that was read last, also of one that is faulty; 0 before the first.
  public private(set) var number = 0

  private let name: String
  private let encoding: Encoding
  private var lines: ByteLines
  private var records: Records
  /// Records that were read for their names and wait.
  private var ahead: [Result<Record, Diagnostics>] = []
  private static let lookahead = 100

  private enum Records {
    case csv(CSVRecords)
    case json(JSONRecords)

    mutating func next(
      _ lines: inout ByteLines, _ encoding: Encoding, number: Int
    ) throws(Diagnostics) -> Record? {
      switch self {
      case .json(let records): return try records.next(&lines, encoding, number: number)
      case .csv(var records):
        defer { self = .csv(records) }
        return try records.next(&lines, encoding, number: number)
      }
    }
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file; a pipe will do.
  ///   - format: how it is written; nil takes a file that begins with `{` for JSON Lines.
  ///   - encoding: how its characters are written.
  /// - Throws: that it cannot be read, is not in that encoding, or has no usable names.
  public init(
    path: String, format: Format? = nil, encoding: Encoding = .utf8
  ) throws(Diagnostics) {
    let lines = ByteLines(reading: try openForReading(path), isOwned: true)
    try self.init(lines, name: path, format, encoding)
  }

  /// Reads standard input.
  ///
  /// - Parameters:
  ///   - format: how it is written; nil takes what begins with `{` for JSON Lines.
  ///   - encoding: how its characters are written.
  /// - Throws: that it is not in that encoding, or has no usable names.
  public init(
    standardInput format: Format?, encoding: Encoding = .utf8
  ) throws(Diagnostics) {
    try self.init(ByteLines(reading: 0, isOwned: false), name: "standard input", format, encoding)
  }

  private init(
    _ lines: consuming ByteLines, name: String, _ format: Format?, _ encoding: Encoding
  ) throws(Diagnostics) {
    self.name = name
    self.encoding = encoding
    self.format = format ?? .jsonLines
    self.lines = lines
    columns = []
    records = .json(JSONRecords(name: name))
    try start(format)
  }

  /// Looks what the file is, and reads its names.
  private mutating func start(_ format: Format?) throws(Diagnostics) {
    try Self.checkEncoding(&lines, name, encoding)
    if lines.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { lines.skip(3) }
    let first = lines.peek(64 * 1024).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else {
      try Self.checkReading(lines, name)
      throw Diagnostics(
        .error(.emptyFile, "\(quoted(name)) is empty", at: nil, hint: "give it records"))
    }
    self.format = format ?? (first == UInt8(ascii: "{") ? .jsonLines : .csv)
    switch self.format {
    case .csv:
      let csv = try CSVRecords(&lines, name: name, encoding: encoding)
      columns = csv.columns
      records = .csv(csv)
    case .jsonLines:
      (ahead, columns) = Self.firstRecords(JSONRecords(name: name), &lines, encoding)
    }
  }

  /// The first records and the names that they have.
  private static func firstRecords(
    _ json: JSONRecords, _ lines: inout ByteLines, _ encoding: Encoding
  ) -> ([Result<Record, Diagnostics>], [String]) {
    var ahead: [Result<Record, Diagnostics>] = []
    var columns: [String] = []
    var known: Set<String> = []
    while ahead.count < lookahead {
      do throws(Diagnostics) {
        guard let record = try json.next(&lines, encoding, number: ahead.count + 1) else { break }
        ahead.append(.success(record))
        for name in record.fields.keys.sorted() where known.insert(name).inserted {
          columns.append(name)
        }
      } catch {
        ahead.append(.failure(error))
      }
    }
    return (ahead, columns)
  }

  /// Looks at the beginning of the file, so that one of another encoding is refused before any letter.
  private static func checkEncoding(
    _ lines: inout ByteLines, _ name: String, _ encoding: Encoding
  ) throws(Diagnostics) {
    let head = Array(lines.peek(64 * 1024))
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw Diagnostics(
        .error(.notUTF8, "\(quoted(name)) is UTF-16", at: nil, hint: "save it as UTF-8"))
    }
    guard encoding == .utf8, String(validating: head, as: UTF8.self) == nil else { return }
    // The piece may end within a character.
    let cut = (0...3).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
    guard !cut || head.count < 64 * 1024 else { return }
    throw Diagnostics(
      invalidUTF8(
        in: head, name: name, firstLine: 1,
        hints: ["save the file as UTF-8, or read it with the encoding latin-1"]))
  }

  private static func checkReading(
    _ lines: borrowing ByteLines, _ name: String
  ) throws(Diagnostics) {
    guard lines.failure != 0 else { return }
    throw Diagnostics(
      .error(.cannotRead, "cannot read \(quoted(name)): \(reason(lines.failure))", at: nil))
  }

  /// The next record; nil after the last.
  ///
  /// - Throws: what is wrong with a record, whose number is then ``number``. The one after it can be
  ///   read all the same; where none can, nil is what follows.
  public mutating func next() throws(Diagnostics) -> Record? {
    if number < ahead.count {
      number += 1
      let record = ahead[number - 1]
      if number == Self.lookahead { ahead = [] }
      return try record.get()
    }
    number += 1
    guard let record = try records.next(&lines, encoding, number: number) else {
      number -= 1
      try Self.checkReading(lines, name)
      return nil
    }
    return record
  }
}
