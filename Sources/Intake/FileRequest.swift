/// A request that is about a whole file and says nothing else.
package protocol FileRequest: IntakeRequest {
  /// The file's bytes.
  var bytes: [UInt8] { get }
  /// Asks for a file.
  init(_ bytes: [UInt8])
}

extension FileRequest {
  package func write(to writer: inout MessageWriter) {
    writer.reserve(bytes.count + 16)
    writer.append(bytes)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(try [UInt8](from: &reader))
  }
}
