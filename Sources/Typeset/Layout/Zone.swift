/// A rectangle that composition watches.
struct Zone: Hashable, Sendable {
  enum Demand: Hashable, Sendable {
    /// The frame of that kind must lie within, with this clearance, and nothing else may show.
    case window(clearance: Length)
    /// Nothing at all may be printed here.
    case keepFree
  }
  var name: String
  var rule: Demand
  var rect: Rect
  var pages: PageSelection
  var place: SourceRange? = nil
}
