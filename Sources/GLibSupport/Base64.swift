import CPango

/// Puts bytes in base64 behind others (RFC 4648, 4).
package func appendBase64(_ bytes: [UInt8], to text: inout [UInt8]) {
  guard !bytes.isEmpty else { return }
  let start = text.count
  // What GLib's steps may write: four for every three begun, and what was kept of the step before.
  text.append(contentsOf: repeatElement(0, count: (bytes.count / 3 + 2) * 4))
  var state: Int32 = 0
  var save: Int32 = 0
  let written = text.withUnsafeMutableBufferPointer { buffer -> Int in
    guard let base = buffer.baseAddress else { return 0 }
    return (base + start).withMemoryRebound(to: CChar.self, capacity: buffer.count - start) { out in
      let count = g_base64_encode_step(bytes, gsize(bytes.count), 0, out, &state, &save)
      return Int(count) + Int(g_base64_encode_close(0, out + Int(count), &state, &save))
    }
  }
  text.removeSubrange((start + written)...)
}

/// Bytes as text (RFC 4648, 4).
package func base64(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  appendBase64(bytes, to: &text)
  return String(decoding: text, as: UTF8.self)
}
