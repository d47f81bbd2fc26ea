import PDFFile

// Whether the file can be read aloud, as far as a machine can tell.

extension Rule {
  /// There are tags.
  static let tagged = Rule("tagged", "The file is tagged.") { subject, _ in
    let pdf = subject.pdf
    let advice = "save the file as tagged PDF"
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
    let advice = "set the language, as da or da-DK"
    guard let language = subject.pdf.language, !language.isEmpty else {
      return [Breach("the file does not say which language it is in", advice: advice)]
    }
    var breaches: [Breach] = []
    if !isLanguageIdentifier(language) {
      breaches.append(Breach("the file's language is “\(clipped(language))”", advice: advice))
    }
    for (place, element) in (subject.structure?.elements ?? []).enumerated() {
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
    let advice = "give the document a title in its properties"
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
    var owned: Set<[Int]> = []
    for element in subject.structure?.elements ?? [] {
      for case .content(let page, let stream, let id) in element.kids {
        owned.insert([stream ?? page ?? -1, id])
      }
    }
    var breaches: [Breach] = []
    let advice = "tag it, or mark it as an artifact"
    for (page, content) in subject.pages {
      for piece in content.pieces where isPainted(piece) {
        let what = describe(piece)
        var fault: String?
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
    if case .text(let text) = piece.kind { return !text.glyphs.isEmpty }
    return true
  }

  private static func describe(_ piece: PageContent.Piece) -> String {
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

  /// Headings go down one by one.
  static let headings = Rule(
    "headings", "Headings begin with the first level, skip none, and none is empty."
  ) { subject, _ in
    guard let tree = subject.structure else { return [] }
    var breaches: [Breach] = []
    var level = 0
    for (place, element) in tree.elements.enumerated() {
      guard element.type.hasPrefix("H"), let own = Int(element.type.dropFirst()),
        (1...9).contains(own)
      else { continue }
      if own > level + 1 {
        let before = level == 0 ? "is the first heading" : "follows H\(level)"
        breaches.append(
          Breach(
            "H\(own) \(before)", on: tree.page(of: place), advice: "write H\(level + 1) there"))
      }
      let words = subject.words(of: place)
      if words.allSatisfy(\.isWhitespace),
        !tree.range(of: place).contains(where: { tree.elements[$0].type == "Figure" })
      {
        breaches.append(
          Breach("H\(own) is empty", on: tree.page(of: place), advice: "take the tag out"))
      }
      level = own
    }
    return breaches
  }

  private static let parents: [String: Set<String>] = [
    "TR": ["Table", "THead", "TBody", "TFoot"], "THead": ["Table"], "TBody": ["Table"],
    "TFoot": ["Table"], "TH": ["TR"], "TD": ["TR"], "LI": ["L"], "LBody": ["LI"],
  ]
  private static let children: [String: Set<String>] = [
    "Table": ["TR", "THead", "TBody", "TFoot", "Caption"], "TR": ["TH", "TD"], "THead": ["TR"],
    "TBody": ["TR"], "TFoot": ["TR"], "L": ["L", "LI", "Caption"], "LI": ["Lbl", "LBody"],
  ]

  /// Lists hold items, and tables rows.
  static let nesting = Rule(
    "nesting", "Lists hold items and tables rows of as many cells, and nothing else."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      let advice = "put the tags in order"
      if let allowed = parents[element.type] {
        let parent = element.parent.map { tree.elements[$0].type } ?? "the root"
        if !allowed.contains(parent) {
          return ("\(element.type) stands in \(parent)", advice)
        }
      }
      guard let allowed = children[element.type] else { return nil }
      let kids = tree.elements(within: place).map { tree.elements[$0].type }
      if let odd = kids.first(where: { !allowed.contains($0) }) {
        return ("\(element.type) holds \(odd)", advice)
      }
      let hasContent = element.kids.contains { if case .content = $0 { true } else { false } }
      if hasContent { return ("\(element.type) holds text that is in no part of it", advice) }
      return element.type == "Table" && !isRegular(place, tree, subject)
        ? ("the rows of the table have not as many cells as each other", advice) : nil
    }
  }

  /// Whether all rows of a table are as wide, cells that span several counted as such.
  private static func isRegular(_ table: Int, _ tree: StructureTree, _ subject: Subject) -> Bool {
    var widths: [Int] = []
    var hanging: [Int: Int] = [:]
    for place in tree.range(of: table) where tree.elements[place].type == "TR" {
      var width = hanging.removeValue(forKey: widths.count) ?? 0
      for cell in tree.elements(within: place) {
        let columns = max(1, min(1000, span("ColSpan", cell, tree, subject)))
        let rows = max(1, min(1000, span("RowSpan", cell, tree, subject)))
        width += columns
        for offset in 1..<max(2, rows) where rows > 1 {
          hanging[widths.count + offset, default: 0] += columns
        }
      }
      widths.append(width)
    }
    return Set(widths).count <= 1
  }

  private static func span(
    _ key: String, _ cell: Int, _ tree: StructureTree, _ subject: Subject
  ) -> Int { subject.pdf.integer(tree.attribute(key, owner: "Table", of: cell)) ?? 1 }

  /// A table says what its rows and columns are.
  static let tableHeaders = Rule(
    "table-headers", "Every table has header cells, and they say what they head."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      if element.type == "Table" {
        let cells = tree.range(of: place).map { tree.elements[$0].type }
        guard cells.contains("TD"), !cells.contains("TH") else { return nil }
        return ("the table has no header cells", "tag the cells of its head as TH")
      }
      guard element.type == "TH", tree.attribute("Scope", owner: "Table", of: place) == .null,
        element.entries["ID"] == nil
      else { return nil }
      return ("a header cell does not say what it heads", "give it a Scope: Column or Row")
    }
  }

  /// Pictures are told of to whoever cannot see them.
  static let alternativeTexts = Rule(
    "alternative-texts", "Every figure has an alternative text that says something."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      let element = tree.elements[place]
      guard element.type == "Figure" || element.type == "Formula",
        element.entries["ActualText"] == nil
      else { return nil }
      let text = subject.pdf.text(element.entries["Alt"]) ?? ""
      let advice = "describe what it shows, or mark it as an artifact"
      if text.allSatisfy(\.isWhitespace) {
        return ("a \(element.type.lowercased()) has no alternative text", advice)
      }
      let isEmpty =
        text.wholeMatch(
          of:
            #/(?i)\s*(image|picture|figure|graphic|photo|logo|billede|figur|grafik|foto|bild|bilde|img|unavngivet|untitled)[\s_\-\d]*/#
        ) != nil
        || text.wholeMatch(of: #/(?i)\S+\.(png|jpe?g|gif|svg|tiff?|bmp|webp|emf|wmf|pdf)/#) != nil
      return isEmpty ? ("the alternative text “\(clipped(text))” says nothing", advice) : nil
    }
  }

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
  ) -> (message: String, advice: String)? {
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

  /// What is wrong with elements of the structure.
  private static func elements(
    in subject: Subject, _ fault: (StructureTree, Int) -> (message: String, advice: String)?
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
