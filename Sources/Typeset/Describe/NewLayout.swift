/// A layout to start from: it extends another, and has all that can be said of a layout as comments,
/// with what holds now.
///
/// A line `#key: value` says what is so already; a key that says nothing yet has an example, and
/// `For example:` before it.
struct NewLayout {
  /// What the layout is called.
  let name: String
  /// The layout that it extends, by the name it is given there.
  let base: String
  /// The merged values of that layout.
  let node: SourceNode
  /// The layout they make.
  let layout: Layout
  /// The path of the schema of layouts; nil where none is installed.
  let schema: String?

  /// The whole file.
  var text: String {
    var lines = schema.map { ["# yaml-language-server: $schema=\($0)"] } ?? []
    lines += introduction
    for (title, names) in Self.chapters {
      lines += ["", "# -- \(title)"]
      if title == "Frames" {
        lines.append("")

        lines += told("A frame takes:", ReadFrame.namedKeys.map { $0.described(nil) })
      }
      for name in names {
        guard let key = keys.first(where: { $0.name == name }) else { continue }
        if name == "styles" {
          lines += styles(key)
        } else {
          lines += section(key)
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let chapters: [(String, [String])] = [
    ("What it is", ["language", "variables"]),
    ("Paper", ["page", "letterhead"]),
    ("Colours and fonts", ["colors", "fonts"]),
    ("Type", ["text", "styles"]),
    ("What letters say of themselves", ["fields", "date-form"]),
    ("The column of text", ["regions"]),
    ("The recipient and the envelope", ["recipient", "window", "keep-free", "marks"]),
    (
      "The parts of a letter",
      ["subject", "opening", "closing", "signatures", "enclosures", "copies"]
    ),
    (
      "What stands in the text",
      [
        "lists", "quotations", "callouts", "tables", "images", "footnotes", "thematic-breaks",
        "printed-links", "fit",
      ]
    ),
    ("Frames", ["logo", "header", "sidebar", "sidebars", "footer", "frames", "shapes"]),
    ("Digital Post and remote print", ["sender"]),
  ]

  private var keys: [KeyDescription] {
    let empty = Layout(file: SourceFile(name: "", text: ""), name: "", regions: .none)
    return Layout.keys.map { $0.described(empty) }
  }

  private var introduction: [String] {
    commentLines(
      "A layout of your own. What it does not say is as in \(base), whose values stand here switched off, "
        + "so that letters look the same until you change one: take away the # right before it, and "
        + "before those that it stands under, and write another value.")
      + ["#"]
      + commentLines(
        "What begins with # and a space is a comment; where it names no default, the value below it is the "
          + "default. Lengths have units: mm, cm, in, pt, lines (of the text's leading) or em (the size of the "
          + "type), and can be added up: 3mm + 2lines. Places are measured from the edges of the page."
      )
      + ["#"]
      + commentLines(
        "Look at it: letterpdf render LETTER --layout FILE --guides; find mistakes: letterpdf layout "
          + "check FILE.")
      + [
        "extends: \(yamlScalar(base))", "name: \(yamlScalar(name))",
        "description: \(yamlScalar("A layout of our own"))",
      ]
  }

  // MARK: Keys

  /// A key at the top, with what stands below it.
  private func section(_ key: KeyDescription) -> [String] {
    [""] + entry(key, node.value(of: key.name), indent: 0)
  }

  /// A key with its meaning and its value: that of the base, else its default, else an example.
  private func entry(_ key: KeyDescription, _ value: SourceNode?, indent: Int) -> [String] {
    if case .keys(let inner) = key.form {
      return container(key, inner, value, indent: indent)
    }
    if let value {
      let standard = key.standard.flatMap { $0 == value.flow ? nil : $0 }
      return commentLines(Self.explained(key, standard), indent: indent)
        + Self.off(value.lines(under: key.name, indent: indent))
    }
    let start = String(repeating: " ", count: indent)
    if let standard = key.standard {
      return commentLines(Self.explained(key, nil), indent: indent)
        + ["\(start)#\(key.name): \(standard)"]
    }
    return commentLines(Self.explained(key, key.otherwise) + " For example:", indent: indent)
      + Self.off(example(key).lines(under: key.name, indent: indent))
  }

  /// A key that has keys of its own; one of which nothing is said stands as an example, whole.
  private func container(
    _ key: KeyDescription, _ inner: [KeyDescription], _ value: SourceNode?, indent: Int
  ) -> [String] {
    let start = String(repeating: " ", count: indent)
    let isExample = value == nil && !Self.isAlwaysThere(key)
    if isExample {
      let told = Self.explained(key, key.otherwise) + " For example:"
      return commentLines(told, indent: indent)
        + Self.off(example(key).lines(under: key.name, indent: indent))
        + self.told("It takes:", inner, indent: indent)
    }
    return commentLines(key.meaning, indent: indent) + ["\(start)#\(key.name):"]
      + inner.flatMap { entry($0, value?.value(of: $0.name), indent: indent + 2) }
  }

  /// Whether a part is there although the layout says nothing of it, so that its defaults hold.
  private static func isAlwaysThere(_ key: KeyDescription) -> Bool {
    guard case .keys(let inner) = key.form else { return false }
    return key.otherwise == nil && inner.contains { $0.standard != nil || isAlwaysThere($0) }
  }

  /// The meaning of a key, what its values are, and what is held to be its default.
  private static func explained(_ key: KeyDescription, _ standard: String?) -> String {
    var told = [key.form.kind, standard.map { "default: \($0)" }].compactMap(\.self)
      .joined(separator: "; ")
    if let first = told.first { told = " " + first.uppercased() + told.dropFirst() + "." }
    return key.meaning + told
  }

  private func example(_ key: KeyDescription) -> SourceNode {
    let file = SourceFile(name: "", text: key.shownExample ?? "")
    let parsed = try? parseYAML(file, in: 0..<file.bytes.count)
    return parsed ?? SourceNode(value: .null, range: file.range(0, 0))
  }

  /// Keys in a list of their own, each with its meaning.
  private func told(_ title: String, _ keys: [KeyDescription], indent: Int = 0) -> [String] {
    let start = String(repeating: " ", count: indent)
    let width = (keys.map(\.name.count).max() ?? 0) + 2
    return ["\(start)# \(title)"]
      + keys.flatMap { key in
        let gap = String(repeating: " ", count: width)
        let said = Self.explained(key, key.standard ?? key.otherwise)
        let lines = commentLines(said, indent: indent, hanging: width + 2)
        guard let first = lines.first else { return [String]() }
        let head = "\(start)#   \(key.name)\(gap.dropFirst(key.name.count))"
        return [head + first.dropFirst(head.count)] + lines.dropFirst()
      }
  }

  private static func off(_ lines: [String]) -> [String] { lines.map(switchedOff) }

  // MARK: Styles

  /// The styles by kind of text: what the base says, else the size that they have.
  private func styles(_ key: KeyDescription) -> [String] {
    let value = node.value(of: "styles")
    var lines = [""] + commentLines(key.meaning + " A style takes the keys of text.")
    lines.append("#styles:")
    var rows = StyleRole.allCases.filter { $0 != .text }.map { role in
      let size = layout.styles[role].text.size
      let own = value?.value(of: role.rawValue)?.flow ?? "{size: \(size.written)}"
      return ("  #\(role.rawValue): \(own)", role.meaning)
    }
    if case .mapping(let entries) = value?.value {
      let roles = Set(StyleRole.allCases.map(\.rawValue))
      rows += entries.filter { !roles.contains($0.key) }.map {
        ("  #\(yamlScalar($0.key)): \($0.value.flow)", "A style of \(base)'s own, for frames.")
      }
    }
    for (line, meaning) in rows {
      let gap = String(repeating: " ", count: max(0, 48 - line.count))
      let whole = "\(line)\(gap)  # \(meaning)"
      lines += whole.count <= 100 ? [whole] : ["  # \(meaning)", line]
    }
    return lines
  }
}

extension Length {
  /// The length in points, as a layout writes it.
  fileprivate var written: String { "\(short((points * 1000).rounded() / 1000))pt" }
}
