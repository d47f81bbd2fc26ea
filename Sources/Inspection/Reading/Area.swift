/// A rectangle on a page as it is seen, in millimetres from its top left corner, y downwards.
package struct Area: Hashable, Sendable {
  /// Its left edge.
  package var left: Double
  /// Its upper edge.
  package var top: Double
  /// Its right edge.
  package var right: Double
  /// Its lower edge.
  package var bottom: Double

  /// A rectangle by its edges.
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// A rectangle by its corner and its extent.
  package init(x: Double, y: Double, width: Double, height: Double) {
    self.init(left: x, top: y, right: x + width, bottom: y + height)
  }

  /// How wide it is.
  package var width: Double { right - left }
  /// How high it is.
  package var height: Double { bottom - top }

  /// What both have in common; nil where that has no extent.
  package func cut(to other: Area) -> Area? {
    let cut = Area(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return cut.width > 0 && cut.height > 0 ? cut : nil
  }

  /// The smallest rectangle around both.
  package func joined(with other: Area) -> Area {
    Area(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether another lies in it, but for so many millimetres.
  package func holds(_ other: Area, give: Double = 0) -> Bool {
    other.left >= left - give && other.top >= top - give && other.right <= right + give
      && other.bottom <= bottom + give
  }

  /// The rectangle with each edge moved outwards.
  package func grown(by amount: Double) -> Area {
    Area(
      left: left - amount, top: top - amount, right: right + amount, bottom: bottom + amount)
  }
}

/// How many millimetres a point has (ISO 32000-1, 8.3.2.3: 1/72 inch).
package let millimetresAPoint = 25.4 / 72
