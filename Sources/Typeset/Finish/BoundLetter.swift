import Intake
import PDFFile

/// A letter as it goes into a file that holds many: its pages, its structure and what they are drawn
/// with, as objects that refer to none but each other.
///
/// It can be written as bytes and read back, so that a run may lay it aside.
package struct BoundLetter: Sendable {
  /// The objects, of streams what is stored; some are of no use any more.
  let objects: PDFFragment
  let pages: [PDFReference]
  /// The element that holds all of its content, and the root above it; nil for one without content.
  let document: PDFReference?
  let root: PDFReference?
  /// The parent tree (ISO 32000-1, 14.7.4.4): what each key leads to, in their order.
  let owners: [(key: Int, value: PDFReference)]
  let nextKey: Int
  /// The names of elements, in their order.
  let names: [(key: [UInt8], element: PDFReference)]
  let namespaces: [PDFReference]
  /// By which objects that other letters may have too are known.
  let digests: [Int: String]
  /// What its file would claim, if it had one.
  let standard: PDFStandard
  let metadata: DocumentMetadata

  /// How many pages it has.
  package var pageCount: Int { pages.count }

  /// Takes a letter out of the body of its own file.
  ///
  /// - Parameter digest: makes of bytes a word by which they are known.
  init(
    _ body: PDFBody, standard: PDFStandard, metadata: DocumentMetadata,
    digest: @escaping ([UInt8]) -> String, deflater: Deflater
  ) {
    let all = body.references.map { body[$0] }
    pages = body.pages
    self.standard = standard
    self.metadata = metadata
    root = all[body.catalog.index].entries?["StructTreeRoot"]?.reference
    let tree = root.flatMap { all[$0.index].entries }
    document = tree?["K"]?.items.first?.reference
    let numbers = tree?["ParentTree"]?.reference.flatMap { all[$0.index].entries?["Nums"]?.items }
    owners = Self.pairs(numbers ?? []).compactMap { key, value in
      guard case .integer(let key) = key else { return nil }
      return (key, value)
    }
    nextKey = if case .integer(let next)? = tree?["ParentTreeNextKey"] { next } else { 0 }
    let named =
      if case .dictionary(let names)? = tree?["IDTree"] { names["Names"] } else { nil as PDFValue? }
    names = Self.pairs(named?.items ?? []).compactMap { key, value in
      guard case .bytes(let key) = key else { return nil }
      return (key, value)
    }
    namespaces = (tree?["Namespaces"]?.items ?? []).compactMap(\.reference)
    let contents = pages.compactMap { all[$0.index].entries?["Contents"]?.reference }
    var shared = SharedObjects(
      all, own: pages + contents + [body.catalog, root, document].compactMap { $0 },
      digest: digest)
    digests = shared.digests()
    objects = PDFFragment(objects: all.map { $0.stored(by: deflater) })
  }

  private static func pairs(_ items: [PDFValue]) -> [(PDFValue, PDFReference)] {
    stride(from: 0, to: items.count - 1, by: 2).compactMap { index in
      items[index + 1].reference.map { (items[index], $0) }
    }
  }
}

extension PDFValue {
  fileprivate var reference: PDFReference? {
    if case .reference(let reference) = self { reference } else { nil }
  }

  fileprivate var items: [PDFValue] {
    if case .array(let items) = self { items } else { [] }
  }
}

/// Makes of painted pages a part of a file that holds many letters.
///
/// - Throws: ``Diagnostics`` with every clause of the asked standards that the letter breaks.
func boundLetter(
  _ painted: PaintedPDF, _ composition: Composition, options: FinishOptions, standard: PDFStandard,
  digest: @escaping ([UInt8]) -> String, memory: FinishMemory? = nil
) throws(Diagnostics) -> BoundLetter {
  try StandardCheck(composition: composition, standard: options.standard).run()
  do throws(PDFError) {
    var builder = DocumentBuilder(
      composition: composition, standard: standard, options: options, painted: painted,
      memory: memory)
    try builder.build(isPart: true)
    return BoundLetter(
      builder.body, standard: standard, metadata: composition.metadata, digest: digest,
      deflater: memory?.writer.deflater ?? Deflater())
  } catch {
    throw error.diagnostics
  }
}
