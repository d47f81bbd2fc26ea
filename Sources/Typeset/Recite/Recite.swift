import GLibSupport

/// Takes a letter out of its pages: what is read of it, in reading order.
///
/// White is as on the pages: runs of it are one space, and a space at which no line should end is one
/// that holds its words together.
///
/// - Parameters:
///   - language: the letter's language, which knows what words belong together.
///   - pageCount: how many pages the letter has, which says what frames stand on them.
/// - Returns: the elements that the PDF's structure has, with the same words in the same order.
func recite(_ plan: Plan, language: LanguagePack, pageCount: Int) -> Recital {
  var reciter = Reciter(plan, PhraseProtection(language), pageCount: pageCount)
  reciter.takeFrames()
  reciter.takeColumn()
  reciter.takeNotes()
  return reciter.recital()
}

/// Hangs the words of a plan under the elements of its structure.
private struct Reciter {
  /// Where a piece stands: by its order in the letter, and after what has the same.
  private struct Place: Comparable {
    var order: Int
    var isAfter = false

    static func < (a: Place, b: Place) -> Bool {
      a.order == b.order ? !a.isAfter && b.isAfter : a.order < b.order
    }
  }

  private enum Kid {
    case piece(RecitedPiece)
    case element(Int)
  }

  private let plan: Plan
  private let phrases: PhraseProtection
  private let pageCount: Int
  private let elements: [StructureElement]
  private var kids: [[(place: Place, kid: Kid)]]
  private var looks: [RecitedLook?]
  /// The frame that an element of the first level stands in.
  private var frames: [Int: FixedFrame] = [:]
  private var group = 0
  private var ornaments: [RecitedImage] = []
  /// The last piece taken from the column, and a rule that waits for what follows it.
  private var last: (element: Int, order: Int)?
  private var rules: [(after: (element: Int, order: Int)?, before: Int?)] = []

  init(_ plan: Plan, _ phrases: PhraseProtection, pageCount: Int) {
    self.plan = plan
    self.phrases = phrases
    self.pageCount = pageCount
    elements = plan.structure.elements
    kids = Array(repeating: [], count: elements.count)
    looks = Array(repeating: nil, count: elements.count)
  }

  // MARK: Collecting

  mutating func takeFrames() {
    for frame in plan.fixed {
      let isShown = (1...max(1, pageCount)).contains { frame.pages.includes($0, of: pageCount) }
      guard isShown else { continue }
      for group in frame.groups {
        self.group += 1
        for block in group.blocks { take(block, in: frame) }
      }
    }
  }

  mutating func takeColumn() {
    for block in plan.flow { take(block, in: nil) }
  }

  mutating func takeNotes() {
    for paragraph in plan.footnotes.joined() { take(paragraph, in: nil) }
  }

  private mutating func take(_ block: FlowBlock, in frame: FixedFrame?) {
    switch block {
    case .paragraph(let plan):
      // White above a line of an address begins another address.
      if frame == nil, plan.spaceBefore > .zero { group += 1 }
      take(plan, in: frame)
    case .image(let image): take(image, in: frame)
    case .row(let row):
      for cell in row.cells {
        group += 1
        if let image = cell.image { take(image, in: frame) }
        for block in cell.blocks {
          // The line to sign on is drawn, not read.
          if case .paragraph(let line) = block { take(line, in: frame) }
        }
      }
    case .table(let table):
      if let caption = table.caption { take(caption, in: frame) }
      for row in table.head + table.body {
        for cell in row.cells {
          for paragraph in cell.paragraphs { take(paragraph, of: cell, in: row) }
        }
      }
    case .rule: if frame == nil { rules.append((last, nil)) }
    }
  }

  private mutating func take(
    _ paragraph: ParagraphPlan, of cell: TablePlan.Cell, in row: TablePlan.Row
  ) {
    var look = look(of: paragraph)
    look.number = cell.number
    look.isTotal = row.isTotal
    take(paragraph, look, in: nil)
  }

  private mutating func take(_ paragraph: ParagraphPlan, in frame: FixedFrame?) {
    take(paragraph, look(of: paragraph), in: frame)
  }

  private func look(of paragraph: ParagraphPlan) -> RecitedLook {
    RecitedLook(
      role: paragraph.role, text: paragraph.textStyle, alignment: paragraph.style.alignment,
      group: group)
  }

  private mutating func take(
    _ paragraph: ParagraphPlan, _ look: RecitedLook, in frame: FixedFrame?
  ) {
    for inlines in [paragraph.label?.inlines ?? [], paragraph.inlines] {
      for (inline, text) in zip(inlines, texts(of: inlines, in: paragraph)) {
        guard case .content(let id, let order) = inline.part else { continue }
        if let piece = piece(of: inline, text) { add(piece, to: id, order, look, frame) }
      }
    }
  }

  /// The text of each inline as it is set; nil for those that set none.
  private func texts(of inlines: [InlinePlan], in paragraph: ParagraphPlan) -> [String?] {
    let text = ParagraphText(
      inlines, page: .none, keepsSpaces: paragraph.handling.preservesSpaces)
    let holds = paragraph.style.protectsPhrases && !paragraph.handling.preservesSpaces
    let held = holds ? phrases.protectedSpaces(in: text) : []
    var texts = [String?](repeating: nil, count: inlines.count)
    for span in text.spans {
      var bytes: [UInt8] = []
      for index in span.range {
        if text.softHyphens.contains(index) { bytes += "\u{AD}".utf8 }
        if held.contains(index) {
          bytes += "\u{A0}".utf8
        } else {
          bytes.append(text.bytes[index])
        }
      }
      texts[span.inline] = String(decoding: bytes, as: UTF8.self).withPlainLetters
    }
    return texts
  }

  private func piece(of inline: InlinePlan, _ text: String?) -> RecitedPiece? {
    switch inline.content {
    case .text: text.map { .text($0, inline.style) }
    case .lineBreak: .lineBreak
    case .footnoteMark(let note): .mark(note)
    case .image(let image):
      .image(
        RecitedImage(
          image: image.image,
          size: image.width == nil && image.height == nil
            ? nil : image.size(besideCapitals: inline.style.size)))
    case .pageCount: .text(String(pageCount), inline.style)
    // There are no pages to have numbers.
    case .pageNumber: nil
    }
  }

  private mutating func take(_ image: ImagePlan, in frame: FixedFrame?) {
    let recited = RecitedImage(image: image.image, size: image.size)
    switch image.part {
    case .content(let id, let order):
      let look = RecitedLook(
        role: .body, text: Self.anyStyle, alignment: image.alignment, group: group)
      add(.image(recited), to: id, order, look, frame)
    case .artifact:
      // A logo that is not read is seen nevertheless, on the first page.
      guard let frame, frame.kind == .logo || frame.kind == .header,
        frame.pages.includes(1, of: pageCount)
      else { return }
      ornaments.append(recited)
    }
  }

  private static let anyStyle = TextStyle(
    families: [], size: .pt(10), weight: 400, italic: false, color: .black, features: [])

  private mutating func add(
    _ piece: RecitedPiece, to id: ElementID, _ order: Int, _ look: RecitedLook,
    _ frame: FixedFrame?
  ) {
    guard kids.indices.contains(id.index), frame?.isContent ?? true else { return }
    kids[id.index].append((Place(order: order), .piece(piece)))
    var block = id.index
    while elements[block].role.isInline, let parent = parent(of: block) { block = parent }
    if looks[block] == nil { looks[block] = look }
    if let frame {
      var top = id.index
      while let parent = parent(of: top), parent > 0 { top = parent }
      frames[top] = frame
    } else {
      for index in rules.indices.reversed() {
        guard rules[index].before == nil else { break }
        rules[index].before = id.index
      }
      last = (id.index, order)
    }
  }

  // MARK: Assembling

  mutating func recital() -> Recital {
    placeRules()
    hang()
    var notes: [(number: Int, element: RecitedElement)] = []
    let parts = element(0, noting: &notes).pieces.compactMap { part(of: $0) }
    return Recital(
      language: plan.language, metadata: plan.metadata,
      parts: parts.withHeadFirst.withReferencesFirst,
      notes: notes.sorted { $0.number < $1.number }.map(\.element),
      draft: plan.watermark.map(\.content.words).joined(), ornaments: ornaments,
      signersBeside: plan.flow.map(\.signersBeside).max() ?? 1, text: textStyle,
      tints: RecitedTints(plan.flow))
  }

  private func part(of piece: RecitedPiece) -> RecitedPart? {
    switch piece {
    case .element(let child):
      let frame = frames[child.number]
      return RecitedPart(
        place: frame.map { place(of: $0) } ?? .letter, element: child, frame: frame?.name)
    case .rule:
      // It belongs to nothing, and stands where it does all the same.
      return RecitedPart(
        place: .letter, element: RecitedElement(number: 0, role: .division, pieces: [.rule]))
    default: return nil
    }
  }

  private var textStyle: TextStyle {
    let paragraphs = plan.flow.compactMap { block -> ParagraphPlan? in
      if case .paragraph(let plan) = block { plan } else { nil }
    }
    return (paragraphs.first { $0.role == .body } ?? paragraphs.first)?.textStyle ?? Self.anyStyle
  }

  private func place(of frame: FixedFrame) -> RecitedPart.Place {
    switch frame.kind {
    case .header, .logo, .background: .head
    case .recipient, .returnLine: .letter
    case .footer: .foot
    case .sidebar, .mark: .beside
    case .text: frame.frame.minY > plan.page.height / 2 ? .foot : .beside
    }
  }

  /// Puts each thematic break where the blocks before and after it meet.
  private mutating func placeRules() {
    for rule in rules {
      guard let after = rule.after else { continue }
      var home = rule.before.map { meeting(after.element, $0) } ?? 0
      while !elements[home].role.holdsBlocks, let parent = parent(of: home) { home = parent }
      kids[home].append((Place(order: after.order, isAfter: true), .piece(.rule)))
    }
  }

  /// The innermost element that two stand in.
  private func meeting(_ a: Int, _ b: Int) -> Int {
    var above: Set<Int> = [0]
    var next: Int? = a
    while let element = next {
      above.insert(element)
      next = parent(of: element)
    }
    var meeting = b
    while !above.contains(meeting), let parent = parent(of: meeting) { meeting = parent }
    return meeting
  }

  /// Hangs every element under its parent by its first words; what holds none is left out, but for the
  /// cells of a table.
  private mutating func hang() {
    var isKept = kids.map { !$0.isEmpty }
    for index in elements.indices.reversed() where isKept[index] {
      if let parent = parent(of: index) { isKept[parent] = true }
    }
    for (index, element) in elements.enumerated() where element.role.isOfTable {
      if let parent = parent(of: index) { isKept[index] = isKept[index] || isKept[parent] }
    }
    var first = kids.map { $0.map(\.place).min() }
    for index in elements.indices.reversed() {
      guard let place = first[index], let parent = parent(of: index) else { continue }
      first[parent] = min(place, first[parent] ?? place)
    }
    var before = [Place?](repeating: nil, count: elements.count)
    for index in elements.indices.dropFirst() where isKept[index] {
      guard let parent = parent(of: index) else { continue }
      // An empty cell stands where its forerunner does.
      let place = first[index] ?? before[parent] ?? first[parent] ?? Place(order: 0)
      before[parent] = place
      kids[parent].append((place, .element(index)))
    }
    for index in kids.indices {
      kids[index] = kids[index].enumerated().sorted {
        ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
      }.map(\.element)
    }
  }

  private func element(
    _ index: Int, noting notes: inout [(number: Int, element: RecitedElement)]
  ) -> RecitedElement {
    let known = elements[index]
    var pieces: [RecitedPiece] = []
    for (_, kid) in kids[index] {
      switch kid {
      case .piece(let piece): pieces.append(piece)
      case .element(let child):
        let made = element(child, noting: &notes)
        if made.role == .note {
          notes.append((made.footnote ?? 0, made))
        } else {
          pieces.append(.element(made))
        }
      }
    }
    // The lines of an address are paragraphs, between which its line ends are.
    if case .lineBreak? = pieces.last { pieces.removeLast() }
    return RecitedElement(
      number: index, role: known.role, title: known.title, alternative: known.alternative,
      language: known.language, footnote: known.footnote, look: looks[index], pieces: pieces)
  }

  private func parent(of index: Int) -> Int? {
    index > 0 ? elements[index].parent?.index ?? 0 : nil
  }
}

extension StructureRole {
  /// Whether blocks stand in it side by side.
  fileprivate var holdsBlocks: Bool {
    switch self {
    case .document, .section, .blockQuote, .aside, .listBody: true
    default: false
    }
  }

  /// Whether a table keeps it though it is empty (ISO 14289-1, 7.2).
  fileprivate var isOfTable: Bool {
    switch self {
    case .tableBody, .tableRow, .tableHeader, .tableCell: true
    default: false
    }
  }
}

extension String {
  /// The text with letters in place of ligatures and shaped forms, as the PDF says them.
  fileprivate var withPlainLetters: String {
    guard unicodeScalars.contains(where: { $0.value >= 0xFB00 }) else { return self }
    return unicodeScalars.map { PresentationForms.letters(of: $0) ?? String($0) }.joined()
  }
}

extension FlowBlock {
  /// How many signers may stand side by side in it.
  fileprivate var signersBeside: Int {
    if case .row(let row) = self, row.isClosing { row.count } else { 1 }
  }
}
