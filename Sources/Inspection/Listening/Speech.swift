import PDFFile

/// What is said of the words within a block.
struct Speech {
  private let subject: Subject
  private let pdf: InspectedPDF
  private let tree: StructureTree
  private let tagged: [[Int]: TaggedContent]

  /// The most bytes of a block that are said, in UTF-8: more than a page holds.
  private static let limit = 1 << 18
  /// More than any letter nests; what is deeper is not said.
  static let deepest = 100

  init(_ subject: Subject, _ tree: StructureTree) {
    self.subject = subject
    pdf = subject.pdf
    self.tree = tree
    tagged = subject.tagged
  }

  /// What is said of a block.
  struct Block {
    let words: String
    /// The notes that stand within it, which are read after it.
    let notes: [Int]
    /// Whether there was more than could be said.
    let isCutShort: Bool
  }

  /// The words of a block.
  ///
  /// - Parameter language: that in which the block is read.
  func block(_ place: Int, in language: String?) -> Block {
    var said = Said()
    say(place, language, &said, isOutermost: true)
    return Block(
      words: Self.tidy(said.words), notes: said.notes, isCutShort: said.isCutShort)
  }

  /// Text with one space where there is white, and none at its ends; places of division are silent.
  static func tidy(_ words: String) -> String {
    let silent: Set<Unicode.Scalar> = ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"]
    let heard = String(
      String.UnicodeScalarView(words.unicodeScalars.filter { !silent.contains($0) }))
    return heard.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether an element stands within the lines of another (ISO 32000-1, 14.8.4.4).
  func isInline(_ place: Int) -> Bool {
    switch tree.elements[place].type {
    case "Span", "Quote", "Reference", "BibEntry", "Code", "Annot", "Ruby", "Warichu", "Em",
      "Strong",
      "Sub", "Note", "FENote":
      return true
    case "Link":
      // The link of a picture is a block where the picture is one.
      return tree.elements[place].depth < Self.deepest
        && tree.elements(within: place).allSatisfy { isInline($0) }
    case "Figure", "Formula", "Form":
      return pdf.name(tree.attribute("Placement", owner: "Layout", of: place)) == "Inline"
    default: return false
    }
  }

  /// Whether words are given that stand for all that is in an element.
  func isSpokenWhole(_ place: Int) -> Bool {
    let entries = tree.elements[place].entries
    return tree.elements[place].type == "Figure" || pdf.text(entries["ActualText"]) != nil
      || pdf.text(entries["Alt"]) != nil
  }

  /// The words of a piece of content.
  func words(of kid: StructureTree.Kid) -> String {
    guard case .content(let page, let stream, let id) = kid else { return "" }
    return tagged[[stream ?? page ?? -1, id]]?.words ?? ""
  }

  // MARK: Within lines

  private struct Said {
    var words = ""
    var notes: [Int] = []
    /// Where the content that was read last stands.
    var area: Area?
    var isCutShort = false
  }

  private func say(
    _ place: Int, _ language: String?, _ said: inout Said, isOutermost: Bool = false
  ) {
    let element = tree.elements[place]
    if !isOutermost, element.type == "Note" || element.type == "FENote" {
      return said.notes.append(place)
    }
    var inner = Said()
    inner.area = said.area
    inner.isCutShort = said.isCutShort
    let own = pdf.text(element.entries["Lang"]) ?? language
    if let actual = pdf.text(element.entries["ActualText"]) {
      inner.words = actual
    } else if let alternative = pdf.text(element.entries["Alt"]) {
      inner.words = alternative
    } else if element.type != "Figure" {
      for kid in element.kids {
        guard inner.words.utf8.count < Self.limit, element.depth < Self.deepest,
          !subject.isOverdue
        else {
          inner.isCutShort = true
          break
        }
        say(kid, own, element.type == "Link", &inner)
      }
    }
    if let expansion = pdf.text(element.entries["E"]) {
      inner.words = Self.inWhite(of: inner.words) { "[\($0) = \(expansion)]" }
    }
    if !isOutermost || element.type == "Link" {
      inner.words = mark(
        inner.words, of: element, own == language || isOutermost ? nil : own)
    }
    said.words += inner.words
    said.notes += inner.notes
    said.area = inner.area
    said.isCutShort = inner.isCutShort
  }

  private func say(
    _ kid: StructureTree.Kid, _ language: String?, _ isLink: Bool, _ said: inout Said
  ) {
    switch kid {
    case .element(let inner): say(inner, language, &said)
    case .object: break
    case .content(let page, let stream, let id):
      guard let content = tagged[[stream ?? page ?? -1, id]] else { return }
      if let area = content.area {
        // Some programs leave out the space at a line's end.
        let isNewLine = said.area.map { area.top >= $0.bottom || area.bottom <= $0.top } ?? false
        if isNewLine, !isLink, Self.needsSpace(said.words, content.words) { said.words += " " }
        said.area = area
      }
      said.words += content.words
    }
  }

  /// Whether two words would run into each other that stand on two lines.
  private static func needsSpace(_ before: String, _ after: String) -> Bool {
    guard let last = before.last, let first = after.first else { return false }
    return !last.isWhitespace && !first.isWhitespace && !"-–—/\u{AD}\u{200B}".contains(last)
  }

  /// The words with what is said of them, without the white around them.
  private func mark(
    _ words: String, of element: StructureTree.Element, _ language: String?
  ) -> String {
    let name: String? =
      switch element.type {
      case "Link": target(of: element, words).map { "link \($0)" } ?? "link"
      case "Reference": "note"
      case "Figure": "picture"
      case "Formula": "formula"
      case "Form": "field"
      default: nil
      }
    let marks = [name, language].compactMap { $0 }.joined(separator: ", ")
    guard !marks.isEmpty else { return words }
    if Self.tidy(words).isEmpty { return name == nil ? words : "[\(marks)]" }
    return Self.inWhite(of: words) { "[\(marks): \($0)]" }
  }

  /// Where a link leads, unless its words say so.
  private func target(of element: StructureTree.Element, _ words: String) -> String? {
    for case .object(_, let number?) in element.kids {
      let annotation = pdf.dictionary(.reference(PDFReference(index: number)))
      guard let uri = pdf.text(pdf.dictionary(annotation?["A"])?["URI"]) else { continue }
      var shown = uri[...]
      for start in ["mailto:", "https://", "http://", "www."] where shown.hasPrefix(start) {
        shown = shown.dropFirst(start.count)
      }
      if shown.last == "/" { shown.removeLast() }
      return words.filter { !$0.isWhitespace }.contains(shown) ? nil : uri
    }
    return nil
  }

  /// Words changed, with the white that stands around them.
  private static func inWhite(of words: String, _ change: (String) -> String) -> String {
    let start = words.prefix(while: \.isWhitespace)
    let rest = words.dropFirst(start.count)
    let end = rest.reversed().prefix(while: \.isWhitespace).count
    return start + change(String(rest.dropLast(end))) + rest.suffix(end)
  }
}
