/// A layout with what it extends merged in.
struct InheritedLayout {
  var node: SourceNode
  /// The files it extends, the oldest first.
  var ancestors: [SourceFile]
  /// The leading of the running text in the files it extends, by their names: what stands in one of
  /// them in `lines` stays where it is when another extends it with another leading.
  var leadings: [String: Length] = [:]
  /// What one mistake in it may bring about elsewhere.
  var consequences = Consequences()
}

/// Merges a layout into the one it extends, and that into the one it extends, and so on.
func inherit(
  _ file: SourceFile,
  inheriting: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> InheritedLayout {
  var chain: [(file: SourceFile, node: SourceNode)] = []
  var next = file
  while true {
    let node = try parseYAML(next, in: 0..<next.bytes.count)
    chain.append((next, node))
    guard let parent = try extendedName(in: node) else { break }
    let found = try inherited(parent, next, inheriting)
    if chain.contains(where: { $0.file.name == found.name }) {
      let names = (chain.map(\.file.name) + [found.name]).joined(separator: " extends ")
      throw Diagnostics(
        .error(
          .ring, "the layout extends itself: \(names)", at: parent.place,
          hint: "name another layout after extends:, or delete the line"))
    }
    next = found
  }
  var merged = chain[chain.count - 1].node
  var leadings: [String: Length] = [:]
  for (index, link) in chain.enumerated().reversed() {
    if index < chain.count - 1 {
      let older = chain[(index + 1)...].map(\.node)
      merged = merge(link.node, into: merged, after: older, at: [])
    }
    if index > 0, let leading = leading(of: merged) { leadings[link.file.name] = leading }
  }
  var consequences = Consequences()
  consequences.file = file
  for link in chain {
    consequences.commented += link.node.commentedValues
    consequences.removed.merge(link.node.emptiedKeys) { first, _ in first }
    consequences.variables.merge(link.node.variablePlaces) { first, _ in first }
  }
  merged = try substituteVariables(in: merged)
  return InheritedLayout(
    node: merged, ancestors: chain.dropFirst().map(\.file).reversed(), leadings: leadings,
    consequences: consequences)
}

/// The leading of a layout's running text; nil where it does not say it in so many points.
private func leading(of node: SourceNode) -> Length? {
  var problems = DiagnosticCollector()
  return node.entry("text")?.entry("leading")?.length(as: "text.leading", &problems)?.value
}

extension SourceNode {
  /// Whether it has an entry at a path of keys, whatever stands there.
  fileprivate func hasEntry(at path: ArraySlice<String>) -> Bool {
    guard let key = path.first, let value = entry(key) else { return false }
    return path.count == 1 || value.hasEntry(at: path.dropFirst())
  }

  /// The value of a key; nil where there is none.
  fileprivate func entry(_ key: String) -> SourceNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

/// The file that a layout extends; what is wrong with it is told where it is named.
private func inherited(
  _ name: Located<String>, _ from: SourceFile,
  _ inheriting: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> SourceFile {
  do {
    return try inheriting(name.value, from)
  } catch {
    throw Diagnostics(
      error.all.map {
        Diagnostic($0.severity, $0.text, at: $0.place ?? name.place, hints: $0.steps)
      })
  }
}

private func extendedName(in node: SourceNode) throws(Diagnostics) -> Located<String>? {
  guard case .mapping(let entries) = node.value,
    let entry = entries.first(where: { $0.key == "extends" })
  else { return nil }
  var problems = DiagnosticCollector()
  let name = entry.value.text(as: "extends", &problems)
  try problems.throwIfErrors()
  return name
}

/// Mappings are merged key by key; anything else replaces, and an empty value takes the key away.
///
/// What stands under `+key` comes after the list under `key`; where there is none, it stays for the
/// reader to add to the default.
///
/// - Parameter older: the layouts that are merged into the base, as they are written: what one of
///   them took away already can be taken away again.
private func merge(
  _ node: SourceNode, into base: SourceNode, after older: [SourceNode], at path: [String]
) -> SourceNode {
  guard case .mapping(let entries) = node.value, case .mapping(let inherited) = base.value else {
    return node
  }
  let replaced = overruled(by: entries, in: inherited)
  var merged = inherited.filter { $0.key != "extends" && !replaced.contains($0.key) }
  for entry in entries {
    if entry.key.hasPrefix("+"), Layout.addsToList(path + [String(entry.key.dropFirst())]) {
      putAfter(entry, in: &merged)
      continue
    }
    merged.removeAll { $0.key == "+" + entry.key }
    let path = path + [entry.key]
    let index = merged.firstIndex { $0.key == entry.key }
    if entry.value.value == .null {
      if let index {
        merged.remove(at: index)
      } else if !older.contains(where: { $0.hasEntry(at: path[...]) }) {
        merged.append(entry)
      }
      continue
    }
    guard let index else {
      merged.append(entry.withoutEmptied(after: older, at: path))
      continue
    }
    merged[index] = SourceNode.Entry(
      key: entry.key, keyRange: entry.keyRange,
      value: merge(entry.value, into: merged[index].value, after: older, at: path))
  }
  return SourceNode(value: .mapping(merged), range: node.range)
}

extension SourceNode.Entry {
  /// The entry without the empty keys that older layouts took away already.
  fileprivate func withoutEmptied(after older: [SourceNode], at path: [String]) -> Self {
    guard case .mapping(let inner) = value.value else { return self }
    let kept = inner.filter { entry in
      entry.value.value != .null
        || !older.contains { $0.hasEntry(at: (path + [entry.key])[...]) }
    }
    return Self(
      key: key, keyRange: keyRange,
      value: SourceNode(
        value: .mapping(kept.map { $0.withoutEmptied(after: older, at: path + [$0.key]) }),
        range: value.range))
  }
}

/// Puts the items of `+key` after those that are there already, under `key` or `+key`.
private func putAfter(_ entry: SourceNode.Entry, in entries: inout [SourceNode.Entry]) {
  let names = [String(entry.key.dropFirst()), entry.key]
  guard let index = entries.firstIndex(where: { names.contains($0.key) }) else {
    entries.append(entry)
    return
  }
  let old = entries[index]
  entries[index] = SourceNode.Entry(
    key: old.key, keyRange: entry.keyRange,
    value: old.value.followed(by: entry.value))
}

extension SourceNode {
  /// The list with the items of another behind its own, in each language that one of them names.
  fileprivate func followed(by more: SourceNode) -> SourceNode {
    if isByLanguage || more.isByLanguage {
      return joinedByLanguage(with: more) { $0.followed(by: $1) }
    }
    return SourceNode(value: .sequence(items + more.items), range: more.range)
  }

  /// The items of a list; a single value is a list of one, and nothing one of none.
  fileprivate var items: [SourceNode] {
    switch value {
    case .sequence(let items): items
    case .null: []
    case .scalar, .mapping: [self]
    }
  }
}

/// The keys of an inherited rectangle that make no sense any more: where two of x, width and right
/// are given anew, the third goes; where one is, the width stays rather than the other edge; and
/// where a baseline is given, the edge it stands for goes.
private func overruled(
  by entries: [SourceNode.Entry], in inherited: [SourceNode.Entry]
) -> Set<String> {
  let own = Set(entries.map(\.key))
  let old = Set(inherited.map(\.key))
  var gone: Set<String> = []
  for (start, extent, end): (Set<String>, Set<String>, Set<String>) in [
    (["x"], ["width"], ["right"]), (["y", "baseline"], ["height"], ["bottom", "last-baseline"]),
  ] {
    let given = [start, extent, end].filter { !$0.isDisjoint(with: own) }
    guard !given.isEmpty, given.count < 3 else { continue }
    let others = [end, start, extent].filter { $0.isDisjoint(with: own) }
    let isFull = given.count == 2 || others.allSatisfy { !$0.isDisjoint(with: old) }
    for keys in given + (isFull ? others.prefix(1) : []) { gone.formUnion(keys.subtracting(own)) }
  }
  return gone
}
