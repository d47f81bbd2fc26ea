/// The lines of all footnotes in the order of their marks, and which slug of the text brings them.
///
/// The notes of a letter are one text that runs along the feet of its pages: what a page has no
/// room for goes on at the foot of the next, before the notes of that page. So where a page's notes
/// end is a single number, and no note is interrupted by another.
struct NoteLines: Sendable {
  /// Every line, a note below the other; a note within a note stands after it.
  private(set) var lines: [Slug] = []
  /// For each slug how many lines it and all before it bring.
  private(set) var ends: [Int] = []
  /// The number of the note that each line belongs to.
  private var owners: [Int] = []
  /// The first line of each note, ascending.
  private var starts: [Int] = []
  /// Whether notes may be divided before a line.
  private var mayDivide: [Bool] = []
  /// The heights of all lines before each, with the white between them, in points.
  private var sums: [Double] = [0]

  /// Fewest lines of a note on either page, as for paragraphs.
  static let fewestLines = 2
  /// A note of fewer lines is short.
  static let shortNote = 6

  /// Puts each note at the slug that refers to it first; those that are due come before all.
  init(_ galley: Galley) {
    var taken: Set<Int> = []
    add(galley.due, galley.notes, &taken)
    for slug in galley.slugs {
      for mark in slug.notes { add([mark], galley.notes, &taken) }
      ends.append(lines.count)
    }
    mayDivide.append(true)
  }

  /// Takes in notes, and after them those that they refer to.
  private mutating func add(_ marks: [Int], _ notes: [[Slug]], _ taken: inout Set<Int>) {
    var marks = marks
    var next = 0
    while next < marks.count {
      let note = marks[next]
      next += 1
      guard notes.indices.contains(note), taken.insert(note).inserted else { continue }
      add(notes[note], note)
      marks += notes[note].flatMap(\.notes)
    }
  }

  private mutating func add(_ note: [Slug], _ number: Int) {
    starts.append(lines.count)
    for (index, line) in note.enumerated() {
      let fewer = min(index, note.count - index)
      mayDivide.append(index == 0 || fewer >= Self.fewestLines)
      sums.append((sums.last ?? 0) + line.gapBefore.points + line.height.points)
    }
    lines += note
    owners += Array(repeating: number, count: note.count)
  }

  /// The height of some lines, one below the other.
  func height(_ range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    return sums[range.upperBound] - sums[range.lowerBound]
      - lines[range.lowerBound].gapBefore.points
  }

  /// The end of the lines from a first one that fit in a room.
  func end(from first: Int, before last: Int, within room: Double) -> Int {
    var (low, high) = (first, last)
    while low < high {
      let middle = (low + high + 1) / 2
      if height(first..<middle) <= room { low = middle } else { high = middle - 1 }
    }
    while low > first, low < last, !mayEnd(low, from: first) { low -= 1 }
    return low
  }

  /// Whether lines that stand together may end before one: no line of a note stands alone.
  private func mayEnd(_ end: Int, from first: Int) -> Bool {
    let beginsNote = count(in: end..<end + 1) > 0
    return beginsNote || mayDivide[end] && end - first >= Self.fewestLines
  }

  /// Whether ending a page before a line divides a note that could as well stand whole.
  func dividesShortNote(before line: Int) -> Bool {
    guard count(in: line..<line + 1) == 0 else { return false }
    let first = starts[max(0, begun(before: line) - 1)]
    let last = begun(before: line) < starts.count ? starts[begun(before: line)] : lines.count
    return last - first < Self.shortNote
  }

  /// How many notes begin in a range of lines.
  func count(in range: Range<Int>) -> Int {
    begun(before: range.upperBound) - begun(before: range.lowerBound)
  }

  /// How many notes begin before a line, found by halving.
  private func begun(before line: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many lines the slugs before one bring.
  func end(before slug: Int) -> Int { slug > 0 ? ends[slug - 1] : 0 }

  /// The lines of further pages, for notes that the last page of the text does not finish.
  ///
  /// There is no text beside them there, so they fill the room from page to page.
  func pages(from first: Int, next: Double, last: Double) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = first
    while start < lines.count {
      let isLast = height(start..<lines.count) <= last
      var end = self.end(from: start, before: lines.count, within: isLast ? last : next)
      if !isLast, end == lines.count {
        // The last page has less room than others: it gets what does not fit in as much here.
        end = self.end(from: start, before: lines.count, within: last)
      }
      // A line taller than any page is taken all the same.
      end = max(end, start + 1)
      pages.append(start..<end)
      start = end
    }
    return pages
  }

  /// The notes of a text without the lines before one, and those of them due that end before
  /// another.
  func unset(_ text: UnsetText, from first: Int, to last: Int) -> UnsetText {
    var rest = text
    rest.due = []
    rest.dividedNote = nil
    for note in Set(owners[..<first]) { rest.notes[note] = [] }
    for line in first..<max(first, last) where rest.due.last != owners[line] {
      rest.due.append(owners[line])
    }
    if let note = rest.due.first, first > 0, owners[first - 1] == note,
      let place = lines[first].start
    {
      rest.notes[note] = text.notes[note].rest(from: place)
      rest.dividedNote = note
    }
    return rest
  }
}
