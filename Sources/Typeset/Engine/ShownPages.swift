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
