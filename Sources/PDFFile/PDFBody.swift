/// The body of a file in the making (ISO 32000-1, 7.5.3): its objects as values.
///
/// An object may be referred to before it is made, and whoever writes the body may have some of
/// them already: then what the body says of them is added to what is there.
package struct PDFBody: Sendable {
  /// An indirect object.
  package enum Object: Hashable, Sendable {
    /// Any value; one that is only reserved is an empty dictionary.
    case value(PDFValue)
    /// A stream: its dictionary and its bytes (ISO 32000-1, 7.3.8), which are stored as they are if
    /// the dictionary names a `Filter`; else the writer may choose one.
    case stream(PDFDictionary, [UInt8])
  }

  private var objects: [Object] = []
  /// The catalog.
  package let catalog: PDFReference
  /// The information dictionary; nil for a file without one.
  package var information: PDFReference?
  /// The pages, in their order.
  package var pages: [PDFReference]
  /// How many of the first objects are known by their names: fonts whose names tell what is in them.
  package var namedCount = 0
  /// Where object streams begin anew, so that what files have in common is compressed by itself.
  private(set) var sections: [Int] = []

  /// A body whose catalog and pages have no entries yet.
  package init(pageCount: Int) {
    objects = Array(repeating: .value([:]), count: pageCount + 1)
    catalog = PDFReference(index: 0)
    pages = (0..<pageCount).map { PDFReference(index: $0 + 1) }
  }

  /// All objects, in the order in which they were first named.
  package var references: [PDFReference] { objects.indices.map { PDFReference(index: $0) } }

  /// An object of the body.
  package subscript(reference: PDFReference) -> Object { objects[reference.index] }

  /// Names an object that is made elsewhere or later.
  package mutating func reserve() -> PDFReference { add([:]) }

  /// Lets what follows stand in an object stream of its own.
  package mutating func beginSection() { sections.append(objects.count) }

  /// The objects from a place on, as ``append(contentsOf:)`` takes them.
  package func objects(from start: Int) -> ArraySlice<Object> { objects[start...] }

  /// How many objects there are.
  package var count: Int { objects.count }

  /// Adds objects of another body of which as many came before them.
  package mutating func append(contentsOf more: some Collection<Object>) {
    objects.append(contentsOf: more)
  }

  /// Adds an object.
  mutating func append(_ object: Object) { objects.append(object) }

  /// Adds a value as an object of its own.
  package mutating func add(_ value: PDFValue) -> PDFReference {
    objects.append(.value(value))
    return PDFReference(index: objects.count - 1)
  }

  /// Adds a stream.
  ///
  /// - Parameter bytes: what it holds, before any filter but one that its entries name.
  package mutating func addStream(
    _ bytes: [UInt8], _ entries: PDFDictionary = [:]
  ) -> PDFReference {
    objects.append(.stream(entries, bytes))
    return PDFReference(index: objects.count - 1)
  }

  /// Whether a dictionary or a stream was given such an entry.
  package func has(_ reference: PDFReference, _ key: String) -> Bool {
    switch objects[reference.index] {
    case .value(.dictionary(let entries)), .stream(let entries, _): entries[key] != nil
    case .value: false
    }
  }

  /// Sets an entry of a dictionary or a stream; nothing happens to another object.
  package mutating func set(_ reference: PDFReference, _ key: String, _ value: PDFValue) {
    let object = objects[reference.index]
    // Nothing else may hold the entries while they change, or all of them were copied.
    objects[reference.index] = .value([:])
    objects[reference.index] = object.setting(key, value)
  }
}

extension PDFBody.Object {
  fileprivate consuming func setting(_ key: String, _ value: PDFValue) -> Self {
    switch consume self {
    case .value(.dictionary(var entries)):
      entries[key] = value
      return .value(.dictionary(entries))
    case .stream(var entries, let bytes):
      entries[key] = value
      return .stream(entries, bytes)
    case let other: return other
    }
  }
}
