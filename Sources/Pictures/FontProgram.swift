import CHarfBuzzSubset

/// Makes font programs smaller that Cairo embeds.
///
/// Instructions fit outlines to the pixels of screens that are gone; no current PDF reader runs
/// them at the sizes of print, and they make up half of a subset.
enum FontProgram {
  /// A TrueType program without instructions, every glyph where it was; nil if it cannot be read.
  static func withoutInstructions(_ program: [UInt8]) -> [UInt8]? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let face = face(of: program)
    defer { hb_face_destroy(face) }
    // Without a table of its glyphs it is no font.
    let count = hb_face_get_glyph_count(face)
    guard count > 0 else { return nil }
    hb_set_add_range(hb_subset_input_glyph_set(input), 0, count - 1)
    // The map from codes to glyphs is not one of Unicode, which would be cut to what is asked for.
    hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_NO_SUBSET_TABLE_TAG), hb_tag_cmap())
    let flags =
      HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue
      | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue
    hb_subset_input_set_flags(input, flags)
    guard let subset = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(subset) }
    return bytes(of: subset)
  }

  private static func face(of program: [UInt8]) -> OpaquePointer? {
    // HarfBuzz copies the bytes, so that nothing has to outlive it.
    let blob = program.withUnsafeBytes {
      hb_blob_create(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    defer { hb_blob_destroy(blob) }
    return hb_face_create(blob, 0)
  }

  private static func bytes(of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let start = hb_blob_get_data(blob, &length)
    return Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }
}
