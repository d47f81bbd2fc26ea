import Typeset

/// The record that `--data` names.
enum RenderData {
  /// Reads the record, and the names that its file has.
  ///
  /// - Throws: that the file cannot be read, or has no such record.
  static func read(
    _ path: String, record wanted: String?, encoding: RecordReader.Encoding
  ) throws(Diagnostics) -> (record: Record, columns: [String]) {
    // An object over many lines is one record; as JSON Lines its first line is none.
    if wanted == nil, encoding == .utf8, path != "-",
      let bytes = try? readFile(at: path, limit: sourceSizeLimit),
      bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{"),
      isOneObject(bytes)
    {
      let record = try Record(json: bytes, name: path)
      return (record, record.fields.keys.sorted())
    }
    var reader =
      path == "-"
      ? try RecordReader(standardInput: nil, encoding: encoding)
      : try RecordReader(path: path, encoding: encoding)
    let columns = reader.columns
    let record = try find(wanted, in: &reader)
    guard let record else {
      let count = reader.number
      throw Diagnostics([
        Diagnostic(
          .error,
          .records,
          wanted.map { "\"\(path)\" has no record \"\($0)\"" } ?? "\"\(path)\" has no records",
          hints: count > 0 ? ["write a number from 1 to \(count), or an id"] : [])
      ])
    }
    return (record, columns)
  }

  /// The record of that number or id; the first where none is asked for.
  private static func find(
    _ wanted: String?, in reader: inout RecordReader
  ) throws(Diagnostics) -> Record? {
    guard let wanted else { return try reader.next() }
    while true {
      do throws(Diagnostics) {
        guard let record = try reader.next() else { return nil }
        if record.id == wanted || String(record.number) == wanted { return record }
      } catch {
        // Another record's fault is not asked for.
        if String(reader.number) == wanted { throw error }
      }
    }
  }

  /// Whether a text that begins with an object is not one of several on lines of their own.
  private static func isOneObject(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 {
          return bytes[(index + 1)...].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        }
      }
    }
    // A broken object is told of as one.
    return true
  }
}
