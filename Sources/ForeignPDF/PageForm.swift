import CQPDF
package import PDFFile

/// The first page of a PDF as a form XObject (ISO 32000-1, 8.10) and all that it refers to.
///
/// The first object is the form, whose matrix is that of the page. Streams are decoded but for those of
/// images, which stay as they are stored.
/// - Throws: when the PDF cannot be read.
package func formOfFirstPage(of bytes: [UInt8]) throws(PDFError) -> PDFFragment {
  let document = try PDFDocument(reading: bytes, name: "a drawing")
  document.pushInheritedEntries()
  let page = document.page(0)
  var maker = FormMaker()
  let form = maker.reserve()
  let box = document.numbers(page, "MediaBox")
  let entries: PDFDictionary = [
    "Type": .name("XObject"), "Subtype": .name("Form"), "BBox": .array(box.map { .real($0) }),
    "Resources": maker.value(of: document.get(page, "Resources"), in: document, depth: 0),
  ]
  maker.set(form, .stream(entries, try document.pageContents(page)))
  try maker.fill(from: document)
  try document.check("read a drawing")
  return maker.fragment
}

/// Makes values of a document's objects, each in its turn, so that no chain of them is too long.
private struct FormMaker {
  private(set) var fragment = PDFFragment()
  private var known: [Int: PDFReference] = [:]
  private var pending: [(reference: PDFReference, object: PDFObject)] = []

  mutating func reserve() -> PDFReference { fragment.add(.value([:])) }

  mutating func set(_ reference: PDFReference, _ object: PDFBody.Object) {
    fragment.set(reference, object)
  }

  mutating func fill(from document: borrowing PDFDocument) throws(PDFError) {
    var next = 0
    while next < pending.count {
      let (reference, object) = pending[next]
      next += 1
      guard document.isStream(object) else {
        fragment.set(reference, .value(content(of: object, in: document, depth: 0)))
        continue
      }
      let dictionary = document.dictionary(of: object)
      let isImage = document.name(dictionary, "Subtype") == "Image"
      let bytes =
        isImage ? try document.encodedContents(of: object) : try document.contents(of: object)
      let dropped: Set = isImage ? ["Length"] : ["Length", "Filter", "DecodeParms"]
      let entries = entries(of: dictionary, without: dropped, in: document, depth: 0)
      fragment.set(reference, .stream(entries, bytes))
    }
  }

  mutating func value(
    of object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> PDFValue {
    let number = document.objectNumber(object)
    guard number > 0 else { return content(of: object, in: document, depth: depth) }
    if let name = known[number] { return .reference(name) }
    let reference = reserve()
    known[number] = reference
    pending.append((reference, object))
    return .reference(reference)
  }

  private mutating func content(
    of object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> PDFValue {
    guard depth < 50 else { return .null }
    if document.isDictionary(object) {
      return .dictionary(entries(of: object, without: [], in: document, depth: depth))
    }
    if document.isArray(object) {
      return .array(
        document.items(of: object).map { value(of: $0, in: document, depth: depth + 1) })
    }
    if let name = document.name(object) { return .name(name) }
    if let bytes = document.bytes(object) { return .bytes(bytes) }
    if let number = document.integer(object) { return .integer(number) }
    if let number = document.number(object) { return .real(number) }
    var flag = QPDF_BOOL(0)
    let isFlag = qpdf_oh_get_value_as_bool(document.data, object.handle, &flag) != 0
    return isFlag ? .boolean(flag != 0) : .null
  }

  private mutating func entries(
    of dictionary: PDFObject, without dropped: Set<String>,
    in document: borrowing PDFDocument, depth: Int
  ) -> PDFDictionary {
    PDFDictionary(
      document.keys(of: dictionary).filter { !dropped.contains($0) }.map {
        ($0, value(of: document.get(dictionary, $0), in: document, depth: depth + 1))
      })
  }
}
