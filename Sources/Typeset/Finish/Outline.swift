import PDFFile

/// The bookmarks of a letter: its headings, nested by level (ISO 32000-1, 12.3.3).
struct Outline {
  /// A heading and the headings under it.
  final class Item {
    let title: String
    let level: Int
    let destination: PDFValue
    /// The element it leads to, for readers that follow the structure (ISO 32000-2, 12.3.2.3).
    let element: PDFReference?
    var children: [Item] = []

    init(title: String, level: Int, destination: PDFValue, element: PDFReference? = nil) {
      self.title = title
      self.level = level
      self.destination = destination
      self.element = element
    }

    /// Where it leads: as a destination, or to an element with the destination for all others.
    fileprivate var target: (key: String, value: PDFValue) {
      guard let element, case .array(let parts) = destination else { return ("Dest", destination) }
      let structured = PDFValue.array([.reference(element)] + parts.dropFirst())
      return ("A", ["S": .name("GoTo"), "D": destination, "SD": structured])
    }
  }

  /// The items of the first level.
  private(set) var items: [Item] = []
  private var path: [Item] = []

  /// The headings of a letter, and its enclosures.
  ///
  /// - Parameters:
  ///   - pages: the pages that the bookmarks lead to.
  ///   - elements: the object of each element of the structure; nil for bookmarks that lead to places
  ///     alone.
  init(
    _ composition: Composition, _ geometry: ContentGeometry, _ pages: [PDFReference],
    _ elements: [PDFReference?]?
  ) {
    func object(of element: ElementID?) -> PDFReference? {
      element.flatMap { elements?[$0.index] }
    }
    for (index, element) in composition.structure.elements.enumerated() {
      guard case .heading(let level) = element.role, !element.spokenWords.isEmpty,
        let extent = geometry.headings[ElementID(index)], pages.indices.contains(extent.page)
      else { continue }
      let top = composition.pages[extent.page].size.height - extent.rect.minY
      add(
        Item(
          title: element.spokenWords, level: level,
          destination: [
            .reference(pages[extent.page]), .name("XYZ"), .integer(0), .points(top.points),
            .integer(0),
          ], element: object(of: ElementID(index))))
    }
    for enclosure in composition.enclosures
    where pages.indices.contains(enclosure.pages.lowerBound) {
      add(
        Item(
          title: enclosure.title, level: 1,
          destination: [.reference(pages[enclosure.pages.lowerBound]), .name("Fit")],
          element: object(of: enclosure.section)))
    }
  }

  /// Adds an item under the nearest before it of a smaller level.
  mutating func add(_ item: Item) {
    while let last = path.last, last.level >= item.level { path.removeLast() }
    if let parent = path.last { parent.children.append(item) } else { items.append(item) }
    path.append(item)
  }

  /// Writes the bookmarks; nothing if there are none.
  func write(into body: inout PDFBody) {
    guard !items.isEmpty else { return }
    let root = body.add(["Type": .name("Outlines")])
    let count = write(items, under: root, into: &body)
    body.set(root, "Count", .integer(count))
    body.set(body.catalog, "Outlines", .reference(root))
  }

  private func write(
    _ items: [Item], under parent: PDFReference, into body: inout PDFBody
  ) -> Int {
    var count = 0
    var previous: PDFReference?
    for item in items {
      let object = body.add(
        .dictionary(
          PDFDictionary([
            ("Title", .text(BaseDirection.embedded(item.title))), ("Parent", .reference(parent)),
            item.target,
          ])))
      if let previous {
        body.set(previous, "Next", .reference(object))
        body.set(object, "Prev", .reference(previous))
      } else {
        body.set(parent, "First", .reference(object))
      }
      if !item.children.isEmpty {
        let open = write(item.children, under: object, into: &body)
        body.set(object, "Count", .integer(open))
        count += open
      }
      count += 1
      previous = object
    }
    if let previous { body.set(parent, "Last", .reference(previous)) }
    return count
  }
}
