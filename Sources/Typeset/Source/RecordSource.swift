/// The stretch of a file that a record was read from, kept as bytes until a message needs it.
struct RecordSource: Sendable {
  /// The file as messages call it.
  let name: String
  /// The 1-based line on which the record begins.
  let line: Int
  /// The record as it is written.
  let bytes: [UInt8]

  /// The record as a file of its own whose lines are counted as in the whole.
  var file: SourceFile {
    SourceFile(name: name, text: String(decoding: bytes, as: UTF8.self), firstLine: line)
  }

  /// All of the record, without the line end behind it.
  var place: SourceRange {
    let file = file
    var upper = file.bytes.count
    while upper > 0, file.bytes[upper - 1] == 0x0A || file.bytes[upper - 1] == 0x0D { upper -= 1 }
    return file.range(0, upper)
  }
}
