import Inspection
import Intake
import PDFFile

/// Which tags are missing, new, others, or in another order.
///
/// - Returns: nothing for two files without tags.
func compareStructure(
  _ old: InspectedPDF, _ new: InspectedPDF, _ masks: CompiledMasks
) -> [Difference] {
  switch (old.structure, new.structure) {
  case (nil, nil): return []
  case (_?, nil): return [Difference(.structure, "the file has no tags any more")]
  case (nil, _?): return [Difference(.structure, "the file has tags, and had none")]
  case (let was?, let now?):
    return TagComparison((old, was), (new, now), masks).differences
  }
}

private struct TagComparison {
  private let oldFile: Subject
  private let newFile: Subject
  private let old: StructureTree
  private let new: StructureTree
  private(set) var differences: [Difference] = []

  /// A tag as it is compared: its standard type and how deep it stands.
  private struct Tag: Hashable {
    let type: String
    let depth: Int
  }

  init(
    _ old: (file: InspectedPDF, tree: StructureTree),
    _ new: (file: InspectedPDF, tree: StructureTree), _ masks: CompiledMasks
  ) {
    // Words are told by the objects; the intake is not asked.
    oldFile = Subject(old.file, intake: IntakeClient(program: nil))
    newFile = Subject(new.file, intake: IntakeClient(program: nil))
    let (old, new) = (old.tree, new.tree)
    self.old = old
    self.new = new
    let pairs = aligned(Self.tags(of: old), Self.tags(of: new))
    var (x, y) = (0, 0)
    for pair in pairs + [(old.elements.count, new.elements.count)] {
      compare(x..<pair.old, y..<pair.new)
      (x, y) = (pair.old + 1, pair.new + 1)
    }
    compareTexts(pairs, masks)
  }

  private static func tags(of tree: StructureTree) -> [Tag] {
    tree.elements.map { Tag(type: $0.type, depth: $0.depth) }
  }

  /// A change of a tag, and how it is told where several are alike.
  private struct Change {
    let page: Int?
    let message: String
    let plain: String
  }

  /// Tells of tags between two that are the same: those in the same place became others.
  private mutating func compare(_ gone: Range<Int>, _ came: Range<Int>) {
    let both = min(gone.count, came.count)
    var changes: [Change] = []
    for (x, y) in zip(gone, came) {
      let (was, now) = (old.elements[x], new.elements[y])
      let ending =
        was.type == now.type
        ? "stands \(now.depth > was.depth ? "deeper" : "higher")"
        : "is now a \(TagName(now.type).text)"
      changes.append(change(x, in: old, of: oldFile, ending))
    }
    for index in gone.dropFirst(both) {
      changes.append(change(index, in: old, of: oldFile, "is missing"))
    }
    for index in came.dropFirst(both) {
      changes.append(change(index, in: new, of: newFile, "is new"))
    }
    add(changes)
  }

  private func change(
    _ index: Int, in tree: StructureTree, of file: Subject, _ ending: String
  ) -> Change {
    let name = TagName(tree.elements[index].type).text
    let words = file.words(of: index).split(whereSeparator: \.isWhitespace).map(String.init)
    let plain = "one \(name) \(ending)"
    return Change(
      page: tree.page(of: index),
      message: words.isEmpty ? plain : "the \(name) \(quoted(words)) \(ending)", plain: plain)
  }

  /// Like changes that follow each other are told once.
  private mutating func add(_ changes: [Change]) {
    var rest = changes[...]
    while let first = rest.first {
      let run = rest.prefix { $0.page == first.page && $0.plain == first.plain }
      rest = rest.dropFirst(run.count)
      let message = run.count > 1 ? "\(first.plain), \(run.count) times" : first.message
      differences.append(
        Difference(.structure, page: first.page, count: run.count, message))
    }
  }

  /// What is read in the place of a picture or an abbreviation, in which language.
  private mutating func compareTexts(_ pairs: [(old: Int, new: Int)], _ masks: CompiledMasks) {
    for pair in pairs {
      let (was, now) = (old.elements[pair.old], new.elements[pair.new])
      for (key, name) in [
        ("Alt", "the alternative text"), ("ActualText", "the text to read"),
        ("E", "the expansion"), ("Lang", "the language"),
      ] {
        let texts = (
          oldFile.pdf.text(was.entries[key]).map(masks.masked),
          newFile.pdf.text(now.entries[key]).map(masks.masked)
        )
        guard texts.0 != texts.1 else { continue }
        differences.append(
          Difference(
            .structure, page: old.page(of: pair.old),
            "\(name) of one \(TagName(was.type).text) \(Comparison.change(texts.0, texts.1))"))
      }
    }
  }
}

/// A type of tag in words, for those that people know.
private struct TagName {
  let text: String

  init(_ type: String) {
    text =
      switch type {
      case "P": "paragraph"
      case "H", "H1", "H2", "H3", "H4", "H5", "H6": "heading (\(type))"
      case "L": "list"
      case "LI": "list item"
      case "Table": "table"
      case "TR": "table row"
      case "TH": "table head"
      case "TD": "table cell"
      case "Figure": "picture"
      case "Link": "link"
      case "Span": "span"
      case "Note", "FENote": "note"
      default: type
      }
  }
}

extension Comparison {
  /// How a text that may be missing changed, in words.
  static func change(_ was: String?, _ now: String?) -> String {
    switch (was, now) {
    case (let was?, let now?): "was \(quoted([was])), is \(quoted([now]))"
    case (let was?, nil): "was \(quoted([was])), is gone"
    case (nil, let now?): "is \(quoted([now])), and there was none"
    case (nil, nil): "is the same"
    }
  }
}
