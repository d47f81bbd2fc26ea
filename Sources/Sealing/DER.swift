/// Writes values in the distinguished encoding (ITU-T X.690).
enum DER {
  /// A value behind its tag and length.
  static func value(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
    var bytes = [tag]
    let count = content.count
    if count < 0x80 {
      bytes.append(UInt8(count))
    } else {
      let width = (Int.bitWidth - count.leadingZeroBitCount + 7) / 8
      bytes.append(0x80 | UInt8(width))
      for shift in (0..<width).reversed() {
        bytes.append(UInt8(truncatingIfNeeded: count >> (8 * shift)))
      }
    }
    return bytes + content
  }

  /// Values in their order.
  static func sequence(_ parts: [UInt8]...) -> [UInt8] { value(0x30, Array(parts.joined())) }

  /// Values of one kind, in the order that the encoding asks for (11.6).
  ///
  /// - Parameter tag: that of a set, or of what stands for one.
  static func set(_ parts: [[UInt8]], tag: UInt8 = 0x31) -> [UInt8] {
    value(tag, Array(parts.sorted { $0.lexicographicallyPrecedes($1) }.joined()))
  }

  /// A number that is not negative, by its bytes, the highest first.
  static func integer(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let digits = Array(bytes.drop { $0 == 0 })
    guard let first = digits.first else { return value(0x02, [0]) }
    return value(0x02, first & 0x80 == 0 ? digits : [0] + digits)
  }

  /// A string of bytes.
  static func octets(_ bytes: [UInt8]) -> [UInt8] { value(0x04, bytes) }

  /// A value in a context of its own, with its own tag within.
  static func explicit(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    value(0xA0 | number, content)
  }

  /// Nothing.
  static let null: [UInt8] = [0x05, 0x00]

  /// True.
  static let yes: [UInt8] = [0x01, 0x01, 0xFF]

  /// An object identifier of ``ObjectIdentifier``.
  static func identifier(_ content: [UInt8]) -> [UInt8] { value(0x06, content) }
}
