import CQPDF
package import PDFFile

/// A PDF that is being changed; owns its qpdf document and the bytes it was read from, unless they
/// are only lent.
///
/// What goes wrong in qpdf is kept there until ``check(_:)`` asks for it.
package struct PDFDocument: ~Copyable {
  let data: qpdf_data?
  // qpdf reads from these bytes for as long as it lives.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// Reads a PDF.
  ///
  /// - Parameter name: what messages call it.
  package init(reading bytes: [UInt8], name: String) throws(PDFError) {
    source = .allocate(capacity: bytes.count)
    UnsafeMutableRawBufferPointer(source).copyBytes(from: bytes)
    data = Self.reading(UnsafeRawBufferPointer(source), name)
    try check("read \(name)")
  }

  /// Reads a PDF from bytes that stay where they are until the document is gone.
  ///
  /// - Parameter name: what messages call it.
  init(lent bytes: UnsafeRawBufferPointer, name: String) throws(PDFError) {
    source = .allocate(capacity: 0)
    data = Self.reading(bytes, name)
    try check("read \(name)")
  }

  /// Reads a PDF that may be damaged or locked; ``problems()`` tells what is wrong with it.
  ///
  /// - Parameter bytes: they stay where they are until the document is gone.
  init(tolerating bytes: UnsafeRawBufferPointer) {
    source = .allocate(capacity: 0)
    data = Self.reading(bytes, "the file")
  }

  private static func reading(_ bytes: UnsafeRawBufferPointer, _ name: String) -> qpdf_data? {
    let data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_BOOL(1))
    let characters = bytes.bindMemory(to: CChar.self)
    qpdf_read_memory(data, name, characters.baseAddress, UInt64(bytes.count), nil)
    return data
  }

  deinit {
    var data = data
    qpdf_cleanup(&data)
    source.deallocate()
  }

  /// - Throws: the error or the first warning that qpdf has met since the last check.
  package func check(_ action: String) throws(PDFError) {
    var found: PDFError?
    while qpdf_more_warnings(data) != 0 {
      let next = problem(qpdf_next_warning(data), action)
      // The error that follows does not tell it.
      if next.isOutOfMemory { throw next }
      if !Self.harmless.contains(where: { next.reason.contains($0) }) { found = found ?? next }
    }
    if qpdf_has_error(data) != 0 { throw problem(qpdf_get_error(data), action) }
    if let found { throw found }
  }

  /// Warnings after which nothing is missing: Cairo lists an image twice when a page shows it twice,
  /// and some programs count their objects wrongly or end the lines of their streams in their own way.
  private static let harmless = [
    "has duplicated key", "is not one plus the highest object number",
    "stream keyword followed by carriage return only",
    "stream keyword followed by extraneous whitespace",
  ]

  /// What went wrong since the last time, harmless warnings apart.
  func problems() -> [String] {
    var found: [String] = []
    while qpdf_more_warnings(data) != 0 {
      found.append(problem(qpdf_next_warning(data), "").reason)
    }
    if qpdf_has_error(data) != 0 { found.append(problem(qpdf_get_error(data), "").reason) }
    return found.filter { words in !Self.harmless.contains { words.contains($0) } }
  }

  private func problem(_ error: qpdf_error?, _ action: String) -> PDFError {
    let isPassword = qpdf_get_error_code(data, error) == qpdf_e_password
    if isPassword { return PDFError(action: action, reason: PDFError.locked) }
    let text = qpdf_get_error_message_detail(data, error).map { String(cString: $0) } ?? ""
    return PDFError(
      action: action, reason: text.contains("bad_alloc") ? PDFError.outOfMemory : text)
  }

  // MARK: Objects

  /// The catalog (ISO 32000-1, 7.7.2).
  package var catalog: PDFObject { PDFObject(handle: qpdf_get_root(data)) }

  /// The trailer (ISO 32000-1, 7.5.5).
  package var trailer: PDFObject { PDFObject(handle: qpdf_get_trailer(data)) }

  /// Whether a password guards it, be it an empty one.
  var isEncrypted: Bool { qpdf_is_encrypted(data) != 0 }

  /// The numbers that the objects so far have.
  package var objectNumbers: Range<Int> {
    let next = addDictionary()
    defer { release(next) }
    return 1..<max(1, objectNumber(next))
  }

  /// The object of a number; null if there is none.
  package func object(numbered number: Int) -> PDFObject {
    PDFObject(handle: qpdf_get_object_by_id(data, Int32(number), 0))
  }

  /// A dictionary of such entries, which is a part of what it is put into.
  func makeDictionary(_ entries: [(key: String, object: PDFObject)]) -> PDFObject {
    let dictionary = PDFObject(handle: qpdf_oh_new_dictionary(data))
    for (key, object) in entries { set(dictionary, key, object) }
    return dictionary
  }

  /// Makes an object one of its own, which others may refer to.
  func add(_ object: PDFObject) -> PDFObject {
    defer { release(object) }
    return PDFObject(handle: qpdf_make_indirect_object(data, object.handle))
  }

  /// Adds a dictionary without entries.
  package func addDictionary() -> PDFObject { add(makeDictionary([])) }

  /// Lets go of a name for an object, not of the object.
  package func release(_ object: PDFObject) { qpdf_oh_release(data, object.handle) }

  // MARK: Dictionaries

  /// Puts an object into a dictionary; one of its own is referred to.
  package func set(_ dictionary: PDFObject, _ key: String, _ object: PDFObject) {
    qpdf_oh_replace_key(data, dictionary.handle, "/" + key, object.handle)
  }

  /// Puts a name into a dictionary.
  func set(_ dictionary: PDFObject, _ key: String, name: String) {
    let made = PDFObject(handle: qpdf_oh_new_name(data, "/" + name))
    defer { release(made) }
    set(dictionary, key, made)
  }

  /// The dictionary under a key, which is added where there is none.
  package func dictionary(_ key: String, of outer: PDFObject) -> PDFObject {
    let known = get(outer, key)
    if isDictionary(known) { return known }
    let made = addDictionary()
    set(outer, key, made)
    return made
  }

  /// Takes an entry off a dictionary.
  package func remove(_ key: String, from dictionary: PDFObject) {
    qpdf_oh_remove_key(data, dictionary.handle, "/" + key)
  }

  /// Whether an object is a dictionary with such an entry.
  package func has(_ dictionary: PDFObject, _ key: String) -> Bool {
    isDictionary(dictionary) && qpdf_oh_has_key(data, dictionary.handle, "/" + key) != 0
  }

  /// A value of a dictionary; null for anything else.
  package func get(_ dictionary: PDFObject, _ key: String) -> PDFObject {
    // qpdf would warn of an object of another kind.
    guard isDictionary(dictionary) else { return PDFObject(handle: qpdf_oh_new_null(data)) }
    return PDFObject(handle: qpdf_oh_get_key_if_dict(data, dictionary.handle, "/" + key))
  }

  /// The whole number under a key; nil for anything else.
  package func integer(_ dictionary: PDFObject, _ key: String) -> Int? {
    let value = get(dictionary, key)
    defer { release(value) }
    var number: Int64 = 0
    return qpdf_oh_get_value_as_longlong(data, value.handle, &number) != 0 ? Int(number) : nil
  }

  /// The number under a key.
  package func number(_ dictionary: PDFObject, _ key: String, orElse fallback: Double) -> Double {
    let value = get(dictionary, key)
    defer { release(value) }
    return number(value) ?? fallback
  }

  /// The name under a key, without its slash; nil for anything else.
  package func name(_ dictionary: PDFObject, _ key: String) -> String? {
    let value = get(dictionary, key)
    defer { release(value) }
    guard qpdf_oh_is_name(data, value.handle) != 0,
      let name = qpdf_oh_get_name(data, value.handle)
    else { return nil }
    return String(String(cString: name).dropFirst())
  }

  /// Whether an object is a dictionary; that of a stream is none.
  package func isDictionary(_ object: PDFObject) -> Bool {
    qpdf_oh_is_dictionary(data, object.handle) != 0
  }

  /// Whether an object is a stream.
  package func isStream(_ object: PDFObject) -> Bool { qpdf_oh_is_stream(data, object.handle) != 0 }

  /// Whether an object is an array.
  func isArray(_ object: PDFObject) -> Bool { qpdf_oh_is_array(data, object.handle) != 0 }

  /// The keys of a dictionary, sorted; none for anything else.
  package func keys(of dictionary: PDFObject) -> [String] {
    guard isDictionary(dictionary) else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
    while qpdf_oh_dict_more_keys(data) != 0 {
      guard let key = qpdf_oh_dict_next_key(data) else { break }
      keys.append(String(String(cString: key).dropFirst()))
    }
    return keys
  }

  /// The items of an array; none for anything else.
  package func items(of array: PDFObject) -> [PDFObject] {
    guard isArray(array) else { return [] }
    return (0..<max(0, qpdf_oh_get_array_n_items(data, array.handle))).map {
      PDFObject(handle: qpdf_oh_get_array_item(data, array.handle, $0))
    }
  }

  /// The number that an object is; nil for anything else.
  package func number(_ object: PDFObject) -> Double? {
    var value = 0.0
    return qpdf_oh_get_value_as_number(data, object.handle, &value) != 0 ? value : nil
  }

  /// The object's own number; 0 for one that is part of another.
  package func objectNumber(_ object: PDFObject) -> Int {
    Int(qpdf_oh_get_object_id(data, object.handle))
  }

  /// An array or dictionary as it is written in a file.
  package func text(of object: PDFObject) -> String {
    qpdf_oh_unparse_resolved(data, object.handle).map { String(cString: $0) } ?? ""
  }

  // MARK: Streams

  /// What a stream says of itself.
  package func dictionary(of stream: PDFObject) -> PDFObject {
    PDFObject(handle: qpdf_oh_get_dict(data, stream.handle))
  }

  /// Gives a stream other bytes, without any filter.
  func replaceData(of stream: PDFObject, with bytes: [UInt8]) {
    let null = qpdf_oh_new_null(data)
    defer { qpdf_oh_release(data, null) }
    qpdf_oh_replace_stream_data(data, stream.handle, bytes, bytes.count, null, null)
  }

  // MARK: Pages

  /// How many pages there are.
  package var pageCount: Int { Int(qpdf_get_num_pages(data)) }

  /// A page, from 0; null if there is none.
  package func page(_ index: Int) -> PDFObject { PDFObject(handle: qpdf_get_page_n(data, index)) }

  /// Gives each page the entries it shares with others, so that it stands on its own.
  func pushInheritedEntries() { qpdf_push_inherited_attributes_to_page(data) }
}

extension PDFError {
  static let locked = "it asks for a password"
  fileprivate static let outOfMemory = "it takes too much memory to read"

  fileprivate var isOutOfMemory: Bool { reason == Self.outOfMemory }
}
