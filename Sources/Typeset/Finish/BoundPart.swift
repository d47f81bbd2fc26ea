import PDFFile

/// A letter's objects as they are written into a bound file: with numbers of that file, and what they
/// say of themselves made true there.
struct BoundPart {
  private let letter: BoundLetter
  private let title: String
  /// The first key of the letter in the file's parent tree.
  private let keys: Int
  /// What comes before the names of its elements, so that no two letters have the same.
  let prefix: [UInt8]
  private(set) var objects: [PDFBody.Object]
  /// The number of each object, or 0 for one that is not used; behind them, those of others.
  private(set) var numbers: [Int]
  /// The numbers of objects that were not known before, by their digests.
  private(set) var fresh: [(digest: String, number: Int)] = []

  /// - Parameter number: which letter of the file it is, from 1.
  init(_ letter: BoundLetter, number: Int, title: String, keys: Int) {
    self.letter = letter
    self.title = title
    self.keys = keys
    let digits = String(number)
    prefix = Array((String(repeating: "0", count: max(0, 8 - digits.count)) + digits + "-").utf8)
    objects = letter.objects.objects
    numbers = Array(repeating: 0, count: objects.count)
  }

  /// Gives every object that is used its number: the known one where another letter brought it.
  ///
  /// - Parameter document: the element that the letter's own comes under.
  /// - Returns: those that are to be written.
  mutating func choose(
    _ shared: [String: Int], in file: inout GrowingPDF, under document: Int
  ) -> [Int] {
    for (index, digest) in letter.digests {
      if let known = shared[digest] { numbers[index] = known }
    }
    if let root = letter.root { numbers[root.index] = document }
    let known = numbers
    let roots =
      letter.pages + letter.owners.map(\.value) + [letter.document].compactMap { $0 }
      + letter.namespaces
    let new = letter.objects.reached(from: roots) { known[$0] > 0 }
    // Those of object streams stand together, so that their places are few.
    let ordered = new.filter { !objects[$0].isStream } + new.filter { objects[$0].isStream }
    let first = file.reserve(ordered.count)
    for (place, index) in ordered.enumerated() {
      numbers[index] = first + place
      if let digest = letter.digests[index] { fresh.append((digest, first + place)) }
      adapt(index)
    }
    return ordered
  }

  /// Makes keys and names those of the file, and the letter's root a part.
  private mutating func adapt(_ index: Int) {
    guard var entries = objects[index].entries else { return }
    for key in ["StructParents", "StructParent"] {
      if case .integer(let old)? = entries[key] { entries[key] = .integer(keys + old) }
    }
    if !letter.names.isEmpty, entries["S"] != nil {
      if case .bytes(let name)? = entries["ID"] { entries["ID"] = .bytes(prefix + name) }
      if let attributes = entries["A"] { entries["A"] = renamed(attributes) }
    }
    if index == letter.document?.index {
      entries["S"] = .name("Part")
      entries["T"] = .text(title)
      entries["Lang"] = .bytes(Array(letter.metadata.language.pdfTag.utf8))
    }
    objects[index].entries = entries
  }

  /// Attributes that name other elements, as cells of a table their heads.
  private func renamed(_ attributes: PDFValue) -> PDFValue {
    switch attributes {
    case .array(let items): return .array(items.map(renamed))
    case .dictionary(var entries):
      if case .array(let heads)? = entries["Headers"] {
        entries["Headers"] = .array(
          heads.map { if case .bytes(let name) = $0 { .bytes(prefix + name) } else { $0 } })
      }
      return .dictionary(entries)
    default: return attributes
    }
  }

  /// Says of a page what it stands under.
  mutating func hang(_ page: PDFReference, under parent: Int) {
    guard var entries = objects[page.index].entries else { return }
    entries["Type"] = .name("Page")
    entries["Parent"] = .reference(PDFReference(index: numbers.count))
    numbers.append(parent)
    objects[page.index].entries = entries
  }

  /// Adds marks to a page's content.
  mutating func mark(_ page: PDFReference, with content: Int) {
    guard var entries = objects[page.index].entries else { return }
    let own: [PDFValue] =
      switch entries["Contents"] {
      case .array(let streams): streams
      case .some(let stream): [stream]
      case nil: []
      }
    entries["Contents"] = .array(own + [.reference(PDFReference(index: numbers.count))])
    numbers.append(content)
    objects[page.index].entries = entries
  }
}

extension PDFBody.Object {
  fileprivate var isStream: Bool {
    if case .stream = self { true } else { false }
  }
}
