/// Tightens or loosens the white of a letter within limits, to save a page or to fill the last.
struct PageFit {
  /// What was found to be best.
  struct Result {
    let slugs: [Slug]
    let pages: [PageBreaker.Page]
    let note: Diagnostic?
  }

  let policy: FitPolicy
  /// Chooses pages for slugs.
  let paginate: ([Slug]) -> [PageBreaker.Page]
  /// The height of a following page, to tell how full the last one is.
  let room: Length

  /// Factors are tried in this many steps; finer steps differ by less than a hair's breadth.
  static let steps = 8
  /// A last page filled less than this looks like a mistake.
  static let nearlyEmpty = 0.2

  /// Tries the smallest change that helps.
  func fit(_ slugs: [Slug]) -> Result {
    let pages = paginate(slugs)
    let asIs = Result(slugs: slugs, pages: pages, note: nil)
    guard policy.enabled, pages.count > 1, let last = pages.last?.slugs else { return asIs }
    for step in 1...Self.steps {
      let share = Double(step) / Double(Self.steps)
      let gap = 1 + (policy.gapShrink - 1) * share
      let leading = 1 + (policy.leadingShrink - 1) * share
      let tried = slugs.map { $0.scaled(gap: gap, leading: leading) }
      let fewer = paginate(tried)
      if fewer.count < pages.count {
        return Result(
          slugs: tried, pages: fewer,
          note: .note(
            "tightened the white to \(percent(gap)) and the leading to \(percent(leading)) to"
              + " save a page", at: nil))
      }
    }
    guard !last.isEmpty, fill(of: last, slugs) < Self.nearlyEmpty else { return asIs }
    var best = asIs
    for step in 1...Self.steps {
      let share = Double(step) / Double(Self.steps)
      let gap = 1 + (policy.gapStretch - 1) * share
      let leading = 1 + (policy.leadingStretch - 1) * share
      let tried = slugs.map { $0.scaled(gap: gap, leading: leading) }
      let same = paginate(tried)
      guard same.count == pages.count, let end = same.last?.slugs else { break }
      best = Result(
        slugs: tried, pages: same,
        note: .note(
          "loosened the white to \(percent(gap)) and the leading to \(percent(leading)) to fill"
            + " the last page", at: nil))
      if fill(of: end, tried) >= Self.nearlyEmpty { return best }
    }
    return best
  }

  private func fill(of page: Range<Int>, _ slugs: [Slug]) -> Double {
    slugs[page].reduce(.zero) { $0 + $1.height + $1.gapBefore } / room
  }

  private func percent(_ factor: Double) -> String { "\(Int((factor * 100).rounded())) %" }
}

extension Slug {
  /// The slug with its white and, if it is text, its leading scaled; the text stands in the middle.
  func scaled(gap: Double, leading: Double) -> Slug {
    var slug = self
    slug.gapBefore = gapBefore * gap
    guard isText else { return slug }
    slug.height = height * leading
    let shift = Point(x: .zero, y: (slug.height - height) / 2)
    slug.items = items.map { Placed(item: $0.item, origin: $0.origin + shift) }
    return slug
  }

  /// Whether it is a single line of running text.
  private var isText: Bool {
    switch role {
    case .tableCell, .signature, .code: false
    default:
      items.contains { if case .line = $0.item { true } else { false } }
        && !items.contains { if case .image = $0.item { true } else { false } }
    }
  }
}
