/// Tightens or loosens the white of a letter within limits, to save a page or to fill the last.
struct PageFit {
  /// What was found to be best.
  struct Result {
    let columns: [PageColumn]
    let note: Diagnostic?
  }

  let policy: FitPolicy
  let divider: any ColumnDivider
  /// The height of a following page, to tell how full the last one is.
  let room: Length

  /// Factors are tried in this many steps; finer steps differ by less than a hair's breadth.
  static let steps = 8
  /// A last page filled less than this looks like a mistake.
  static let nearlyEmpty = 0.2

  /// Tries the smallest change that helps.
  func fit() -> Result {
    let asIs = Result(columns: divider.columns(.none), note: nil)
    let count = asIs.columns.count
    guard policy.enabled, count > 1, let last = asIs.columns.last?.slugs else { return asIs }
    for step in 1...Self.steps {
      let white = scale(step, gap: policy.gapShrink, leading: policy.leadingShrink)
      let fewer = divider.columns(white)
      if fewer.count < count {
        return Result(columns: fewer, note: tightened(white))
      }
    }
    guard !last.isEmpty, fill(of: last) < Self.nearlyEmpty else { return asIs }
    var best = asIs
    for step in 1...Self.steps {
      let white = scale(step, gap: policy.gapStretch, leading: policy.leadingStretch)
      let same = divider.columns(white)
      guard same.count == count, let end = same.last?.slugs else { break }
      best = Result(columns: same, note: loosened(white))
      if fill(of: end) >= Self.nearlyEmpty { return best }
    }
    return best
  }

  /// A step on the way from the white as it is to its limits.
  private func scale(_ step: Int, gap: Double, leading: Double) -> WhiteScale {
    let share = Double(step) / Double(Self.steps)
    return WhiteScale(gap: 1 + (gap - 1) * share, leading: 1 + (leading - 1) * share)
  }

  private func tightened(_ white: WhiteScale) -> Diagnostic {
    .note(
      .squeezed,
      "tightened the white to \(percent(white.gap)) and the leading to \(percent(white.leading)) to"
        + " save a page", at: nil)
  }

  private func loosened(_ white: WhiteScale) -> Diagnostic {
    .note(
      .squeezed,
      "loosened the white to \(percent(white.gap)) and the leading to \(percent(white.leading)) to"
        + " fill the last page", at: nil)
  }

  private func fill(of page: [Slug]) -> Double {
    page.reduce(.zero) { $0 + $1.height + $1.gapBefore } / room
  }

  private func percent(_ factor: Double) -> String { "\(Int((factor * 100).rounded())) %" }
}
