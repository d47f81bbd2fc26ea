import PDFFile

/// Makes a fragment of some objects of a document and all that they refer to.
///
/// It goes from object to object in the order in which they are first referred to, never deeper than
/// one object itself is, so that no chain of them is too long.
struct FragmentMaker {
  /// What was made; objects that were only named so far are filled by ``fill(from:)``.
  private(set) var fragment = PDFFragment()
  /// Whether all streams are decoded that can be, so that two fragments of one meaning are equal.
  let decodesAll: Bool

  private var known: [Int: PDFReference] = [:]
  private var pending: [(reference: PDFReference, object: PDFObject)] = []

  /// Arrays within arrays, and objects: more than any program makes.
  private static let limits = (depth: 100, objects: 2_000_000)
  /// What belongs to a file as a whole, and is left behind with it.
  private static let file: Set = ["Catalog", "Page", "Pages", "StructTreeRoot", "StructElem"]

  init(decodesAll: Bool = false) { self.decodesAll = decodesAll }

  /// Names an object of the document in the fragment.
  mutating func add(_ object: PDFObject, in document: borrowing PDFDocument) -> PDFReference {
    let number = document.objectNumber(object)
    if number > 0, let name = known[number] { return name }
    let reference = fragment.add(.value([:]))
    if number > 0 { known[number] = reference }
    pending.append((reference, object))
    return reference
  }

  /// Makes all objects that were named, and those that they refer to.
  ///
  /// - Throws: when a stream is broken, or there is more than any program makes.
  mutating func fill(from document: borrowing PDFDocument) throws(PDFError) {
    var next = 0
    while next < pending.count {
      guard pending.count < Self.limits.objects else {
        throw PDFError(action: "use its objects", reason: "there are too many")
      }
      let (reference, object) = pending[next]
      next += 1
      if document.isStream(object) {
        fragment.set(reference, try stream(object, in: document))
      } else {
        fragment.set(reference, .value(try content(of: object, in: document, depth: 0)))
      }
    }
    pending = []
  }

  // MARK: Values

  /// A value within another; an object of its own is referred to.
  private mutating func value(
    of object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) -> PDFValue {
    guard document.objectNumber(object) > 0 else {
      defer { document.release(object) }
      return try content(of: object, in: document, depth: depth)
    }
    if document.isNull(object) || belongsToFile(object, in: document) { return .null }
    return .reference(add(object, in: document))
  }

  private func belongsToFile(_ object: PDFObject, in document: borrowing PDFDocument) -> Bool {
    document.name(object, "Type").map { Self.file.contains($0) } ?? false
  }

  private mutating func content(
    of object: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) -> PDFValue {
    guard depth < Self.limits.depth else {
      throw PDFError(action: "use its objects", reason: "they are nested too deeply")
    }
    if document.isDictionary(object) {
      return .dictionary(try entries(of: object, in: document, depth: depth))
    }
    if document.isArray(object) {
      var items: [PDFValue] = []
      for item in document.items(of: object) {
        items.append(try value(of: item, in: document, depth: depth + 1))
      }
      return .array(items)
    }
    return document.scalar(object)
  }

  private mutating func entries(
    of dictionary: PDFObject, without dropped: Set<String> = [],
    in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) -> PDFDictionary {
    var pairs: [(String, PDFValue)] = []
    for (key, object) in document.entries(of: dictionary) where !dropped.contains(key) {
      let value = try value(of: object, in: document, depth: depth + 1)
      // Nothing is as good as no entry (ISO 32000-1, 7.3.7).
      if value != .null { pairs.append((key, value)) }
    }
    return PDFDictionary(pairs)
  }

  // MARK: Streams

  /// A stream as it is stored where that is with one filter that readers know, else decoded as far as
  /// pictures allow.
  private mutating func stream(
    _ stream: PDFObject, in document: borrowing PDFDocument
  ) throws(PDFError) -> PDFBody.Object {
    let dictionary = document.dictionary(of: stream)
    try document.checkRows(of: stream)
    var dropped: Set = ["Length"]
    let bytes: [UInt8]
    if !decodesAll, document.filters(of: dictionary) == ["FlateDecode"] {
      bytes = try document.encodedContents(of: stream)
    } else {
      let read = try document.readableContents(of: stream)
      bytes = read.bytes
      if read.isDecoded { dropped.formUnion(["Filter", "DecodeParms"]) }
    }
    return .stream(
      try entries(of: dictionary, without: dropped, in: document, depth: 0), bytes)
  }
}
