/// Asks for what in a finished PDF breaks the standards that enclosures are held to, found by the same
/// look; what is wrong with the file itself is refused.
package struct AuditPDF: FileRequest {
  package static let name = "audit-pdf"
  package typealias Answer = ImportFlaws

  /// The file's bytes.
  package let bytes: [UInt8]

  /// Asks for a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}
