/// Which lines of the footnotes stand on which page.
///
/// A note stands on the page that refers to it. One too long for its share of the page is divided:
/// the rest stands at the foot of the next, which the page breaker is then told to start there.
struct NotePlacement: Sendable {
  /// A stretch of a note and the slug whose page it stands on.
  struct Piece: Hashable, Sendable {
    let note: Int
    /// Lines of the note.
    let lines: Range<Int>
    let height: Length
  }

  /// The pieces that stand on the page of each slug.
  private(set) var pieces: [Int: [Piece]] = [:]
  /// Slugs that must start a page, since a note goes on there.
  private(set) var pageStarts: Set<Int> = []

  /// The share of a page that one note takes before it is divided: text stays the larger part.
  static let largestShare = 0.4
  /// Fewest lines of a note on either page, as for paragraphs.
  static let fewestLines = 2

  private let notes: [[Slug]]
  private let share: Length

  /// Puts each note at the slug that refers to it first.
  init(slugs: [Slug], notes: [[Slug]], room: Length) {
    self.notes = notes
    share = room * Self.largestShare
    var placed: Set<Int> = []
    for (index, slug) in slugs.enumerated() {
      for note in slug.notes where notes.indices.contains(note) && placed.insert(note).inserted {
        pieces[index, default: []].append(piece(note, from: 0))
      }
    }
  }

  /// The height of the notes that a slug brings to its page, without the rule above them.
  func height(of slug: Int) -> Double {
    (pieces[slug] ?? []).reduce(0) { $0 + $1.height.points }
  }

  /// As many lines as fit in the share, or another room, from a line on.
  private func piece(_ note: Int, from first: Int, within room: Length? = nil) -> Piece {
    let share = room ?? self.share
    let lines = notes[note]
    var height = Length.zero
    var end = first
    while end < lines.count {
      let next = height + lines[end].height + (end > first ? lines[end].gapBefore : .zero)
      if next > share, end - first >= Self.fewestLines { break }
      height = next
      end += 1
    }
    if end < lines.count, lines.count - end < Self.fewestLines, end - first > Self.fewestLines {
      end -= 1
      height -= lines[end].height + lines[end].gapBefore
    }
    return Piece(note: note, lines: first..<end, height: height)
  }

  /// Continues divided notes on the page after the one they begin on.
  ///
  /// - Returns: whether anything was added, so that pages must be chosen anew.
  mutating func continueNotes(over pages: [Range<Int>]) -> Bool {
    for (index, page) in pages.enumerated() {
      let own = page.flatMap { pieces[$0] ?? [] }
      for piece in own where piece.lines.upperBound < notes[piece.note].count {
        guard index + 1 < pages.count else { continue }
        let start = pages[index + 1].lowerBound
        let rest = self.piece(piece.note, from: piece.lines.upperBound)
        guard !(pieces[start] ?? []).contains(where: { $0.note == rest.note }) else { continue }
        pieces[start, default: []].insert(rest, at: 0)
        pageStarts.insert(start)
        return true
      }
    }
    return false
  }

  /// The slugs of the notes on a page.
  func slugs(on page: Range<Int>) -> [[Slug]] {
    page.flatMap { pieces[$0] ?? [] }.map { Array(notes[$0.note][$0.lines]) }
  }

  /// The slugs of further pages, for notes that the last page of the text does not finish.
  ///
  /// There is no text beside them there, so they fill the room from page to page.
  func pagesAfter(_ pages: [Range<Int>], room: Length) -> [[[Slug]]] {
    guard let last = pages.last else { return [] }
    var filled: [[[Slug]]] = []
    var page: [[Slug]] = []
    var left = room
    for piece in last.flatMap({ pieces[$0] ?? [] }) {
      var first = piece.lines.upperBound
      while first < notes[piece.note].count {
        let part = self.piece(piece.note, from: first, within: left)
        if part.height > left, !page.isEmpty {
          filled.append(page)
          page = []
          left = room
          continue
        }
        page.append(Array(notes[piece.note][part.lines]))
        left -= part.height
        first = part.lines.upperBound
      }
    }
    return page.isEmpty ? filled : filled + [page]
  }
}
