import CQPDF
package import PDFFile

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension PDFDocument {
  /// A stream's bytes, decoded.
  package func contents(of stream: PDFObject) throws(PDFError) -> [UInt8] {
    let (bytes, isDecoded) = try readableContents(of: stream)
    guard isDecoded else {
      throw PDFError(action: "read a stream", reason: "its filter is unknown")
    }
    return bytes
  }

  /// A stream's bytes, decoded if none of its filters is for pictures or not known, else as they are
  /// stored.
  func readableContents(
    of stream: PDFObject
  ) throws(PDFError) -> (bytes: [UInt8], isDecoded: Bool) {
    try checkRows(of: stream)
    var isDecoded = QPDF_BOOL(0)
    let bytes = try bytes(of: stream, qpdf_dl_generalized, &isDecoded)
    return (bytes, isDecoded != 0)
  }

  /// A stream's bytes as they are stored.
  package func encodedContents(of stream: PDFObject) throws(PDFError) -> [UInt8] {
    var isDecoded = QPDF_BOOL(0)
    return try bytes(of: stream, qpdf_dl_none, &isDecoded)
  }

  private func bytes(
    of stream: PDFObject, _ level: qpdf_stream_decode_level_e, _ isDecoded: inout QPDF_BOOL
  ) throws(PDFError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    qpdf_oh_get_stream_data(data, stream.handle, level, &isDecoded, &buffer, &length)
    defer { free(buffer) }
    try check("read a stream")
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// The content of a page, its pieces joined; a piece may end within a line (ISO 32000-1, 7.8.2).
  package func pageContents(_ page: PDFObject) throws(PDFError) -> [UInt8] {
    let content = get(page, "Contents")
    var bytes: [UInt8] = []
    for piece in isStream(content) ? [content] : items(of: content) where isStream(piece) {
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      bytes += try contents(of: piece)
    }
    try check("read a page")
    return bytes
  }

  /// Rows of samples that no picture has would have a filter reserve memory for them
  /// (ISO 32000-1, 7.4.4.4 and 7.4.6).
  func checkRows(of stream: PDFObject) throws(PDFError) {
    let parameters = get(dictionary(of: stream), "DecodeParms")
    for entry in isArray(parameters) ? items(of: parameters) : [parameters] {
      for (key, most) in [("Columns", 1_000_000), ("Colors", 64), ("BitsPerComponent", 32)] {
        guard let number = integer(entry, key), !(0...most).contains(number) else { continue }
        throw PDFError(action: "read a stream", reason: "its rows are too long (\(key) \(number))")
      }
    }
  }
}
