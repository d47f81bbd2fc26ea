/// The JSON that pandoc wrote, without the control characters that no letter can have.
struct PandocOutput {
  private(set) var text = ""
  /// How many control characters were taken out.
  private(set) var controls = 0

  /// Goes through the bytes once: control characters stand there as they are or escaped
  /// (RFC 8259, section 7).
  init(_ bytes: [UInt8]) {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = Self.length(of: bytes, at: index)
      if Self.isControl(bytes[index..<index + length]) {
        controls += 1
      } else {
        kept += bytes[index..<index + length]
      }
      index += length
    }
    text = String(decoding: kept, as: UTF8.self)
  }

  /// How many bytes belong together: an escape, or a character of the second control set.
  private static func length(of bytes: [UInt8], at index: Int) -> Int {
    let rest = bytes.count - index
    switch bytes[index] {
    case UInt8(ascii: "\\") where rest > 1:
      return bytes[index + 1] == UInt8(ascii: "u") ? min(rest, 6) : 2
    case 0xC2 where rest > 1: return 2
    default: return 1
    }
  }

  private static func isControl(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    switch (first, bytes.count) {
    case (UInt8(ascii: "\\"), 2): return last == UInt8(ascii: "b") || last == UInt8(ascii: "f")
    case (UInt8(ascii: "\\"), 6):
      let digits = String(decoding: bytes.dropFirst(2), as: UTF8.self)
      return UInt32(digits, radix: 16).map { isControl($0) } ?? false
    case (0xC2, 2): return isControl(UInt32(last))
    // Bytes from 0x80 are parts of a character.
    default: return first < 0x80 && isControl(UInt32(first))
    }
  }

  /// Other than tab and line ends.
  private static func isControl(_ value: UInt32) -> Bool {
    value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value) || (0x7F...0x9F).contains(value)
  }
}
