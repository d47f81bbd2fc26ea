/// Which face a glyph belongs to: a file in `Fonts/` (or beside a layout), and a face in it.
///
/// The number of a glyph means something only together with this key.
package struct FontKey: Hashable, Sendable {
  /// The path of the font file.
  let file: String
  /// The face within a collection, and in the upper 16 bits the named instance of a variable font.
  let index: Int
  /// Axis settings of a variable font in fontconfig's form (`wght=600`); empty for a static font.
  let variations: String

  /// Makes a key.
  package init(file: String, index: Int, variations: String = "") {
    self.file = file
    self.index = index
    self.variations = variations
  }
}
