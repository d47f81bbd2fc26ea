/// Checks that everything the letter says stands on its pages, whole and once.
///
/// What it finds is a fault of the program, never of the letter.
struct PlacementCheck {
  let plan: Plan
  let pages: [Page]

  /// What stands at one place of the reading order.
  private struct Wanted {
    /// Bytes of text or images.
    var amount = 0
    let name: String
    let place: SourceRange?
  }

  /// Every text and image that is missing, cut short or set twice, in source order.
  var diagnostics: [Diagnostic] {
    var placed: [Int: Int] = [:]
    for page in pages { page.forEachItem { item, _ in count(item, &placed) } }
    var found = DiagnosticCollector()
    for (order, wanted) in wanted.sorted(by: { $0.key < $1.key }) {
      let amount = placed[order, default: 0]
      guard amount != wanted.amount else { continue }
      let fate = amount < wanted.amount ? "is missing from" : "stands twice on"
      found.add(.fault("\(wanted.name) \(fate) the pages", at: wanted.place))
    }
    for (index, note) in plan.footnotes.enumerated() where note.isEmpty {
      found.add(.fault("note \(index + 1) is missing from the pages", at: nil))
    }
    return found.inSourceOrder
  }

  // MARK: What there is to set

  /// The texts and images of the letter by their place in the reading order.
  private var wanted: [Int: Wanted] {
    var wanted: [Int: Wanted] = [:]
    func add(_ part: Part, _ amount: Int, _ place: SourceRange?, _ name: @autoclosure () -> String)
    {
      guard case .content(_, let order) = part else { return }
      if wanted[order] == nil { wanted[order] = Wanted(name: name(), place: place) }
      wanted[order]?.amount += amount
    }
    forEachInline { inline in
      switch inline.content {
      case .text(let text): add(inline.part, text.utf8.inked, inline.place, quoted(text))
      case .footnoteMark(let note):
        let mark = String(note + 1)
        add(inline.part, mark.utf8.count, inline.place, "the mark of note \(mark)")
      case .image(let image):
        add(inline.part, 1, inline.place, "the image \(quoted(image.image.name))")
      case .lineBreak, .pageNumber, .pageCount: break
      }
    }
    forEachImage { add($0.part, 1, $0.place, "the image \(quoted($0.image.name))") }
    return wanted
  }

  private func forEachInline(_ body: (InlinePlan) -> Void) {
    for block in blocks { forEachInline(block, body) }
    for paragraph in plan.footnotes.joined() { forEachInline(.paragraph(paragraph), body) }
  }

  /// The column, and the frames that stand on any of the pages.
  private var blocks: [FlowBlock] {
    let shown = plan.fixed.filter { frame in
      frame.isContent && pages.indices.contains { frame.pages.includes($0 + 1, of: pages.count) }
    }
    return plan.flow + shown.flatMap { $0.groups.flatMap(\.blocks) }
  }

  private func forEachInline(_ block: FlowBlock, _ body: (InlinePlan) -> Void) {
    switch block {
    case .paragraph(let plan): ((plan.label?.inlines ?? []) + plan.inlines).forEach(body)
    case .row(let plan):
      for block in plan.cells.flatMap(\.blocks) { forEachInline(block, body) }
    case .table(let plan):
      plan.caption?.inlines.forEach(body)
      for cell in (plan.head + plan.body).flatMap(\.cells) {
        for paragraph in cell.paragraphs { paragraph.inlines.forEach(body) }
      }
    case .image, .rule: break
    }
  }

  private func forEachImage(_ body: (ImagePlan) -> Void) {
    for block in blocks {
      switch block {
      case .image(let plan): body(plan)
      case .row(let plan): plan.cells.compactMap(\.image).forEach(body)
      case .paragraph, .table, .rule: break
      }
    }
  }

  // MARK: What was set

  /// Counts, for each place in the reading order, the bytes of its text or its images.
  private func count(_ item: FrameItem, _ placed: inout [Int: Int]) {
    switch item {
    case .line(let line):
      // A hyphen that divides a word is no text of the letter's.
      for run in line.runs.map(\.item) where run.actualText != Shaper.softHyphen {
        guard case .content(_, let order) = run.part else { continue }
        placed[order, default: 0] += run.text.utf8.inked
      }
    case .image(let image):
      if case .content(_, let order) = image.part { placed[order, default: 0] += 1 }
    case .rule: break
    }
  }
}

extension String.UTF8View {
  /// How many bytes are left when white space, soft hyphens and byte order marks are taken out,
  /// which setting adds and drops.
  fileprivate var inked: Int {
    var count = 0
    var before: (UInt8, UInt8) = (0, 0)
    for byte in self {
      defer { before = (before.1, byte) }
      switch (before.0, before.1, byte) {
      case (_, _, 0x20), (_, _, 0x09), (_, _, 0x0A), (_, _, 0x0D): break
      case (_, 0xC2, 0xAD): count -= 1
      case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xEF, 0xBB, 0xBF): count -= 2
      default: count += 1
      }
    }
    return count
  }
}
