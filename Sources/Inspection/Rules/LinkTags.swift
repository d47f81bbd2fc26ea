import PDFFile
import Typeset

// Links and other annotations.

extension Rule {
  /// Links say where they lead.
  static let links = Rule(
    "links", "Every link has a tag, a description, and words that say where it leads."
  ) { subject, _ in
    guard let tree = subject.structure else { return [] }
    var owners: [Int: Int] = [:]
    for (place, element) in tree.elements.enumerated() {
      for case .object(_, let number?) in element.kids { owners[number] = place }
    }
    var breaches: [Breach] = []
    for page in subject.pdf.pages {
      for value in subject.pdf.items(page.entries["Annots"]) {
        guard let annotation = subject.pdf.dictionary(value),
          subject.pdf.name(annotation["Subtype"]) == "Link"
        else { continue }
        var owner: Int?
        if case .reference(let reference) = value { owner = owners[reference.index] }
        guard let fault = linkFault(annotation, owner, tree, subject) else { continue }
        breaches.append(
          Breach(
            fault.message, on: page.number,
            at: subject.box(of: annotation).map { page.area(of: $0) }, advice: fault.advice))
      }
    }
    return breaches
  }

  private static func linkFault(
    _ annotation: PDFDictionary, _ owner: Int?, _ tree: StructureTree, _ subject: Subject
  ) -> (message: DiagnosticText, advice: DiagnosticText)? {
    guard let owner, ["Link", "Reference"].contains(tree.elements[owner].type) else {
      return ("a link has no tag", "tag it as Link")
    }
    let contents = subject.pdf.text(annotation["Contents"]) ?? ""
    if contents.allSatisfy(\.isWhitespace) {
      return ("a link has no description", "give it Contents that say where it leads")
    }
    let words = subject.words(of: owner)
    if words.wholeMatch(
      of:
        #/(?i)\s*(klik\s+)?(her|here|click here|link|læs mere|read more|mere|more|hier|mehr|les mer|läs mer)[.\s]*/#
    ) != nil {
      return ("a link says only “\(clipped(words))”", "let its words say where it leads")
    }
    return nil
  }

  /// The tabulator goes as one reads.
  static let tabOrder = Rule(
    "tab-order", "Pages with links are gone through in the order of the tags."
  ) { subject, _ in
    subject.pdf.pages.compactMap { page in
      guard !page.annotations(in: subject.pdf).isEmpty,
        subject.pdf.name(page.entries["Tabs"]) != "S"
      else { return nil }
      return Breach(
        "the page is not gone through in the order of its tags", on: page.number,
        advice: "set Tabs to S")
    }
  }

  /// Annotations are printed and seen.
  static let annotations = Rule(
    "annotations", "Annotations are links, and are printed as they are seen.",
    settings: [
      RuleSetting(
        "allow", .words(of: nil),
        "The kinds that may be there; Link, Widget and Popup without this.")
    ]
  ) { subject, values in
    let kinds = values.words("allow").isEmpty ? ["Link", "Widget", "Popup"] : values.words("allow")
    return annotations(in: subject) { annotation in
      let kind = subject.pdf.name(annotation["Subtype"]) ?? "no kind"
      if !kinds.contains(kind) {
        return (
          "there is an annotation of the kind \(kind)", "take it out, or print it into the page"
        )
      }
      let flags = subject.pdf.integer(annotation["F"]) ?? 0
      // Print is wanted; hidden, invisible and shown without printing are not (ISO 19005-2, 6.3.2).
      guard kind != "Popup", flags & 4 == 0 || flags & 0b100011 != 0 else { return nil }
      return (
        "an annotation of the kind \(kind) is hidden or not printed", "set its flags to Print"
      )
    }
  }
}
