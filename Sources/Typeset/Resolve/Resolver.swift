/// Builds a plan: keeps the structure tree, the reading order and the problems found on the way.
///
/// It cannot be copied: a copy that lives while an argument adds an element, as in
/// `paragraph(inlines(…))`, would make each addition copy the whole tree.
struct Resolver: ~Copyable {
  let letter: Letter
  let layout: Layout
  let language: LanguagePack
  let options: ResolveOptions
  let images: LetterAssets
  /// The day the letter is dated; nil is an error already told.
  private(set) var date: CalendarDate?
  var problems = DiagnosticCollector()
  var tree = StructureTree()
  var footnotes: [[ParagraphPlan]]
  /// The notes that stand in ``footnotes`` or are being planned.
  var plannedNotes: Set<Int> = []
  private var nextOrder = 0
  /// Numbers of the headings at each level so far.
  var headingCounts: [Int] = []
  var headingLevels = HeadingLevels()
  var paragraphCount = 0
  /// How many quotations with a bar there are so far.
  var quotationCount = 0
  /// How many tables may reach into the margins so far.
  var wideTableCount = 0
  /// How many call-outs there are so far.
  var calloutCount = 0
  /// The number of the last list; the first numbers are those of what is numbered throughout.
  var lastList = Resolver.notesList
  /// What counts as one list, for the room of their numbers: the paragraphs of the letter where
  /// they are numbered, and the footnotes.
  static let numberedParagraphs = 0
  static let notesList = 1
  /// The groups of frames that are filled, by the place of the frame in the layout and their own in it.
  var filledGroups: [Int: [Int: FilledGroup]] = [:]
  var recipientFrames: [FixedFrame] = []
  /// What parts of frames are called so far.
  var frameTitles: Set<FixedWord> = []
  /// Texts of the letter's fields by key, as templates show them.
  private(set) var values: [String: Located<String>] = [:]

  init(
    _ letter: Letter, _ layout: Layout, _ language: LanguagePack,
    _ images: LetterAssets, _ options: ResolveOptions
  ) {
    self.letter = letter
    self.layout = layout
    self.language = language
    self.images = images
    self.options = options
    footnotes = Array(repeating: [], count: letter.footnotes.count)
    date = letter.date ?? options.date
    values = letter.$fields.filter { !$0.value.value.isEmpty }
    // An empty value in the letter takes the layout's away.
    for field in layout.fields where letter.fields[field.key] == nil {
      values[field.key] = field.standard(in: language.tag)
    }
    if let date {
      values["date"] = Located(value: written(date), place: letter.$date?.place)
    } else {
      problems.add(
        .error(
          .noDate, "the letter has no date", at: letter.file.range(0, 0),
          hint: "write date: 2024-03-11 in its head, or give --date"))
    }
    values["subject"] = letter.$subject
    values["title"] = letter.$title ?? letter.$subject
    values["author"] = letter.$author
    values["confidentiality"] = letter.$confidentiality
    values["recipient"] = letter.recipients.first?.$lines.first
  }

  /// The width of the widest column; what is wider than the one it stands in is made narrower there.
  var measure: Length {
    let regions = layout.regions
    return max(
      regions.first.size.width, regions.next.size.width, regions.last.size.width)
  }

  // MARK: Structure

  /// The part for the next piece of content in reading order.
  mutating func part(_ owner: Owner) -> Part {
    switch owner {
    case .artifact(let kind): return .artifact(kind)
    case .element(let id):
      defer { nextOrder += 1 }
      return .content(id, order: nextOrder)
    }
  }

  /// Adds an element under another.
  mutating func add(
    _ role: StructureRole, under parent: ElementID, title: String? = nil
  ) -> ElementID {
    tree.add(StructureElement(role: role, parent: parent, title: title))
  }

  /// Adds an element under an owner; what belongs to an artifact is one too.
  mutating func add(_ role: StructureRole, under owner: Owner) -> Owner {
    switch owner {
    case .artifact: owner
    case .element(let id): .element(add(role, under: id))
    }
  }

  // MARK: Words

  /// A word of the program's; one that the language lacks is an error.
  mutating func word(_ word: FixedWord, at place: SourceRange?) -> String {
    self.word(word.rawValue, at: place)
  }

  /// A word of the language, which a layout names; one it lacks is an error.
  mutating func word(_ key: String, at place: SourceRange?) -> String {
    if let label = layout.fields.first(where: { $0.key == key })?.label(in: language.tag) {
      return label
    }
    if let word = language.words[key] { return word }
    let near = nearestName(to: key, in: language.words.keys.sorted())
    problems.add(
      .error(
        .noSuchWord, "the language \"\(language.tag.tag)\" has no word \(quoted(key))", at: place,
        hint: near.map { "write \($0)" }
          ?? "add it under words: in Languages/\(language.tag.tag), or declare a field with a label"
      ))
    return key
  }

  /// The day as the layout writes it, else as the language does.
  private func written(_ date: CalendarDate) -> String {
    layout.dateForm?.format(date, months: language.months) ?? language.format(date)
  }

  /// What the file says of itself; a letter without a date, of which was told, has the first of days.
  var metadata: DocumentMetadata {
    let date = date ?? .first
    let title =
      values["title"]?.value ?? letter.body.firstHeading
      ?? "\(language[.letter] ?? layout.name), \(language.format(date))"
    return DocumentMetadata(
      title: title, author: letter.author ?? "", date: date, language: language.tag,
      caseID: values["case-id"]?.value ?? "", documentID: values["document-id"]?.value ?? "")
  }

  mutating func watermark() -> [InlinePlan] {
    guard options.isDraft else { return [] }
    let style = layout.styles[.watermark]
    return [
      InlinePlan(
        content: .text(word(.draft, at: nil)), style: style.text, language: language.tag,
        hyphenates: false, part: .artifact(.pagination(.watermark)), place: nil)
    ]
  }
}

/// What a stretch of text belongs to: an element of the letter, or nothing that is read.
enum Owner: Hashable, Sendable {
  case element(ElementID)
  case artifact(ArtifactKind)
}

/// Levels for headings in the structure, where none may be skipped (ISO 14289-1, 7.4.2).
struct HeadingLevels: Hashable, Sendable {
  /// The levels that stand above all headings of the body: one for a subject.
  var base = 0
  private var open: [Int] = []

  /// The level of the next heading, by the level its author gave it.
  mutating func next(_ written: Int) -> Int {
    while let last = open.last, last >= written { open.removeLast() }
    open.append(written)
    return min(6, base + open.count)
  }
}

extension [Block] {
  /// The words of the first heading.
  fileprivate var firstHeading: String? {
    for block in self {
      if case .heading(_, let inlines) = block.content { return inlines.plainText }
    }
    return nil
  }
}
