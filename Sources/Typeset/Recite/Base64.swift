extension [UInt8] {
  /// The bytes as text (RFC 4648, 4).
  var base64: [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    return [UInt8](unsafeUninitializedCapacity: (count + 2) / 3 * 4) { text, size in
      var index = 0
      while index < count {
        let rest = Swift.min(3, count - index)
        var group = Int(self[index]) << 16
        if rest > 1 { group |= Int(self[index + 1]) << 8 }
        if rest > 2 { group |= Int(self[index + 2]) }
        text[size] = digits[group >> 18]
        text[size + 1] = digits[group >> 12 & 63]
        text[size + 2] = rest > 1 ? digits[group >> 6 & 63] : UInt8(ascii: "=")
        text[size + 3] = rest > 2 ? digits[group & 63] : UInt8(ascii: "=")
        size += 4
        index += 3
      }
    }
  }
}
