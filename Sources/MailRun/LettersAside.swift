import Typeset

/// Letters that wait to be bound in another order than they come: they lie in a file, memory holds
/// their keys and places.
final class LettersAside {
  /// The parts of what is laid aside of a letter, one behind the other.
  private struct Entry {
    let rank: Int
    let key: String
    let pages: Int
    let place: Range<Int>
    let lengths: [Int]
  }

  private let path: String
  private let store: LetterStore
  private var letters: [Entry] = []
  private var faults: [Range<Int>] = []

  /// - Parameter path: where the file is made, which has no name then.
  init(path: String) throws(Diagnostics) {
    self.path = path
    store = try LetterStore(path: path)
  }

  /// Lays a letter aside.
  ///
  /// - Parameter rank: what counts before its key.
  func add(_ line: BoundLine, _ letter: LetterToBind, rank: Int) throws(Diagnostics) {
    let parts = [
      Array(line.before.utf8), Array(line.behind.utf8), Array(letter.id.utf8),
      Array(letter.title.utf8), letter.letter.stored,
    ]
    let place = try store.add(Array(parts.joined()))
    letters.append(
      Entry(
        rank: rank, key: letter.sortingKey, pages: line.pages, place: place,
        lengths: parts.map(\.count)))
  }

  /// Lays the line of a record aside that has no letter.
  func add(fault text: String) throws(Diagnostics) {
    faults.append(try store.add(Array(text.utf8)))
  }

  /// Takes the letters back in their order.
  func forEachInOrder(
    _ body: (LetterToBind, BoundLine) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    // What is equal keeps the order of the records, which is that of the places.
    letters.sort {
      ($0.rank, $0.key, $0.place.lowerBound) < ($1.rank, $1.key, $1.place.lowerBound)
    }
    for entry in letters {
      let bytes = try store.bytes(at: entry.place)
      var start = 0
      let parts = entry.lengths.map { length in
        defer { start += length }
        return Array(bytes[start..<start + length])
      }
      guard let letter = BoundLetter(stored: parts[4]) else {
        throw Diagnostics([
          Diagnostic(
            .error, .manifest, "what was laid aside beside \"\(path)\" is damaged",
            hints: ["check the disk, and start the run anew"])
        ])
      }
      let words = parts[..<4].map { String(decoding: $0, as: UTF8.self) }
      try body(
        LetterToBind(letter, id: words[2], title: words[3], key: nil),
        BoundLine(before: words[0], behind: words[1], pages: entry.pages))
    }
  }

  /// Takes back the lines of records without letters.
  func forEachFault(_ body: (String) throws(Diagnostics) -> Void) throws(Diagnostics) {
    for place in faults { try body(String(decoding: try store.bytes(at: place), as: UTF8.self)) }
  }
}
