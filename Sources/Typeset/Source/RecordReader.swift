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
  public let columns: [String]
  /// How the records are written down.
  public let format: Format
  /// The number of the record that was read last, also of one that is faulty; 0 before the first.
  public private(set) var number = 0

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: how it is written; nil takes a file that begins with `{` for JSON Lines.
  ///   - encoding: how its characters are written.
  /// - Throws: that it cannot be read, is not in that encoding, or has no usable names.
  public init(
    path: String, format: Format? = nil, encoding: Encoding = .utf8
  ) throws(Diagnostics) {
    columns = []
    self.format = format ?? .csv
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
    columns = []
    self.format = format ?? .csv
  }

  /// The next record; nil after the last.
  ///
  /// - Throws: what is wrong with a record, whose number is then ``number``. The one after it can be
  ///   read all the same; where none can, nil is what follows.
  public mutating func next() throws(Diagnostics) -> Record? { nil }
}
