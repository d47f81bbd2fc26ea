/// A block of the body, as a paragraph, a heading or a list.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public indirect enum Content: Hashable, Sendable {
    /// Running text.
    case paragraph([Inline])
    /// A heading of level 1 to 6.
    case heading(level: Int, [Inline])
    /// A list with bullets or numbers.
    case list(List)
    /// What someone else wrote.
    case quote([Block])
    /// What stands out in a box.
    case callout(Callout)
    /// Lines that are set as they are, without a line end after the last.
    case code(String)
    /// A thematic break.
    case rule
    /// A table with a head.
    case table(Table)
    /// An image that stands in a paragraph of its own.
    case image(Image)
    /// Terms and what is said of them, `Term: value` in aligned columns.
    case fields([Field])
  }

  /// Items with bullets or numbers.
  public struct List: Hashable, Sendable {
    /// The first number of a numbered list, from 0; nil for bullets.
    public var start: Int?
    /// Whether the items stand close, without white between them.
    public var isTight: Bool
    /// The items, one or more.
    public var items: [Item]

    /// Makes a list.
    public init(_ items: [Item], start: Int? = nil, isTight: Bool = true) {
      self.init(start: start, isTight: isTight, items: items)
    }

    init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }

    /// An item of a list.
    public struct Item: Hashable, Sendable {
      /// What stands in it.
      public var blocks: [Block]
      /// Where it stands in its source.
      public internal(set) var place: SourceRange

      /// Makes an item of blocks.
      public init(_ blocks: [Block]) { self.init(blocks: blocks, place: .unplaced) }

      init(blocks: [Block], place: SourceRange) {
        self.blocks = blocks
        self.place = place
      }
    }
  }

  /// Rows of cells under a head.
  public struct Table: Hashable, Sendable {
    /// How the cells of a column are aligned.
    public enum Alignment: Hashable, Sendable {
      /// As the layout has it.
      case none
      /// At the left edge.
      case left
      /// In the middle.
      case center
      /// At the right edge.
      case right
    }

    /// The alignment of each column, which says how many there are.
    public var columns: [Alignment]
    /// The cells of the head, one for each column.
    public var head: [Cell]
    /// The rows.
    public var rows: [Row]
    /// What stands above the table; empty for nothing.
    public var caption: [Inline]
    /// Which cells head others, for those who hear the table; nil lets its contents decide.
    public var headers: Headers? = nil
    /// What the table may be as wide as; nil leaves it to the layout.
    public var width: Width? = nil

    /// What a table may be as wide as.
    public enum Width: String, Hashable, Sendable, CaseIterable {
      /// The column of the text.
      case column
      /// The column and the free margin beside it.
      case wide
    }

    /// Which cells head others.
    public enum Headers: String, Hashable, Sendable, CaseIterable {
      /// None.
      case none
      /// Those of the first column, each its row.
      case row
      /// Those of the head, each its column.
      case column
      /// Those of the head and those of the first column.
      case both
    }

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - head: what stands above each column.
    ///   - rows: one cell for each column in each row.
    ///   - columns: the alignment of each column; nil leaves all to the layout.
    ///   - caption: what stands above the table.
    ///   - headers: which cells head others; nil lets the contents decide.
    ///   - width: what it may be as wide as; nil leaves it to the layout.
    public init(
      head: [Cell], rows: [Row], columns: [Alignment]? = nil, caption: [Inline] = [],
      headers: Headers? = nil, width: Width? = nil
    ) {
      self.init(
        columns: columns ?? head.map { _ in .none }, head: head, rows: rows, caption: caption)
      self.headers = headers
      self.width = width
    }

    init(columns: [Alignment], head: [Cell], rows: [Row], caption: [Inline]) {
      self.columns = columns
      self.head = head
      self.rows = rows
      self.caption = caption
    }

    /// A row of a table.
    public struct Row: Hashable, Sendable {
      /// One for each column.
      public var cells: [Cell]
      /// Whether it sums up the rows above it.
      public var isTotal = false
      /// Where it stands in its source.
      public internal(set) var place: SourceRange

      /// Makes a row of cells.
      public init(_ cells: [Cell], isTotal: Bool = false) {
        self.init(cells: cells, place: .unplaced)
        self.isTotal = isTotal
      }

      init(cells: [Cell], place: SourceRange) {
        self.cells = cells
        self.place = place
      }
    }

    /// A cell of a table.
    public struct Cell: Hashable, Sendable {
      /// Its text.
      public var inlines: [Inline]
      /// Where it stands in its source.
      public internal(set) var place: SourceRange

      /// Makes a cell of text.
      public init(_ inlines: [Inline]) { self.init(inlines: inlines, place: .unplaced) }

      /// Makes a cell of a text without markup.
      public init(_ text: String) { self.init([Inline(.text(text))]) }

      init(inlines: [Inline], place: SourceRange) {
        self.inlines = inlines
        self.place = place
      }
    }
  }

  /// A term and what is said of it.
  public struct Field: Hashable, Sendable {
    /// What it is called.
    public var term: [Inline]
    /// What is said of it.
    public var value: [Inline]

    /// Makes a field of texts.
    public init(term: [Inline], value: [Inline]) {
      self.term = term
      self.value = value
    }
  }

  /// What it is.
  public let content: Content
  /// Where it stands in its source.
  public internal(set) var place: SourceRange

  /// Makes a block.
  public init(_ content: Content) { self.init(content: content, place: .unplaced) }

  init(content: Content, place: SourceRange) {
    self.content = content
    self.place = place
  }
}
