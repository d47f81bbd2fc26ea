import PDFFile

extension ContentReader {
  /// Reads what the annotations of the page look like, which lies over its content
  /// (ISO 32000-1, 12.5.5).
  mutating func readAnnotations() {
    isInAnnotation = true
    for annotation in page.annotations(in: pdf).prefix(10_000) {
      let flags = pdf.integer(annotation["F"]) ?? 0
      // Hidden, or not to be shown; pop-ups are windows of readers.
      guard flags & 0x22 == 0, pdf.name(annotation["Subtype"]) != "Popup",
        let appearance = appearance(of: annotation),
        let entries = pdf.dictionary(appearance), let matrix = placing(entries, of: annotation)
      else { continue }
      state = ContentState(matrix: matrix, clip: page.visibleBox)
      draw(appearance, PDFDictionary([]))
    }
    isInAnnotation = false
  }

  /// The normal appearance in its present state.
  private func appearance(of annotation: PDFDictionary) -> PDFValue? {
    let normal = pdf.dictionary(annotation["AP"])?["N"]
    if pdf.stream(normal) != nil { return normal }
    guard let state = pdf.name(annotation["AS"]) else { return nil }
    return pdf.dictionary(normal)?[state]
  }

  /// The matrix that brings an appearance into the annotation's rectangle; nil where one is empty.
  private func placing(_ appearance: PDFDictionary, of annotation: PDFDictionary) -> PageMatrix? {
    func numbers(_ value: PDFValue?) -> [Double] {
      pdf.items(value).compactMap { pdf.number($0) }
    }
    guard let rectangle = InspectedPage.box(numbers(annotation["Rect"])),
      let box = InspectedPage.box(numbers(appearance["BBox"]))
    else { return nil }
    let own = PageMatrix(numbers(appearance["Matrix"])) ?? PageMatrix()
    let seen = own.bounds(of: box)
    guard seen[2] > seen[0], seen[3] > seen[1] else { return nil }
    let x = (rectangle[2] - rectangle[0]) / (seen[2] - seen[0])
    let y = (rectangle[3] - rectangle[1]) / (seen[3] - seen[1])
    guard x.isFinite, y.isFinite else { return nil }
    return PageMatrix(a: x, d: y, e: rectangle[0] - seen[0] * x, f: rectangle[1] - seen[1] * y)
  }
}
