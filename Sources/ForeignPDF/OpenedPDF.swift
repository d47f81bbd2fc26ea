import Intake
import PDFFile

/// A foreign PDF, read once and made ready to be taken over: its pages as drawings, which are form
/// XObjects (ISO 32000-1, 8.10), or as they are with their tags.
///
/// It lives while ``readForeignPDF(_:name:use:)`` makes values of it.
final class OpenedPDF {
  /// A page ready to be taken over.
  struct Page {
    /// Its operators, for a plane whose origin is that of the foreign page.
    var content: [UInt8]
    /// In the foreign document.
    var resources: PDFObject
    /// The element of each piece of marked content.
    var owners: [Int]
    /// The former identifier of each piece; nil for an annotation that was drawn.
    var formerIDs: [Int?]
    var tagging: ForeignContent.Tagging
  }

  /// The document itself, whose objects were changed where that made them ready.
  let document: PDFDocument
  /// The structure; nil where there is none, or none is kept.
  let tags: ForeignTags?
  private let name: String
  private let visibility: OptionalContent
  var resources: ForeignResources
  private var pages: [Int: Page] = [:]
  /// The annotations that were drawn, by their numbers, as pieces of marked content.
  private(set) var drawnAnnotations: [Int: (page: Int, id: Int)] = [:]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file, which stays where it is until this is gone.
  ///   - name: what messages call it.
  ///   - keepsTags: whether its pages stay content rather than become drawings.
  /// - Throws: when the file is broken or encrypted.
  init(_ bytes: UnsafeRawBufferPointer, name: String, keepsTags: Bool) throws(PDFError) {
    let read = try PDFDocument(lent: bytes, name: "“\(name)”")
    if read.isEncrypted {
      throw PDFError(action: "use “\(name)”", reason: "it is encrypted")
    }
    read.pushInheritedEntries()
    let count = read.pageCount
    try read.check("read “\(name)”")
    self.name = name
    visibility = OptionalContent(read)
    var numbers: [Int: Int] = [:]
    for index in 0..<count { numbers[read.objectNumber(read.page(index))] = index }
    tags = keepsTags ? ForeignTags(read, pages: numbers) : nil
    resources = ForeignResources(visibility, tags)
    try read.check("read “\(name)”")
    document = read
  }

  /// How many pages it has.
  var pageCount: Int { document.pageCount }

  /// The language that the file says it is in; nil if it says none that is one.
  var language: String? {
    let root = document.get(document.catalog, "StructTreeRoot")
    let first = document.get(root, "K")
    let top = document.items(of: first).first ?? first
    for place in [top, document.catalog] {
      guard let bytes = document.bytes(place, "Lang") else { continue }
      let tag = String(decoding: bytes, as: UTF8.self)
      if isLanguageIdentifier(tag) { return tag }
    }
    return nil
  }

  /// The page's extent as it is seen, turned as it asks.
  func extent(of index: Int) -> PageExtent {
    let (box, matrix) = geometry(of: document.page(index))
    let seen = matrix.bounds(of: box)
    return PageExtent(width: seen[2] - seen[0], height: seen[3] - seen[1])
  }

  /// The box that is visible of a page in its own plane: left, low, right, high.
  func box(of index: Int) -> [Double] { geometry(of: document.page(index)).box }

  /// How the plane of a page lies on that of the page as it is seen.
  func matrix(of index: Int) -> PageMatrix { geometry(of: document.page(index)).matrix }

  /// The transparency group that a page is, if it is one.
  func group(of index: Int) -> PDFObject? {
    let group = document.get(document.page(index), "Group")
    return document.isDictionary(group) ? group : nil
  }

  /// Forms with tags of their own by their numbers, each with the former identifiers of its content.
  var taggedForms: [Int: (form: PDFObject, ids: [Int])] { resources.formContentIDs }

  /// A page with its annotations drawn, ready to be copied.
  ///
  /// - Throws: when there is no such page, or it is broken.
  func page(_ index: Int) throws(PDFError) -> Page {
    if let known = pages[index] { return known }
    guard index >= 0, index < pageCount else {
      throw PDFError(action: "use “\(name)”", reason: "it has no page \(index + 1)")
    }
    let page = document.page(index)
    let number = document.objectNumber(page)
    var own = document.get(page, "Resources")
    if !document.isDictionary(own) { own = document.addDictionary() }
    let content = try resources.prepare(
      try document.pageContents(page), own, container: number, in: document)
    var made = Page(
      content: content.bytes, resources: content.resources,
      owners: content.contentIDs.map { tags?.owner(of: $0, in: number) ?? 0 },
      formerIDs: content.contentIDs, tagging: content.tagging)
    let drawer = AnnotationDrawer(visibility: visibility, tags: tags)
    for drawn in try drawer.draw(annotationsOf: page, on: &made, &resources, in: document) {
      drawnAnnotations[drawn.number] = (index, drawn.id)
    }
    try document.check("read “\(name)”")
    pages[index] = made
    return made
  }

  /// The visible box of a page, and how it is brought upright to the origin.
  private func geometry(of page: PDFObject) -> (box: [Double], matrix: PageMatrix) {
    let media = Self.usable(document.numbers(page, "MediaBox")) ?? [0, 0, 595.276, 841.89]
    var box = media
    if let crop = Self.usable(document.numbers(page, "CropBox")) {
      // What lies outside the medium is not there (ISO 32000-1, 14.11.2.1).
      let cut = [
        max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]),
        min(media[3], crop[3]),
      ]
      if cut[2] - cut[0] >= 3, cut[3] - cut[1] >= 3 { box = cut }
    }
    let turn = ((document.integer(page, "Rotate") ?? 0) % 360 + 360) % 360 / 90 * 90
    let unit = document.number(page, "UserUnit", orElse: 1)
    let matrix =
      switch turn {
      case 90: PageMatrix(a: 0, b: -1, c: 1, d: 0, e: -box[1], f: box[2])
      case 180: PageMatrix(a: -1, d: -1, e: box[2], f: box[3])
      case 270: PageMatrix(a: 0, b: 1, c: -1, d: 0, e: box[3], f: -box[0])
      default: PageMatrix(e: -box[0], f: -box[1])
      }
    guard unit >= 0.01, unit != 1, (box[2] - box[0]) * unit < 1e6, (box[3] - box[1]) * unit < 1e6
    else { return (box, matrix) }
    return (box, matrix.then(PageMatrix(a: unit, d: unit)))
  }

  /// A box with its lower left corner first; nil for one that is no paper
  /// (ISO 19005-2, 6.1.13: at least 3 units wide).
  private static func usable(_ box: [Double]) -> [Double]? {
    guard box.count == 4, box.allSatisfy({ abs($0) < 1e6 }) else { return nil }
    let sorted = [
      min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]),
    ]
    return sorted[2] - sorted[0] >= 3 && sorted[3] - sorted[1] >= 3 ? sorted : nil
  }
}
