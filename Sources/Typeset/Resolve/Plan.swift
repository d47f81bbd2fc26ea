/// A letter with every style absolute and every template line filled: all that composing needs.
struct Plan: Hashable, Sendable {
  var language: LanguageTag
  var page: Size
  /// Where the column stands on the first, the following and the last page.
  var regions: Regions
  /// The lines of the running text.
  var grid: LineGrid? = nil
  /// The letter's column, in reading order.
  var flow: [FlowBlock]
  /// The notes that ``InlinePlan/Content/footnoteMark(_:)`` refers to.
  var footnotes: [[ParagraphPlan]]
  var footnoteRule: RulePlan
  /// Everything at a fixed place, in reading order after the column; those whose kind is
  /// `recipient` or `header` are read before the column.
  var fixed: [FixedFrame]
  /// Fold and punch marks, and the pages they stand on.
  var marks: [FixedShape]
  var markPages = PageSelection.odd
  var zones: [Zone]
  var fit: FitPolicy
  var structure: StructureTree
  var metadata: DocumentMetadata
  /// A word set large across every page (`--draft`); empty for none.
  var watermark: [InlinePlan] = []
  /// Whether even pages stand as in a mirror: every x from the right edge.
  var mirrorsEvenPages = false
  var pageNumbers = PageNumberForm.arabic
  /// PDFs to print the letter on, as the layout names them.
  var letterhead: Letterhead? = nil

  struct Regions: Hashable, Sendable {
    var first: Rect
    var next: Rect
    /// The region of the last page of a letter of two or more.
    var last: Rect
    var baselines = RegionBaselines()
  }
}
