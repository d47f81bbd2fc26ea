/// The bookmarks of a growing file, all of one level (ISO 32000-1, 12.3.3): each is written when the
/// next is known.
package struct GrowingBookmarks {
  private struct Item {
    let title: String
    let number: Int
    let previous: Int?
    let page: Int
    let element: Int?
  }

  private let root: Int
  private var first: Int?
  private var open: Item?
  private var count = 0

  /// Begins without bookmarks.
  package init(in file: inout GrowingPDF) { root = file.reserve() }

  /// Adds a bookmark.
  ///
  /// - Parameters:
  ///   - page: the number of the page that it leads to.
  ///   - element: the number of the element of the structure that it leads to, for readers that follow
  ///     the structure (ISO 32000-2, 12.3.2.3); nil for a file without such.
  package mutating func add(
    _ title: String, page: Int, element: Int?, to file: inout GrowingPDF
  ) {
    let number = file.reserve()
    write(next: number, in: &file)
    if first == nil { first = number }
    open = Item(
      title: title, number: number, previous: open?.number, page: page, element: element)
    count += 1
  }

  private func write(next: Int?, in file: inout GrowingPDF) {
    guard let item = open else { return }
    var numbers = [root, item.page]
    var entries: PDFDictionary = [
      "Title": .text(item.title), "Parent": .reference(PDFReference(index: 0)),
    ]
    for (key, number) in [("Prev", item.previous), ("Next", next)] {
      guard let number else { continue }
      entries[key] = .reference(PDFReference(index: numbers.count))
      numbers.append(number)
    }
    let place: PDFValue = [.reference(PDFReference(index: 1)), .name("Fit")]
    if let element = item.element {
      entries["A"] = [
        "S": .name("GoTo"), "D": place,
        "SD": [.reference(PDFReference(index: numbers.count)), .name("Fit")],
      ]
      numbers.append(element)
    } else {
      entries["Dest"] = place
    }
    file.write(.value(.dictionary(entries)), as: item.number, numbers: numbers)
  }

  /// Writes what is open.
  ///
  /// - Returns: the number of the root.
  package func finish(in file: inout GrowingPDF) -> Int {
    write(next: nil, in: &file)
    var entries: PDFDictionary = ["Type": .name("Outlines"), "Count": .integer(count)]
    if let first, let last = open?.number {
      entries["First"] = .reference(PDFReference(index: 0))
      entries["Last"] = .reference(PDFReference(index: 1))
      file.write(.value(.dictionary(entries)), as: root, numbers: [first, last])
    } else {
      file.write(.value(.dictionary(entries)), as: root, numbers: [])
    }
    return root
  }
}
