internal import CGLib
import GLibSupport

/// The SHA-256 of bytes (FIPS 180-4), as 64 hexadecimal digits.
///
/// libcrypto uses the processor's own instructions where it has them, GLib does not and takes many times as long. Both
/// give the same, so GLib does where libcrypto is not there.
package func sha256(_ bytes: [UInt8]) -> String {
  if let digest = fastDigest {
    var sum = [UInt8](repeating: 0, count: 32)
    if digest(bytes, bytes.count, &sum) != nil { return hexadecimal(sum) }
  }
  guard let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
  else { return "" }
  defer { g_free(digest) }
  return String(cString: digest)
}

/// The SHA-1 of bytes (FIPS 180-4), as 40 hexadecimal digits: for names, not for security.
package func sha1(_ bytes: [UInt8]) -> String {
  guard let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA1, bytes, gsize(bytes.count))
  else { return "" }
  defer { g_free(digest) }
  return String(cString: digest)
}

/// `SHA256` of libcrypto; nil where there is none.
private let fastDigest = DynamicLibrary("libcrypto.so.3", "libcrypto.3.dylib")?.function(
  "SHA256",
  as: (@convention(c) (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>?).self)

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
