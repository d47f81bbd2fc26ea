/// Asks for what in a finished PDF breaks the standards that enclosures are held to, found by the same
/// look; what is wrong with the file itself is refused.
package struct AuditPDF: IntakeRequest {
  package static let name = "audit-pdf"
  package typealias Answer = ImportFlaws

  /// The file's bytes.
  package let bytes: [UInt8]

  /// Asks for a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func write(to writer: inout MessageWriter) {
    writer.reserve(bytes.count + 16)
    writer.append(bytes)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    bytes = try [UInt8](from: &reader)
  }
}
