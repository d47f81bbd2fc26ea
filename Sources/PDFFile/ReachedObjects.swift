extension PDFFragment {
  /// The objects that some of them lead to, in their order.
  ///
  /// - Parameters:
  ///   - roots: where to begin; they are among the result.
  ///   - isLeaf: whether what an object refers to is left out, and the object with it.
  package func reached(
    from roots: some Sequence<PDFReference>, except isLeaf: (Int) -> Bool
  ) -> [Int] {
    var isReached = [Bool](repeating: false, count: objects.count)
    var waiting: [Int] = []
    for root in roots where !isReached[root.index] && !isLeaf(root.index) {
      isReached[root.index] = true
      waiting.append(root.index)
    }
    while let next = waiting.popLast() {
      objects[next].forEachReference { reference in
        guard objects.indices.contains(reference.index), !isReached[reference.index],
          !isLeaf(reference.index)
        else { return }
        isReached[reference.index] = true
        waiting.append(reference.index)
      }
    }
    return isReached.indices.filter { isReached[$0] }
  }
}

extension PDFBody.Object {
  /// Visits the references within an object, in their order.
  package func forEachReference(_ visit: (PDFReference) -> Void) {
    switch self {
    case .value(let value): value.forEachReference(visit)
    case .stream(let entries, _):
      for entry in entries.entries { entry.value.forEachReference(visit) }
    }
  }

  /// The entries of a dictionary or a stream; nil for another object.
  package var entries: PDFDictionary? {
    get {
      switch self {
      case .value(.dictionary(let entries)), .stream(let entries, _): entries
      case .value: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .value(.dictionary): self = .value(.dictionary(newValue))
      case .stream(_, let bytes): self = .stream(newValue, bytes)
      case .value: break
      }
    }
  }
}

extension PDFValue {
  /// Visits the references within a value, in their order.
  package func forEachReference(_ visit: (PDFReference) -> Void) {
    switch self {
    case .reference(let reference): visit(reference)
    case .array(let items): for item in items { item.forEachReference(visit) }
    case .dictionary(let entries):
      for entry in entries.entries { entry.value.forEachReference(visit) }
    default: break
    }
  }
}
