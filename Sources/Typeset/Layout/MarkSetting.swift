/// Marks for the people who fold and punch, and for machines that fill envelopes.
struct MarkSetting: Hashable, Sendable {
  /// Distances from the top edge.
  var fold: [Length] = []
  var punch: [Length] = []
  /// Distance from the left edge.
  var x: Length = .mm(4)
  var length: Length = .mm(2.5)
  var rule = Stroke(thickness: .pt(0.25), color: .black)
  /// On odd pages, the sheets' fronts.
  var pages = PageSelection.odd
  var omr = OMRSetting.off
  var matrix = DataMatrixSetting.off

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "fold", \.fold, .extents, "Where to fold, from the top edge.", example: "[105mm, 210mm]",
      otherwise: "none"),
    LayoutKey(
      "punch", \.punch, .extents, "Where to punch, from the top edge.", example: "148.5mm",
      otherwise: "none"),
    LayoutKey("x", \.x, .extent, "How far from the left edge the marks begin."),
    LayoutKey("length", \.length, .extent, "How long they are."),
    LayoutKey("rule", \.rule, .stroke, "How thick and of what colour they are."),
    LayoutKey("pages", \.pages, .pages, "The pages they stand on."),
    LayoutKey(
      "omr", \.omr, from: .usual, keys: OMRSetting.keys,
      "Bars on each sheet's front for machines that fill envelopes.", example: "{sequence: 2}",
      otherwise: "none"
    ) { omr, mapping, _ in omr.place = mapping.place },
    LayoutKey(
      "datamatrix", \.matrix, from: .usual, keys: DataMatrixSetting.keys,
      "A DataMatrix symbol on each sheet's front.", example: "{size: 10mm}", otherwise: "none"
    ) { matrix, mapping, _ in matrix.place = mapping.place },
  ]
}
