@testable import Typeset

/// The plan of a letter written as text, in a layout written as text.
func plan(
  _ letter: String, _ layoutText: String = smallLayout,
  language: LanguagePack = danish, options: ResolveOptions = ResolveOptions(),
  images: String = "."
) throws -> (plan: Plan, warnings: [Diagnostic]) {
  let parsed = try parseLetter(SourceFile(name: "letter.md", text: letter))
  return try resolved(
    parsed.letter, layout(layoutText), language: language, images: .folder(images),
    options: options)
}

/// Danish that knows how things are said.
let spokenDanish = {
  var pack = danish
  pack.words["recipients"] = "Modtagere"
  pack.words["references"] = "Sagsoplysninger"
  pack.words["contact"] = "Kontakt"
  pack.expansions = Expansions([("jf.", "jævnfør"), ("nr.", "nummer"), ("stk. {number}", "stykke")])
  pack.vagueLinks = ["klik her", "her", "læs mere"]
  pack.calling = CallingForm(code: "+45")
  return pack
}()

/// A letter with the least of a head.
func letter(_ head: String = "", _ body: String) -> String {
  "---\nlayout: small\ndate: 2026-01-05\n\(head)---\n\(body)\n"
}

extension Plan {
  /// The structure, an element a line, indented by depth.
  var outline: [String] {
    var lines: [String] = []
    func depth(_ element: StructureElement) -> Int {
      element.parent.map { depth(structure[$0]) + 1 } ?? 0
    }
    for element in structure.elements {
      let indent = String(repeating: "  ", count: depth(element))
      var name = "\(element.role)"
      for prefix in ["Typeset.", "StructureRole.", "ListNumbering.", "TableScope."] {
        name = name.replacing(prefix, with: "")
      }
      lines.append(indent + name)
    }
    return lines
  }

  /// Every inline in the order of its reading number, artifacts left out.
  var reading: [String] {
    var found: [(order: Int, text: String)] = []
    func take(_ inlines: [InlinePlan]) {
      for inline in inlines {
        guard case .content(_, let order) = inline.part else { continue }
        switch inline.content {
        case .text(let text): found.append((order, text))
        case .lineBreak: found.append((order, "/"))
        case .image(let image): found.append((order, "<\(image.image.name)>"))
        case .footnoteMark(let note): found.append((order, "[\(note + 1)]"))
        case .pageNumber, .pageCount: found.append((order, "#"))
        }
      }
    }
    func take(_ block: FlowBlock) {
      switch block {
      case .paragraph(let plan):
        take(plan.label?.inlines ?? [])
        take(plan.inlines)
      case .row(let row): row.cells.forEach { $0.blocks.forEach(take) }
      case .table(let table):
        take(table.caption?.inlines ?? [])
        for row in table.head + table.body {
          for cell in row.cells { cell.paragraphs.forEach { take($0.inlines) } }
        }
      case .image, .rule: break
      }
    }
    flow.forEach(take)
    footnotes.forEach { note in note.forEach { take(.paragraph($0)) } }
    fixed.forEach { $0.groups.forEach { $0.blocks.forEach(take) } }
    return found.sorted { $0.order < $1.order }.map(\.text)
  }

  /// The paragraphs of the column.
  var paragraphs: [ParagraphPlan] {
    flow.compactMap { if case .paragraph(let plan) = $0 { plan } else { nil } }
  }

  /// The texts of a frame's lines, by group.
  func lines(of name: String) -> [[String]] {
    fixed.first { $0.name == name }?.groups.map { group in
      group.blocks.map { block in
        guard case .paragraph(let plan) = block else { return "-" }
        return ((plan.label?.inlines ?? []) + plan.inlines).words
      }
    } ?? []
  }
}

extension [InlinePlan] {
  /// The texts one after the other.
  var words: String {
    map { inline in
      switch inline.content {
      case .text(let text): text
      case .image(let image): "<\(image.image.name)>"
      case .lineBreak: "/"
      case .pageNumber: "#"
      case .pageCount: "##"
      case .footnoteMark(let note): "[\(note + 1)]"
      }
    }.joined()
  }
}
