/// Ties footnotes to the marks that refer to them, both ways (ISO 14289-2, 8.2.5.14).
struct NoteReferences {
  private var notes: [Int: PDFObject] = [:]
  private var marks: [Int: [PDFObject]] = [:]

  /// - Parameter objects: what each element was written as; nil for one that is left out.
  init(_ structure: StructureTree, _ objects: [PDFObject?]) {
    for (element, object) in zip(structure.elements, objects) {
      guard let number = element.footnote, let object else { continue }
      if element.role == .note {
        notes[number] = object
      } else {
        marks[number, default: []].append(object)
      }
    }
  }

  func write(into pdf: borrowing PDFDocument) {
    for (number, note) in notes {
      guard let marks = marks[number] else { continue }
      pdf.set(note, "Ref", .array(marks.map { .object($0) }))
      for mark in marks { pdf.set(mark, "Ref", .array([.object(note)])) }
    }
  }
}
