/// Puts bytes in base64 behind others (RFC 4648, 4).
///
/// GLib's own takes four times the instructions, and a message is base64 for the most part.
package func appendBase64(_ bytes: [UInt8], to text: inout [UInt8]) {
  let start = text.count
  let whole = bytes.count / 3
  text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: (bytes.count + 2) / 3 * 4))
  bytes.withUnsafeBufferPointer { bytes in
    text.withUnsafeMutableBytes { text in
      pairs.withUnsafeBufferPointer { pairs in
        var (from, to) = (0, start)
        for _ in 0..<whole {
          let group =
            Int(bytes[from]) << 16 | Int(bytes[from + 1]) << 8 | Int(bytes[from + 2])
          text.storeBytes(of: pairs[group >> 12], toByteOffset: to, as: UInt16.self)
          text.storeBytes(of: pairs[group & 0xFFF], toByteOffset: to + 2, as: UInt16.self)
          from += 3
          to += 4
        }
        guard from < bytes.count else { return }
        let hasTwo = from + 1 < bytes.count
        let group = Int(bytes[from]) << 16 | (hasTwo ? Int(bytes[from + 1]) << 8 : 0)
        text.storeBytes(of: pairs[group >> 12], toByteOffset: to, as: UInt16.self)
        if hasTwo { text[to + 2] = digits[group >> 6 & 63] }
      }
    }
  }
}

/// Bytes as text (RFC 4648, 4).
package func base64(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  appendBase64(bytes, to: &text)
  return String(decoding: text, as: UTF8.self)
}

private let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// The two digits of each twelve bits, as they stand in memory.
private let pairs: [UInt16] = (0..<4096).map { bits in
  UInt16(littleEndian: UInt16(digits[bits >> 6]) | UInt16(digits[bits & 63]) << 8)
}
