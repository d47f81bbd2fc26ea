/// Something in a sequence that is filled: as it stands, under a condition, or once for each value of
/// a list.
indirect enum Filling<Element: FieldHolder>: Sendable {
  case element(Element)
  case condition(FieldPath, then: [Filling], otherwise: [Filling])
  case each(FieldPath, [Filling], otherwise: [Filling])
}

/// What asks a record for fields.
protocol FieldHolder: Sendable {
  /// Tells of each field it asks for, in the order of the letter.
  func tellFields(_ needs: inout FieldNeeds)
}

extension Sequence {
  /// Tells of the fields of each part.
  func tellFields<Element: FieldHolder>(_ needs: inout FieldNeeds)
  where Self.Element == Filling<Element> {
    for filling in self {
      switch filling {
      case .element(let element): element.tellFields(&needs)
      case .condition(let path, let then, let otherwise):
        needs.add(path, isNeeded: false)
        then.tellFields(&needs)
        otherwise.tellFields(&needs)
      case .each(let path, let body, let otherwise):
        needs.add(path, isNeeded: true)
        needs.within(path) { body.tellFields(&$0) }
        otherwise.tellFields(&needs)
      }
    }
  }
}

/// The fields that a template asks for, in the order of the letter.
struct FieldNeeds {
  /// A field and how it is asked for.
  struct Need {
    let path: FieldPath
    /// Whether the letter cannot do without it.
    let isNeeded: Bool
    /// Whether it may belong to the value of a list instead.
    let isInner: Bool
  }

  private(set) var all: [Need] = []
  private(set) var problems = DiagnosticCollector()
  private var lists: [FieldPath] = []

  mutating func add(_ path: FieldPath, isNeeded: Bool) {
    if path.isThis || path.isIndex {
      guard lists.isEmpty else { return }
      problems.add(
        .error(
          .recordValue, "\(quoted(path.name)) stands outside {{#each}}", at: path.place,
          hint: "name a field of the record"))
      return
    }
    // One of the list's own values, as {{items.name}}.
    guard !lists.contains(where: { path.parts.count > 1 && path.parts[0] == $0.name }) else {
      return
    }
    all.append(Need(path: path, isNeeded: isNeeded, isInner: !lists.isEmpty))
  }

  mutating func within(_ list: FieldPath, _ body: (inout FieldNeeds) -> Void) {
    lists.append(list)
    body(&self)
    lists.removeLast()
  }
}

/// A part of a sequence before its tags are matched.
enum TemplateAtom<Element: FieldHolder>: Sendable {
  case element(Element)
  case tag(TemplateTag)
}

/// A sequence whose tags within are matched, and those at its edges that belong further out.
struct TaggedSequence<Element: FieldHolder>: Sendable {
  var front: [TemplateTag] = []
  var atoms: [TemplateAtom<Element>]
  var back: [TemplateTag] = []

  /// Takes the tags without a partner off both edges.
  ///
  /// - Parameter isBlank: whether a part at an edge is nothing but white space.
  init(_ atoms: [TemplateAtom<Element>], isBlank: (Element) -> Bool) {
    self.atoms = atoms
    let lone = Self.loneTags(in: atoms)
    guard !lone.isEmpty else { return }
    var taken: Set<Int> = []
    func edge(_ indices: some Sequence<Int>) -> [Int] {
      var found: [Int] = []
      for index in indices where !taken.contains(index) {
        switch atoms[index] {
        case .tag where lone.contains(index): found.append(index)
        case .element(let element) where isBlank(element): continue
        default: return found
        }
      }
      return found
    }
    func tag(at index: Int) -> TemplateTag? {
      if case .tag(let tag) = atoms[index] { tag } else { nil }
    }
    let first = edge(atoms.indices)
    taken.formUnion(first)
    let last = edge(atoms.indices.reversed())
    taken.formUnion(last)
    front = first.compactMap(tag)
    back = last.reversed().compactMap(tag)
    self.atoms = atoms.indices.filter { !taken.contains($0) }.map { atoms[$0] }
  }

  /// The indices of the tags that have no partner in the sequence.
  private static func loneTags(in atoms: [TemplateAtom<Element>]) -> Set<Int> {
    var lone: Set<Int> = []
    var open: [(index: Int, isIf: Bool, inner: [Int])] = []
    for (index, atom) in atoms.enumerated() {
      guard case .tag(let tag) = atom else { continue }
      switch tag.kind {
      case .open: open.append((index, tag.isIf, []))
      case .otherwise:
        if open.isEmpty { lone.insert(index) } else { open[open.count - 1].inner.append(index) }
      case .close:
        if let last = open.last, last.isIf == tag.isIf {
          open.removeLast()
        } else {
          lone.insert(index)
        }
      }
    }
    for opening in open {
      lone.insert(opening.index)
      lone.formUnion(opening.inner)
    }
    return lone
  }
}

/// A tag whose partner has not come yet, and what stands behind it.
private struct OpenTag<Element: FieldHolder> {
  let tag: TemplateTag
  let path: FieldPath
  var then: [Filling<Element>] = []
  var otherwise: [Filling<Element>]?
}

/// Matches the tags of a sequence; what is left without a partner is an error.
func matchTags<Element: FieldHolder>(
  _ atoms: [TemplateAtom<Element>], _ problems: inout DiagnosticCollector
) -> [Filling<Element>] {
  var levels: [OpenTag<Element>] = []
  var result: [Filling<Element>] = []
  func add(_ filling: Filling<Element>) {
    guard let last = levels.indices.last else { return result.append(filling) }
    if levels[last].otherwise == nil {
      levels[last].then.append(filling)
    } else {
      levels[last].otherwise?.append(filling)
    }
  }
  for atom in atoms {
    guard case .tag(let tag) = atom else {
      if case .element(let element) = atom { add(.element(element)) }
      continue
    }
    switch tag.kind {
    case .open(let path): levels.append(OpenTag(tag: tag, path: path))
    case .otherwise:
      if let last = levels.indices.last, levels[last].otherwise == nil {
        levels[last].otherwise = []
      } else {
        problems.add(tag.isMisplaced)
      }
    case .close:
      guard let last = levels.last, last.tag.isIf == tag.isIf else {
        problems.add(tag.isMisplaced)
        continue
      }
      levels.removeLast()
      let otherwise = last.otherwise ?? []
      add(
        tag.isIf
          ? .condition(last.path, then: last.then, otherwise: otherwise)
          : .each(last.path, last.then, otherwise: otherwise))
    }
  }
  for level in levels { problems.add(level.tag.isMisplaced) }
  return result
}
