import PDFFile

/// What the marked content of a page says and where it stands.
struct TaggedContent {
  var words = ""
  var area: Area?
  /// The replacement that was taken last, so that it is taken once for all of its glyphs.
  var replacement: String?
}

extension Subject {
  /// The marked content of all pages and forms, by the object's number and the identifier.
  func collectTagged() -> [[Int]: TaggedContent] {
    var found: [[Int]: TaggedContent] = [:]
    for (page, content) in pages {
      for piece in content.pieces {
        guard let id = piece.mark.id else { continue }
        let key = [page.object ?? -1, id]
        var known = found[key] ?? TaggedContent()
        if let actual = piece.mark.actualText {
          if known.replacement != actual { known.words += actual }
          known.replacement = actual
        } else {
          known.replacement = nil
          if case .text(let text) = piece.kind { known.words += text.words }
        }
        if let area = piece.area { known.area = known.area?.joined(with: area) ?? area }
        found[key] = known
        if let form = piece.form { found[[form, id]] = known }
      }
    }
    return found
  }

  /// The words of an element and of all within it.
  package func words(of place: Int) -> String {
    guard let structure else { return "" }
    var words = ""
    for index in structure.range(of: place) {
      let element = structure.elements[index]
      if let actual = pdf.text(element.entries["ActualText"]) { words += actual }
      for case .content(let page, let stream, let id) in element.kids {
        words += tagged[[stream ?? page ?? -1, id]]?.words ?? ""
      }
    }
    return words
  }

  /// Where an element stands on the page of its first content.
  func area(of place: Int) -> Area? {
    guard let structure else { return nil }
    var area: Area?
    var first: Int?
    for index in structure.range(of: place) {
      for case .content(let page, let stream, let id) in structure.elements[index].kids {
        guard let own = tagged[[stream ?? page ?? -1, id]]?.area, first == nil || first == page
        else {
          continue
        }
        first = page
        area = area?.joined(with: own) ?? own
      }
    }
    return area
  }
}
