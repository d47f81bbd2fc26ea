import PDFFile

/// Builds the structure tree of ISO 32000-1, 14.7, from the composition's own tree.
///
/// The children of an element stand in reading order: by the order of their first content, then by
/// page. Elements without content are left out, but for the cells and rows of a table.
struct StructureBuilder {
  /// One piece of content of an element.
  enum Kid {
    case mark(page: Int, id: Int)
    case annotation(page: Int, PDFReference)
    case element(Int)
    /// The structure of another PDF, by its number.
    case graft(Int)
  }

  /// Where something stands in the reading order.
  struct Place: Comparable {
    let order: Int
    let page: Int
    let index: Int

    static func < (a: Place, b: Place) -> Bool {
      (a.order, a.page, a.index) < (b.order, b.page, b.index)
    }
  }

  let structure: StructureTree
  private var kids: [[(place: Place, kid: Kid)]]
  /// For each page, the element of each piece of marked content.
  private(set) var contentOwners: [[Int]] = []
  private var isKept: [Bool]

  init(_ structure: StructureTree) {
    self.structure = structure
    kids = Array(repeating: [], count: structure.elements.count)
    isKept = Array(repeating: false, count: structure.elements.count)
  }

  /// Takes in a page's marked content.
  ///
  /// - Returns: the operator that begins each piece.
  mutating func addPage(_ marks: [MarkedContent]) throws(PDFError) -> [ContentOperation] {
    let page = contentOwners.count
    var owners: [Int] = []
    var tags: [ContentOperation] = []
    tags.reserveCapacity(marks.count)
    for (index, mark) in marks.enumerated() {
      switch mark.part {
      case .artifact(let kind): tags.append(kind.tag)
      case .content(let element, let order):
        guard kids.indices.contains(element.index) else {
          throw PDFError(action: "tag the content", reason: "its element does not exist")
        }
        let id = owners.count
        let place = Place(order: order, page: page, index: index)
        kids[element.index].append((place, .mark(page: page, id: id)))
        owners.append(element.index)
        let role = mark.actualText == nil ? structure[element].role.type : "Span"
        tags.append(.begin(tag: role, .content(id: id, actualText: mark.actualText)))
      }
    }
    contentOwners.append(owners)
    return tags
  }

  /// Takes in an annotation that belongs to an element.
  mutating func add(_ annotation: PDFReference, on page: Int, to element: ElementID, order: Int) {
    guard kids.indices.contains(element.index) else { return }
    kids[element.index].append(
      (Place(order: order, page: page, index: .max), .annotation(page: page, annotation)))
  }

  /// Takes in the structure of another PDF, which goes under an element.
  mutating func add(graft: Int, on page: Int, to part: Part) {
    guard case .content(let element, let order) = part, kids.indices.contains(element.index)
    else { return }
    kids[element.index].append((Place(order: order, page: page, index: 0), .graft(graft)))
  }

  /// Hangs every element under its parent, dropping those that hold nothing.
  mutating func assemble() {
    let elements = structure.elements
    keepTables()
    var first = [Place?](repeating: nil, count: elements.count)
    for index in elements.indices.reversed() {
      let own = kids[index].map(\.place).min()
      if let own { first[index] = min(own, first[index] ?? own) }
      if first[index] != nil { isKept[index] = true }
      guard let place = first[index], let parent = parent(of: index) else { continue }
      first[parent] = min(place, first[parent] ?? place)
    }
    isKept[0] = true
    // An empty cell stands where its forerunner does.
    var last = [Place?](repeating: nil, count: elements.count)
    for index in elements.indices where isKept[index] {
      guard let parent = parent(of: index) else { continue }
      let place =
        first[index] ?? last[parent] ?? first[parent] ?? Place(order: 0, page: 0, index: 0)
      last[parent] = place
      kids[parent].append((place, .element(index)))
    }
    for index in kids.indices {
      // Swift's sort is stable in practice but not by promise, so the position decides ties.
      kids[index] = kids[index].enumerated().sorted {
        ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
      }.map(\.element)
    }
  }

  /// Keeps empty cells, rows and bodies of tables that hold anything (ISO 14289-1, 7.2).
  private mutating func keepTables() {
    let elements = structure.elements
    var holds = [Bool](repeating: false, count: elements.count)
    for index in elements.indices.reversed() {
      if !kids[index].isEmpty { holds[index] = true }
      if holds[index], let parent = parent(of: index) { holds[parent] = true }
    }
    for index in elements.indices {
      switch elements[index].role {
      case .tableCell, .tableHeader, .tableRow, .tableBody:
        if let parent = parent(of: index) { isKept[index] = holds[parent] || isKept[parent] }
      default: break
      }
    }
  }

  func kids(of index: Int) -> [Kid] { kids[index].map(\.kid) }

  func keeps(_ index: Int) -> Bool { isKept[index] }

  /// The parent of an element; nil for the document.
  func parent(of index: Int) -> Int? {
    guard index > 0 else { return nil }
    guard let parent = structure.elements[index].parent?.index, parent < index else { return 0 }
    return parent
  }
}

extension ArtifactKind {
  /// The operator that begins an artifact (ISO 32000-1, 14.8.2.2.2).
  var tag: ContentOperation {
    switch self {
    case .pagination(let edge):
      .begin(tag: "Artifact", .artifact(type: "Pagination", subtype: edge?.rawValue))
    case .layout: .begin(tag: "Artifact", .artifact(type: "Layout", subtype: nil))
    case .page: .begin(tag: "Artifact", .artifact(type: "Page", subtype: nil))
    case .background: .begin(tag: "Artifact", .artifact(type: "Background", subtype: nil))
    }
  }
}
