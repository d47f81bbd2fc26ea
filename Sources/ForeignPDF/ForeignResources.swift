import PDFFile

/// Makes what foreign pages draw on ready to be taken over: forms without hidden content, without
/// ties to the structure and the layers of their own file.
///
/// Objects are changed in the document that they are read from, each once.
struct ForeignResources {
  /// A stream of operators, and what its names mean.
  struct Content {
    let bytes: [UInt8]
    let resources: PDFObject
    let contentIDs: [Int]
    let tagging: ForeignContent.Tagging
  }

  private let visibility: OptionalContent
  private let tags: ForeignTags?
  private var taggings: [Int: ForeignContent.Tagging] = [:]
  private var begun: Set<Int> = []
  /// Objects of layers that are not shown.
  private var hidden: Set<Int> = []
  private var prepared: Set<Int> = []
  private var resourceCopies: [Int: PDFObject] = [:]
  /// For each form with tags of its own, the former identifiers of its content.
  private(set) var formContentIDs: [Int: (form: PDFObject, ids: [Int])] = [:]
  /// How often each form is painted.
  private(set) var uses: [Int: Int] = [:]

  private static let categories = [
    "ColorSpace", "ExtGState", "Font", "Pattern", "Shading", "XObject",
  ]
  /// What ties an object to its file, or is for other programs; none of it changes the look, but a
  /// proxy stays what it is without the file it stands for (ISO 19005-2, 6.2.8, 6.2.9, 6.6.2).
  private static let ties = [
    "OC", "StructParent", "StructParents", "Metadata", "PieceInfo", "LastModified", "AF", "OPI",
    "Ref", "PS", "Subtype2", "Alternates", "PtData", "Measure",
  ]
  /// Forms within forms, deeper than any program makes them.
  private static let deepest = 64

  init(_ visibility: OptionalContent, _ tags: ForeignTags?) {
    self.visibility = visibility
    self.tags = tags
  }

  /// Content with its tags as the letter has them, and its resources ready to be copied.
  mutating func prepare(
    _ bytes: [UInt8], _ resources: PDFObject, container: Int, in document: borrowing PDFDocument,
    depth: Int = 0
  ) throws(PDFError) -> Content {
    guard depth < Self.deepest else {
      throw PDFError(action: "use its forms", reason: "they are nested too deeply")
    }
    try prepareParts(of: resources, in: document, depth: depth)
    let names = names(of: resources, in: document)
    var isOwned: ((Int) -> Bool)?
    if let tags { isOwned = { tags.owner(of: $0, in: container) != nil } }
    var content = ForeignContent(names, isOwned: isOwned)
    let rewritten = content.rewrite(bytes)
    let objects = document.get(resources, "XObject")
    for name in content.painted {
      uses[document.objectNumber(document.get(objects, name)), default: 0] += 1
    }
    return Content(
      bytes: rewritten, resources: clean(resources, names.hiddenObjects, in: document),
      contentIDs: content.contentIDs, tagging: content.tagging)
  }

  // MARK: Names

  private func names(
    of resources: PDFObject, in document: borrowing PDFDocument
  ) -> ForeignContent.Names {
    var names = ForeignContent.Names()
    let properties = document.get(resources, "Properties")
    for key in document.keys(of: properties) {
      let value = document.get(properties, key)
      names.properties[key] = MarkProperties(value, in: document)
      if visibility.hides(value, in: document) { names.hiddenProperties.insert(key) }
    }
    let objects = document.get(resources, "XObject")
    for key in document.keys(of: objects) {
      let object = document.get(objects, key)
      guard document.isStream(object) else {
        names.hiddenObjects.insert(key)
        continue
      }
      if hidden.contains(document.objectNumber(object)) { names.hiddenObjects.insert(key) }
      names.tagging[key] = taggings[document.objectNumber(object)]
    }
    return names
  }

  /// The resources that drawing needs, without layers and objects that are not shown.
  private mutating func clean(
    _ resources: PDFObject, _ hidden: Set<String>, in document: borrowing PDFDocument
  ) -> PDFObject {
    let number = document.objectNumber(resources)
    if number > 0, let known = resourceCopies[number] { return known }
    var entries: [(key: String, object: PDFObject)] = []
    for category in Self.categories {
      let value = document.get(resources, category)
      let keys = document.keys(of: value)
      guard !keys.isEmpty else { continue }
      let shown = keys.filter { category != "XObject" || !hidden.contains($0) }
      entries.append(
        (category, document.makeDictionary(shown.map { ($0, document.get(value, $0)) })))
    }
    let copy = document.add(document.makeDictionary(entries))
    if number > 0 { resourceCopies[number] = copy }
    return copy
  }

  // MARK: Parts

  private mutating func prepareParts(
    of resources: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) {
    let number = document.objectNumber(resources)
    if number > 0, !prepared.insert(number).inserted { return }
    for category in ["XObject", "Pattern"] {
      let objects = document.get(resources, category)
      for key in document.keys(of: objects) {
        let object = document.get(objects, key)
        guard document.isStream(object) else { continue }
        try prepare(object, resources, in: document, depth: depth + 1)
      }
    }
    let fonts = document.get(resources, "Font")
    for key in document.keys(of: fonts) {
      let font = document.get(fonts, key)
      if document.name(font, "Subtype") == "Type3" {
        try prepareGlyphs(of: font, resources, in: document, depth: depth + 1)
      }
      mendFont(font, in: document)
    }
    let states = document.get(resources, "ExtGState")
    for key in document.keys(of: states) {
      // Screens of a press, which no screen and no printer of letters has (ISO 19005-2, 6.2.5).
      for press in ["HT", "HTP"] where document.has(document.get(states, key), press) {
        document.remove(press, from: document.get(states, key))
      }
      let mask = document.get(document.get(states, key), "SMask")
      let group = document.get(mask, "G")
      if document.isStream(group) { try prepare(group, resources, in: document, depth: depth + 1) }
    }
  }

  /// How a form that was made ready tags what it holds.
  func tagging(ofForm form: PDFObject, in document: borrowing PDFDocument)
    -> ForeignContent.Tagging?
  {
    taggings[document.objectNumber(form)]
  }

  /// A form, a pattern or an image.
  mutating func prepare(
    _ stream: PDFObject, _ outer: PDFObject, in document: borrowing PDFDocument, depth: Int = 0
  ) throws(PDFError) {
    let number = document.objectNumber(stream)
    guard begun.insert(number).inserted else { return }
    guard depth < Self.deepest else {
      throw PDFError(action: "use its images", reason: "they are nested too deeply")
    }
    let dictionary = document.dictionary(of: stream)
    if visibility.hides(document.get(dictionary, "OC"), in: document) { hidden.insert(number) }
    let isForm = document.name(dictionary, "Subtype") == "Form"
    if isForm || document.integer(dictionary, "PatternType") == 1 {
      let own = document.get(dictionary, "Resources")
      let content = try prepare(
        try document.contents(of: stream), document.isDictionary(own) ? own : outer,
        container: number, in: document, depth: depth)
      document.replaceData(of: stream, with: content.bytes)
      document.set(dictionary, "Resources", content.resources)
      if isForm { taggings[number] = content.tagging }
      if !content.contentIDs.isEmpty { formContentIDs[number] = (stream, content.contentIDs) }
    } else {
      document.remove("Interpolate", from: dictionary)
      for key in ["SMask", "Mask"] {
        let mask = document.get(dictionary, key)
        if document.isStream(mask) { try prepare(mask, outer, in: document, depth: depth + 1) }
      }
    }
    for key in Self.ties where document.has(dictionary, key) {
      document.remove(key, from: dictionary)
    }
  }

  private mutating func prepareGlyphs(
    of font: PDFObject, _ outer: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) {
    guard begun.insert(document.objectNumber(font)).inserted else { return }
    let own = document.get(font, "Resources")
    let resources = document.isDictionary(own) ? own : outer
    let glyphs = document.get(font, "CharProcs")
    var copy: PDFObject?
    for key in document.keys(of: glyphs) {
      let glyph = document.get(glyphs, key)
      guard document.isStream(glyph) else { continue }
      let number = document.objectNumber(glyph)
      guard begun.insert(number).inserted else { continue }
      let content = try prepare(
        try document.contents(of: glyph), resources, container: number, in: document, depth: depth)
      document.replaceData(of: glyph, with: content.bytes)
      copy = content.resources
    }
    if let copy { document.set(font, "Resources", copy) }
  }

  /// Takes off lists of glyphs, which need not be there but must be whole if they are
  /// (ISO 19005-2, 6.2.11.4.2).
  private func mendFont(_ font: PDFObject, in document: borrowing PDFDocument) {
    let inner = document.items(of: document.get(font, "DescendantFonts")).first ?? font
    let descriptor = document.get(inner, "FontDescriptor")
    for key in ["CIDSet", "CharSet"] where document.has(descriptor, key) {
      document.remove(key, from: descriptor)
    }
  }
}
