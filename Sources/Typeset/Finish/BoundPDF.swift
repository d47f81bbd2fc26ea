import CPango
import PDFFile

/// A file that holds many letters, for one printer: written while they come, with a bookmark and a
/// part of the structure for each, and what they draw with but once.
package struct BoundPDF: ~Copyable {
  /// The most objects that a file may have (ISO 19005-2, 6.1.13).
  private static let objectLimit = 8_388_607
  /// How many objects are known again; beyond, letters bring their own.
  private static let sharedLimit = 1 << 16

  private let wanted: PDFStandard
  private let marks: SheetMarks?
  private var file: GrowingPDF
  private var tree = GrowingPageTree()
  private var owners = GrowingKeyTree("Nums")
  private var names = GrowingKeyTree("Names")
  private var bookmarks: GrowingBookmarks
  private var shared: [String: Int] = [:]
  /// The elements of the letters.
  private var parts: [Int] = []
  private var nextKey = 0
  private var namespaces: [Int] = []
  private var letterCount = 0
  private var keepsStandard = true
  private var metadata: DocumentMetadata?
  private let checksum: OpaquePointer?

  /// The numbers of what is written last.
  private let catalog: Int
  private let root: Int
  private let document: Int

  /// Where a letter went.
  package struct Place: Hashable, Sendable {
    /// Its first page, from 1.
    package let firstPage: Int
    /// How many pages it takes, with the blank one.
    package let pages: Int
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - standard: what it claims if every letter keeps it, and else nothing.
  ///   - marks: what is put on the fronts of sheets; the letters were composed without it.
  package init(standard: PDFStandard, marks: SheetMarks? = nil) {
    wanted = standard
    self.marks = marks
    file = GrowingPDF(version: standard.isPDF2 ? "2.0" : "1.7")
    checksum = g_checksum_new(G_CHECKSUM_MD5)
    (catalog, root, document) = (file.reserve(), file.reserve(), file.reserve())
    bookmarks = GrowingBookmarks(in: &file)
  }

  deinit { g_checksum_free(checksum) }

  /// How many pages it has.
  package var pageCount: Int { tree.count }

  /// Takes away the bytes that are written, for the caller to put into the file.
  package mutating func drain() -> [UInt8] {
    let bytes = file.drain()
    g_checksum_update(checksum, bytes, bytes.count)
    return bytes
  }

  /// Adds a letter.
  ///
  /// - Parameters:
  ///   - title: what its bookmark says.
  ///   - first: its first sheet.
  ///   - isDuplex: whether it begins on a fresh sheet: after an odd number of pages comes a blank one.
  /// - Throws: what a mark cannot say.
  package mutating func add(
    _ letter: BoundLetter, title: String, first: SheetMarks.Sheet, isDuplex: Bool
  ) throws(Diagnostics) -> Place {
    let firstPage = tree.count + 1
    letterCount += 1
    if metadata == nil { metadata = letter.metadata }
    keepsStandard = keepsStandard && letter.standard == wanted
    var part = BoundPart(letter, number: letterCount, title: title, keys: nextKey)
    let new = part.choose(shared, in: &file, under: document)
    for (digest, number) in part.fresh where shared.count < Self.sharedLimit {
      shared[digest] = number
    }
    for (index, page) in letter.pages.enumerated() {
      let number = part.numbers[page.index]
      part.hang(page, under: tree.add(number, to: &file))
      guard let marks, marks.isFront(index + 1) else { continue }
      part.mark(page, with: try write(marks, on: first, page: index + 1, part.objects[page.index]))
    }
    for index in new {
      file.write(part.objects[index], as: part.numbers[index], numbers: part.numbers)
    }
    noteStructure(letter, part)
    if let first = letter.pages.first {
      bookmarks.add(
        title, page: part.numbers[first.index],
        element: wanted.isPDF2 ? letter.document.map { part.numbers[$0.index] } : nil, to: &file)
    }
    if isDuplex, letter.pages.count % 2 == 1, let last = letter.pages.last {
      addBlank(like: part.objects[last.index])
    }
    return Place(firstPage: firstPage, pages: tree.count + 1 - firstPage)
  }

  private mutating func noteStructure(_ letter: BoundLetter, _ part: BoundPart) {
    for (key, owner) in letter.owners {
      owners.add(.integer(nextKey + key), part.numbers[owner.index], to: &file)
    }
    nextKey += letter.nextKey
    for (name, element) in letter.names {
      names.add(.bytes(part.prefix + name), part.numbers[element.index], to: &file)
    }
    if let document = letter.document { parts.append(part.numbers[document.index]) }
    for space in letter.namespaces.map({ part.numbers[$0.index] })
    where !namespaces.contains(space) { namespaces.append(space) }
  }

  /// Writes the marks of a sheet as content of their own.
  private mutating func write(
    _ marks: SheetMarks, on first: SheetMarks.Sheet, page: Int, _ object: PDFBody.Object
  ) throws(Diagnostics) -> Int {
    let number = file.reserve()
    let content = try marks.content(
      on: first.following(by: marks.sheets(of: page) - 1),
      at: object.entries?["TrimBox"] ?? object.entries?["MediaBox"])
    file.write(.stream([:], content), as: number, numbers: [])
    return number
  }

  private mutating func addBlank(like page: PDFBody.Object) {
    let number = file.reserve()
    let parent = tree.add(number, to: &file)
    var entries: PDFDictionary = [
      "Type": .name("Page"), "Parent": .reference(PDFReference(index: 0)), "Resources": [:],
      "Tabs": .name("S"),
    ]
    for box in ["MediaBox", "TrimBox", "BleedBox"] { entries[box] = page.entries?[box] }
    file.write(.value(.dictionary(entries)), as: number, numbers: [parent])
  }

  // MARK: The end

  /// Ends the file.
  ///
  /// - Returns: its last bytes.
  package mutating func finish() -> [UInt8] {
    let standard =
      keepsStandard && letterCount > 0 && file.lastNumber < Self.objectLimit - 10_000
      ? wanted : PDFStandard.none
    writeStructure()
    var body = PDFBody(pageCount: 0)
    let pages = body.reserve()
    let structure = body.reserve()
    let outline = body.reserve()
    let language = metadata?.language ?? .danish
    let entries: [(String, PDFValue)] = [
      ("Type", .name("Catalog")), ("Pages", .reference(pages)),
      ("StructTreeRoot", .reference(structure)), ("Outlines", .reference(outline)),
      ("PageMode", .name("UseOutlines")), ("MarkInfo", ["Marked": true]),
      ("Lang", .bytes(Array(language.pdfTag.utf8))),
      ("ViewerPreferences", ["DisplayDocTitle": true]),
      ("OutputIntents", [ColorProfile.outputIntent(in: &body)]),
    ]
    for (key, value) in entries { body.set(body.catalog, key, value) }
    if var metadata {
      // The numbers of one letter say nothing of the others.
      (metadata.caseID, metadata.documentID) = ("", "")
      DocumentInformation(metadata: metadata, standard: standard).write(into: &body)
    }
    var numbers = [Int](repeating: 0, count: body.references.count)
    numbers[body.catalog.index] = catalog
    numbers[pages.index] = tree.finish(in: &file)
    numbers[structure.index] = root
    numbers[outline.index] = bookmarks.finish(in: &file)
    let new = body.references.filter { numbers[$0.index] == 0 }
    for reference in new { numbers[reference.index] = file.reserve() }
    for reference in [body.catalog] + new {
      file.write(body[reference], as: numbers[reference.index], numbers: numbers)
    }
    file.flush()
    let rest = drain()
    file.finish(
      catalog: catalog, information: body.information.map { numbers[$0.index] },
      identifier: identifier)
    return rest + file.drain()
  }

  private mutating func writeStructure() {
    let list = parts.indices.map { PDFValue.reference(PDFReference(index: $0 + 1)) }
    var entries: PDFDictionary = [
      "S": .name("Document"), "P": .reference(PDFReference(index: 0)), "K": .array(list),
    ]
    var numbers = [root] + parts
    if let namespace = namespaces.first {
      entries["NS"] = .reference(PDFReference(index: numbers.count))
      numbers.append(namespace)
    }
    file.write(.value(.dictionary(entries)), as: document, numbers: numbers)
    var trunk: PDFDictionary = [
      "Type": .name("StructTreeRoot"), "K": [.reference(PDFReference(index: 0))],
      "ParentTree": .reference(PDFReference(index: 1)), "ParentTreeNextKey": .integer(nextKey),
    ]
    numbers = [document, owners.finish(in: &file)]
    if !names.isEmpty {
      trunk["IDTree"] = .reference(PDFReference(index: numbers.count))
      numbers.append(names.finish(in: &file))
    }
    if !namespaces.isEmpty {
      trunk["Namespaces"] = .array(
        namespaces.indices.map { .reference(PDFReference(index: numbers.count + $0)) })
      numbers += namespaces
    }
    file.write(.value(.dictionary(trunk)), as: root, numbers: numbers)
  }

  private var identifier: [UInt8] {
    var digest = [UInt8](repeating: 0, count: 16)
    var length = gsize(digest.count)
    g_checksum_get_digest(checksum, &digest, &length)
    return digest
  }
}
