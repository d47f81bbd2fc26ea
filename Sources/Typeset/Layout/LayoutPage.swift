extension LayoutParser {
  /// Sheet sizes by name.
  private enum Paper: String, CaseIterable {
    case a4 = "A4"
    case a5 = "A5"
    case letter = "Letter"
    case legal = "Legal"

    var size: Size {
      switch self {
      case .a4: .a4
      case .a5: Size(width: .mm(148), height: .mm(210))
      case .letter: Size(width: .pt(612), height: .pt(792))
      case .legal: Size(width: .pt(612), height: .pt(1008))
      }
    }
  }

  mutating func readPage(_ reader: inout MappingReader) {
    guard var part = reader.mapping("page", &problems) else { return }
    if let paper = part.choice("size", of: Paper.self, &problems) { page.size = paper.value.size }
    let width = extent("width", &part) ?? page.size.width
    let height = extent("height", &part) ?? page.size.height
    page.size = Size(width: width, height: height)
    page.mirrorsEvenPages = part.flag("mirror", &problems)?.value ?? false
    if var numbers = part.mapping("numbers", &problems) {
      page.numbers = numbers.choice("form", &problems)?.value ?? .arabic
      page.numbersSinglePage = numbers.flag("single", &problems)?.value ?? true
      numbers.finish(&problems)
    }
    part.finish(&problems)
  }

  mutating func readFonts(_ reader: inout MappingReader) {
    guard var part = reader.mapping("fonts", &problems) else { return }
    fonts.text = part.text("text", &problems)?.value ?? fonts.text
    fonts.heading = part.text("heading", &problems)?.value
    fonts.mono = part.text("mono", &problems)?.value ?? fonts.mono
    if let fallback = part.texts("fallback", &problems) { fonts.fallback = fallback.map(\.value) }
    fonts.files = part.texts("files", &problems) ?? []
    part.finish(&problems)
  }

  mutating func readColors(_ reader: inout MappingReader) {
    guard let part = reader.mapping("colors", &problems) else { return }
    var rest = part
    for key in part.keys { colors[key] = rest.color(key, &problems)?.value }
  }

  mutating func readFields(_ reader: inout MappingReader) -> [DeclaredField] {
    guard let node = reader.node("fields"), node.value != .null else { return [] }
    var fields: [DeclaredField] = []
    if case .sequence(let items) = node.value {
      for item in items {
        guard let key = item.text(as: "a field", &problems) else { continue }
        fields.append(
          DeclaredField(key: key.value, labels: [:], isRequired: false, place: key.place))
      }
    } else if var part = MappingReader(node, path: "fields", &problems) {
      for key in part.keys {
        if let entry = part.entry(key) { fields.append(readField(entry)) }
      }
    }
    fieldKeys += fields.map(\.key)
    return fields
  }

  private mutating func readField(_ entry: SourceNode.Entry) -> DeclaredField {
    var field = DeclaredField(
      key: entry.key, labels: [:], isRequired: false, place: entry.keyRange)
    if case .scalar(let label, _) = entry.value.value {
      field.labels[""] = label
    } else if var part = MappingReader(entry.value, path: "fields.\(entry.key)", &problems) {
      field.labels = byLanguage("label", of: entry.key, &part).mapValues(\.value)
      field.defaults = byLanguage("default", of: entry.key, &part)
      field.isRequired = part.flag("required", &problems)?.value ?? false
      part.finish(&problems)
    }
    return field
  }

  /// A text, or one for each language and `other` for the rest.
  private mutating func byLanguage(
    _ key: String, of field: String, _ part: inout MappingReader
  ) -> [String: Located<String>] {
    guard let node = part.node(key) else { return [:] }
    let path = "fields.\(field).\(key)"
    var texts: [String: Located<String>] = [:]
    if case .mapping = node.value {
      guard var reader = MappingReader(node, path: path, &problems) else { return [:] }
      for language in reader.keys {
        texts[language == "other" ? "" : language] = reader.text(language, &problems)
      }
    } else {
      texts[""] = node.text(as: path, &problems)
    }
    return texts
  }

  mutating func readLetterhead(_ reader: inout MappingReader) -> Letterhead? {
    guard var part = reader.mapping("letterhead", &problems) else { return nil }
    let letterhead = Letterhead(
      first: part.text("first", &problems), next: part.text("next", &problems))
    part.finish(&problems)
    return letterhead
  }
}
