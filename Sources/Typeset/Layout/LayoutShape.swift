/// A rule or a box that a layout draws.
struct LayoutShape: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// Filled.
    case box(Color)
    /// Its edge.
    case edge(Stroke)
  }
  var form: Form
  var rect: Rect
  var pages: PageSelection
  var place: SourceRange? = nil
}

/// A shape as it is read.
struct ReadShape: Sendable {
  var rect: ReadRect? = nil
  var fill: Color? = nil
  var outline: Stroke? = nil
  var pages = PageSelection.all

  static let keys: [LayoutKey<Self>] =
    [
      LayoutKey(
        "frame", form: { .rect }, "Where it stands.",
        example: "{x: 0mm, y: 0mm, width: 210mm, height: 3mm}"
      ) { read, reader, parser in
        read.rect = parser.rect("frame", &reader)
      },
      LayoutKey(
        "fill", \.fill, .color, "What it is filled with.", example: "\"#8a1538\"",
        otherwise: "black, unless it has an outline"),
      LayoutKey(
        "outline", \.outline, .stroke, "Its edge, in place of a fill.", example: "0.5pt",
        otherwise: "none"),
      LayoutKey("pages", \.pages, .pages, "The pages it stands on."),
    ]
}

extension ValueForm where Context == LayoutParser, Value == [LayoutShape] {
  /// Shapes, or a single one.
  static var shapes: Self {
    ValueForm(
      form: { .list(.keys(ReadShape.keys.map { $0.described(ReadShape()) })) },
      reading: { key, reader, parser in
        reader.items(key, &parser.problems)?.compactMap { parser.shape($0, path: key) }
      }, join: +)
  }
}

extension LayoutParser {
  fileprivate mutating func shape(_ node: SourceNode, path: String) -> LayoutShape? {
    guard var part = MappingReader(node, path: path, &problems) else { return nil }
    var read = ReadShape()
    part.read(ReadShape.keys, into: &read, &self)
    guard let rect = read.rect else {
      reportNoPlace(of: path, part)
      return nil
    }
    let form: LayoutShape.Form = read.outline.map { .edge($0) } ?? .box(read.fill ?? .black)
    return LayoutShape(form: form, rect: rect.rect, pages: read.pages, place: rect.place)
  }
}
