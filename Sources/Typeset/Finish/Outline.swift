/// The bookmarks of a letter: its headings, nested by level (ISO 32000-1, 12.3.3).
struct Outline {
  /// A heading and the headings under it.
  final class Item {
    let title: String
    let level: Int
    let destination: PDFValue
    /// The element it leads to, for readers that follow the structure (ISO 32000-2, 12.3.2.3).
    let element: PDFObject?
    var children: [Item] = []

    init(title: String, level: Int, destination: PDFValue, element: PDFObject? = nil) {
      self.title = title
      self.level = level
      self.destination = destination
      self.element = element
    }

    /// Where it leads: as a destination, or to an element with the destination for all others.
    fileprivate var target: (key: String, value: PDFValue) {
      guard let element, case .array(let parts) = destination else { return ("Dest", destination) }
      let structured = PDFValue.array([.object(element)] + parts.dropFirst())
      return ("A", ["S": .name("GoTo"), "D": destination, "SD": structured])
    }
  }

  /// The items of the first level.
  private(set) var items: [Item] = []
  private var path: [Item] = []

  /// Adds an item under the nearest before it of a smaller level.
  mutating func add(_ item: Item) {
    while let last = path.last, last.level >= item.level { path.removeLast() }
    if let parent = path.last { parent.children.append(item) } else { items.append(item) }
    path.append(item)
  }

  /// Writes the bookmarks; nothing if there are none.
  func write(into pdf: borrowing PDFDocument) {
    guard !items.isEmpty else { return }
    let root = pdf.add(["Type": .name("Outlines")])
    let count = write(items, under: root, into: pdf)
    pdf.set(root, "Count", .integer(count))
    pdf.set(pdf.catalog, "Outlines", .object(root))
  }

  private func write(
    _ items: [Item], under parent: PDFObject, into pdf: borrowing PDFDocument
  ) -> Int {
    var count = 0
    var previous: PDFObject?
    for item in items {
      let object = pdf.add(
        .dictionary([
          ("Title", .text(item.title)), ("Parent", .object(parent)), item.target,
        ]))
      if let previous {
        pdf.set(previous, "Next", .object(object))
        pdf.set(object, "Prev", .object(previous))
      } else {
        pdf.set(parent, "First", .object(object))
      }
      if !item.children.isEmpty {
        let open = write(item.children, under: object, into: pdf)
        pdf.set(object, "Count", .integer(open))
        count += open
      }
      count += 1
      previous = object
    }
    if let previous { pdf.set(parent, "Last", .object(previous)) }
    return count
  }
}
