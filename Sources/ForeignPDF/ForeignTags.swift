/// The structure tree of another PDF (ISO 32000-1, 14.7), read and resolved.
struct ForeignTags {
  /// An element, its type one of PDF 1.7.
  struct Element {
    /// In the foreign document.
    let object: PDFObject
    /// Its structure type.
    fileprivate(set) var type: String
    /// The element that holds it; nil for one under the root.
    let parent: Int?
    /// What it holds, in reading order.
    fileprivate(set) var kids: [Kid] = []
  }

  /// What an element holds.
  enum Kid {
    /// Another element, by its index.
    case element(Int)
    /// A piece of marked content.
    case mark(Mark)
    /// An annotation, by the number of its object, and the page it is on.
    case annotation(Int, PDFObject)
  }

  /// A piece of marked content: in a page or a form, under its identifier there.
  struct Mark: Hashable {
    /// The number of the page's or form's object.
    let container: Int
    /// The page that shows it, from 0.
    let page: Int
    /// Its identifier there.
    let id: Int
  }

  /// The elements, each after the one that holds it.
  private(set) var elements: [Element] = []
  /// The elements under the root, without a `Document` around them.
  private(set) var roots: [Int] = []
  /// What keeps the tags from being whole; nil if nothing was found.
  private(set) var flaw: String?
  private var owners: [Int: [Int: Int]] = [:]
  private var annotationOwners: [Int: Int] = [:]
  private var visited: Set<Int> = []
  private let pages: [Int: Int]

  /// The deepest nesting and the most elements that are followed.
  private static let limits = (depth: 256, elements: 2_000_000)

  /// Reads the tree; nil if the document has none that holds content.
  ///
  /// - Parameter pages: the numbers of the pages' objects, and their places.
  init?(_ document: borrowing PDFDocument, pages: [Int: Int]) {
    self.pages = pages
    let root = document.get(document.catalog, "StructTreeRoot")
    guard document.isDictionary(root) else { return nil }
    let types = ForeignType(root: root, in: document)
    for kid in Self.list(document.get(root, "K"), in: document) {
      if let index = read(kid, under: nil, page: nil, types, document, depth: 0) {
        roots.append(index)
      }
    }
    guard !owners.isEmpty else { return nil }
    unwrap()
    numberHeadings()
  }

  /// The element that a piece of content belongs to.
  func owner(of id: Int, in container: Int) -> Int? { owners[container]?[id] }

  /// Whether a form's content has identifiers of its own.
  func owns(contentOf container: Int) -> Bool { owners[container] != nil }

  /// The element that an annotation belongs to.
  func owner(ofAnnotation number: Int) -> Int? { annotationOwners[number] }

  // MARK: Reading

  private static func list(
    _ object: PDFObject, in document: borrowing PDFDocument
  ) -> [PDFObject] {
    document.isArray(object) ? document.items(of: object) : [object]
  }

  private mutating func read(
    _ object: PDFObject, under parent: Int?, page: PDFObject?, _ types: ForeignType,
    _ document: borrowing PDFDocument, depth: Int
  ) -> Int? {
    guard document.isDictionary(object), document.name(object, "S") != nil,
      depth < Self.limits.depth, elements.count < Self.limits.elements
    else {
      if depth >= Self.limits.depth { flaw = "its structure is nested too deeply" }
      return nil
    }
    let number = document.objectNumber(object)
    if number > 0, !visited.insert(number).inserted {
      flaw = "an element of its structure has two parents"
      return nil
    }
    let type = types.resolve(object, in: document)
    if type == nil {
      flaw =
        "its structure has the type “\(document.name(object, "S") ?? "")”, which it does not explain"
    }
    let index = elements.count
    elements.append(Element(object: object, type: type ?? "NonStruct", parent: parent))
    let own = document.get(object, "Pg")
    let page = document.isDictionary(own) ? own : page
    let kids = document.get(object, "K")
    guard !document.isNull(kids) else { return index }
    for kid in Self.list(kids, in: document) {
      if let found = self.kid(kid, of: index, page: page, types, document, depth: depth) {
        elements[index].kids.append(found)
      }
    }
    return index
  }

  private mutating func kid(
    _ object: PDFObject, of index: Int, page: PDFObject?, _ types: ForeignType,
    _ document: borrowing PDFDocument, depth: Int
  ) -> Kid? {
    if let id = document.integer(object) {
      return page.flatMap { mark(id, stream: nil, page: $0, of: index, document) }
    }
    guard document.isDictionary(object) else { return nil }
    let own = document.get(object, "Pg")
    let page = document.isDictionary(own) ? own : page
    switch document.name(object, "Type") {
    case "MCR":
      guard let id = document.integer(object, "MCID"), let page else { return nil }
      let stream = document.get(object, "Stm")
      return mark(
        id, stream: document.isStream(stream) ? stream : nil, page: page, of: index, document)
    case "OBJR":
      let target = document.get(object, "Obj")
      let number = document.objectNumber(target)
      guard document.isDictionary(target), number > 0 else { return nil }
      annotationOwners[number] = index
      return .annotation(number, target)
    default:
      return read(object, under: index, page: page, types, document, depth: depth + 1)
        .map { .element($0) }
    }
  }

  private mutating func mark(
    _ id: Int, stream: PDFObject?, page: PDFObject, of index: Int,
    _ document: borrowing PDFDocument
  ) -> Kid? {
    guard let place = pages[document.objectNumber(page)] else { return nil }
    let container = document.objectNumber(stream ?? page)
    guard id >= 0, container > 0, owners[container]?[id] == nil else {
      flaw = "a piece of its content belongs to two elements"
      return nil
    }
    owners[container, default: [:]][id] = index
    return .mark(Mark(container: container, page: place, id: id))
  }

  // MARK: Fitting it in

  /// The document becomes a part of another, so what it held itself comes under that part.
  private mutating func unwrap() {
    for index in elements.indices
    where elements[index].type == "Document" && elements[index].parent != nil {
      elements[index].type = "Sect"
    }
    guard roots.count == 1, elements[roots[0]].type == "Document" else {
      for root in roots where elements[root].type == "Document" { elements[root].type = "Sect" }
      return
    }
    let kids = elements[roots[0]].kids
    let inner = kids.compactMap { kid -> Int? in
      if case .element(let index) = kid { index } else { nil }
    }
    // Content right under the document would have no element left.
    guard inner.count == kids.count else {
      elements[roots[0]].type = "Sect"
      return
    }
    roots = inner
  }

  /// `H` takes its level from how deep it stands, since the letter counts its headings.
  private mutating func numberHeadings() {
    var last = 0
    for index in elements.indices {
      if elements[index].type == "H" {
        var depth = 1
        var parent = elements[index].parent.flatMap { elements[$0].parent }
        while let above = parent {
          if ["Sect", "Art", "Part"].contains(elements[above].type) { depth += 1 }
          parent = elements[above].parent
        }
        last = min(depth, last + 1, 6)
        elements[index].type = "H\(last)"
      } else if let level = elements[index].headingLevel {
        last = level
      }
    }
  }
}

extension ForeignTags.Element {
  /// The level of a heading; nil for anything else.
  var headingLevel: Int? {
    guard type.first == "H", type.count == 2 else { return nil }
    return Int(type.dropFirst())
  }
}
