import ForeignPDF
import Intake
import PDFFile
import Testing

@testable import Typeset

/// What is read of a foreign PDF goes whole from one program to another, and nothing else does.
struct ForeignMessageTests {
  @Test(arguments: 1...50) func `Any file comes through as it is`(seed: UInt64) throws {
    var drawer = ForeignDrawer(seed: seed)
    let file = drawer.file()
    #expect(try ForeignFile(bytes: file.bytes) == file)
  }

  @Test func `A file that was read comes through as it is`() throws {
    let bytes = try FinishSample.everything().finish()
    for use in [ImportUse.enclosure, .background] {
      let file = try readForeignPDF(bytes, name: "bilag.pdf", use: use)
      #expect((file.structure == nil) == (use == .background))
      #expect(try ForeignFile(bytes: file.bytes) == file)
    }
  }

  @Test(arguments: 1...10) func `Bytes that are cut or changed are a file or none, never a trap`(
    seed: UInt64
  ) {
    var drawer = ForeignDrawer(seed: seed)
    let bytes = drawer.file().bytes
    for end in [0, 1, bytes.count / 3, bytes.count - 1] {
      #expect(throws: BrokenMessage.self) { try ForeignFile(bytes: Array(bytes[..<end])) }
    }
    #expect(throws: BrokenMessage.self) { try ForeignFile(bytes: bytes + [0]) }
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0...drawer.number(3) {
        changed[drawer.number(changed.count)] = UInt8(drawer.number(256))
      }
      // What is read all the same is a file that later stages can work with.
      guard let file = try? ForeignFile(bytes: changed) else { continue }
      #expect(file.objects.isClosed)
      var body = PDFBody(pageCount: 0)
      let objects = body.adopt(file.objects)
      for page in file.pages { _ = body[objects[page.resources]] }
    }
  }

  @Test func `A file whose parts name what is not there is none`() throws {
    var drawer = ForeignDrawer(seed: 7)
    let sound = drawer.file()
    let count = sound.objects.objects.count
    let elements = sound.structure?.elements.count ?? 0
    let changes: [(inout ForeignFile) -> Void] = [
      { $0.pages[0].resources = PDFReference(index: count) },
      { $0.pages[0].group = PDFReference(index: -1) },
      { $0.pages[0].owners.append(elements) },
      { $0.pages[0].box = [0, 0, 9] },
      { $0.pages[0].extent = PageExtent(width: .nan, height: 1) },
      { $0.structure?.roots.append(elements) },
      { $0.structure?.elements[0].parent = 0 },
      { $0.structure?.elements[0].kids.append(.element(0)) },
      { $0.structure?.elements[0].kids.append(.content(page: $0.pages.count, id: 0)) },
      { $0.structure?.elements[0].page = -1 },
      { $0.structure?.elements[0].texts["T"] = .reference(PDFReference(index: 0)) },
      { $0.structure?.forms.append(.init(form: PDFReference(index: count), owners: [])) },
      { $0.objects = PDFFragment() },
    ]
    for change in changes {
      var broken = sound
      change(&broken)
      #expect(throws: BrokenMessage.self) { try ForeignFile(bytes: broken.bytes) }
    }
  }
}

/// Draws files at random, the same for the same seed.
struct ForeignDrawer {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// A number below another.
  mutating func number(_ end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, end)))
  }

  private mutating func list<Item>(
    _ most: Int, _ make: (inout ForeignDrawer) -> Item
  ) -> [Item] {
    var items: [Item] = []
    for _ in 0..<number(most) { items.append(make(&self)) }
    return items
  }

  private mutating func maybe<Item>(_ make: (inout ForeignDrawer) -> Item) -> Item? {
    number(2) == 0 ? nil : make(&self)
  }

  private mutating func bytes() -> [UInt8] { list(20) { UInt8($0.number(256)) } }

  private mutating func text() -> String {
    list(8) { drawer in ["a", "Å", "😀", " ", "#", "/"][drawer.number(6)] }.joined()
  }

  private mutating func measure() -> Double { Double(number(2_000_000) - 1_000_000) / 1000 }

  private mutating func value(_ objects: Int, depth: Int = 0) -> PDFValue {
    switch number(depth > 3 ? 7 : 10) {
    case 0: .null
    case 1: .boolean(number(2) == 1)
    case 2: .integer(number(1 << 30) &* (number(2) == 0 ? -1 << 32 : 1))
    case 3: .real(measure())
    case 4: .name(text())
    case 5: .text(text())
    case 6: objects > 0 ? .reference(PDFReference(index: number(objects))) : .bytes(bytes())
    case 7: .array(list(5) { $0.value(objects, depth: depth + 1) })
    default: .dictionary(entries(objects, depth: depth + 1))
    }
  }

  private mutating func entries(_ objects: Int, depth: Int = 0) -> PDFDictionary {
    PDFDictionary(list(5) { ($0.text(), $0.value(objects, depth: depth)) })
  }

  private mutating func fragment(_ count: Int) -> PDFFragment {
    var objects: [PDFBody.Object] = []
    for _ in 0..<count {
      objects.append(
        number(3) == 0 ? .stream(entries(count), bytes()) : .value(value(count)))
    }
    return PDFFragment(objects: objects)
  }

  private mutating func kid(pages: Int, objects: Int) -> ForeignStructure.Kid {
    let page = number(pages)
    switch number(3) {
    case 0: return .content(page: page, id: number(99))
    case 1: return .part(of: PDFReference(index: number(objects)), page: page, id: number(99))
    default:
      return .link(
        ForeignStructure.Link(
          page: page, rect: list(5) { $0.measure() }, address: bytes(), contents: bytes()))
    }
  }

  private mutating func structure(pages: Int, objects: Int) -> ForeignStructure {
    var elements: [ForeignStructure.Element] = []
    for index in 0...number(9) {
      let parent = index == 0 || number(3) == 0 ? nil : number(index)
      elements.append(
        ForeignStructure.Element(
          type: text(), parent: parent,
          kids: list(4) { $0.kid(pages: pages, objects: objects) },
          page: maybe { $0.number(pages) },
          texts: entries(0), language: maybe { $0.bytes() }, name: maybe { $0.bytes() },
          attributes: list(3) { $0.entries(0) }))
      if let parent { elements[parent].kids.append(.element(index)) }
    }
    let count = elements.count
    return ForeignStructure(
      elements: elements, roots: list(4) { $0.number(count) },
      forms: list(3) { drawer in
        ForeignStructure.Form(
          form: PDFReference(index: drawer.number(objects)),
          owners: drawer.list(4) { $0.number(count) })
      })
  }

  mutating func file() -> ForeignFile {
    let (pages, objects) = (1 + number(4), 1 + number(9))
    let structure = structure(pages: pages, objects: objects)
    var flaws = ImportFlaws(look: maybe { $0.text() }, tags: maybe { $0.text() })
    flaws.oldTags = maybe { $0.text() }
    return ForeignFile(
      pages: (0..<pages).map { _ in
        ForeignFile.Page(
          extent: PageExtent(width: abs(measure()) + 1, height: abs(measure()) + 1),
          box: (0..<4).map { _ in measure() }, matrix: PageMatrix(a: measure(), f: measure()),
          content: bytes(), resources: PDFReference(index: number(objects)),
          group: maybe { PDFReference(index: $0.number(objects)) },
          owners: list(5) { $0.number(structure.elements.count) })
      },
      structure: structure, language: maybe { $0.text() }, flaws: flaws,
      colors: ForeignColors(
        overprints: number(2) == 0, hasInkProfile: number(2) == 0,
        inks: list(3) { .init(name: $0.text(), made: $0.fragment(2)) }),
      objects: fragment(objects))
  }
}
