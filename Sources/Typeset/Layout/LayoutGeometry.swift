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

/// What a layout says of a rectangle.
struct RectMeasures: Sendable {
  var x: Length? = nil
  var width: Length? = nil
  var right: Length? = nil
  var y: Length? = nil
  var height: Length? = nil
  var bottom: Length? = nil
  /// The baselines of the first and the last line of the text in it.
  var baseline: Length? = nil
  var lastBaseline: Length? = nil

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "x", \.x, .length, "Distance from the page's left edge.", example: "25mm",
      otherwise: "follows from the others"),
    LayoutKey(
      "width", \.width, .extent, "How wide it is.", example: "125mm",
      otherwise: "follows from the others"),
    LayoutKey(
      "right", \.right, .length, "Distance from the page's right edge.", example: "20mm",
      otherwise: "follows from the others"),
    LayoutKey(
      "y", \.y, .length, "Distance from the page's top edge.", example: "60mm",
      otherwise: "follows from the others"),
    LayoutKey(
      "height", \.height, .extent, "How high it is.", example: "44lines",
      otherwise: "follows from the others"),
    LayoutKey(
      "bottom", \.bottom, .length, "Distance from the page's bottom edge.", example: "20mm",
      otherwise: "follows from the others"),
  ]

  /// The keys of a rectangle that text stands in.
  static let textKeys: [LayoutKey<Self>] =
    keys + [
      LayoutKey(
        "baseline", \.baseline, .length,
        "Distance of the first line's baseline from the page's top edge, in place of y.",
        example: "21lines", otherwise: "y says it"),
      LayoutKey(
        "last-baseline", \.lastBaseline, .length,
        "Distance of the last line's baseline from the page's top edge, in place of bottom.",
        example: "52lines", otherwise: "height or bottom says it"),
    ]
}

extension KeyForm {
  static let rect = KeyForm.definition(
    "rect", "Two of x, width and right, and two of y, height and bottom."
  ) { .keys(RectMeasures.keys.map { $0.described(nil) }) }

  static let textRect = KeyForm.definition(
    "textRect",
    "Two of x, width and right, and two of y or baseline, height, bottom or last-baseline."
  ) { .keys(RectMeasures.textKeys.map { $0.described(nil) }) }
}

extension LayoutParser {
  /// Reads a rectangle: two of x, width and right, and of y, height and bottom, where `right`
  /// and `bottom` are distances from those edges of the page.
  ///
  /// - Parameters:
  ///   - isOpen: whether the height may be left to the page.
  ///   - style: that of the text in it, whose `baseline` may stand for `y` and whose
  ///     `last-baseline` for `bottom`; nil for a rectangle without text.
  private mutating func rect(
    _ reader: inout MappingReader, isOpen: Bool, style: BlockStyle?
  ) -> ReadRect? {
    let before = problems.all.count
    var measures = RectMeasures()
    for key in style == nil ? RectMeasures.keys : RectMeasures.textKeys {
      key.read(&measures, &reader, &self)
    }
    let lines = style.map { holdingLines(of: $0, measures) }
    let horizontal = span(
      Axis(
        keys: ("x", "width", "right"), whole: page.size.width, start: measures.x,
        extent: measures.width, end: measures.right), reader, isOpen: false)
    let vertical = span(
      Axis(
        keys: ("y", "height", "bottom"), whole: page.size.height, start: measures.y,
        extent: measures.height, end: measures.bottom, first: lines?.top, last: lines?.bottom,
        baselines: style == nil ? [] : ["baseline", "last-baseline"]),
      reader, isOpen: isOpen)
    guard let horizontal, let vertical, problems.all.count == before else { return nil }
    let rect = Rect(
      x: horizontal.start, y: vertical.start, width: horizontal.extent, height: vertical.extent)
    let read = ReadRect(
      rect: rect, hasOwnHeight: !vertical.isOpen, hangsFromBottom: vertical.hangs,
      baseline: lines?.baseline, place: reader.place)
    // What text stands in is never cut.
    reportOffPage(read, reader.path, bleed: style == nil ? page.bleed : .zero)
    return read
  }

  /// Reads a rectangle under a key.
  mutating func rect(
    _ key: String, _ reader: inout MappingReader, isOpen: Bool = false, style: BlockStyle? = nil
  ) -> ReadRect? {
    guard var part = reader.mapping(key, &problems) else { return nil }
    let rect = rect(&part, isOpen: isOpen, style: style)
    part.finish(in: &self)
    return rect
  }

  /// The edges of a frame by the baselines of its first and last lines.
  private struct HoldingLines {
    var baseline: FrameBaseline?
    /// The top edge, and the distance of the bottom edge from that of the page.
    var top: Length?
    var bottom: Length?
  }

  private func holdingLines(of style: BlockStyle, _ measures: RectMeasures) -> HoldingLines {
    var lines = HoldingLines()
    let above = style.usualBaseline
    if let last = measures.lastBaseline {
      lines.baseline = .last(last)
      lines.bottom = page.size.height - (last + style.paragraph.leading - above)
    }
    if let first = measures.baseline {
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
    /// What the layout says.
    var start: Length?
    var extent: Length?
    var end: Length?
    /// The edges that baselines give.
    var first: Length? = nil
    var last: Length? = nil
    /// The keys of those baselines.
    var baselines: [String] = []
  }

  private struct Span {
    var start: Length
    var extent: Length
    var isOpen = false
    var hangs = false
  }

  private mutating func edge(
    _ key: inout String, _ edge: Length?, _ baseline: Length?, named other: String,
    _ reader: MappingReader
  ) -> Length? {
    guard let baseline else { return edge }
    if edge != nil {
      problems.add(
        .error(
          .noPlace, "\(reader.path) has \(key) and \(other), which say the same", at: reader.place,
          hint: "delete one of them"))
    }
    key = other
    return baseline
  }

  private mutating func span(_ axis: Axis, _ reader: MappingReader, isOpen: Bool) -> Span? {
    var keys = axis.keys
    let whole = axis.whole
    let start = edge(&keys.start, axis.start, axis.first, named: "baseline", reader)
    let extent = axis.extent
    // What is given and cannot be read is told already.
    let given = [axis.keys.start, axis.keys.extent, axis.keys.end] + axis.baselines
    let read = [axis.start, axis.extent, axis.end, axis.first, axis.last].count { $0 != nil }
    guard given.count(where: { (reader.value(of: $0) ?? .null) != .null }) == read else {
      return nil
    }
    let end = edge(&keys.end, axis.end, axis.last, named: "last-baseline", reader)
    switch (start, extent, end) {
    case (let start?, let extent?, nil): return Span(start: start, extent: extent)
    case (let start?, nil, let end?): return Span(start: start, extent: whole - end - start)
    case (nil, let extent?, let end?): return Span(start: whole - end - extent, extent: extent)
    case (.some, .some, .some):
      problems.add(
        .error(
          .noPlace,
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
          .noPlace,
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

  /// Reports something that has no rectangle at all.
  mutating func reportNoPlace(of name: String, _ reader: MappingReader) {
    guard !problems.hasErrors else { return }
    problems.add(
      .error(
        .noPlace, "\(name) does not say where it stands", at: reader.place,
        hint: "add frame: {x: 20mm, y: 20mm, width: 60mm, height: 20mm}"))
  }

  private mutating func reportOffPage(_ read: ReadRect, _ name: String, bleed: Length) {
    let rect = read.rect
    let size = page.size
    if rect.size.width <= .zero || rect.size.height <= .zero {
      problems.add(
        .error(
          .noPlace,
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
    for (edge, excess) in over where excess > tolerance + bleed {
      problems.add(
        .error(
          .offThePage,
          "\(name) reaches \(shownMillimetres(excess)) over the \(edge) edge of the page",
          at: read.place, hint: "move it or make it smaller"))
    }
  }
}

/// A length as messages tell it: millimetres, to a tenth.
func shownMillimetres(_ length: Length) -> String {
  let tenths = (length.millimetres * 10).rounded()
  return "\(short(tenths / 10)) mm"
}
