import CDeflate

/// Compresses streams (ISO 32000-1, 7.4.4, `FlateDecode`; RFC 1950), the same bytes for the same bytes.
///
/// Making one takes longer than compressing a page, so it is kept; one at a time may use it.
package final class Deflater {
  /// The version of the library that compresses, as the program was built with it.
  package static let libraryVersion = LIBDEFLATE_VERSION_STRING

  private let compressor: OpaquePointer?

  /// - Parameter level: from 1, the quickest, to 12, the smallest.
  package init(level: Int = 6) { compressor = libdeflate_alloc_compressor(Int32(level)) }

  /// The bytes compressed; nil where that does not make them fewer, or memory is wanting.
  package func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor, !bytes.isEmpty else { return nil }
    let made = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      // What does not fit into as many bytes is left as it is.
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
    return made.isEmpty ? nil : made
  }

  deinit { libdeflate_free_compressor(compressor) }
}
