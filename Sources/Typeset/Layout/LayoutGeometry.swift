/// A rectangle as a layout gives it.
struct ReadRect: Hashable, Sendable {
  var rect: Rect
  var hasOwnHeight: Bool
  /// Whether only its foot is tied to the page.
  var hangsFromBottom: Bool
  /// The line by which it stands.
  var baseline: FrameBaseline? = nil
  var place: SourceRange
}

extension LayoutParser {
  /// Reads a rectangle: two of x, width and right, and of y, height and bottom, where `right`
  /// and `bottom` are distances from those edges of the page.
  ///
  /// - Parameters:
  ///   - isOpen: whether the height may be left to the page.
  ///   - style: that of the text in it, whose `baseline` may stand for `y` and whose
  ///     `last-baseline` for `bottom`; nil for a rectangle without text.
  mutating func rect(
    _ reader: inout MappingReader, isOpen: Bool, style: BlockStyle? = nil
  ) -> ReadRect? {
    let before = problems.all.count
    var lines: HoldingLines?
    if let style { lines = holdingLines(of: style, &reader) }
    let horizontal = span(
      Axis(keys: ("x", "width", "right"), whole: page.size.width), &reader, isOpen: false)
    let vertical = span(
      Axis(
        keys: ("y", "height", "bottom"), whole: page.size.height, first: lines?.top,
        last: lines?.bottom),
      &reader, isOpen: isOpen)
    guard let horizontal, let vertical, problems.all.count == before else { return nil }
    let rect = Rect(
      x: horizontal.start, y: vertical.start, width: horizontal.extent, height: vertical.extent)
    let read = ReadRect(
      rect: rect, hasOwnHeight: !vertical.isOpen, hangsFromBottom: vertical.hangs,
      baseline: lines?.baseline, place: reader.place)
    reportOffPage(read, reader.path)
    return read
  }

  /// Reads a rectangle under a key.
  mutating func rect(
    _ key: String, _ reader: inout MappingReader, isOpen: Bool = false, style: BlockStyle? = nil
  ) -> ReadRect? {
    guard var part = reader.mapping(key, &problems) else { return nil }
    let rect = rect(&part, isOpen: isOpen, style: style)
    part.finish(&problems)
    return rect
  }

  /// The edges of a frame by the baselines of its first and last lines.
  private struct HoldingLines {
    var baseline: FrameBaseline?
    /// The top edge, and the distance of the bottom edge from that of the page.
    var top: Length?
    var bottom: Length?
  }

  private mutating func holdingLines(
    of style: BlockStyle, _ reader: inout MappingReader
  ) -> HoldingLines {
    var lines = HoldingLines()
    let above = style.usualBaseline
    if let last = reader.length("last-baseline", in: units, &problems)?.value {
      lines.baseline = .last(last)
      lines.bottom = page.size.height - (last + style.paragraph.leading - above)
    }
    if let first = reader.length("baseline", in: units, &problems)?.value {
      lines.baseline = .first(first)
      lines.top = first - above
    }
    return lines
  }

  /// One direction of a rectangle.
  private struct Axis {
    var keys: (start: String, extent: String, end: String)
    /// The extent of the page.
    var whole: Length
    /// The edges that baselines give.
    var first: Length? = nil
    var last: Length? = nil
  }

  private struct Span {
    var start: Length
    var extent: Length
    var isOpen = false
    var hangs = false
  }

  private mutating func edge(
    _ key: inout String, _ baseline: Length?, named other: String, _ reader: inout MappingReader
  ) -> Length? {
    let edge = reader.length(key, in: units, &problems)?.value
    guard let baseline else { return edge }
    if edge != nil {
      problems.add(
        .error(
          "\(reader.path) has \(key) and \(other), which say the same", at: reader.place,
          hint: "delete one of them"))
    }
    key = other
    return baseline
  }

  private mutating func span(
    _ axis: Axis, _ reader: inout MappingReader, isOpen: Bool
  ) -> Span? {
    var keys = axis.keys
    let whole = axis.whole
    let start = edge(&keys.start, axis.first, named: "baseline", &reader)
    let extent = self.extent(keys.extent, &reader)
    let end = edge(&keys.end, axis.last, named: "last-baseline", &reader)
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
    case (let start, nil, let end) where isOpen:
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
    return LayoutRegions(
      first: first.rect, next: next.rect, last: last.rect,
      baselines: RegionBaselines(
        first: topBaseline(first), next: topBaseline(next), last: topBaseline(last)),
      place: part.place)
  }

  private mutating func body(_ key: String, _ reader: inout MappingReader) -> ReadRect? {
    guard var part = reader.mapping(key, &problems) else { return nil }
    let body = rect("body", &part, style: styles[.text])
    part.finish(&problems)
    return body
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

/// A length as messages tell it: millimetres, to a tenth.
func shownMillimetres(_ length: Length) -> String {
  let tenths = (length.millimetres * 10).rounded()
  return "\(short(tenths / 10)) mm"
}
