/// Checks that the marks for machines stand on the page, out of windows and free zones, and clear of all
/// other ink.
struct SheetMarkCheck {
  let marks: SheetMarks
  let plan: Plan
  /// The pages before they are marked.
  let pages: [Page]

  /// Every breach.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, page) in pages.enumerated() where marks.isFront(index + 1) {
      for area in marks.areas { found += check(area, page, number: index + 1) }
      // The places are the same on every front.
      if !found.isEmpty { break }
    }
    return found
  }

  private func check(_ area: SheetMarks.Area, _ page: Page, number: Int) -> [Diagnostic] {
    guard Rect(origin: .zero, size: page.size).contains(area.rect) else {
      return [
        .error(
          .marks, "\(area.name) on page \(number) reach out of the paper, with the white around",
          at: area.place, hint: "move them in the layout's marks")
      ]
    }
    for zone in plan.zones
    where zone.pages.includes(number, of: pages.count) && zone.rect.intersects(area.rect) {
      return [
        .error(
          .marks,
          "\(area.name) on page \(number), with the white around, reach into \(zone.described)",
          at: area.place, hint: "move them in the layout's marks")
      ]
    }
    let folds = plan.markPages.includes(number, of: pages.count) ? plan.marks.map(\.rect) : []
    let ink = InkBoxes(of: page).boxes.filter { $0.part != .artifact(.pagination(.watermark)) }
    let hit: DiagnosticText? =
      ink.first { $0.rect.intersects(area.rect) }.map {
        $0.text.isEmpty ? "an image or rule" : "\(quoted($0.text))"
      } ?? (folds.contains { $0.intersects(area.rect) } ? "a mark for folding or punching" : nil)
    guard let hit else { return [] }
    return [
      .error(
        .marks, "\(hit) stands where \(area.name) must be alone on page \(number)", at: area.place,
        hint: "move the marks in the layout, or what stands there")
    ]
  }
}

extension Zone {
  fileprivate var described: DiagnosticText {
    if case .window = demand { "the window" } else { "the free zone \(quoted(name))" }
  }
}
