/// A rectangle as a layout gives it.
struct ReadRect: Hashable, Sendable {
  var rect: Rect
  var hasOwnHeight: Bool
  /// Whether only its foot is tied to the page.
  var hangsFromBottom: Bool
  var place: SourceRange
}

extension LayoutParser {
  /// Reads a rectangle: two of x, width and right, and of y, height and bottom, where `right`
  /// and `bottom` are distances from those edges of the page.
  ///
  /// - Parameter isOpen: whether the height may be left to the page.
  mutating func rect(_ reader: inout MappingReader, isOpen: Bool) -> ReadRect? {
    let before = problems.all.count
    let horizontal = span(
      ("x", "width", "right"), page.size.width, &reader, defaults: nil)
    let vertical = span(
      ("y", "height", "bottom"), page.size.height, &reader, defaults: isOpen ? .zero : nil)
    guard let horizontal, let vertical, problems.all.count == before else { return nil }
    let rect = Rect(
      x: horizontal.start, y: vertical.start, width: horizontal.extent, height: vertical.extent)
    let read = ReadRect(
      rect: rect, hasOwnHeight: !vertical.isOpen, hangsFromBottom: vertical.hangs,
      place: reader.place)
    reportOffPage(read, reader.path)
    return read
  }

  /// Reads a rectangle under a key.
  mutating func rect(
    _ key: String, _ reader: inout MappingReader, isOpen: Bool = false
  ) -> ReadRect? {
    guard var part = reader.mapping(key, &problems) else { return nil }
    let rect = rect(&part, isOpen: isOpen)
    part.finish(&problems)
    return rect
  }

  private struct Span {
    var start: Length
    var extent: Length
    var isOpen = false
    var hangs = false
  }

  private mutating func span(
    _ keys: (start: String, extent: String, end: String), _ whole: Length,
    _ reader: inout MappingReader, defaults: Length?
  ) -> Span? {
    let start = reader.length(keys.start, &problems)?.value
    let extent = self.extent(keys.extent, &reader)
    let end = reader.length(keys.end, &problems)?.value
    switch (start, extent, end) {
    case (let start?, let extent?, nil): return Span(start: start, extent: extent)
    case (let start?, nil, let end?): return Span(start: start, extent: whole - end - start)
    case (nil, let extent?, let end?): return Span(start: whole - end - extent, extent: extent)
    case (.some, .some, .some):
      problems.add(
        .error(
          "\(reader.path) has \(keys.start), \(keys.extent) and \(keys.end), one too many",
          at: reader.place, hint: "delete one of them"))
      return nil
    case (let start, nil, let end) where defaults != nil:
      let top = start ?? .zero
      return Span(
        start: top, extent: whole - (end ?? .zero) - top, isOpen: true,
        hangs: start == nil && end != nil)
    default:
      problems.add(
        .error(
          "\(reader.path) does not say where it stands: it needs two of \(keys.start), "
            + "\(keys.extent) and \(keys.end)", at: reader.place,
          hint: "add \(missing(keys, start, extent, end))"))
      return nil
    }
  }

  private func missing(
    _ keys: (start: String, extent: String, end: String), _ start: Length?, _ extent: Length?,
    _ end: Length?
  ) -> String {
    if start != nil { return "\(keys.extent): or \(keys.end):" }
    if extent != nil { return "\(keys.start): or \(keys.end):" }
    if end != nil { return "\(keys.start): or \(keys.extent):" }
    return "\(keys.start): and \(keys.extent):"
  }

  private mutating func reportOffPage(_ read: ReadRect, _ name: String) {
    let rect = read.rect
    let size = page.size
    if rect.size.width <= .zero || rect.size.height <= .zero {
      problems.add(
        .error(
          "\(name) has no area: it is \(shownMillimetres(rect.size.width)) wide and "
            + "\(shownMillimetres(rect.size.height)) high", at: read.place,
          hint: "make room between its edges"))
      return
    }
    let tolerance = Length.mm(0.01)
    let over = [
      ("left", -rect.minX), ("top", -rect.minY), ("right", rect.maxX - size.width),
      ("bottom", rect.maxY - size.height),
    ]
    for (edge, excess) in over where excess > tolerance {
      problems.add(
        .error(
          "\(name) reaches \(shownMillimetres(excess)) over the \(edge) edge of the page",
          at: read.place, hint: "move it or make it smaller"))
    }
  }

  mutating func readRegions(_ reader: inout MappingReader) -> LayoutRegions? {
    guard var part = reader.mapping("regions", &problems) else {
      if !problems.hasErrors {
        problems.add(
          .error(
            "the layout has no regions, so there is no place for the text", at: reader.place,
            hint: "add regions: {first: {body: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}}"
          ))
      }
      return nil
    }
    let first = body("first", &part)
    let next = body("next", &part) ?? first
    let last = body("last", &part) ?? next
    part.finish(&problems)
    guard let first, let next, let last else {
      if !problems.hasErrors {
        problems.add(
          .error(
            "regions has no first page", at: part.place,
            hint: "add first: {body: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}"))
      }
      return nil
    }
    return LayoutRegions(first: first, next: next, last: last, place: part.place)
  }

  private mutating func body(_ key: String, _ reader: inout MappingReader) -> Rect? {
    guard var part = reader.mapping(key, &problems) else { return nil }
    let body = rect("body", &part)
    part.finish(&problems)
    return body?.rect
  }
}

/// A length as messages tell it: millimetres, to a tenth.
func shownMillimetres(_ length: Length) -> String {
  let tenths = (length.millimetres * 10).rounded()
  return "\(short(tenths / 10)) mm"
}
