/// Something at a place in the frame that holds it.
struct Placed<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The thing itself.
  let item: Item
  /// Where its top left corner stands; for a glyph run, its pen position on the baseline.
  let origin: Point
}
