// What a layout says of each part of a letter. The values that stand here are those of a layout
// that says nothing.

/// How the running text is treated as a whole.
struct TextSetting: Hashable, Sendable {
  enum Quotes: Hashable, Sendable {
    /// As they were typed.
    case asWritten
    /// Quotation marks, apostrophes and dashes as the language sets them.
    case typographic
    /// The same with the layout's own opening and closing mark.
    case marks(opening: String, closing: String)

    /// Reads `as-written`, `typographic` or two marks with three dots between, as `»…«`.
    init?(_ text: String) {
      switch text {
      case "as-written": self = .asWritten
      case "typographic": self = .typographic
      default:
        let marks = text.replacing("...", with: "…").split(separator: "…")
        guard marks.count == 2 else { return nil }
        self = .marks(opening: String(marks[0]), closing: String(marks[1]))
      }
    }
  }
  var quotes = Quotes.asWritten
  /// Fewest lines of a paragraph at the foot and at the head of a page.
  var orphans = 2
  var widows = 2
  /// Whether the column returns to its lines after tables, images and larger type.
  var keepsGrid = false
  /// Whether the paragraphs of the body are numbered in the margin.
  var numbersParagraphs = false
}

/// The recipients' place.
struct RecipientSetting: Hashable, Sendable {
  enum Place: String, Hashable, Sendable, CaseIterable {
    /// Above the text, in the column.
    case flow
    /// In a frame of its own, as behind a window.
    case frame
    /// Nowhere.
    case none
  }
  var place = Place.flow
  /// The line above the recipients, `Til`.
  var label: Template? = nil
  /// The frame for ``Place/frame``.
  var frame: LayoutFrame? = nil
  /// White below the recipients in the column, and between one recipient and the next.
  var spaceAfter: Length = .zero
  var gap: Length = .zero
  /// Most characters in a line before a warning, as print services have it; nil for no limit.
  var lineLimit: Int? = nil
}

/// The letter's subject.
struct SubjectSetting: Hashable, Sendable {
  /// Whether it is set above the text.
  var isShown = true
  /// What stands before it, as `Vedr.: `.
  var label: Template? = nil
  /// Whether it stands before the opening (or after it).
  var precedesOpening = true
}

/// The salutation.
struct OpeningSetting: Hashable, Sendable {
  /// The one for letters that have none; nil for none.
  var text: Template? = nil
}

/// The complimentary close.
struct ClosingSetting: Hashable, Sendable {
  /// The one for letters that have signatures but no closing; nil for none.
  var text: Template? = nil
}

/// The signers.
struct SignatureSetting: Hashable, Sendable {
  var columns = 2
  /// White between columns.
  var gap: Length = .mm(6)
  /// White between rows.
  var rowGap: Length = .mm(6)
  /// Room for ink above the names.
  var spaceForInk: Length = .mm(12)
  /// A line to sign on, above the name.
  var rule: RuleStyle? = nil
  /// Tallest a scanned signature may be; nil for the room for ink.
  var imageHeight: Length? = nil
}

/// The list of what is enclosed.
struct EnclosureSetting: Hashable, Sendable {
  /// What stands above or before the list, as `Bilag`.
  var label: Template? = nil
  /// Whether appended pages are stamped with the enclosure's and the page's number.
  var stamps = false
  /// Whether appended pages keep their own size, or are fitted to the letter's.
  var keepsSize = false
  /// What stands in the margin at a paragraph that mentions an enclosure, `./.`.
  var mark: String? = nil
  /// Words that mention one, lower case.
  var markWords: [String] = []
  /// Whether the label has a line of its own.
  var stacksLabel = true
}

/// The list of who receives copies.
struct CopiesSetting: Hashable, Sendable {
  /// As `Kopi til`.
  var label: Template? = nil
  var stacksLabel = true
}

/// Lists in the body.
struct ListSetting: Hashable, Sendable {
  enum Number: String, Hashable, Sendable, CaseIterable {
    case decimal
    case lowerAlpha = "lower-alpha"
    case upperAlpha = "upper-alpha"
    case lowerRoman = "lower-roman"
    case upperRoman = "upper-roman"
  }
  /// By depth; deeper lists use the last.
  var bullets = ["–", "•", "–"]
  var numbers: [Number] = [.decimal, .lowerAlpha, .lowerRoman]
  /// What stands after a number.
  var numberSuffix = "."
  /// How far the text of an item stands in from the text around the list.
  var indent: Length = .mm(5)
  /// White between the items of a close list.
  var gap: Length = .zero
  /// The room for the terms of a field list.
  var termWidth: Length = .mm(35)
  /// Whether numbers stand flush right before their text.
  var alignsNumbersRight = false
}

/// Block quotations.
struct QuotationSetting: Hashable, Sendable {
  var indentLeft: Length = .mm(5)
  var indentRight: Length = .zero
  var bar: RuleStyle? = nil
}

/// Tables in the body.
struct TableSetting: Hashable, Sendable {
  var color = Color.black
  /// Thickness of the rules above and below the table, under its head and between its rows.
  var outer: Length = .pt(0.75)
  var head: Length = .pt(0.5)
  var inner: Length = .zero
  var padding = Size(width: .pt(4), height: .pt(2.5))
  var headBackground: Color? = nil
  var fillsMeasure = false
}

/// Images in the body.
struct ImageSetting: Hashable, Sendable {
  /// Dots per inch above which a raster image is scaled down.
  var resolution = 300.0
  var alignment = ParagraphStyle.Alignment.left
  /// Widest as a share of the column.
  var maxWidth = 1.0
}

/// Footnotes.
struct FootnoteSetting: Hashable, Sendable {
  /// The short rule above them.
  var rule = RuleStyle(thickness: .pt(0.5), color: .black)
  var ruleWidth: Length = .mm(40)
  var spaceBefore: Length = .pt(10)
  var indent: Length = .mm(4)
}

/// A thematic break in the body.
struct RuleSetting: Hashable, Sendable {
  var rule = RuleStyle(thickness: .pt(0.5), color: .black)
  /// nil for the whole measure.
  var width: Length? = nil
}

/// Marks for the people who fold and punch.
struct MarkSetting: Hashable, Sendable {
  /// Distances from the top edge.
  var fold: [Length] = []
  var punch: [Length] = []
  /// Distance from the left edge.
  var x: Length = .mm(4)
  var length: Length = .mm(2.5)
  var rule = RuleStyle(thickness: .pt(0.25), color: .black)
  /// On odd pages, the sheets' fronts.
  var pages = PageSelection.odd
}
