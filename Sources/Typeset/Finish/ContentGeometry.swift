/// Where on the pages the content of links, figures and headings stands.
struct ContentGeometry: Sendable {
  /// One line's share of a link.
  struct LinkArea: Hashable, Sendable {
    let page: Int
    var rect: Rect
    let order: Int
  }

  /// The extent of content on the first page that it stands on.
  struct Extent: Hashable, Sendable {
    let page: Int
    var rect: Rect
  }

  private(set) var linkAreas: [ElementID: [LinkArea]] = [:]
  private(set) var figures: [ElementID: Extent] = [:]
  private(set) var headings: [ElementID: Extent] = [:]

  /// For each element the element itself or the nearest above it that is of interest.
  private let owners: [ElementID?]

  init(_ composition: Composition) {
    owners = Self.owners(in: composition.structure)
    for (index, page) in composition.pages.enumerated() {
      if let imported = page.imported {
        note(page.trim, imported.part, index, composition.structure)
      }
      visit(page.frame, at: .zero, page: index, composition.structure)
    }
  }

  private static func owners(in structure: StructureTree) -> [ElementID?] {
    var owners: [ElementID?] = []
    owners.reserveCapacity(structure.elements.count)
    for (index, element) in structure.elements.enumerated() {
      switch element.role {
      case .link, .figure, .heading:
        owners.append(ElementID(index))
      default:
        guard let parent = element.parent?.index, parent < index else {
          owners.append(nil)
          continue
        }
        owners.append(owners[parent])
      }
    }
    return owners
  }

  private func owner(of part: Part) -> (ElementID, Int)? {
    guard case .content(let element, let order) = part, owners.indices.contains(element.index),
      let owner = owners[element.index]
    else { return nil }
    return (owner, order)
  }

  private mutating func visit(
    _ frame: Frame, at origin: Point, page: Int, _ structure: StructureTree
  ) {
    for placed in frame.items {
      let place = origin + placed.origin
      switch placed.item {
      case .image(let image):
        let rect = Rect(origin: place, size: image.size)
        note(rect, image.part, page, structure)
        noteLink(around: image.part, rect, page, structure)
      case .rule(let rule):
        note(Rect(origin: place, size: rule.size), rule.part, page, structure)
      case .line(let line): visit(line, at: place, page: page, structure)
      }
    }
  }

  private mutating func visit(
    _ line: Line, at origin: Point, page: Int, _ structure: StructureTree
  ) {
    var areas: [ElementID: LinkArea] = [:]
    for placed in line.runs {
      let run = placed.item
      guard let (element, order) = owner(of: run.part) else { continue }
      let pen = origin + placed.origin
      let rect = Rect(
        x: pen.x, y: pen.y - run.rise - run.ascent, width: run.width,
        height: run.ascent + run.descent)
      if case .link = structure[element].role {
        if let known = areas[element] {
          areas[element] = LinkArea(page: page, rect: known.rect.union(rect), order: known.order)
        } else {
          areas[element] = LinkArea(page: page, rect: rect, order: order)
        }
      }
      note(rect, run.part, page, structure)
    }
    for (element, area) in areas { linkAreas[element, default: []].append(area) }
  }

  private mutating func note(
    _ rect: Rect, _ part: Part, _ page: Int, _ structure: StructureTree
  ) {
    guard let (owner, _) = owner(of: part) else { return }
    func extend(_ extents: inout [ElementID: Extent], _ element: ElementID) {
      guard let known = extents[element] else {
        extents[element] = Extent(page: page, rect: rect)
        return
      }
      if known.page == page { extents[element]?.rect = known.rect.union(rect) }
    }
    var next: ElementID? = owner
    while let element = next {
      switch structure[element].role {
      case .figure: extend(&figures, element)
      case .heading: extend(&headings, element)
      default: break
      }
      // A heading may be a link and nothing else.
      next = structure[element].parent.flatMap { owners[$0.index] }
    }
  }

  /// A linked image is an area of its link, which its alternative text describes.
  private mutating func noteLink(
    around part: Part, _ rect: Rect, _ page: Int, _ structure: StructureTree
  ) {
    guard case .content(let figure, let order) = part,
      let link = structure[figure].parent.flatMap({ owners[$0.index] }),
      case .link = structure[link].role
    else { return }
    linkAreas[link, default: []].append(LinkArea(page: page, rect: rect, order: order))
  }
}
