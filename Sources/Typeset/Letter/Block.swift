/// A block of the body, with its place.
struct Block: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    case paragraph([Inline])
    case heading(level: Int, [Inline])
    case list(List)
    case quote([Block])
    case code(String)
    case rule
    case table(Table)
    /// An image that stands in a paragraph of its own.
    case image(Image)
    /// Terms and what is said of them, `Term: value` in aligned columns.
    case fields([Field])
  }

  struct List: Hashable, Sendable {
    /// The first number of a numbered list; nil for bullets.
    var start: Int?
    /// Whether the items stand close, without white between them.
    var isTight: Bool
    var items: [Item]

    struct Item: Hashable, Sendable {
      var blocks: [Block]
      var place: SourceRange
    }
  }

  struct Table: Hashable, Sendable {
    enum Alignment: Hashable, Sendable { case none, left, center, right }
    var columns: [Alignment]
    var head: [Cell]
    var rows: [Row]
    var caption: [Inline]

    struct Row: Hashable, Sendable {
      var cells: [Cell]
      var place: SourceRange
    }
    struct Cell: Hashable, Sendable {
      var inlines: [Inline]
      var place: SourceRange
    }
  }

  struct Field: Hashable, Sendable {
    var term: [Inline]
    var value: [Inline]
  }

  let content: Content
  let place: SourceRange
}

/// An image by its path, relative to the letter.
struct Image: Hashable, Sendable {
  var path: String
  /// What it shows, in words; empty when the author gave none.
  var alternative: String
  var title: String
  /// Attributes written after it, as `{width=80mm align=center}`.
  var attributes: [String: String]
  var place: SourceRange
  /// The address it leads to.
  var link: String? = nil
}
