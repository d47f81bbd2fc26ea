import CQPDF
import PDFFile

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension PDFDocument {
  /// The name that an object is, without its slash; nil for anything else.
  package func name(_ object: PDFObject) -> String? {
    guard qpdf_oh_is_name(data, object.handle) != 0,
      let name = qpdf_oh_get_name(data, object.handle)
    else { return nil }
    return Self.name(name)
  }

  /// A name without its slash; bytes that are no text are taken for Latin-1, so that each name stays
  /// one of its own.
  private static func name(_ bytes: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: bytes) { return String(text.dropFirst()) }
    let codes = UnsafeBufferPointer(start: bytes, count: strlen(bytes)).dropFirst()
    return String(String.UnicodeScalarView(codes.map { Unicode.Scalar(UInt8(bitPattern: $0)) }))
  }

  /// The entries of a dictionary in the order of their keys; none for anything else.
  func entries(of dictionary: PDFObject) -> [(key: String, object: PDFObject)] {
    guard isDictionary(dictionary) else { return [] }
    var entries: [(key: String, object: PDFObject)] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
    while qpdf_oh_dict_more_keys(data) != 0 {
      guard let key = qpdf_oh_dict_next_key(data) else { break }
      let object = qpdf_oh_get_key_if_dict(data, dictionary.handle, key)
      entries.append((Self.name(key), PDFObject(handle: object)))
    }
    return entries
  }

  /// The bytes of a string; nil for anything else.
  package func bytes(_ object: PDFObject) -> [UInt8]? {
    guard qpdf_oh_is_string(data, object.handle) != 0 else { return nil }
    var length = 0
    guard let start = qpdf_oh_get_binary_string_value(data, object.handle, &length) else {
      return []
    }
    return UnsafeBufferPointer(start: start, count: length).map { UInt8(bitPattern: $0) }
  }

  /// The bytes of a dictionary's string.
  package func bytes(_ dictionary: PDFObject, _ key: String) -> [UInt8]? {
    bytes(get(dictionary, key))
  }

  /// Whether a value is `true`; anything else is not.
  func isTrue(_ dictionary: PDFObject, _ key: String) -> Bool {
    var value = QPDF_BOOL(0)
    return qpdf_oh_get_value_as_bool(data, get(dictionary, key).handle, &value) != 0 && value != 0
  }

  /// The whole number that an object is; nil for anything else.
  package func integer(_ object: PDFObject) -> Int? {
    var number: Int64 = 0
    return qpdf_oh_get_value_as_longlong(data, object.handle, &number) != 0 ? Int(number) : nil
  }

  /// The numbers of an array; what is no number is left out.
  package func numbers(_ dictionary: PDFObject, _ key: String) -> [Double] {
    items(of: get(dictionary, key)).compactMap { number($0) }
  }

  /// A dictionary, also that of a stream; nil for anything else.
  func anyDictionary(_ object: PDFObject) -> PDFObject? {
    if isStream(object) { return dictionary(of: object) }
    return isDictionary(object) ? object : nil
  }

  /// Whether an object is null, or is not there.
  func isNull(_ object: PDFObject) -> Bool { qpdf_oh_is_null(data, object.handle) != 0 }

  /// The names of all filters of a stream.
  func filters(of dictionary: PDFObject) -> [String] {
    let filter = get(dictionary, "Filter")
    return name(filter).map { [$0] } ?? items(of: filter).compactMap { name($0) }
  }

  /// Whether an object is a string.
  func isString(_ object: PDFObject) -> Bool { qpdf_oh_is_string(data, object.handle) != 0 }

  /// Whether an object is a whole number.
  func isInteger(_ object: PDFObject) -> Bool { qpdf_oh_is_integer(data, object.handle) != 0 }

  /// The truth value that an object is; nil for anything else.
  func boolean(_ object: PDFObject) -> Bool? {
    var value = QPDF_BOOL(0)
    return qpdf_oh_get_value_as_bool(data, object.handle, &value) != 0 ? value != 0 : nil
  }

  /// A value that holds no others: a name, a string, a number, a truth value; null for the rest.
  func scalar(_ object: PDFObject) -> PDFValue {
    if let name = name(object) { return .name(name) }
    if isString(object) { return .bytes(bytes(object) ?? []) }
    if let number = integer(object), isInteger(object) { return .integer(number) }
    if let number = number(object) { return .real(number) }
    return boolean(object).map { .boolean($0) } ?? .null
  }
}
