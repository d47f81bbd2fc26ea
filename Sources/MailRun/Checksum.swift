internal import CGLib

/// The SHA-256 of bytes (FIPS 180-4), as 64 hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
  guard let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
  else { return "" }
  defer { g_free(digest) }
  return String(cString: digest)
}
