/// One thing that stands in the column of the letter, in reading order.
///
/// Lists and quotations are flat here: their paragraphs carry the indent, the label and the bar,
/// and the structure tree carries what belongs together.
indirect enum FlowBlock: Hashable, Sendable {
  case paragraph(ParagraphPlan)
  case row(RowPlan)
  case table(TablePlan)
  case image(ImagePlan)
  case rule(RulePlan)
}

/// A rule about where the page may break around a block.
struct Keep: Hashable, Sendable {
  /// What a block is to the one that follows, so that no page should end between them.
  enum Next: Hashable, Sendable {
    /// It announces what follows, as a heading does.
    case heading
    /// It leads up to what follows, as a line that ends in a colon.
    case introduction
    /// It belongs to the signatures.
    case closing
  }

  /// Why the page must not break after this block; nil where it may.
  var next: Next? = nil
  /// Whether the block must stand on one page.
  var together: Bool = false
  /// Fewest lines at the foot of a page and at the head of the next.
  var orphans: Int = 2
  var widows: Int = 2
}

/// A paragraph, heading, list item or line of an address.
struct ParagraphPlan: Hashable, Sendable {
  var role: FlowRole { didSet { handling = role.handling } }
  /// How it is set and divided, whatever it is called.
  var handling: Handling
  var inlines: [InlinePlan]
  var style: ParagraphStyle
  /// The style of an empty line, and of what the paragraph itself sets (hyphens, marks).
  var textStyle: TextStyle
  /// Indents from the edges of the column.
  var indentLeft: Length
  var indentRight = Length.zero
  /// Further indent of the first line; negative hangs it out.
  var indentFirst = Length.zero
  /// The bullet or number that stands in the indent.
  var label: LabelPlan? = nil
  /// A mark in the left margin at the first line (`./.`).
  var marginMark: [InlinePlan] = []
  /// What it stands in, from within to without.
  var within: [Surrounding] = []
  /// White above and below; between two blocks the larger one counts.
  var spaceBefore: Length
  var spaceAfter: Length
  var keep: Keep
  /// Where it stands in its source.
  @Carried var place: SourceRange? = nil
  /// Words no wider than this are kept whole, as in a cell whose column holds them.
  var wholeWords = Length.zero
  /// The byte of its text that is set first: 0, or where it goes on from another column.
  var start = 0

  /// A paragraph that is handled as its role is.
  init(
    role: FlowRole, inlines: [InlinePlan], style: ParagraphStyle, textStyle: TextStyle,
    indentLeft: Length = .zero, spaceBefore: Length = .zero, spaceAfter: Length = .zero,
    keep: Keep = Keep(), place: SourceRange? = nil
  ) {
    self.role = role
    handling = role.handling
    self.inlines = inlines
    self.style = style
    self.textStyle = textStyle
    self.indentLeft = indentLeft
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.keep = keep
    self.place = place
  }
}

/// What a block stands in that moves it or is drawn beside it.
enum Surrounding: Hashable, Sendable {
  /// A list, by its number: its blocks stand further in where its widest label needs it.
  case list(Int)
  case quotation(QuotationBar)
  case callout(CalloutBox)
}

/// The box around a call-out; always an artifact.
struct CalloutBox: Hashable, Sendable {
  /// The number of its call-out, so that two that follow each other do not run together.
  var number: Int
  /// Its distances from the edges of the column.
  var left: Length
  var right: Length
  /// White between its edge and what stands in it.
  var padding: Length
  var background: Color?
  var border: Stroke?
}

/// The bar along a quotation, which goes on past all that stands in it; always an artifact.
struct QuotationBar: Hashable, Sendable {
  /// The number of its quotation, so that two that follow each other do not run together.
  var quotation: Int
  /// Its distance from the column's edge.
  var x: Length
  var width: Length
  var color: Color
}

extension ParagraphPlan {
  /// The footnotes that its label and its text refer to, in order.
  var notes: [Int] { (label?.inlines.notes ?? []) + inlines.notes }

  /// The same paragraph, which tells of no file.
  var withoutPlaces: ParagraphPlan {
    var plan = self
    plan.place = nil
    plan.inlines.forgetPlaces()
    plan.label?.inlines.forgetPlaces()
    plan.marginMark.forgetPlaces()
    return plan
  }
}

extension [InlinePlan] {
  fileprivate mutating func forgetPlaces() {
    for index in indices { self[index].place = nil }
  }
}

/// The bullet or number of a list item.
struct LabelPlan: Hashable, Sendable {
  var inlines: [InlinePlan]
  /// Where it starts, from the edge of the column.
  var x: Length
  /// The room it has; a number is set flush right in it when `alignsRight`.
  var width: Length
  var alignsRight: Bool = false
  /// What gives way when it is wider than its room.
  var overflow = Overflow.standsAbove
  /// Whether it stands beside the first line of the block that follows.
  var belongsToNext = false

  enum Overflow: Hashable, Sendable {
    /// It is set in lines of its own above the text.
    case standsAbove
    /// All blocks of the list of that number stand further in.
    case widens(list: Int)
  }
}

/// Blocks side by side that do not break: signatures, addresses.
struct RowPlan: Hashable, Sendable {
  /// One of them.
  struct Cell: Hashable, Sendable {
    var blocks: [FlowBlock]
    /// Empty room above the blocks, for ink.
    var spaceForInk: Length = .zero
    /// What of it has to stay on a page that is too full otherwise.
    var leastSpaceForInk: Length = .zero
    /// A scanned signature standing on the floor of that room.
    var image: ImagePlan? = nil
  }
  /// Into how many parts of equal width the column is divided; there may be fewer cells.
  var count: Int
  /// The white between two parts.
  var gap: Length
  var cells: [Cell]
  var box: BoxID
  /// Whether it belongs to the closing of the letter.
  var isClosing = false
  var spaceBefore: Length
  var spaceAfter: Length
  var keep = Keep()
  var place: SourceRange? = nil

  /// The width of each part of a column.
  func width(in column: Length) -> Length {
    let parts = Double(count)
    return (column - gap * (parts - 1)) / parts
  }
}

/// An image in the column.
struct ImagePlan: Hashable, Sendable {
  var image: ImageResource
  var size: Size
  var alignment: ParagraphStyle.Alignment
  var part: Part
  /// Dots per inch above which a raster image is scaled down.
  var resolution: Double
  /// Indents from the edges of the column, as in a list.
  var indentLeft: Length = .zero
  var indentRight: Length = .zero
  var spaceBefore: Length = .zero
  var spaceAfter: Length = .zero
  var within: [Surrounding] = []
  var keep = Keep(together: true)
  var place: SourceRange? = nil
}

/// A rule across the column, an artifact.
struct RulePlan: Hashable, Sendable {
  /// At most as wide as its column; nil for one that fills it.
  var width: Length?
  var thickness: Length
  var color: Color
  var indentLeft: Length = .zero
  var indentRight: Length = .zero
  var spaceBefore: Length
  var spaceAfter: Length
  var within: [Surrounding] = []
}

/// A table; its head is repeated on each page it reaches.
struct TablePlan: Hashable, Sendable {
  struct Cell: Hashable, Sendable {
    var paragraphs: [ParagraphPlan]
    /// How its number is written if the column's numbers stand below each other; nil for text.
    var number: NumberForm? = nil
  }
  struct Row: Hashable, Sendable {
    var cells: [Cell]
    /// Whether it sums up those above it.
    var isTotal = false
    var place: SourceRange? = nil
  }
  /// The rules that the layout draws.
  struct Rules: Hashable, Sendable {
    var color: Color
    /// Thickness above and below the table, under the head and between rows; zero for none.
    var outer: Length
    var head: Length
    var inner: Length
    /// That above rows of totals.
    var total: Length = .zero
  }
  /// The alignment of each column.
  var columns: [ParagraphStyle.Alignment]
  var head: [Row]
  var body: [Row]
  var caption: ParagraphPlan? = nil
  var padding: Size
  var rules: Rules
  var headBackground: Color? = nil
  var indentLeft: Length = .zero
  var indentRight: Length = .zero
  var within: [Surrounding] = []
  /// Whether the table fills the measure or is as wide as its contents.
  var fillsMeasure: Bool = false
  /// How far it may reach over the column into the margins; nil for a table that stays in it.
  var reach: TableReach? = nil
  var spaceBefore: Length
  var spaceAfter: Length
  var place: SourceRange? = nil
  /// How many of its rows stand in another column already, where its head is read.
  var rowsBefore = 0
  /// Whether it goes on with a row that began there.
  var beginsWithinRow = false

  /// The white at the left and right of what stands in a column: none at the edges of the table,
  /// which line up with the text, unless a tint ends there.
  func white(beside column: Int) -> (left: Length, right: Length) {
    let hangs = headBackground == nil
    return (
      hangs && column == 0 ? .zero : padding.width,
      hangs && column == columns.count - 1 ? .zero : padding.width
    )
  }

  /// Whether it began in another column.
  var isContinued: Bool { rowsBefore > 0 || beginsWithinRow }
}
