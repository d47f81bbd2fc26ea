import PDFFile
import Typeset

// Tags and what leads to them.

extension Rule {
  /// Content leads to its tag, and the tag to its content.
  static let parentTree = Rule(
    "parent-tree", "Pages lead to the tags of their content, and these to the content."
  ) { subject, _ in
    guard let tree = subject.structure else { return [] }
    let pdf = subject.pdf
    let parents = NumberTree.read(
      pdf.dictionary(pdf.catalog["StructTreeRoot"])?["ParentTree"], in: pdf)
    let advice: DiagnosticText = "write the tags anew"
    var owners: [[Int]: Int?] = [:]
    for element in tree.elements {
      for case .content(let page?, nil, let id) in element.kids {
        if owners.updateValue(element.object, forKey: [page, id]) != nil {
          return [Breach("a piece of content has two tags", advice: advice)]
        }
      }
    }
    return pdf.pages.compactMap { page in
      let said = pdf.integer(page.entries["StructParents"]).flatMap { parents[$0] }
      for (id, value) in pdf.items(said).enumerated() {
        guard case .reference(let reference) = value else { continue }
        guard let own = owners[[page.object ?? -1, id]], own == reference.index else {
          return Breach(
            "the page leads to another tag than has its content", on: page.number, advice: advice)
        }
      }
      let marks = owners.keys.filter { $0[0] == page.object }.map { $0[1] }
      guard let most = marks.max(), pdf.items(said).count <= most else { return nil }
      return Breach(
        "the page does not lead to the tags of all its content", on: page.number, advice: advice)
    }
  }

  /// Lists say how they are numbered.
  static let listNumbering = Rule(
    "list-numbering", "Lists with labels say how they are numbered."
  ) { subject, _ in
    elements(in: subject) { tree, place in
      guard tree.elements[place].type == "L" else { return nil }
      let labels = tree.elements(within: place).flatMap { tree.elements(within: $0) }.filter {
        tree.elements[$0].type == "Lbl"
      }
      guard let first = labels.first else { return nil }
      let said = subject.pdf.name(tree.attribute("ListNumbering", owner: "List", of: place))
      let label = subject.words(of: first)
      let isNumber = label.wholeMatch(of: #/\s*([•–◦▪]|\w{1,4}[.)])\s*/#) != nil
      guard said == nil || said == "None" && isNumber && labels.count > 1 else { return nil }
      return (
        "a list with the label “\(clipped(label))” does not say how it is numbered",
        "set its ListNumbering"
      )
    }
  }

  /// Notes can be told apart.
  static let notes = Rule("notes", "Every note has a name of its own.") { subject, _ in
    var names: Set<[UInt8]> = []
    return elements(in: subject) { tree, place in
      guard tree.elements[place].type == "Note" else { return nil }
      guard let name = subject.pdf.string(tree.elements[place].entries["ID"]) else {
        return ("a note has no name", "give it an ID")
      }
      return names.insert(name).inserted ? nil : ("two notes have one name", "give each an ID")
    }
  }

  /// Embedded files say what they are.
  static let attachments = Rule(
    "attachments", "Files in the file have names, types, dates, and say how they belong to it."
  ) { subject, _ in
    let pdf = subject.pdf
    return subject.dictionaries.compactMap { _, entries in
      guard let files = pdf.dictionary(entries["EF"]) else { return nil }
      let name = pdf.text(entries["UF"]) ?? pdf.text(entries["F"]) ?? "without a name"
      let stream = pdf.dictionary(files["F"] ?? files["UF"])
      let missing = [
        ("name", entries["F"] == nil || entries["UF"] == nil),
        ("relation to it", entries["AFRelationship"] == nil),
        ("media type", pdf.name(stream?["Subtype"]) == nil),
        ("date", pdf.dictionary(stream?["Params"])?["ModDate"] == nil),
      ].filter(\.1).map(\.0)
      guard !missing.isEmpty else { return nil }
      return Breach(
        "the embedded file “\(clipped(name))” does not say its \(missing.joined(separator: ", "))",
        advice: "embed it anew with a program that keeps PDF/A-3")
    }
  }
}
