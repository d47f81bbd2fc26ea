import Typeset

/// What the manifest of bound files says of one record.
struct BoundLine {
  /// Where a letter stands.
  struct Place {
    let file: String
    let part: Int
    let firstPage: Int
    let sheets: Int
  }

  /// What stands in the line before the letter's place, and behind it.
  let before: String
  let behind: String
  let pages: Int

  init(before: String, behind: String, pages: Int) {
    (self.before, self.behind, self.pages) = (before, behind, pages)
  }

  init(_ line: ManifestLine) {
    pages = line.pages
    var head = JSONText()
    head.add("number", line.number)
    head.add("id", line.id)
    head.add("status", line.status.rawValue)
    before = String(head.line.dropLast())
    var object = JSONText()
    object.add("title", line.letter?.title)
    object.add("case-id", line.letter?.caseID)
    object.add("document-id", line.letter?.documentID)
    object.add("record", line.record)
    object.add("diagnostics", line.diagnostics)
    behind = String(object.line.dropFirst())
  }

  /// The line, without its end.
  func text(at place: Place?) -> String {
    guard let place else { return before + "," + behind }
    var object = JSONText()
    object.add("file", place.file)
    object.add("part", place.part)
    object.add("first-page", place.firstPage)
    object.add("pages", pages)
    object.add("sheets", place.sheets)
    return before + "," + object.line.dropFirst().dropLast() + "," + behind
  }
}
