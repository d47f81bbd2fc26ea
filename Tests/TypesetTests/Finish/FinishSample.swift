import Foundation

@testable import Typeset

/// A small letter made by hand, with a structure of its own, painted and finished.
struct FinishSample {
  var structure = StructureTree()
  var flow: [FlowBlock] = []
  var fixed: [FixedFrame] = []
  var sample = SamplePlan(breaking: .totalFit)
  var metadata: DocumentMetadata
  private var order = 0

  init() {
    metadata = sample.plan([]).metadata
    metadata.title = "Dialog om økonomi"
    metadata.author = "KL"
    metadata.caseID = "SAG-2023-05223"
    metadata.documentID = "3424914"
  }

  /// Adds an element to the structure.
  mutating func element(
    _ role: StructureRole, in parent: ElementID = StructureTree.root,
    alternative: String? = nil, language: LanguageTag? = nil
  ) -> ElementID {
    structure.add(
      StructureElement(
        role: role, parent: parent, alternative: alternative, language: language))
  }

  /// Text that belongs to an element, next in the reading order.
  mutating func text(_ words: String, of element: ElementID, bold: Bool = false) -> InlinePlan {
    order += 1
    structure.note(words, in: element)
    var inline = sample.inline(words)
    inline.part = .content(element, order: order)
    if bold { inline.style.weight = 700 }
    return inline
  }

  /// Adds a paragraph of such texts to the column.
  mutating func add(_ inlines: InlinePlan..., role: FlowRole = .body) {
    var paragraph = sample.paragraph("", role: role)
    paragraph.inlines = inlines
    flow.append(.paragraph(paragraph))
  }

  /// Adds a heading or paragraph that is an element of its own.
  mutating func add(_ words: String, as role: StructureRole) {
    let element = element(role)
    add(text(words, of: element, bold: role != .paragraph))
  }

  /// Adds an image that is a figure.
  mutating func add(_ image: ImageResource, size: Size, part: Part, resolution: Double = 300) {
    flow.append(
      .image(
        ImagePlan(
          image: image, size: size, alignment: .left, part: part, resolution: resolution)))
  }

  /// The next place in the reading order.
  mutating func nextOrder() -> Int {
    order += 1
    return order
  }

  func compose(fonts: FontBook) throws -> Composition {
    var plan = sample.plan(flow)
    plan.structure = structure
    plan.fixed = fixed
    plan.metadata = metadata
    let shaper = Shaper(fonts: fonts, languages: SamplePlan.languages)
    return try composePages(plan, shaper: shaper)
  }

  /// The finished PDF.
  func finish(_ options: FinishOptions = FinishOptions()) throws -> [UInt8] {
    let fonts = SamplePlan.fonts
    let composition = try compose(fonts: fonts)
    return try finishPDF(
      try paintPDF(composition, fonts: fonts, isForPaper: options.purpose == .print), composition,
      options: options)
  }

  /// A letter with a heading, paragraphs, a link over two lines, a list, and words that divide.
  static func letter() -> FinishSample {
    var letter = FinishSample()
    letter.add("Dialog om økonomiforhandlingerne", as: .heading(1))
    letter.add(
      """
      Den kommunale velfærdssektor står i disse år overfor betydelige udfordringer med \
      rekruttering, økonomi og effektivitet; kommunernes økonomiforhandlinger og fælles \
      budgetkoordinering skal løses.
      """, as: .paragraph)
    letter.add("Virtuelle stormøder", as: .heading(2))
    let paragraph = letter.element(.paragraph)
    let before = letter.text("Input kan sendes til os, og læs mere på ", of: paragraph)
    let link = letter.element(.link(uri: "https://www.kl.dk/økonomi"), in: paragraph)
    let linked = letter.text(
      "siden om de økonomiske forhandlinger mellem regeringen og kommunerne i det nye år",
      of: link)
    let after = letter.text(", så snart det er muligt.", of: paragraph)
    letter.add(before, linked, after)
    let list = letter.element(.list(.disc))
    for words in ["Mandag den 8. april", "Tirsdag den 9. april"] {
      let item = letter.element(.listItem, in: list)
      let label = letter.element(.label, in: item)
      let body = letter.element(.listBody, in: item)
      letter.add(letter.text("• ", of: label), letter.text(words, of: body), role: .listItem)
    }
    letter.add("Łukasz Żółć, Nguyễn Thị Hồng, محمد الأمين, Παπαδόπουλος", as: .paragraph)
    return letter
  }

  /// A red dot of one pixel, as PNG.
  static func dot() throws -> ImageResource {
    let base64 = """
      iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC
      """
    let bytes = Array(Data(base64Encoded: base64) ?? Data())
    return ImageResource(
      name: "dot.png", format: .png, bytes: bytes, pixelWidth: 1, pixelHeight: 1)
  }

  /// A letter with a table, a note, a figure, a quotation and a word in another language.
  static func everything() throws -> FinishSample {
    var letter = FinishSample()
    letter.add("Alt i ét brev", as: .heading(1))
    let table = letter.element(.table)
    let caption = letter.element(.caption, in: table)
    letter.add(letter.text("Tabel 1. Tilskud", of: caption))
    let head = letter.element(.tableHead, in: table)
    let body = letter.element(.tableBody, in: table)
    for (group, words) in [
      (head, ["År", "Beløb"]), (body, ["2024", "1.324"]), (body, ["2025", ""]),
    ] {
      let row = letter.element(.tableRow, in: group)
      for (column, word) in words.enumerated() {
        let role: StructureRole =
          group == head ? .tableHeader(.column) : column == 0 ? .tableHeader(.row) : .tableCell
        let cell = letter.element(role, in: row)
        if !word.isEmpty { letter.add(letter.text(word, of: cell)) }
      }
    }
    let paragraph = letter.element(.paragraph)
    let before = letter.text("Som englænderne siger: ", of: paragraph)
    let span = letter.element(.span, in: paragraph, language: LanguageTag("en-GB"))
    let word = letter.text("framework agreement", of: span)
    let reference = letter.element(.reference, in: paragraph)
    let mark = letter.text("1", of: reference)
    letter.add(before, word, mark)
    let quote = letter.element(.blockQuote)
    letter.add(letter.text("Et citat.", of: letter.element(.paragraph, in: quote)))
    for words in ["1 En note.", "2 En note til."] {
      let note = letter.element(.note)
      letter.add(letter.text(words, of: note))
    }
    let figure = letter.element(.figure, alternative: "En rød prik")
    letter.add(
      try dot(), size: Size(width: .pt(20), height: .pt(20)),
      part: .content(figure, order: letter.nextOrder()))
    return letter
  }
}
