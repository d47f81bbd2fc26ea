import CDeflate

/// Compression as PNGs and PDFs have it (RFC 1950; ISO/IEC 15948, 10; ISO 32000-1, 7.4.4).
enum Flate {
  /// Decompresses to so many bytes.
  ///
  /// - Returns: the bytes, and how many of the compressed ones they took; nil unless they are exactly
  ///   as many.
  static func inflate(_ bytes: [UInt8], to count: Int) -> (bytes: [UInt8], taken: Int)? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var taken = 0
    let made = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      let result = libdeflate_zlib_decompress_ex(
        decompressor, bytes, bytes.count, buffer.baseAddress, count, &taken, nil)
      length = result == LIBDEFLATE_SUCCESS ? count : 0
    }
    return made.count == count ? (made, taken) : nil
  }

  /// The bytes compressed, quickly rather than as far as can be.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(4) else { return [] }
    defer { libdeflate_free_compressor(compressor) }
    let room = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, length in
      length = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, room)
    }
  }

  /// The checksum that ends a chunk of a PNG (ISO/IEC 15948, 5.5).
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
