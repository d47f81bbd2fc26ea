import PDFFile

/// What finishing keeps from letter to letter of a run: fonts, compressed pieces of pages, and
/// structures.
///
/// What is kept is what would be made anew of the same, so that no file tells which were made before
/// it. One letter at a time may use it.
final class FinishMemory {
  /// A piece of a page with its tags.
  private struct ContentKey: Hashable {
    let piece: Int
    let tags: [ContentOperation]

    func hash(into hasher: inout Hasher) { hasher.combine(piece) }
  }

  /// What writing keeps.
  let writer = WriterMemory(keepsObjects: true)
  private var fonts: [FontKey: PDFFragment] = [:]
  private var contents = RecentCache<ContentKey, [UInt8]>(limit: 512)
  private var structures: [KeptStructure] = []
  /// Where the next structure goes, once there are as many as are kept.
  private var next = 0

  private static let limit = 16

  /// A font with its common glyphs as objects, its streams compressed.
  func fragment(of font: PaintedFont) -> PDFFragment {
    guard let key = font.common else { return FontObjects(font: font).fragment }
    if let known = fonts[key] { return known }
    let fragment = PDFFragment(
      objects: FontObjects(font: font).fragment.objects.map { $0.stored(by: writer.deflater) })
    fonts[key] = fragment
    return fragment
  }

  /// The operators of a piece with its tags, compressed; nil for one that compressing does not make
  /// smaller.
  func content(of piece: PaintedPiece, _ tags: ArraySlice<ContentOperation>) -> [UInt8]? {
    guard let kept = piece.kept else {
      return writer.deflater.compressed(piece.tagged(with: tags))
    }
    let key = ContentKey(piece: kept, tags: Array(tags))
    if let known = contents[key] { return known }
    let made = writer.deflater.compressed(piece.tagged(with: tags))
    if let made { contents[key] = made }
    return made
  }

  /// A structure that was built before for the same.
  func structure(for wanted: KeptStructure.Cause) -> KeptStructure? {
    structures.first { $0.cause == wanted }
  }

  /// Keeps a structure.
  func keep(_ structure: KeptStructure) {
    guard structures.count == Self.limit else { return structures.append(structure) }
    structures[next] = structure
    next = (next + 1) % Self.limit
  }
}

/// The structure of a letter as objects, with what it was built of.
struct KeptStructure {
  /// All that the objects depend on.
  struct Cause: Equatable {
    let structure: StructureTree
    let marks: [[MarkedContent]]
    /// The links that have annotations, with the page and the reading order of each.
    let links: [ElementID: [ContentGeometry.LinkArea]]
    let figures: [ElementID: ContentGeometry.Extent]
    let sizes: [Size]
    /// How many objects stand before the annotations.
    let start: Int
    let isPaper: Bool
    let isPDF2: Bool

    static func == (a: Cause, b: Cause) -> Bool {
      a.start == b.start && a.isPaper == b.isPaper && a.isPDF2 == b.isPDF2 && a.marks == b.marks
        && a.sizes == b.sizes && a.figures == b.figures && sameLinks(a.links, b.links)
        && a.structure.elements.count == b.structure.elements.count
        && zip(a.structure.elements, b.structure.elements).allSatisfy { $0.isWritten(as: $1) }
    }

    /// Where on its page a link stands is told by its annotation, not by the structure.
    private static func sameLinks(
      _ a: [ElementID: [ContentGeometry.LinkArea]], _ b: [ElementID: [ContentGeometry.LinkArea]]
    ) -> Bool {
      a.count == b.count
        && a.allSatisfy { element, areas in
          guard let others = b[element], others.count == areas.count else { return false }
          return zip(areas, others).allSatisfy { $0.page == $1.page && $0.order == $1.order }
        }
    }
  }

  let cause: Cause
  /// For each page, what begins each of its stretches.
  let tags: [[ContentOperation]]
  /// Its objects, as they stand in the body from ``start`` on.
  let objects: ArraySlice<PDFBody.Object>
  let start: Int
  let elements: [PDFReference?]
  /// The pages that have a key into it.
  let keyedPages: [Int]
}

extension StructureElement {
  /// Whether two elements are the same in a file: words of headings and links stand elsewhere in it,
  /// as do the targets of links.
  fileprivate func isWritten(as other: StructureElement) -> Bool {
    parent == other.parent && hasRole(of: other) && isInline == other.isInline
      && title == other.title && alternative == other.alternative
      && actualText == other.actualText && language == other.language
      && footnote == other.footnote
  }

  private func hasRole(of other: StructureElement) -> Bool {
    if case .link = role, case .link = other.role { return true }
    return role == other.role
  }
}

extension PaintedPiece {
  /// Its operators, each stretch within its tag.
  func tagged(with tags: some Collection<ContentOperation>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count + tags.count * 40)
    for (stretch, tag) in zip(stretches, tags) {
      result.append(tag)
      result += content[stretch.operators]
      result.append(.end)
    }
    return result
  }
}
