/// The column's place on the pages.
struct LayoutRegions: Hashable, Sendable {
  var first: Rect
  var next: Rect
  /// The last page of a letter of two or more.
  var last: Rect
  var baselines = RegionBaselines()
  var place: SourceRange? = nil

  /// No place at all, as before a layout is read.
  static let none = LayoutRegions(
    first: Rect(origin: .zero, size: Size(width: .zero, height: .zero)),
    next: Rect(origin: .zero, size: Size(width: .zero, height: .zero)),
    last: Rect(origin: .zero, size: Size(width: .zero, height: .zero)))
}

extension LayoutParser {
  /// Reads `regions`; nil if the first page has none.
  mutating func readRegions(_ reader: inout MappingReader) -> LayoutRegions? {
    guard var part = reader.mapping("regions", &problems) else {
      if !problems.hasErrors {
        problems.add(
          .error(
            .noRegions, "the layout has no regions, so there is no place for the text",
            at: reader.place,
            hint: "add regions: {first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}}"
          ))
      }
      return nil
    }
    var read = ReadRegions()
    part.read(ReadRegions.keys, into: &read, &self)
    let first = read.first.frame
    guard let first else {
      if !problems.hasErrors {
        problems.add(
          .error(
            .noRegions, "regions has no first page", at: part.place,
            hint: "add first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}"))
      }
      return nil
    }
    let next = read.next.frame ?? first
    let last = read.last.frame ?? next
    return LayoutRegions(
      first: first.rect, next: next.rect, last: last.rect,
      baselines: RegionBaselines(
        first: topBaseline(first), next: topBaseline(next), last: topBaseline(last)),
      place: part.place)
  }

  /// Where a line of text at the top of a region has its baseline, if lines hold the region.
  private func topBaseline(_ read: ReadRect) -> Length? {
    switch read.baseline {
    case nil: nil
    case .first(let first): first
    case .last(let last): last - read.rect.size.height + styles[.text].paragraph.leading
    }
  }
}

/// The regions that a layout gives.
struct ReadRegions: Sendable {
  /// The region of some pages; nil where the layout does not give it.
  struct Region: Sendable {
    var frame: ReadRect? = nil

    static let keys: [LayoutKey<Self>] = [
      LayoutKey(
        "frame", form: { .textRect }, "The column's place.",
        example: "{x: 25mm, baseline: 21lines, width: 125mm, last-baseline: 52lines}"
      ) { region, reader, parser in
        region.frame = parser.rect("frame", &reader, style: parser.styles[.text])
      }
    ]
  }
  var first = Region()
  var next = Region()
  var last = Region()

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "first", \.first, keys: Region.keys, "The first page.",
      example: "{frame: {x: 25mm, baseline: 21lines, width: 125mm, last-baseline: 52lines}}"),
    LayoutKey(
      "next", \.next, keys: Region.keys, "Every page after the first.",
      example: "{frame: {x: 25mm, baseline: 8lines, width: 125mm, last-baseline: 52lines}}",
      otherwise: "as the first"),
    LayoutKey(
      "last", \.last, keys: Region.keys,
      "The last of these, where it differs; never the only page of a letter.",
      example: "{frame: {x: 25mm, baseline: 8lines, width: 125mm, last-baseline: 40lines}}",
      otherwise: "as the others"),
  ]
}
