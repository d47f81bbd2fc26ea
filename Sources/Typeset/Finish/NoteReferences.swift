import PDFFile

/// Ties footnotes to the marks that refer to them, both ways (ISO 14289-2, 8.2.5.14).
struct NoteReferences {
  private var notes: [Int: PDFReference] = [:]
  private var marks: [Int: [PDFReference]] = [:]

  /// - Parameter objects: what each element was written as; nil for one that is left out.
  init(_ structure: StructureTree, _ objects: [PDFReference?]) {
    for (element, object) in zip(structure.elements, objects) {
      guard let number = element.footnote, let object else { continue }
      if element.role == .note {
        notes[number] = object
      } else {
        marks[number, default: []].append(object)
      }
    }
  }

  func write(into body: inout PDFBody) {
    for (number, note) in notes {
      guard let marks = marks[number] else { continue }
      body.set(note, "Ref", .array(marks.map { .reference($0) }))
      for mark in marks { body.set(mark, "Ref", .array([.reference(note)])) }
    }
  }
}
