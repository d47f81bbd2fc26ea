import CQPDF
package import Intake
package import PDFFile

/// Reads what an update changes that adds a seal.
///
/// - Throws: why none can be added: the file is encrypted or broken, or an earlier seal forbids it.
package func readSealPlace(_ bytes: [UInt8]) throws(PDFError) -> SealPlace {
  let result = bytes.withUnsafeBytes { source -> Result<SealPlace, PDFError> in
    do throws(PDFError) {
      return .success(try SealPlaceReader(bytes: bytes, source: source).read())
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

/// Looks a document over for the place of a seal.
private struct SealPlaceReader: ~Copyable {
  private let bytes: [UInt8]
  private let document: PDFDocument

  /// More than any program makes: arrays within arrays, and fields within fields.
  private static let depthLimit = 50
  private static let fieldLimit = 20_000

  init(bytes: [UInt8], source: UnsafeRawBufferPointer) throws(PDFError) {
    self.bytes = bytes
    document = PDFDocument(tolerating: source)
    guard bytes.starts(with: Array("%PDF-".utf8)) else {
      throw Self.fault("it does not begin as a PDF does")
    }
    let problems = document.problems()
    if problems.contains(PDFError.locked) { throw Self.fault("it is encrypted") }
    if let problem = problems.first { throw Self.fault("it is damaged: \(problem)") }
    if document.isEncrypted { throw Self.fault("it is encrypted") }
  }

  private static func fault(_ reason: String) -> PDFError {
    PDFError(action: "seal the file", reason: reason)
  }

  func read() throws(PDFError) -> SealPlace {
    let catalog = document.catalog
    guard document.isDictionary(catalog), document.objectNumber(catalog) > 0,
      document.pageCount > 0
    else { throw Self.fault("it has no pages") }
    let page = document.page(0)
    let (place, isStream) = try tablePlace()
    var found = SealPlace(
      catalog: try part(catalog), page: try part(page),
      trailer: try dictionary(document.trailer, depth: 0), nextNumber: 0, tablePlace: place,
      isTableStream: isStream)
    found.annotations = try list(
      document.get(page, "Annots"), orElse: "its annotations are no list")
    found.isVersion2 =
      bytes.starts(with: Array("%PDF-2".utf8))
      || document.name(catalog, "Version")?.hasPrefix("2") ?? false
    try readForm(of: catalog, &found)
    if document.problems().first != nil { throw Self.fault("its objects cannot all be read") }
    let size = document.integer(document.trailer, "Size") ?? 0
    found.nextNumber = max(size, document.objectNumbers.upperBound)
    guard found.nextNumber < 8_000_000 else { throw Self.fault("it has too many objects") }
    return found
  }

  // MARK: Values

  private func part(_ object: PDFObject) throws(PDFError) -> SealPlace.Part {
    try checkGeneration(object)
    return SealPlace.Part(
      number: document.objectNumber(object), value: try content(of: object, depth: 0))
  }

  private func list(
    _ object: PDFObject, orElse words: String
  ) throws(PDFError) -> SealPlace.Part? {
    if document.isNull(object) { return nil }
    guard document.isArray(object) else { throw Self.fault(words) }
    return try part(object)
  }

  /// Objects whose numbers were used before are of a kind that no program has made for long, and
  /// their references are not kept.
  private func checkGeneration(_ object: PDFObject) throws(PDFError) {
    guard qpdf_oh_get_generation(document.data, object.handle) == 0 else {
      throw Self.fault("its objects have later generations")
    }
  }

  private func value(_ object: PDFObject, depth: Int) throws(PDFError) -> PDFValue {
    let number = document.objectNumber(object)
    guard number > 0 else { return try content(of: object, depth: depth) }
    try checkGeneration(object)
    return .reference(PDFReference(index: number))
  }

  private func content(of object: PDFObject, depth: Int) throws(PDFError) -> PDFValue {
    guard depth < Self.depthLimit else { throw Self.fault("its objects are nested too deeply") }
    if document.isDictionary(object) {
      return .dictionary(try dictionary(object, depth: depth))
    }
    if document.isArray(object) {
      var items: [PDFValue] = []
      for item in document.items(of: object) {
        items.append(try value(item, depth: depth + 1))
        document.release(item)
      }
      return .array(items)
    }
    let scalar = document.scalar(object)
    if case .name = scalar { try checkName(object) }
    return scalar
  }

  private func dictionary(
    _ object: PDFObject, depth: Int
  ) throws(PDFError) -> PDFDictionary {
    // A trailer that is a stream's is its dictionary.
    let dictionary = document.anyDictionary(object) ?? object
    var pairs: [(String, PDFValue)] = []
    for (key, object) in document.entries(of: dictionary) {
      guard key.utf8.allSatisfy({ $0 < 0x80 }) || document.has(dictionary, key) else {
        throw Self.fault("it has names that are no UTF-8")
      }
      pairs.append((key, try value(object, depth: depth + 1)))
      document.release(object)
    }
    return PDFDictionary(pairs)
  }

  /// A name whose bytes are no text would be written as another.
  private func checkName(_ object: PDFObject) throws(PDFError) {
    guard let name = qpdf_oh_get_name(document.data, object.handle),
      String(validatingCString: name) != nil
    else { throw Self.fault("it has names that are no UTF-8") }
  }

  // MARK: Form

  private func readForm(of catalog: PDFObject, _ found: inout SealPlace) throws(PDFError) {
    try checkPermissions(of: catalog)
    let form = document.get(catalog, "AcroForm")
    guard !document.isNull(form) else { return }
    guard document.isDictionary(form) else { throw Self.fault("its form is no dictionary") }
    if document.has(form, "XFA") { throw Self.fault("its form is of XFA") }
    found.form = try part(form)
    let fields = document.get(form, "Fields")
    found.fields = try list(fields, orElse: "its fields are no list")
    found.fieldNames = try names(of: fields)
  }

  /// - Throws: that an earlier seal forbids every change (ISO 32000-1, 12.8.2.2).
  private func checkPermissions(of catalog: PDFObject) throws(PDFError) {
    let certification = document.get(document.get(catalog, "Perms"), "DocMDP")
    for reference in document.items(of: document.get(certification, "Reference")) {
      let parameters = document.get(reference, "TransformParams")
      if document.integer(parameters, "P") == 1 {
        throw Self.fault("who certified it forbids every change")
      }
    }
  }

  /// What fields are called; a seal that locks the file is found on the way (ISO 32000-2, table 236).
  private func names(of fields: PDFObject) throws(PDFError) -> [String] {
    var names: [String] = []
    var pending = document.items(of: fields)
    var seen = 0
    while let field = pending.popLast() {
      seen += 1
      guard seen < Self.fieldLimit else { throw Self.fault("it has too many fields") }
      if let name = document.bytes(field, "T") {
        names.append(String(decoding: name, as: UTF8.self))
      }
      let lock = document.get(field, "Lock")
      if document.isDictionary(document.get(field, "V")), document.integer(lock, "P") == 1 {
        throw Self.fault("an earlier seal forbids every change")
      }
      pending += document.items(of: document.get(field, "Kids"))
      document.release(field)
    }
    return names
  }

  // MARK: Table

  /// Where the newest table of places begins (ISO 32000-1, 7.5.5), and whether it is a stream.
  private func tablePlace() throws(PDFError) -> (place: Int, isStream: Bool) {
    let word = Array("startxref".utf8)
    let end = bytes.suffix(2048)
    let last = end.indices.reversed().first { bytes[$0...].starts(with: word) }
    guard let last else { throw Self.fault("it does not say where its table of places is") }
    let digits = bytes[(last + word.count)...].drop { $0 <= 32 }.prefix { (48...57).contains($0) }
    guard let place = Int(String(decoding: digits, as: UTF8.self)), place > 0, place < last else {
      throw Self.fault("it does not say where its table of places is")
    }
    let table = bytes[place...].drop { $0 <= 32 }
    if table.starts(with: Array("xref".utf8)) { return (place, false) }
    guard let first = table.first, (48...57).contains(first) else {
      throw Self.fault("its table of places is not where it says")
    }
    return (place, true)
  }
}
