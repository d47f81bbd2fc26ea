extension LayoutParser {
  /// Tells of frames that lie over the column or over each other on the same page.
  func overlaps(
    of regions: LayoutRegions, _ frames: [LayoutFrame], _ recipient: RecipientSetting
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var solid = frames.filter { $0.hasOwnHeight && $0.kind != .background && $0.kind != .mark }
    if recipient.place == .frame, let frame = recipient.frame { solid.append(frame) }
    let bodies = [
      ("regions.first", regions.first, PageSelection.first),
      ("regions.next", regions.next, only(middle: true)),
      ("regions.last", regions.last, only(last: true)),
    ]
    for frame in solid {
      for (name, rect, pages) in bodies where rect.intersects(frame.rect) {
        guard frame.pages.meets(pages) else { continue }
        found.append(overlap(frame, name, rect))
        break
      }
    }
    for (index, frame) in solid.enumerated() {
      for other in solid[(index + 1)...]
      where frame.rect.intersects(other.rect) && frame.pages.meets(other.pages) {
        found.append(overlap(other, frame.name, frame.rect))
      }
    }
    return found
  }

  /// The only page of a letter has the first region, so it is neither of these.
  private func only(middle: Bool = false, last: Bool = false) -> PageSelection {
    PageSelection(first: false, middle: middle, last: last, single: false)
  }

  private func overlap(_ frame: LayoutFrame, _ name: String, _ rect: Rect) -> Diagnostic {
    let width = min(frame.rect.maxX, rect.maxX) - max(frame.rect.minX, rect.minX)
    let height = min(frame.rect.maxY, rect.maxY) - max(frame.rect.minY, rect.minY)
    return .error(
      .overlap,
      "the frame \(quoted(frame.name)) lies over \(name) by \(shownMillimetres(width)) "
        + "times \(shownMillimetres(height))", at: frame.place,
      hint: "move one of them, or make it smaller")
  }
}
