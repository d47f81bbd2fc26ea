import PDFFile
import Typeset

// Whether the file can be read aloud, as far as a machine can tell.

extension Rule {
  /// There are tags.
  static let tagged = Rule("tagged", "The file is tagged.") { subject, _ in
    let pdf = subject.pdf
    let advice: DiagnosticText = "save the file as tagged PDF"
    guard let tree = subject.structure, !tree.elements.isEmpty else {
      return [Breach("the file has no tags", advice: advice)]
    }
    if !pdf.isTrue(pdf.dictionary(pdf.catalog["MarkInfo"])?["Marked"]) {
      return [Breach("the file does not say that it is tagged", advice: advice)]
    }
    if tree.isTangled { return [Breach("a tag stands in two places", advice: advice)] }
    return []
  }

  /// Readers know how words are spoken.
  static let language = Rule(
    "language", "The file says which language it is in, as its parts do."
  ) { subject, _ in
    let advice: DiagnosticText = "set the language, as da or da-DK"
    guard let language = subject.pdf.language, !language.isEmpty else {
      return [Breach("the file does not say which language it is in", advice: advice)]
    }
    var breaches: [Breach] = []
    if !isLanguageIdentifier(language) {
      breaches.append(Breach("the file's language is “\(clipped(language))”", advice: advice))
    }
    for (place, element) in (subject.structure?.elements ?? []).enumerated() {
      if subject.isOverdue { break }
      guard let own = subject.pdf.text(element.entries["Lang"]), !own.isEmpty,
        !isLanguageIdentifier(own)
      else { continue }
      breaches.append(
        Breach(
          "the language of \(element.name) is “\(clipped(own))”",
          on: subject.structure?.page(of: place), advice: advice))
    }
    return breaches
  }

  /// The window of a reader is called after the letter.
  static let title = Rule(
    "title", "The file has a title that says something, and readers show it."
  ) { subject, _ in
    let pdf = subject.pdf
    let advice: DiagnosticText = "give the document a title in its properties"
    let title = subject.metadata?[.dublinCore, "title"] ?? pdf.text(pdf.information["Title"]) ?? ""
    if title.allSatisfy(\.isWhitespace) { return [Breach("the file has no title", advice: advice)] }
    if title.firstMatch(
      of: #/(?i)(^microsoft word|^untitled|^unavngivet|\.(docx?|odt|pdf|xlsx?|pptx?|indd)$)/#)
      != nil
    {
      return [Breach("the title is the name of a file: “\(clipped(title))”", advice: advice)]
    }
    if !pdf.isTrue(pdf.dictionary(pdf.catalog["ViewerPreferences"])?["DisplayDocTitle"]) {
      return [
        Breach(
          "readers show the file's name instead of its title",
          advice: "have the title shown (DisplayDocTitle)")
      ]
    }
    return []
  }

  /// Everything is said once, or is known to say nothing.
  static let markedContent = Rule(
    "marked-content", "All that is painted has a tag or is an artifact."
  ) { subject, _ in
    guard let tree = subject.structure else {
      return [Breach("nothing has a tag", advice: "save the file as tagged PDF")]
    }
    var owned: Set<[Int]> = []
    for element in tree.elements {
      for case .content(let page, let stream, let id) in element.kids {
        owned.insert([stream ?? page ?? -1, id])
      }
    }
    var breaches: [Breach] = []
    let advice: DiagnosticText = "tag it, or mark it as an artifact"
    for (page, content) in subject.pages {
      for piece in content.pieces where isPainted(piece) {
        let what = describe(piece)
        var fault: DiagnosticText?
        if let id = piece.mark.id {
          let isOwned =
            owned.contains([page.object ?? -1, id])
            || piece.form.map { owned.contains([$0, id]) } ?? false
          if piece.mark.isArtifact {
            fault = "\(what) has a tag and is an artifact"
          } else if !isOwned {
            fault = "\(what) has a mark that no tag knows"
          }
        } else if !piece.mark.isArtifact {
          fault = "\(what) has no tag and is no artifact"
        }
        guard let fault else { continue }
        breaches.append(Breach(fault, on: page.number, at: piece.area, advice: advice))
        break
      }
      if page.entries["StructParents"] == nil, content.pieces.contains(where: { $0.mark.id != nil })
      {
        breaches.append(
          Breach(
            "the page's content does not lead back to its tags", on: page.number,
            advice: "write the tags anew"))
      }
    }
    return breaches
  }

  private static func isPainted(_ piece: PageContent.Piece) -> Bool {
    // What annotations look like is told by the tags of the annotations.
    if piece.isAnnotation { return false }
    if case .text(let text) = piece.kind { return !text.glyphs.isEmpty }
    return true
  }

  private static func describe(_ piece: PageContent.Piece) -> DiagnosticText {
    switch piece.kind {
    case .text(let text): "“\(clipped(text.words))”"
    case .image: "an image"
    case .path: "a line or an area"
    case .shading: "a shading"
    }
  }

  /// Tags mean what readers know.
  static let standardTypes = Rule(
    "standard-types", "Every tag is a standard one, or stands for one."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      guard !StructureTree.standard.contains(element.type) else { return nil }
      return ("the tag \(element.name) stands for no standard one", "map it in the role map")
    }
  }

  /// What is wrong with elements of the structure.
  static func elements(
    in subject: Subject,
    _ fault: (StructureTree, Int) -> (message: DiagnosticText, advice: DiagnosticText)?
  ) -> [Breach] {
    guard let tree = subject.structure else { return [] }
    var breaches: [Breach] = []
    for place in tree.elements.indices {
      if subject.isOverdue { break }
      guard let found = fault(tree, place) else { continue }
      breaches.append(
        Breach(
          found.message, on: tree.page(of: place), at: subject.area(of: place),
          advice: found.advice))
      if breaches.count == 50 { break }
    }
    return breaches
  }
}
