/// What in a foreign structure, which comes in with the types of PDF 1.7, PDF/UA-2 does not allow.
struct SecondGenerationAudit {
  let tags: ForeignTags

  /// The first thing found; nil if nothing is wrong.
  func flaw(in document: borrowing PDFDocument) -> String? {
    for element in tags.elements {
      switch element.type {
      // ISO 14289-2, 8.2.5.14.
      case "Note": return "its notes are those of PDF 1.7"
      // ISO 14289-2, 8.2.5.25.
      case "L" where hasLabels(element) && !isNumbered(element, in: document):
        return "a list in it has labels, but does not say of which kind"
      // ISO 14289-2, 8.2.5.27.
      case "Caption" where !standsAtEnd(element): return "a caption in it stands between others"
      default: break
      }
    }
    return nil
  }

  private func kids(of element: ForeignTags.Element) -> [ForeignTags.Element] {
    element.kids.compactMap {
      if case .element(let kid) = $0 { tags.elements[kid] } else { nil }
    }
  }

  private func hasLabels(_ list: ForeignTags.Element) -> Bool {
    kids(of: list).contains { item in kids(of: item).contains { $0.type == "Lbl" } }
  }

  private func isNumbered(
    _ list: ForeignTags.Element, in document: borrowing PDFDocument
  ) -> Bool {
    // Labels of no kind that PDF 1.7 knows get that of PDF 2.0 in the letter.
    ForeignAttributes.objects(of: list.object, in: document)
      .contains { document.name($0, "ListNumbering") != nil }
  }

  private func standsAtEnd(_ caption: ForeignTags.Element) -> Bool {
    guard let parent = caption.parent.map({ tags.elements[$0] }) else { return false }
    let types = kids(of: parent).map(\.type)
    return types.first == "Caption" || types.last == "Caption"
  }
}
