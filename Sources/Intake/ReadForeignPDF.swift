/// Asks for a foreign PDF as far as a letter uses it; what is wrong with the file is refused.
package struct ReadForeignPDF: IntakeRequest {
  package static let name = "read-foreign-pdf"
  package typealias Answer = ForeignFile

  /// The file's bytes.
  package let bytes: [UInt8]
  /// What messages call it.
  package let file: String
  /// What the letter does with it.
  package let use: ImportUse

  /// Asks for a file.
  package init(_ bytes: [UInt8], file: String, use: ImportUse) {
    self.bytes = bytes
    self.file = file
    self.use = use
  }

  package func write(to writer: inout MessageWriter) {
    writer.append(bytes, file, use == .background)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    bytes = try [UInt8](from: &reader)
    file = try String(from: &reader)
    use = try Bool(from: &reader) ? .background : .enclosure
  }
}
