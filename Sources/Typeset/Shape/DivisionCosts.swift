/// What it costs a line to end within a word, by how good the place is and how much a style minds.
///
/// The costs are compared with those of ``BreakCosts``: a line that is a tenth too short costs 100.
struct DivisionCosts: Hashable, Sendable {
  let breaking: ParagraphStyle.Breaking
  let isJustified: Bool
  let reluctance: HyphenationRules.Reluctance

  /// The cost of a place that is taken only where a line would else be overfull or nearly empty.
  static let lastResort = 8_000.0

  /// The fewest letters of a piece that does not look like a slip of the pen.
  private static let shortestPiece = 3
  private static let stub = 300.0
  private static let name = 100.0
  /// What a division costs more in justified text, where the badness of a loose line is squared.
  private static let justified = 60.0

  /// What dividing a word costs.
  ///
  /// - Parameters:
  ///   - piece: the letters of the shorter of the two pieces.
  ///   - isName: whether the word looks like a name, which is divided at joints alone, unwillingly.
  ///   - isLast: whether the word is the last of its paragraph, which is kept whole.
  func cost(of grade: HyphenationGrade, piece: Int, isName: Bool, isLast: Bool) -> Double {
    // First-fit weighs nothing; it only tells the poor places from the others.
    guard breaking == .totalFit else { return grade.cost }
    if isLast || (isName && grade > .joint) || (reluctance == .never && grade != .explicit) {
      return Self.lastResort
    }
    let own: Double =
      switch grade {
      case .explicit: 30
      case .joint: 40
      case .affix: 90
      case .syllable: 120
      case .poor: 500
      }
    return (own + (isJustified ? Self.justified : 0)) * reluctance.factor
      + (piece < Self.shortestPiece ? Self.stub : 0)
      + (isName && grade == .joint ? Self.name : 0)
  }
}

extension HyphenationRules.Reluctance {
  /// How much dearer than normal a division is.
  fileprivate var factor: Double {
    switch self {
    case .low: 0.5
    case .normal, .never: 1
    case .high: 2.5
    }
  }
}
