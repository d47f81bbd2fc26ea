import Inspection
import PDFFile

/// Which tags are missing, new, others, or in another order.
///
/// - Returns: nothing for two files without tags.
func compareStructure(_ old: InspectedPDF, _ new: InspectedPDF) -> [Difference] {
  switch (old.structure, new.structure) {
  case (nil, nil): return []
  case (_?, nil): return [Difference(.structure, "the file has no tags any more")]
  case (nil, _?): return [Difference(.structure, "the file has tags, and had none")]
  case (let was?, let now?): return TagComparison(old, was, new, now).differences
  }
}

private struct TagComparison {
  private let oldFile: InspectedPDF
  private let newFile: InspectedPDF
  private let old: StructureTree
  private let new: StructureTree
  private(set) var differences: [Difference] = []

  /// A tag as it is compared: its standard type and how deep it stands.
  private struct Tag: Hashable {
    let type: String
    let depth: Int
  }

  init(_ oldFile: InspectedPDF, _ old: StructureTree, _ newFile: InspectedPDF, _ new: StructureTree)
  {
    self.oldFile = oldFile
    self.newFile = newFile
    self.old = old
    self.new = new
    let pairs = aligned(Self.tags(of: old), Self.tags(of: new))
    var (x, y) = (0, 0)
    for pair in pairs + [(old.elements.count, new.elements.count)] {
      compare(x..<pair.old, y..<pair.new)
      (x, y) = (pair.old + 1, pair.new + 1)
    }
    compareTexts(pairs)
  }

  private static func tags(of tree: StructureTree) -> [Tag] {
    tree.elements.map { Tag(type: $0.type, depth: $0.depth) }
  }

  /// Tells of tags between two that are the same: those in the same place became others.
  private mutating func compare(_ gone: Range<Int>, _ came: Range<Int>) {
    let both = min(gone.count, came.count)
    var changes: [(page: Int?, message: String)] = []
    for offset in 0..<both {
      let (was, now) = (
        old.elements[gone.lowerBound + offset], new.elements[came.lowerBound + offset]
      )
      let page = old.page(of: gone.lowerBound + offset)
      if was.type == now.type {
        changes.append(
          (page, "\(Self.name(was.type)) stands \(now.depth > was.depth ? "deeper" : "higher")"))
      } else {
        changes.append((page, "\(Self.name(was.type)) is now \(Self.name(now.type))"))
      }
    }
    for index in gone.dropFirst(both) {
      changes.append((old.page(of: index), "\(Self.name(old.elements[index].type)) is missing"))
    }
    for index in came.dropFirst(both) {
      changes.append((new.page(of: index), "\(Self.name(new.elements[index].type)) is new"))
    }
    add(changes)
  }

  /// Like changes that follow each other are told once.
  private mutating func add(_ changes: [(page: Int?, message: String)]) {
    var rest = changes[...]
    while let first = rest.first {
      let run = rest.prefix { $0.page == first.page && $0.message == first.message }
      rest = rest.dropFirst(run.count)
      let times = run.count > 1 ? ", \(run.count) times" : ""
      differences.append(
        Difference(.structure, page: first.page, count: run.count, first.message + times))
    }
  }

  /// What is read in the place of a picture or an abbreviation, in which language.
  private mutating func compareTexts(_ pairs: [(old: Int, new: Int)]) {
    for pair in pairs {
      let (was, now) = (old.elements[pair.old], new.elements[pair.new])
      for (key, name) in [
        ("Alt", "the alternative text"), ("ActualText", "the text to read"),
        ("E", "the expansion"), ("Lang", "the language"),
      ] {
        let texts = (oldFile.text(was.entries[key]), newFile.text(now.entries[key]))
        guard texts.0 != texts.1 else { continue }
        differences.append(
          Difference(
            .structure, page: old.page(of: pair.old),
            "\(name) of \(Self.name(was.type)) \(change(texts.0, texts.1))"))
      }
    }
  }

  /// A type in words, for those that people know.
  private static func name(_ type: String) -> String {
    switch type {
    case "P": "one paragraph"
    case "H", "H1", "H2", "H3", "H4", "H5", "H6": "one heading (\(type))"
    case "L": "one list"
    case "LI": "one list item"
    case "Table": "one table"
    case "TR": "one table row"
    case "TH": "one table head"
    case "TD": "one table cell"
    case "Figure": "one picture"
    case "Link": "one link"
    case "Span": "one span"
    case "Note", "FENote": "one note"
    default: "one \(type)"
    }
  }
}

/// How a text that may be missing changed, in words.
func change(_ was: String?, _ now: String?) -> String {
  switch (was, now) {
  case (let was?, let now?): "was \(quoted([was])), is \(quoted([now]))"
  case (let was?, nil): "was \(quoted([was])), is gone"
  case (nil, let now?): "is \(quoted([now])), and there was none"
  case (nil, nil): "is the same"
  }
}
