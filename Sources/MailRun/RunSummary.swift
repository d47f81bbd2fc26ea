/// What a run came to, told from its manifest's lines alone: the same for a run in one piece, one that
/// was taken up again, and shares put together.
package struct RunSummary: Hashable, Sendable {
  /// A letter by its record.
  package struct Longest: Hashable, Sendable {
    /// The record's number.
    package let number: Int
    /// What the record calls itself.
    package let id: String
    /// How many pages the letter has.
    package let pages: Int
  }

  /// Whether all records are in it.
  package var isComplete = false
  /// How many records there were.
  package private(set) var records = 0
  /// How many letters are written.
  package private(set) var done = 0
  /// How many records have none, because of their errors.
  package private(set) var faults = 0
  /// The pages of all letters.
  package private(set) var pages = 0
  /// Their sheets, printed on both sides.
  package private(set) var sheets = 0
  /// The bytes of their files.
  package private(set) var bytes = 0
  /// The first letter of those with most pages.
  package private(set) var longest: Longest?

  /// Begins with nothing.
  package init() {}

  mutating func add(
    number: Int, id: String, status: ManifestLine.Status, pages: Int, bytes: Int
  ) {
    records += 1
    guard status == .done else {
      faults += 1
      return
    }
    done += 1
    self.pages += pages
    sheets += (pages + 1) / 2
    self.bytes += bytes
    if pages > longest?.pages ?? 0 { longest = Longest(number: number, id: id, pages: pages) }
  }

  mutating func add(_ line: KnownLine) {
    add(
      number: line.number, id: line.id, status: line.status, pages: line.pages, bytes: line.bytes)
  }

  mutating func add(_ line: ManifestLine) {
    add(
      number: line.number, id: line.id, status: line.status, pages: line.pages, bytes: line.bytes)
  }

  /// The summary as JSON, on one line.
  package var json: String {
    var object = JSONText()
    object.add("complete", isComplete)
    object.add("records", records)
    object.add("done", done)
    object.add("faults", faults)
    object.add("pages", pages)
    object.add("sheets", sheets)
    object.add("bytes", bytes)
    if let longest {
      var most = JSONText()
      most.add("number", longest.number)
      most.add("id", longest.id)
      most.add("pages", longest.pages)
      object.add("most-pages", most)
    }
    return object.line
  }
}
