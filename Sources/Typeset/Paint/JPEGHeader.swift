/// What the frame header of a JPEG says (ITU-T T.81, B.2.2).
struct JPEGHeader: Hashable, Sendable {
  let width: Int
  let height: Int
  /// 1 for grey, 3 for colour, 4 for inks.
  let components: Int

  /// Reads the header; nil if there is none.
  init?(_ bytes: [UInt8]) {
    var position = 2
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    while position + 4 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      if marker == 0xFF {  // A fill byte before the marker.
        position += 1
        continue
      }
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        guard position + 10 <= bytes.count else { return nil }
        height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
        width = Int(bytes[position + 7]) << 8 | Int(bytes[position + 8])
        components = Int(bytes[position + 9])
        return
      }
      guard length >= 2 else { return nil }
      position += 2 + length
    }
    return nil
  }
}
