/// A rectangle that composition watches.
struct Zone: Hashable, Sendable {
  enum Demand: Hashable, Sendable {
    /// The frame of that kind must lie within, with this clearance, and nothing else may show.
    case window(clearance: Length)
    /// Nothing at all may be printed here.
    case keepFree
  }
  var name: String
  var demand: Demand
  var rect: Rect
  var pages: PageSelection
  var place: SourceRange? = nil
}

/// The window of the envelope as it is read.
struct ReadWindow: Sendable {
  var rect: ReadRect? = nil
  var clearance: Length = .mm(2)
  var pages = PageSelection.first

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "frame", form: { .rect }, "Its place on the paper.",
      example: "{x: 20mm, y: 45mm, width: 85mm, height: 45mm}", otherwise: "needed"
    ) { read, reader, parser in
      read.rect = parser.rect("frame", &reader)
    },
    LayoutKey("clearance", \.clearance, .extent, "How far the address stays from its edges."),
    LayoutKey("pages", \.pages, .pages, "The pages that lie behind it."),
  ]

  /// The zone of the window; nil if its place is not given.
  var zone: Zone? {
    rect.map {
      Zone(
        name: "window", demand: .window(clearance: clearance), rect: $0.rect, pages: pages,
        place: $0.place)
    }
  }
}

/// A rectangle to keep free as it is read.
struct ReadFreeZone: Sendable {
  var rect: ReadRect? = nil
  var pages = PageSelection.all

  static let keys: [LayoutKey<Self>] =
    [
      LayoutKey("frame", form: { .rect }, "Its place on the paper.") { read, reader, parser in
        read.rect = parser.rect("frame", &reader)
      },
      LayoutKey("pages", \.pages, .pages, "The pages on which it is kept free."),
    ]
}

extension LayoutParser {
  /// Reads `keep-free`: rectangles by name.
  mutating func readFreeZones(_ reader: inout MappingReader) -> [Zone] {
    guard var part = reader.mapping("keep-free", &problems) else { return [] }
    return part.keys.compactMap { name in
      guard var zone = part.mapping(name, &problems) else { return nil }
      var read = ReadFreeZone()
      zone.read(ReadFreeZone.keys, into: &read, &self)
      guard let rect = read.rect else {
        reportNoPlace(of: zone.path, zone)
        return nil
      }
      return Zone(
        name: name, demand: .keepFree, rect: rect.rect, pages: read.pages, place: rect.place)
    }
  }
}
