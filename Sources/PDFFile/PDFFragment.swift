/// Objects that refer to none but each other, as a picture is made of or a page of another PDF.
///
/// It comes from where foreign bytes are opened, and goes into bodies: ``PDFBody/adopt(_:)``.
package struct PDFFragment: Hashable, Sendable {
  /// The objects; a reference within them is a place in this list.
  package private(set) var objects: [PDFBody.Object]

  /// A fragment of such objects.
  package init(objects: [PDFBody.Object] = []) { self.objects = objects }

  /// Whether every reference within it is to one of its objects.
  package var isClosed: Bool {
    objects.allSatisfy { object in
      switch object {
      case .value(let value): value.refersOnly(below: objects.count)
      case .stream(let entries, _):
        entries.entries.allSatisfy { $0.value.refersOnly(below: objects.count) }
      }
    }
  }

  /// Adds an object.
  package mutating func add(_ object: PDFBody.Object) -> PDFReference {
    objects.append(object)
    return PDFReference(index: objects.count - 1)
  }

  /// Puts an object in the place of one that was only named so far.
  package mutating func set(_ reference: PDFReference, _ object: PDFBody.Object) {
    objects[reference.index] = object
  }
}

/// A fragment's objects as a body has them.
package struct AdoptedFragment: Hashable, Sendable {
  fileprivate let offset: Int

  /// The body's name for an object of the fragment.
  package subscript(reference: PDFReference) -> PDFReference {
    PDFReference(index: offset + reference.index)
  }
}

extension PDFBody {
  /// Takes over all objects of a fragment.
  package mutating func adopt(_ fragment: PDFFragment) -> AdoptedFragment {
    let adopted = AdoptedFragment(offset: references.count)
    for object in fragment.objects { append(object.moved(by: adopted.offset)) }
    return adopted
  }
}

extension PDFBody.Object {
  fileprivate func moved(by offset: Int) -> Self {
    switch self {
    case .value(let value): .value(value.moved(by: offset))
    case .stream(let entries, let bytes): .stream(entries.moved(by: offset), bytes)
    }
  }
}

extension PDFValue {
  fileprivate func refersOnly(below count: Int) -> Bool {
    switch self {
    case .reference(let reference): (0..<count).contains(reference.index)
    case .array(let items): items.allSatisfy { $0.refersOnly(below: count) }
    case .dictionary(let entries):
      entries.entries.allSatisfy { $0.value.refersOnly(below: count) }
    default: true
    }
  }

  fileprivate func moved(by offset: Int) -> PDFValue {
    switch self {
    case .reference(let reference): .reference(PDFReference(index: reference.index + offset))
    case .array(let items): .array(items.map { $0.moved(by: offset) })
    case .dictionary(let entries): .dictionary(entries.moved(by: offset))
    default: self
    }
  }
}

extension PDFDictionary {
  fileprivate func moved(by offset: Int) -> PDFDictionary {
    PDFDictionary(entries.map { ($0.key, $0.value.moved(by: offset)) })
  }
}
