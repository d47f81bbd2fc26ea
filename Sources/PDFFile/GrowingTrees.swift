/// The tree of a growing file's pages (ISO 32000-1, 7.7.3), which is written from its leaves upwards;
/// memory holds one node a level.
package struct GrowingPageTree {
  private static let width = 64

  private struct Node {
    let number: Int
    var kids: [Int] = []
    var pages = 0
  }

  /// The open node of each level, those of pages first.
  private var levels: [Node] = []
  /// How many pages it has.
  package private(set) var count = 0

  /// Begins without pages.
  package init() {}

  /// Makes room for a page that the caller writes.
  ///
  /// - Returns: the number of the page's parent.
  package mutating func add(_ page: Int, to file: inout GrowingPDF) -> Int {
    count += 1
    return add(page, pages: 1, level: 0, to: &file)
  }

  private mutating func add(
    _ kid: Int, pages: Int, level: Int, to file: inout GrowingPDF
  ) -> Int {
    if level == levels.count { levels.append(Node(number: file.reserve())) }
    if levels[level].kids.count == Self.width {
      close(level, in: &file)
      levels[level] = Node(number: file.reserve())
    }
    levels[level].kids.append(kid)
    levels[level].pages += pages
    return levels[level].number
  }

  private mutating func close(_ level: Int, in file: inout GrowingPDF) {
    let node = levels[level]
    let parent = add(node.number, pages: node.pages, level: level + 1, to: &file)
    write(node, under: parent, in: &file)
  }

  private func write(_ node: Node, under parent: Int?, in file: inout GrowingPDF) {
    var entries: PDFDictionary = [
      "Type": .name("Pages"), "Count": .integer(node.pages),
      "Kids": .array(node.kids.indices.map { .reference(PDFReference(index: $0)) }),
    ]
    if parent != nil { entries["Parent"] = .reference(PDFReference(index: node.kids.count)) }
    file.write(.value(.dictionary(entries)), as: node.number, numbers: node.kids + [parent ?? 0])
  }

  /// Writes what is open.
  ///
  /// - Returns: the number of the root.
  package mutating func finish(in file: inout GrowingPDF) -> Int {
    if levels.isEmpty { levels.append(Node(number: file.reserve())) }
    var level = 0
    while level + 1 < levels.count {
      close(level, in: &file)
      level += 1
    }
    write(levels[level], under: nil, in: &file)
    return levels[level].number
  }
}

/// A number or name tree of a growing file (ISO 32000-1, 7.9.6 and 7.9.7), whose keys come in their
/// order; memory holds one node a level.
package struct GrowingKeyTree {
  private static let width = 64

  private struct Node {
    var entries: [PDFValue] = []
    var numbers: [Int] = []
    var first: PDFValue?
    var last: PDFValue?
    var count = 0
  }

  private let name: String
  private var levels: [Node] = [Node()]

  /// Begins without keys.
  ///
  /// - Parameter name: the key under which the leaves have their entries: `Nums` or `Names`.
  package init(_ name: String) { self.name = name }

  /// Whether it has no keys.
  package var isEmpty: Bool { levels.count == 1 && levels[0].count == 0 }

  /// Adds an object under a key that comes after all others.
  package mutating func add(_ key: PDFValue, _ number: Int, to file: inout GrowingPDF) {
    if levels[0].count == Self.width { close(0, in: &file) }
    levels[0].entries += [key, .reference(PDFReference(index: levels[0].numbers.count))]
    levels[0].numbers.append(number)
    note(key, key, at: 0)
  }

  private mutating func note(_ first: PDFValue, _ last: PDFValue, at level: Int) {
    levels[level].first = levels[level].first ?? first
    levels[level].last = last
    levels[level].count += 1
  }

  private func entries(of level: Int) -> PDFDictionary {
    [level == 0 ? name : "Kids": .array(levels[level].entries)]
  }

  private mutating func close(_ level: Int, in file: inout GrowingPDF) {
    if level + 1 == levels.count { levels.append(Node()) }
    if levels[level + 1].count == Self.width { close(level + 1, in: &file) }
    let node = levels[level]
    guard let first = node.first, let last = node.last else { return }
    var entries = entries(of: level)
    entries["Limits"] = [first, last]
    let number = file.reserve()
    file.write(.value(.dictionary(entries)), as: number, numbers: node.numbers)
    levels[level] = Node()
    levels[level + 1].entries.append(
      .reference(PDFReference(index: levels[level + 1].numbers.count)))
    levels[level + 1].numbers.append(number)
    note(first, last, at: level + 1)
  }

  /// Writes what is open.
  ///
  /// - Returns: the number of the root.
  package mutating func finish(in file: inout GrowingPDF) -> Int {
    var level = 0
    while level + 1 < levels.count {
      close(level, in: &file)
      level += 1
    }
    let number = file.reserve()
    file.write(
      .value(.dictionary(entries(of: level))), as: number, numbers: levels[level].numbers)
    return number
  }
}
