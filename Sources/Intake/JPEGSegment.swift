/// A segment of a JPEG: a marker, the length of what follows it, and that (ITU-T T.81, B.1.1.4).
struct JPEGSegment {
  /// The second byte of the marker.
  let marker: UInt8
  /// Where the marker stands.
  let start: Int
  /// As the segment says itself: of its content with the two bytes of the length; it may lie.
  let length: Int

  /// Where the segment ends, if it has the length it says.
  var end: Int { start + 2 + length }

  /// The next segment from a position on, where fill bytes may stand before the marker; nil if none
  /// begins there.
  init?(of bytes: [UInt8], from position: Int) {
    var start = position
    while start + 4 <= bytes.count, bytes[start] == 0xFF {
      if bytes[start + 1] == 0xFF {
        start += 1
        continue
      }
      marker = bytes[start + 1]
      self.start = start
      length = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
      return
    }
    return nil
  }
}
