import CHarfBuzzSubset

/// A font file as it lies on disk, looked at before anything is set in it.
package enum FontFile {
  /// Why a file is no font that can be used.
  package enum Fault: Hashable, Sendable {
    /// It is something else, or has no glyphs.
    case noFont
    /// It ends before its tables do.
    case cutOff
  }

  /// What is wrong with a file; nil for one that is whole: TrueType, OpenType or a collection
  /// (ISO/IEC 14496-22, 4.5).
  package static func fault(at path: String) -> Fault? {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return .noFont }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else { return .noFont }
    let fault = data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      Directory(bytes: UnsafeBufferPointer(start: $0, count: Int(length))).fault
    }
    if let fault { return fault }
    guard let face = hb_face_create(blob, 0) else { return .noFont }
    defer { hb_face_destroy(face) }
    return hb_face_get_glyph_count(face) > 0 ? nil : .noFont
  }

  /// The list of tables that a font begins with, or those of the fonts of a collection.
  private struct Directory {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The most fonts of a collection that are looked at.
    private static let mostFonts = 64

    var fault: Fault? {
      guard tag(at: 0) == "ttcf" else { return fault(from: 0) }
      guard let count = number(at: 8), count > 0 else { return .noFont }
      for font in 0..<min(count, Self.mostFonts) {
        guard let start = number(at: 12 + font * 4) else { return .cutOff }
        if let fault = fault(from: start) { return fault }
      }
      return nil
    }

    private func fault(from start: Int) -> Fault? {
      let kinds = ["\0\u{1}\0\0", "OTTO", "true", "typ1"]
      guard let kind = tag(at: start), kinds.contains(kind), let tables = number(at: start + 4)
      else { return .noFont }
      for table in 0..<(tables >> 16) {
        let entry = start + 12 + table * 16
        guard let offset = number(at: entry + 8), let length = number(at: entry + 12),
          offset + length <= bytes.count
        else { return .cutOff }
      }
      return nil
    }

    /// Four bytes as characters.
    private func tag(at offset: Int) -> String? {
      guard offset >= 0, offset + 4 <= bytes.count else { return nil }
      return String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    }

    /// Four bytes, the highest first.
    private func number(at offset: Int) -> Int? {
      guard offset >= 0, offset + 4 <= bytes.count else { return nil }
      return bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
