internal import Intake

/// A line of a page, and where its words were written.
package struct PlacedLine: Hashable, Sendable {
  /// From its top left corner on the page, with its leading.
  package let rect: Rect
  /// Its words; a word that is divided ends in a hyphen.
  package let text: String
  /// The stretches that say what stands in it, at most one of each file, that of the letter first.
  package let places: [SourceRange]
}

/// A rectangle that composition watches: the envelope's window, or what is kept free.
package struct PlacedZone: Hashable, Sendable {
  /// The layout's name for it.
  package let name: String
  /// Whether it is the envelope's window.
  package let isWindow: Bool
  /// Its place on the page.
  package let rect: Rect
}

// What programs need that show pages while they are written.
extension ComposedLetter {
  /// The pages as they go into a file for a purpose: on larger sheets for print, if the layout has a
  /// bleed.
  package func pages(for purpose: FinishOptions.Purpose) -> [Page] {
    purpose == .print ? composition.onSheets.pages : composition.pages
  }

  /// Each of some pages of the letter as an SVG drawing whose text is outlines.
  ///
  /// - Throws: that an image cannot be painted.
  package func svg(of pages: [Page]) throws(Diagnostics) -> [[UInt8]] {
    guard !pages.isEmpty else { return [] }
    return try paintPictures(of: pages, as: .svg, drawingFonts: drawingFonts, by: intake)
  }

  /// The zones of a page, by its number from 1; those of enclosures have none.
  package func zones(of layout: Layout, on page: Page, number: Int) -> [PlacedZone] {
    guard number <= ownPageCount else { return [] }
    let corner = page.cut?.origin ?? Point(x: .zero, y: .zero)
    return layout.zones.filter { $0.pages.includes(number, of: ownPageCount) }.map { zone in
      let isWindow = if case .window = zone.demand { true } else { false }
      return PlacedZone(
        name: zone.name, isWindow: isWindow,
        rect: Rect(origin: zone.rect.origin + corner, size: zone.rect.size))
    }
  }

  /// The lines of text on each of some pages, in reading order.
  ///
  /// - Parameter letter: the file of the letter, whose places come first.
  package func lines(of pages: [Page], letter: SourceFile?) -> [[PlacedLine]] {
    var finder = LineFinder()
    return pages.map { page in
      var lines: [PlacedLine] = []
      page.forEachItem { item, origin in
        guard case .line(let line) = item, let placed = line.placed(at: origin) else { return }
        let places = line.written.all.filter { !$0.file.isPart }
          .sorted { ($0.file == letter ? 0 : 1) < ($1.file == letter ? 0 : 1) }
        lines.append(
          PlacedLine(
            rect: placed.rect, text: placed.text,
            places: places.map { finder.place(of: placed.text, in: $0) }))
      }
      return lines
    }
  }
}

extension Line {
  /// Its box on the page and its words; nil for a line without any.
  fileprivate func placed(at origin: Point) -> (rect: Rect, text: String)? {
    var text = runs.map { $0.item.text }.joined()[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty else { return nil }
    if text.last == "\u{AD}" { text = text.dropLast() + "-" }
    let rect = Rect(x: origin.x + left, y: origin.y, width: width, height: height)
    return (rect, text.filter { $0 != "\u{AD}" })
  }
}

/// Finds the lines of paragraphs in the stretches that the paragraphs were written in, by their words.
struct LineFinder {
  /// How far a word may stand from the one before it: markup and the ends of links come between.
  private static let reach = 200
  private var last: (place: SourceRange, end: Int)?

  /// The part of a stretch that says what a line says; the stretch if its words are not found.
  mutating func place(of line: String, in whole: SourceRange) -> SourceRange {
    let bytes = whole.file.bytes
    var position = whole.lower
    // A paragraph's next line goes on where the last one ended.
    if let last, last.place.file == whole.file, last.end > whole.lower, last.end <= whole.upper {
      position = last.end
    }
    var found: Range<Int>?
    for word in line.split(whereSeparator: \.isWhitespace) {
      var letters = Array(word.utf8)
      if letters.count > 1, letters.last == UInt8(ascii: "-") { letters.removeLast() }
      let end = min(whole.upper, position + letters.count + Self.reach)
      guard let start = Self.first(letters, in: bytes, position..<max(position, end)) else {
        continue
      }
      position = start + letters.count
      found = (found?.lowerBound ?? start)..<position
    }
    guard let found else { return whole }
    last = (whole, found.upperBound)
    return whole.file.range(found.lowerBound, found.upperBound)
  }

  private static func first(_ word: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let head = word.first, range.count >= word.count else { return nil }
    for start in range.lowerBound...(range.upperBound - word.count)
    where bytes[start] == head && bytes[start..<start + word.count].elementsEqual(word) {
      return start
    }
    return nil
  }
}
