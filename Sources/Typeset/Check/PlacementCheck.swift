/// Checks that everything the letter says stands on its pages, whole and once.
///
/// What it finds is a fault of the program, never of the letter.
struct PlacementCheck {
  let plan: Plan
  let pages: [Page]

  /// Every text and image that is missing, cut short or set twice, in source order.
  var diagnostics: [Diagnostic] {
    var placed = Amounts()
    for page in pages { page.forEachItem { item, _ in count(item, &placed) } }
    var wanted = Amounts()
    forEachWanted { order, amount, _, _ in wanted.add(amount, at: order) }
    var found = DiagnosticCollector()
    for odd in named(wanted.places { placed[$0] != $1 }) {
      let isMissing = placed[odd.order] < wanted[odd.order]
      found.add(
        .fault(
          isMissing
            ? "\(odd.name) is missing from the pages" : "\(odd.name) stands twice on the pages",
          at: odd.place))
    }
    for (index, note) in plan.footnotes.enumerated() where note.isEmpty {
      found.add(.fault("note \(index + 1) is missing from the pages", at: nil))
    }
    return found.inSourceOrder
  }

  // MARK: What there is to set

  /// What begins at some places of the reading order, in that order.
  private func named(
    _ odd: Set<Int>
  ) -> [(order: Int, name: DiagnosticText, place: SourceRange?)] {
    var names: [Int: (name: DiagnosticText, place: SourceRange?)] = [:]
    guard !odd.isEmpty else { return [] }
    forEachWanted { order, _, name, place in
      if odd.contains(order), names[order] == nil { names[order] = (name(), place) }
    }
    return names.sorted { $0.key < $1.key }.map { ($0.key, $0.value.name, $0.value.place) }
  }

  /// Visits the texts and images of the letter: their place in the reading order, their bytes of
  /// text or one for an image, what they are called, and where they are written.
  private func forEachWanted(_ body: (Int, Int, () -> DiagnosticText, SourceRange?) -> Void) {
    forEachInline { inline in
      guard case .content(_, let order) = inline.part else { return }
      switch inline.content {
      case .text(let text): body(order, text.inkedCount, { "\(quoted(text))" }, inline.place)
      case .footnoteMark(let note):
        let mark = String(note + 1)
        body(order, mark.utf8.count, { "the mark of note \(mark)" }, inline.place)
      case .image(let image):
        body(order, 1, { "the image \(quoted(image.image.name))" }, inline.place)
      case .lineBreak, .pageNumber, .pageCount: break
      }
    }
    forEachImage { image in
      guard case .content(_, let order) = image.part else { return }
      body(order, 1, { "the image \(quoted(image.image.name))" }, image.place)
    }
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
  private func count(_ item: FrameItem, _ placed: inout Amounts) {
    switch item {
    case .line(let line):
      // A hyphen that divides a word is no text of the letter's.
      for run in line.runs where run.item.actualText != Shaper.softHyphen {
        guard case .content(_, let order) = run.item.part else { continue }
        placed.add(run.item.text.inkedCount, at: order)
      }
    case .image(let image):
      if case .content(_, let order) = image.part { placed.add(1, at: order) }
    case .rule: break
    }
  }
}

/// How much stands at each place of the reading order; the places are numbers from 0 on.
private struct Amounts {
  private var amounts: [Int?] = []

  mutating func add(_ amount: Int, at order: Int) {
    guard order >= 0 else { return }
    while amounts.count <= order { amounts.append(nil) }
    amounts[order] = (amounts[order] ?? 0) + amount
  }

  subscript(order: Int) -> Int { amounts.indices.contains(order) ? amounts[order] ?? 0 : 0 }

  /// The places at which something was added, and as much as is looked for.
  func places(where isWanted: (Int, Int) -> Bool) -> Set<Int> {
    var places: Set<Int> = []
    for (order, amount) in amounts.enumerated() {
      if let amount, isWanted(order, amount) { places.insert(order) }
    }
    return places
  }
}

extension String {
  /// How many bytes are left when white space, soft hyphens and byte order marks are taken out,
  /// which setting adds and drops.
  fileprivate var inkedCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: break
        case 0xAD where index > 0 && bytes[index - 1] == 0xC2: count -= 1
        case 0xA8 where bytes.hasBefore(index, 0xE2, 0x80),
          0xA9 where bytes.hasBefore(index, 0xE2, 0x80),
          0xBF where bytes.hasBefore(index, 0xEF, 0xBB):
          count -= 2
        default: count += 1
        }
      }
      return count
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether those two bytes stand before an index.
  fileprivate func hasBefore(_ index: Int, _ first: UInt8, _ second: UInt8) -> Bool {
    index > 1 && self[index - 2] == first && self[index - 1] == second
  }
}
