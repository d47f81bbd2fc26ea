import CPango

extension Length {
  /// The length in Pango's units, 1/1024 of a point on a font map of 72 dpi.
  var pangoUnits: Double { points * Double(PANGO_SCALE) }

  /// A length given in Pango's units.
  init(pango units: Int32) { self.init(points: Double(units) / Double(PANGO_SCALE)) }
}
