import CQPDF
package import PDFFile

extension PDFDocument {
  /// Enters the objects of a body: the one place where values become parts of a document.
  ///
  /// - Parameter known: those that the document has already, to which what the body says of them is
  ///   added. Pages that are not among them come behind the document's own.
  package func enter(_ body: PDFBody, known: [PDFReference: PDFObject]) {
    var known = known
    known[body.catalog] = catalog
    // All are made before any is filled, for they refer to each other in circles.
    let objects = body.references.map { known[$0] ?? made(body[$0]) }
    let resolve = { (reference: PDFReference) in objects[reference.index] }
    for (reference, object) in zip(body.references, objects) {
      fill(object, with: body[reference], resolve)
    }
    if let information = body.information {
      set(trailer, "Info", objects[information.index])
    }
    for page in body.pages where known[page] == nil { append(page: objects[page.index]) }
  }

  /// An object of its own, to be filled; a stream has its bytes at once.
  private func made(_ object: PDFBody.Object) -> PDFObject {
    switch object {
    case .stream(_, let bytes): addStream(bytes)
    case .value(.array): add(PDFObject(handle: qpdf_oh_new_array(data)))
    case .value(.dictionary): addDictionary()
    case .value(let plain): add(make(plain) { _ in nil })
    }
  }

  private func fill(
    _ object: PDFObject, with content: PDFBody.Object, _ resolve: (PDFReference) -> PDFObject?
  ) {
    switch content {
    case .stream(let entries, _):
      let dictionary = dictionary(of: object)
      set(entries, in: dictionary, resolve)
      release(dictionary)
    case .value(.dictionary(let entries)):
      // What is added to a stream goes into its dictionary.
      set(entries, in: isStream(object) ? dictionary(of: object) : object, resolve)
    case .value(.array(let items)): append(items, to: object, resolve)
    case .value: break
    }
  }

  private func set(
    _ entries: PDFDictionary, in dictionary: PDFObject, _ resolve: (PDFReference) -> PDFObject?
  ) {
    for entry in entries.entries {
      let made = make(entry.value, resolve)
      set(dictionary, entry.key, made)
      if case .reference = entry.value { continue }
      release(made)
    }
  }

  private func append(
    _ items: [PDFValue], to array: PDFObject, _ resolve: (PDFReference) -> PDFObject?
  ) {
    for item in items {
      let made = make(item, resolve)
      qpdf_oh_append_item(data, array.handle, made.handle)
      if case .reference = item { continue }
      release(made)
    }
  }

  /// A value as an object that is a part of another.
  func make(_ value: PDFValue, _ resolve: (PDFReference) -> PDFObject?) -> PDFObject {
    switch value {
    case .reference(let reference):
      return resolve(reference) ?? PDFObject(handle: qpdf_oh_new_null(data))
    case .array(let items):
      let array = PDFObject(handle: qpdf_oh_new_array(data))
      append(items, to: array, resolve)
      return array
    case .dictionary(let entries):
      let dictionary = makeDictionary([])
      set(entries, in: dictionary, resolve)
      return dictionary
    default: return PDFObject(handle: scalar(value))
    }
  }

  private func scalar(_ value: PDFValue) -> qpdf_oh {
    switch value {
    case .boolean(let flag): return qpdf_oh_new_bool(data, QPDF_BOOL(flag ? 1 : 0))
    case .integer(let number): return qpdf_oh_new_integer(data, Int64(number))
    case .real(let number):
      return qpdf_oh_new_real_from_string(data, PDFSyntax.number(number, decimals: 9))
    case .name(let name): return qpdf_oh_new_name(data, "/" + name)
    case .text(let text):
      return qpdf_oh_new_binary_unicode_string(data, text, text.utf8.count)
    case .bytes(let bytes):
      return bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
        qpdf_oh_new_binary_string(data, $0.baseAddress, $0.count)
      }
    case .null, .array, .dictionary, .reference: return qpdf_oh_new_null(data)
    }
  }
}
