import PDFFile

/// Finds the objects of a letter that another letter may have too, as fonts and pictures: those that
/// lead to nothing of the letter's own.
struct SharedObjects {
  /// Makes of bytes a short word by which they are known, as a SHA-256.
  let digest: ([UInt8]) -> String
  private let objects: [PDFBody.Object]
  private var states: [State]

  private enum State {
    case unknown
    /// On the way to it, or of the letter's own.
    case own
    case known(String)
  }

  /// - Parameter own: objects that are no other letter's, whatever they hold.
  init(
    _ objects: [PDFBody.Object], own: some Sequence<PDFReference>,
    digest: @escaping ([UInt8]) -> String
  ) {
    self.objects = objects
    self.digest = digest
    states = Array(repeating: .unknown, count: objects.count)
    for reference in own { states[reference.index] = .own }
  }

  /// The digest of each object that may be shared.
  mutating func digests() -> [Int: String] {
    var found: [Int: String] = [:]
    for index in objects.indices {
      // What is neither drawn with nor named is small, and is written again.
      guard objects[index].isDrawnWith, let digest = digest(of: index) else { continue }
      found[index] = digest
    }
    return found
  }

  private mutating func digest(of index: Int) -> String? {
    switch states[index] {
    case .own: return nil
    case .known(let digest): return digest
    case .unknown: break
    }
    states[index] = .own
    let object = objects[index]
    guard object.entries?["StructParents"] == nil, object.entries?["StructParent"] == nil else {
      return nil
    }
    var references: [PDFReference] = []
    object.forEachReference { if !references.contains($0) { references.append($0) } }
    var numbers = [Int](repeating: 0, count: (references.map(\.index).max() ?? -1) + 1)
    var parts: [UInt8] = []
    for (place, reference) in references.enumerated() {
      guard let part = digest(of: reference.index) else { return nil }
      parts += Array(part.utf8)
      numbers[reference.index] = place + 1
    }
    switch object {
    case .value(let value): parts.append(value, numbers: numbers)
    case .stream(let entries, let bytes):
      parts.append(entries, numbers: numbers)
      parts += bytes
    }
    let made = digest(parts)
    states[index] = .known(made)
    return made
  }
}

extension PDFBody.Object {
  /// Whether it is a stream, or says of what type it is.
  fileprivate var isDrawnWith: Bool {
    switch self {
    case .stream: true
    case .value: entries?["Type"] != nil
    }
  }
}
