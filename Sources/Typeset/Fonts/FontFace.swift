import CHarfBuzzSubset

/// A face of a font file as HarfBuzz reads it, at the axes of a variable font that are asked for.
package final class FontFace {
  let pointer: OpaquePointer
  /// The places on the axes of a variable font; none for any other.
  let axes: [(tag: hb_tag_t, value: Float)]
  private let font: OpaquePointer
  private let unitsPerEm: Double

  /// Opens a file; nil for one that cannot be read or has no glyphs.
  package init?(_ key: FontKey) {
    guard let blob = hb_blob_create_from_file_or_fail(key.file) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, UInt32(key.index & 0xFFFF)) else { return nil }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      hb_face_destroy(face)
      return nil
    }
    pointer = face
    self.font = font
    unitsPerEm = Double(max(1, hb_face_get_upem(face)))
    axes = Self.axes(of: face, key)
    let variations = axes.map { hb_variation_t(tag: $0.tag, value: $0.value) }
    hb_font_set_variations(font, variations, UInt32(variations.count))
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(pointer)
  }

  /// Each axis at its default, at that of the named instance, or as the key asks.
  private static func axes(
    of face: OpaquePointer, _ key: FontKey
  ) -> [(tag: hb_tag_t, value: Float)] {
    var count = hb_ot_var_get_axis_count(face)
    guard count > 0 else { return [] }
    var infos = [hb_ot_var_axis_info_t](repeating: hb_ot_var_axis_info_t(), count: Int(count))
    hb_ot_var_get_axis_infos(face, 0, &count, &infos)
    var values = infos.prefix(Int(count)).map { (tag: $0.tag, value: $0.default_value) }
    // The upper half of the index counts named instances from 1.
    if key.index >> 16 > 0 {
      var coordinates = [Float](repeating: 0, count: values.count)
      var length = UInt32(values.count)
      hb_ot_var_named_instance_get_design_coords(
        face, UInt32(key.index >> 16) - 1, &length, &coordinates)
      for index in 0..<min(Int(length), values.count) { values[index].value = coordinates[index] }
    }
    for setting in key.variations.split(separator: ",") {
      var variation = hb_variation_t()
      guard hb_variation_from_string(String(setting), -1, &variation) != 0 else { continue }
      for index in values.indices where values[index].tag == variation.tag {
        values[index].value = variation.value
      }
    }
    return values
  }

  // MARK: What it says

  /// How far a glyph moves the pen, in thousandths of the size, to a thousandth.
  package func width(of glyph: UInt32) -> Double {
    (Double(hb_font_get_glyph_h_advance(font, glyph)) * 1_000_000 / unitsPerEm).rounded() / 1000
  }

  /// The glyph that stands for a character by itself; nil where there is none.
  package func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// The first character that a glyph stands for by itself; nil where there is none.
  package func character(of glyph: UInt32) -> Unicode.Scalar? {
    guard let all = hb_set_create() else { return nil }
    defer { hb_set_destroy(all) }
    hb_face_collect_unicodes(pointer, all)
    var value = hb_codepoint_t.max
    while hb_set_next(all, &value) != 0 {
      if let scalar = Unicode.Scalar(value), self.glyph(for: scalar) == glyph { return scalar }
    }
    return nil
  }

  /// The name by which a PDF calls it (OpenType, `name`, 6), of plain characters.
  package var postScriptName: String {
    var length: UInt32 = 128
    var name = [CChar](repeating: 0, count: Int(length))
    hb_ot_name_get_utf8(pointer, 6, nil, &length, &name)
    let plain = name.prefix { $0 != 0 }.compactMap { byte -> Unicode.Scalar? in
      let scalar = Unicode.Scalar(UInt8(bitPattern: byte))
      let isPlain = "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar
      return isPlain || scalar == "-" ? scalar : nil
    }
    return plain.isEmpty ? "Font" : String(String.UnicodeScalarView(plain))
  }

  /// The measures that a font descriptor repeats.
  package var measures: FontMeasures {
    func thousandths(_ value: some BinaryInteger) -> Int {
      Int((Double(value) * 1000 / unitsPerEm).rounded())
    }
    func metric(_ tag: hb_ot_metrics_tag_t) -> Int? {
      var value: hb_position_t = 0
      return hb_ot_metrics_get_position(font, tag, &value) != 0 ? thousandths(value) : nil
    }
    let head = Self.table("head", of: pointer)
    let box = stride(from: 36, to: 44, by: 2).map { place -> Int in
      guard place + 1 < head.count else { return 0 }
      return thousandths(Int16(bitPattern: UInt16(head[place]) << 8 | UInt16(head[place + 1])))
    }
    let ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? box[3]
    return FontMeasures(
      ascent: ascent, descent: metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? box[1],
      capHeight: metric(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? ascent, box: box,
      italicAngle: Double(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE)),
      weight: Double(hb_style_get_value(font, HB_STYLE_TAG_WEIGHT)))
  }

  // MARK: Tables

  /// A table's bytes; none where there is no such table.
  static func table(_ name: String, of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_table(face, tag(name))
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length), length > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }

  /// Four letters as a number.
  static func tag(_ name: String) -> hb_tag_t {
    name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }
  }
}

/// What a font descriptor says of a font (ISO 32000-1, 9.8.1), in thousandths of the size.
package struct FontMeasures: Hashable, Sendable {
  let ascent: Int
  let descent: Int
  let capHeight: Int
  /// Left, low, right and high of all glyphs, set over each other.
  let box: [Int]
  /// In degrees against the clock from upright.
  let italicAngle: Double
  /// As in CSS: 400 is regular.
  let weight: Double
}
