import CPango

/// Whether a font's licence lets it be embedded in part in a document (OpenType 1.9, `OS/2`, fsType).
package enum EmbeddingRights: Hashable, Sendable {
  case granted
  /// Restricted licence: not at all.
  case refused
  /// Only whole, or only its bitmaps; the letter embeds the glyphs that it uses, as outlines.
  case wholeOnly

  /// Reads the rights from the font file; a font that says nothing grants them.
  package init(of font: FontKey) {
    guard let blob = hb_blob_create_from_file_or_fail(font.file) else {
      self = .granted
      return
    }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(font.index & 0xFFFF))
    defer { hb_face_destroy(face) }
    // 'OS/2', bytes 8 and 9.
    let table = hb_face_reference_table(face, 0x4F53_2F32)
    defer { hb_blob_destroy(table) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(table, &length), length >= 10 else {
      self = .granted
      return
    }
    let bits = UInt16(UInt8(bitPattern: data[8])) << 8 | UInt16(UInt8(bitPattern: data[9]))
    if bits & 0x000F == 0x0002 {
      self = .refused
    } else {
      self = bits & 0x0300 != 0 ? .wholeOnly : .granted
    }
  }
}
