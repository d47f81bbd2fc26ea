internal import CGLib

/// A digest of bytes, as GLib makes it.
enum Digest {
  /// The kinds that seals use.
  enum Kind {
    case sha256, sha384, sha512
  }

  /// The digest of pieces of a file, one after the other; nil where GLib does not know the kind.
  static func of(_ pieces: [ArraySlice<UInt8>], _ kind: Kind) -> [UInt8]? {
    let type =
      switch kind {
      case .sha256: G_CHECKSUM_SHA256
      case .sha384: G_CHECKSUM_SHA384
      case .sha512: G_CHECKSUM_SHA512
      }
    guard let checksum = g_checksum_new(type) else { return nil }
    defer { g_checksum_free(checksum) }
    for piece in pieces {
      piece.withUnsafeBytes { buffer in
        g_checksum_update(
          checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), buffer.count)
      }
    }
    var length: gsize = 64
    var bytes = [UInt8](repeating: 0, count: 64)
    g_checksum_get_digest(checksum, &bytes, &length)
    return Array(bytes.prefix(Int(length)))
  }
}

/// The SHA-256 of pieces of a file, one after the other.
package func sha256(of pieces: ArraySlice<UInt8>...) -> [UInt8] {
  Digest.of(pieces, .sha256) ?? []
}

/// The SHA-256 of bytes.
package func sha256(of bytes: [UInt8]) -> [UInt8] { sha256(of: bytes[...]) }
