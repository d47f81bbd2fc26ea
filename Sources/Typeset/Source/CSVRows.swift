internal import CCSV

/// libcsv reading rows out of lines; owns its parser.
final class CSVRows {
  /// What became of a line.
  enum Outcome {
    /// It is within a row that goes on.
    case open
    /// It held nothing.
    case blank
    /// Rows ended in it: one, but where a file has carriage returns alone.
    case rows([[String?]])
    /// It is no CSV from a byte of it on.
    case broken(at: Int)
  }

  private let parser: UnsafeMutablePointer<csv_parser>
  private let delimiter: UInt8
  /// The fields of the row being read; nil for one that is not UTF-8.
  private var fields: [String?] = []
  private var rows: [[String?]] = []

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    start()
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  private func start() {
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(parser, delimiter)
    // Spaces are part of a field (RFC 4180, 2.4).
    csv_set_space_func(parser) { _ in 0 }
  }

  /// Forgets a row that is not whole.
  func reset() {
    csv_free(parser)
    start()
    fields = []
    rows = []
  }

  /// Reads one line with its line end.
  func read(_ line: ArraySlice<UInt8>) -> Outcome {
    let me = Unmanaged.passUnretained(self).toOpaque()
    let count = line.withUnsafeBytes {
      csv_parse(parser, $0.baseAddress, $0.count, Self.takeField, Self.takeRow, me)
    }
    guard count == line.count else {
      reset()
      return .broken(at: count)
    }
    if !rows.isEmpty { return .rows(takeRows()) }
    // A parser at rest has had no field begin.
    return parser.pointee.pstate == 0 ? .blank : .open
  }

  /// Ends the last row; false if it is within quotation marks.
  func finish() -> [[String?]]? {
    let me = Unmanaged.passUnretained(self).toOpaque()
    guard csv_fini(parser, Self.takeField, Self.takeRow, me) == 0 else { return nil }
    return takeRows()
  }

  private func takeRows() -> [[String?]] {
    defer { rows = [] }
    return rows
  }

  private static let takeField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, me in
      guard let me else { return }
      let rows = Unmanaged<CSVRows>.fromOpaque(me).takeUnretainedValue()
      let buffer = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
      rows.fields.append(String(validating: buffer, as: UTF8.self))
    }

  private static let takeRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, me in
    guard let me else { return }
    let rows = Unmanaged<CSVRows>.fromOpaque(me).takeUnretainedValue()
    rows.rows.append(rows.fields)
    rows.fields.removeAll(keepingCapacity: true)
  }
}
