/// A DataMatrix symbol (ISO/IEC 16022, ECC 200) that tells a machine which letter and sheet it holds.
struct DataMatrixSetting: Hashable, Sendable {
  /// Whether there is one.
  var enabled: Bool
  /// Its top left corner.
  var x: Length = .mm(6)
  var y: Length = .mm(220)
  /// Its width and height, without the white around it.
  var size: Length = .mm(8)
  /// What it says.
  var text = MarkText.usual
  var place: SourceRange? = nil

  static let off = DataMatrixSetting(enabled: false)
  /// What `datamatrix: {}` says.
  static let usual = DataMatrixSetting(enabled: true)

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("enabled", \.enabled, .flag, "Whether it is printed at all."),
    LayoutKey("x", \.x, .extent, "How far from the left edge it stands."),
    LayoutKey("y", \.y, .extent, "How far from the top edge it stands."),
    LayoutKey("size", \.size, .extent, "How wide and high it is, without the white around it."),
    LayoutKey(
      "text", \.text, .markText,
      "What it says: text with {id}, {sheet}, {sheets}, {letter} and {run-sheet}; {sheet:4} has four "
        + "digits."),
  ]
}
