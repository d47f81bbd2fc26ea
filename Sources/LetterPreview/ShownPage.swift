internal import Inspection
internal import Typeset

/// A page as the browser shows it.
package struct ShownPage: Sendable {
  /// By what its picture is known: pages that look the same have the same.
  package let key: String
  let size: Size
  let lines: [PlacedLine]
  let zones: [PlacedZone]

  /// The page for the browser.
  ///
  /// - Parameter files: the number of each file whose places are told.
  func json(_ files: [SourceFile: Int]) -> JSON {
    .object([
      "key": .string(key), "width": Self.points(size.width), "height": Self.points(size.height),
      "lines": .array(
        lines.map { line in
          .object([
            "box": Self.box(line.rect), "text": .string(line.text),
            "at": .array(line.places.compactMap { Self.place($0, files) }),
          ])
        }),
      "zones": .array(
        zones.map { zone in
          .object([
            "name": .string(zone.name), "kind": .string(zone.isWindow ? "window" : "free"),
            "box": Self.box(zone.rect),
          ])
        }),
    ])
  }

  private static func points(_ length: Length) -> JSON {
    .number((length.points * 10).rounded() / 10)
  }

  private static func box(_ rect: Rect) -> JSON {
    .array([rect.minX, rect.minY, rect.size.width, rect.size.height].map(points))
  }

  /// The file by its number, the first and the last line.
  private static func place(_ place: SourceRange, _ files: [SourceFile: Int]) -> JSON? {
    guard let file = files[place.file] else { return nil }
    let end = place.file.range(max(place.lower, place.upper - 1), place.upper)
    return .array([.count(file), .count(place.line), .count(end.line)])
  }
}
