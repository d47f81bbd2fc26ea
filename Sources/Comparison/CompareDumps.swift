import Inspection

/// How the layout of a letter differs from the one that was expected: pages, words and their places, parts
/// in the structure, fonts and colours.
func compareDumps(
  _ old: LayoutDump, _ new: LayoutDump, _ options: CompareOptions
) -> [Difference] {
  let masks = options.masks.compiled()
  var differences = comparePages(old.pages, new.pages, options)
  let texts = (DumpWords(old, options, masks), DumpWords(new, options, masks))
  let words = WordComparison(texts.0.words, texts.1.words, distance: options.distance)
  differences += words.differences
  for pair in words.linePairs {
    differences += compareLooks(texts.0.items[pair.old], texts.1.items[pair.new])
  }
  differences += compareShapes(old, new, options)
  return differences
}

/// How many pages there are, and how large they are.
func comparePages(_ old: [Area], _ new: [Area], _ options: CompareOptions) -> [Difference] {
  var differences: [Difference] = []
  if old.count != new.count {
    differences.append(
      Difference(
        .pages, count: abs(old.count - new.count),
        "\(counted(old.count, "page")) \(old.count == 1 ? "is" : "are") now \(new.count)"))
  }
  for (index, (was, now)) in zip(old, new).enumerated() {
    let off = max(abs(was.width - now.width), abs(was.height - now.height))
    guard off > max(options.distance, 0.05) else { continue }
    let sizes = [was, now].map { "\(tenths($0.width)) × \(tenths($0.height)) mm" }
    differences.append(
      Difference(.size, page: index + 1, "the page was \(sizes[0]), and is \(sizes[1])"))
  }
  return differences
}

/// The words of a dump, each with the place of its line, for that is all a dump tells.
private struct DumpWords {
  private(set) var words: [ComparedWord] = []
  /// The lines of text; a word's line is an index into them.
  let items: [LayoutDump.Item]

  init(_ dump: LayoutDump, _ options: CompareOptions, _ masks: CompiledMasks) {
    let ignored = options.ignoredNames
    items = dump.items.filter { item in
      guard !item.look.isEmpty, !ignored.contains(item.kind) else { return false }
      return !options.ignoredAreas(on: item.page).contains {
        $0.holds(x: item.area.middle.x, y: item.area.middle.y)
      }
    }
    for (index, item) in items.enumerated() {
      for word in masks.masked(item.words).split(separator: " ") {
        words.append(
          ComparedWord(
            text: String(word), page: item.page, area: item.area, line: index,
            isMasked: word.contains(TextMasks.blank)))
      }
    }
  }
}

/// What a line is to the letter, and how it looks.
private func compareLooks(_ old: LayoutDump.Item, _ new: LayoutDump.Item) -> [Difference] {
  var differences: [Difference] = []
  let words = quoted(old.words.split(separator: " ").map(String.init))
  if old.role != new.role {
    differences.append(
      Difference(.structure, page: old.page, "\(words) was \(old.role), and is \(new.role)"))
  }
  if old.look != new.look {
    differences.append(
      Difference(
        .fonts, page: old.page, "\(words) was set in \(old.look), and is in \(new.look)"))
  }
  return differences
}

/// Rules and pictures that are missing, new, or elsewhere.
private func compareShapes(
  _ old: LayoutDump, _ new: LayoutDump, _ options: CompareOptions
) -> [Difference] {
  let (was, now) = (shapes(of: old, options), shapes(of: new, options))
  var differences: [Difference] = []
  var (x, y) = (0, 0)
  let pairs = aligned(was.map(\.key), now.map(\.key))
  for pair in pairs + [(was.count, now.count)] {
    for shape in was[x..<pair.old] {
      differences.append(
        Difference(.pixels, page: shape.item.page, "\(shape.name) is missing"))
    }
    for shape in now[y..<pair.new] {
      differences.append(Difference(.pixels, page: shape.item.page, "\(shape.name) is new"))
    }
    (x, y) = (pair.old + 1, pair.new + 1)
    guard pair.old < was.count else { continue }
    let (a, b) = (was[pair.old].item, now[pair.new].item)
    let off =
      [
        a.area.left - b.area.left, a.area.top - b.area.top, a.area.width - b.area.width,
        a.area.height - b.area.height,
      ].map(abs).max() ?? 0
    if a.page != b.page || off > options.distance + 1e-6 {
      let page = a.page == b.page ? "" : "page \(b.page), "
      differences.append(
        Difference(
          .places, page: a.page, "\(was[pair.old].name) is now at \(page)\(b.area.wording)"))
    }
  }
  return differences
}

private struct Shape {
  let item: LayoutDump.Item
  let key: [String]
  var name: String { "the \(item.kind) \(item.words) at \(item.area.wording)" }
}

private func shapes(of dump: LayoutDump, _ options: CompareOptions) -> [Shape] {
  let ignored = options.ignoredNames
  return dump.items.filter { item in
    item.look.isEmpty && !ignored.contains(item.kind)
      && !options.ignoredAreas(on: item.page).contains { $0.holds(item.area) }
  }.map { Shape(item: $0, key: [$0.kind, $0.role, $0.words]) }
}
