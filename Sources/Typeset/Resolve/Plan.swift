/// A letter with every style absolute and every template line filled: all that composing needs.
struct Plan: Hashable, Sendable {
  var language: LanguageTag
  var page: Size
  /// Where the column stands on the first, the following and the last page.
  var regions: Regions
  /// The letter's column, in reading order.
  var flow: [FlowBlock]
  /// The notes that ``InlinePlan/Content/footnoteMark(_:)`` refers to.
  var footnotes: [[ParagraphPlan]]
  var footnoteRule: RulePlan
  /// Everything at a fixed place, in reading order after the column; those whose kind is
  /// `recipient` or `header` are read before the column.
  var fixed: [FixedFrame]
  var marks: [FixedShape]
  var zones: [Zone]
  var fit: FitPolicy
  var structure: StructureTree
  var metadata: DocumentMetadata
  /// A word set large across every page (`--draft`); empty for none.
  var watermark: [InlinePlan] = []

  struct Regions: Hashable, Sendable {
    var first: Rect
    var next: Rect
    /// The region of the last page of a letter of two or more.
    var last: Rect
  }
}

/// A rectangle that composition watches.
struct Zone: Hashable, Sendable {
  enum Rule: Hashable, Sendable {
    /// The frame of that kind must lie within, with this clearance, and nothing else may show.
    case window(clearance: Length)
    /// Nothing at all may be printed here.
    case keepFree
  }
  var name: String
  var rule: Rule
  var rect: Rect
  var pages: PageSelection
  var place: SourceRange? = nil
}

/// How much the white of a letter may give to save or fill a page.
struct FitPolicy: Hashable, Sendable {
  var enabled: Bool
  /// Least and greatest factor for the white between paragraphs.
  var gapShrink: Double
  var gapStretch: Double
  /// Least and greatest factor for the leading.
  var leadingShrink: Double
  var leadingStretch: Double

  static let off = FitPolicy(
    enabled: false, gapShrink: 1, gapStretch: 1, leadingShrink: 1, leadingStretch: 1)
}

/// What the finished file says about itself.
struct DocumentMetadata: Hashable, Sendable {
  var title: String
  var author: String
  var date: CalendarDate
  var language: LanguageTag
  /// Sags ID.
  var caseID: String
  /// Dok. ID.
  var documentID: String
}
