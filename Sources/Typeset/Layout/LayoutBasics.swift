extension LayoutParser {
  /// A colour by one of the layout's names or as `"#8a1538"`.
  mutating func color(_ key: String, _ reader: inout MappingReader) -> Color? {
    guard let node = reader.node(key) else { return nil }
    if case .scalar(let name, _) = node.value, !name.hasPrefix("#") {
      if let color = colors[name] { return color }
      guard name.withoutCurlyQuotes == nil else {
        return node.color(as: reader.name(of: key), &problems)?.value
      }
      let near = nearestName(to: name, in: colors.keys.sorted())
      let problem = consequences.unknownColor(
        name, of: reader.name(of: key), at: node.range,
        hint: near.map { "write \($0)" }
          ?? "declare it under colors:, or write it as \"#8a1538\"")
      if let problem { problems.add(problem) }
      return nil
    }
    return node.color(as: reader.name(of: key), &problems)?.value
  }

  /// A length that is not negative.
  mutating func extent(_ key: String, _ reader: inout MappingReader) -> Length? {
    reader.node(key).flatMap { extent($0, as: reader.name(of: key)) }
  }

  private mutating func extent(_ node: SourceNode, as name: String) -> Length? {
    guard let length = node.length(as: name, in: units, &problems) else { return nil }
    if length.value < .zero {
      problems.add(
        .error(
          .outOfRange, "\(name) is \(quoted(length.place?.text ?? "")), less than nothing",
          at: length.place, hint: "write a length from 0mm upwards"))
      return nil
    }
    return length.value
  }

  /// The lengths of a list, or a single one, none of them negative.
  mutating func extents(_ key: String, _ reader: inout MappingReader) -> [Length]? {
    guard let items = reader.items(key, &problems) else { return nil }
    let name = reader.name(of: key)
    return items.compactMap { extent($0, as: name) }
  }

  /// A line's thickness and colour.
  mutating func stroke(_ key: String, _ reader: inout MappingReader) -> Stroke? {
    guard let node = reader.node(key) else { return nil }
    if case .scalar = node.value {
      return extent(node, as: reader.name(of: key)).map { Stroke(thickness: $0, color: .black) }
    }
    guard var part = MappingReader(node, path: reader.name(of: key), &problems) else { return nil }
    var stroke = Stroke(thickness: .pt(0.5), color: .black)
    part.read(Stroke.keys, into: &stroke, &self)
    return stroke
  }

  /// The pages that something stands on: one word or several.
  mutating func pages(_ key: String, _ reader: inout MappingReader) -> PageSelection? {
    guard let items = reader.items(key, &problems) else { return nil }
    var selection = PageSelection(first: false, middle: false, last: false, single: false)
    var parities: Set<PageWord> = []
    for item in items {
      guard let word = item.choice(as: reader.name(of: key), of: PageWord.self, &problems) else {
        continue
      }
      switch word.value {
      case .odd, .even: parities.insert(word.value)
      default: selection.formUnion(word.value.selection)
      }
    }
    if parities.count == items.count { selection = .all }
    if parities.count == 1 {
      selection.odd = parities.contains(.odd)
      selection.even = parities.contains(.even)
    }
    return selection
  }
}

/// The words for pages in layouts.
enum PageWord: String, Hashable, Sendable, CaseIterable {
  case all, first, next, last, single, several, odd, even

  var selection: PageSelection {
    switch self {
    case .all, .odd, .even: .all
    case .first: .first
    case .next: .next
    case .last: .last
    case .single: PageSelection(first: false, middle: false, last: false, single: true)
    case .several: PageSelection(first: true, middle: true, last: true, single: false)
    }
  }
}
