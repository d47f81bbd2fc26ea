/// Writes a body as a file (ISO 32000-1, 7.5): what is no stream in compressed object streams, the
/// places of all in a cross-reference stream.
///
/// The bytes depend on the body alone.
package struct PDFWriter: ~Copyable {
  /// The most objects that one object stream holds; readers take it apart as a whole.
  private static let objectsPerStream = 256

  private let body: PDFBody
  private let memory: WriterMemory
  /// The number of each object; 0 for one that nothing refers to, which is left out.
  private let numbers: [Int]
  private var bytes: [UInt8] = []
  private var places: [Place]
  /// Where what is known by its name ends.
  private var named = 0

  /// Where an object is found (7.5.8.3).
  private enum Place {
    case free
    case offset(Int)
    case within(stream: Int, index: Int)
  }

  /// Gets a body ready, whose pages are given their tree (7.7.3).
  ///
  /// - Parameters:
  ///   - isWhole: whether all objects are referred to, which else is looked up.
  ///   - memory: what is kept of other files.
  package init(
    _ body: consuming PDFBody, isWhole: Bool = false, memory: WriterMemory = WriterMemory()
  ) {
    var body = body
    body.addPageTree()
    self.memory = memory
    numbers = isWhole ? Array(1...body.count) : body.numbers
    self.body = body
    places = Array(repeating: .free, count: (numbers.max() ?? 0) + 1)
  }

  /// The file.
  ///
  /// - Parameters:
  ///   - version: as `1.7`.
  ///   - digest: sixteen bytes made of all others, by which the file is known (14.4), but for streams
  ///     that the others name by what is in them.
  package consuming func write(version: String, digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
    bytes += Array("%PDF-\(version)\n".utf8)
    // Bytes that are no text tell programs not to change line ends (ISO 19005-2, 6.1.2).
    bytes += [UInt8(ascii: "%"), 0xE2, 0xE3, 0xCF, 0xD3, 10]
    var packed: [ObjectStream.Member] = []
    var packs: [[ObjectStream.Member]] = []
    var sections = body.sections[...]
    for reference in body.references {
      if reference.index == sections.first {
        sections.removeFirst()
        if !packed.isEmpty { packs.append(packed) }
        packed = []
      }
      let number = numbers[reference.index]
      guard number > 0 else { continue }
      switch body[reference] {
      case .stream(let entries, let data):
        write(stream: number, entries, data)
        if reference.index < body.namedCount { named = bytes.count }
      case .value(let value):
        if packed.count == Self.objectsPerStream {
          packs.append(packed)
          packed = []
        }
        packed.append(ObjectStream.Member(number: number, value: value))
      }
    }
    if !packed.isEmpty { packs.append(packed) }
    for pack in packs { write(pack) }
    writePlaces(digest: digest)
    return bytes
  }

  // MARK: Parts

  private mutating func write(stream number: Int, _ entries: PDFDictionary, _ data: [UInt8]) {
    let (entries, data) = entries.stored(data, by: memory.deflater)
    places[number] = .offset(bytes.count)
    bytes.append(stream: number, entries, data, numbers: numbers)
  }

  private mutating func write(_ members: [ObjectStream.Member]) {
    let number = places.count
    places.append(.free)
    for (index, member) in members.enumerated() {
      places[member.number] = .within(stream: number, index: index)
    }
    let stream = memory.objectStream(of: members, numbers)
    write(stream: number, stream.entries, stream.data)
  }

  private mutating func writePlaces(digest: ([UInt8]) -> [UInt8]) {
    let number = places.count
    let start = bytes.count
    places.append(.offset(start))
    var table = PlaceTable(
      widths: [
        1, Self.bytesNeeded(max(start, number)), Self.bytesNeeded(Self.objectsPerStream),
      ])
    for place in places { table.add(Self.fields(of: place)) }
    let id = PDFValue.bytes(digest(named == 0 ? bytes : Array(bytes[named...])))
    var entries: PDFDictionary = ["Type": .name("XRef"), "Size": .integer(places.count)]
    // The order of the keys: the widths stand before the rest.
    var filter: PDFDictionary = [:]
    let rows = table.stored(by: memory.deflater, &filter)
    entries["W"] = filter["W"]
    entries["Root"] = .reference(body.catalog)
    entries["ID"] = [id, id]
    if let information = body.information { entries["Info"] = .reference(information) }
    for entry in filter.entries where entry.key != "W" { entries[entry.key] = entry.value }
    bytes.append(integer: number)
    bytes.append(ascii: " 0 obj\n")
    entries["Length"] = .integer(rows.count)
    bytes.append(entries, numbers: numbers)
    bytes.append(ascii: "\nstream\n")
    bytes += rows
    bytes.append(ascii: "\nendstream\nendobj\nstartxref\n")
    bytes.append(integer: start)
    bytes.append(ascii: "\n%%EOF\n")
  }

  private static func fields(of place: Place) -> PlaceTable.Fields {
    switch place {
    case .free: (0, 0, 0)
    case .offset(let offset): (1, offset, 0)
    case .within(let stream, let index): (2, stream, index)
    }
  }

  private static func bytesNeeded(_ value: Int) -> Int {
    max(1, (Int.bitWidth - value.leadingZeroBitCount + 7) / 8)
  }
}

extension PDFBody {
  /// Adds the tree of the pages, and says of the catalog and the pages what they are.
  fileprivate mutating func addPageTree() {
    let root = add([
      "Type": .name("Pages"), "Kids": .array(pages.map { .reference($0) }),
      "Count": .integer(pages.count),
    ])
    set(catalog, "Type", .name("Catalog"))
    set(catalog, "Pages", .reference(root))
    for page in pages {
      set(page, "Type", .name("Page"))
      set(page, "Parent", .reference(root))
    }
  }

  /// Numbers from 1 for all objects that the catalog and the information lead to, in their order.
  fileprivate var numbers: [Int] {
    var isReached = [Bool](repeating: false, count: references.count)
    var waiting = [catalog] + (information.map { [$0] } ?? [])
    func reach(_ value: PDFValue) {
      switch value {
      case .reference(let reference):
        guard isReached.indices.contains(reference.index), !isReached[reference.index] else {
          return
        }
        isReached[reference.index] = true
        waiting.append(reference)
      case .array(let items): for item in items { reach(item) }
      case .dictionary(let entries): for entry in entries.entries { reach(entry.value) }
      default: break
      }
    }
    for first in waiting { isReached[first.index] = true }
    while let next = waiting.popLast() {
      switch self[next] {
      case .value(let value): reach(value)
      case .stream(let entries, _): for entry in entries.entries { reach(entry.value) }
      }
    }
    var last = 0
    return isReached.map { isKept in
      if isKept { last += 1 }
      return isKept ? last : 0
    }
  }
}
