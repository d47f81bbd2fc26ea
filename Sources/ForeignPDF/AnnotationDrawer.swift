import PDFFile

/// Draws what fields and stamps look like, since the annotations themselves stay behind
/// (ISO 32000-1, 12.5.5).
struct AnnotationDrawer {
  /// An annotation that is now a piece of marked content.
  struct Drawn {
    let number: Int
    let id: Int
  }

  let visibility: OptionalContent
  let tags: ForeignTags?

  /// Adds the appearances to a page.
  ///
  /// - Returns: those that the page's structure knows.
  func draw(
    annotationsOf page: PDFObject, on made: inout OpenedPDF.Page,
    _ resources: inout ForeignResources, in document: borrowing PDFDocument
  ) throws(PDFError) -> [Drawn] {
    var drawn: [Drawn] = []
    var names: [(key: String, object: PDFObject)] = []
    for annotation in document.items(of: document.get(page, "Annots")) {
      guard let appearance = appearance(of: annotation, in: document),
        let matrix = placing(appearance, of: annotation, in: document)
      else { continue }
      try resources.prepare(appearance, made.resources, in: document)
      let tagging = resources.tagging(ofForm: appearance, in: document) ?? .none
      guard tagging.paints else { continue }
      let name = "LetterAppearance\(names.count)"
      names.append((name, appearance))
      let drawing: [ContentOperation] = [.save, .concatenate(matrix), .draw(name), .restore]
      let number = document.objectNumber(annotation)
      if let owner = tags?.owner(ofAnnotation: number) {
        let tag = ContentOperation.begin(
          tag: "Span", .content(id: made.owners.count, actualText: nil))
        made.content += ([tag] + drawing + [.end]).bytes
        drawn.append(Drawn(number: number, id: made.owners.count))
        made.owners.append(owner)
        made.formerIDs.append(nil)
        if tagging.hasArtifacts { made.tagging.hasUntagged = true }
      } else {
        made.content += drawing.bytes
        if tagging.hasUntagged { made.tagging.hasUntagged = true }
      }
    }
    if !names.isEmpty { add(names, to: &made, in: document) }
    return drawn
  }

  private func add(
    _ names: [(key: String, object: PDFObject)], to made: inout OpenedPDF.Page,
    in document: borrowing PDFDocument
  ) {
    let objects = document.get(made.resources, "XObject")
    let known = document.keys(of: objects).map {
      (key: $0, object: document.get(objects, $0))
    }
    var entries = document.keys(of: made.resources).filter { $0 != "XObject" }.map {
      (key: $0, object: document.get(made.resources, $0))
    }
    entries.append(("XObject", document.makeDictionary(known + names)))
    made.resources = document.add(document.makeDictionary(entries))
  }

  /// The normal appearance of an annotation that is seen, in its present state.
  private func appearance(
    of annotation: PDFObject, in document: borrowing PDFDocument
  ) -> PDFObject? {
    let flags = document.integer(annotation, "F") ?? 0
    // Hidden, or not to be shown.
    if flags & 0x22 != 0 || document.name(annotation, "Subtype") == "Popup" { return nil }
    if visibility.hides(document.get(annotation, "OC"), in: document) { return nil }
    var normal = document.get(document.get(annotation, "AP"), "N")
    if !document.isStream(normal) {
      guard let state = document.name(annotation, "AS") else { return nil }
      normal = document.get(normal, state)
    }
    guard document.isStream(normal) else { return nil }
    let dictionary = document.dictionary(of: normal)
    if visibility.hides(document.get(dictionary, "OC"), in: document) { return nil }
    document.set(dictionary, "Subtype", name: "Form")
    return normal
  }

  /// The matrix that brings an appearance into the annotation's rectangle; nil where one is empty.
  private func placing(
    _ appearance: PDFObject, of annotation: PDFObject, in document: borrowing PDFDocument
  ) -> PageMatrix? {
    let dictionary = document.dictionary(of: appearance)
    let rect = document.numbers(annotation, "Rect")
    let box = document.numbers(dictionary, "BBox")
    guard rect.count == 4, box.count == 4 else { return nil }
    let own = PageMatrix(document.numbers(dictionary, "Matrix")) ?? PageMatrix()
    let seen = own.bounds(of: box)
    let width = seen[2] - seen[0]
    let height = seen[3] - seen[1]
    guard width > 0, height > 0 else { return nil }
    let x = abs(rect[2] - rect[0]) / width
    let y = abs(rect[3] - rect[1]) / height
    guard x > 0, y > 0, x.isFinite, y.isFinite else { return nil }
    return PageMatrix(
      a: x, d: y, e: min(rect[0], rect[2]) - seen[0] * x, f: min(rect[1], rect[3]) - seen[1] * y)
  }
}
