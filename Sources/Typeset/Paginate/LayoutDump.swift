extension Composition {
  /// The composed pages as text, in the form that `Docs/dump.md` describes.
  ///
  /// One line of text a line, so that a difference names its words: what it is, its place in millimetres
  /// from the page's top left corner, its part in the structure, its fonts, sizes and colours, and its words.
  var dump: String {
    var lines: [String] = []
    for (index, page) in pages.enumerated() {
      lines.append(
        "page \(index + 1) of \(pages.count)  \(mm(page.size.width)) x \(mm(page.size.height))")
      page.forEachItem { append($0, at: $1, to: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ item: FrameItem, at place: Point, to lines: inout [String]) {
    switch item {
    case .line(let line): append(line, at: place, to: &lines)
    case .rule(let rule):
      lines.append(
        "  rule \(box(place, rule.size))  \(role(of: rule.part))  \(hexadecimal(rule.color))")
    case .image(let image):
      lines.append(
        "  image \(box(place, image.size))  \(role(of: image.part))  \(image.image.name)")
    }
  }

  private func append(_ line: Line, at origin: Point, to lines: inout [String]) {
    guard let first = line.runs.first else { return }
    // A word's division is shown as it looks.
    let words = line.runs.map { $0.item.text.replacing("\u{AD}", with: "-") }.joined()
    var trimmed = words[...]
    while trimmed.last == " " { trimmed.removeLast() }
    lines.append(
      "  \(line.role) x \(mm(origin.x + line.left)) baseline \(mm(origin.y + line.baseline))"
        + " width \(mm(line.width))  \(role(of: first.item.part))  \(looks(of: line))  \(trimmed)")
  }

  private func box(_ place: Point, _ size: Size) -> String {
    "x \(mm(place.x)) y \(mm(place.y)) width \(mm(size.width)) height \(mm(size.height))"
  }

  /// The standard types from the outermost element below the document to the block that something is of.
  private func role(of part: Part) -> String {
    guard case .content(let id, _) = part else { return "artifact" }
    var types: [String] = []
    var next: ElementID? = id
    while let id = next, id != StructureTree.root {
      let element = structure[id]
      next = element.parent
      // Stretches within a line are of their block.
      if types.isEmpty, element.role.isInline, next != StructureTree.root { continue }
      types.append(element.role.type)
    }
    return types.isEmpty ? "Document" : types.reversed().joined(separator: "/")
  }

  /// The fonts of a line with sizes and colours, each once, in the order of reading.
  private func looks(of line: Line) -> String {
    var looks: [String] = []
    for run in line.runs where !run.item.text.allSatisfy({ $0 == " " }) {
      let look = self.look(of: run.item)
      if !looks.contains(look) { looks.append(look) }
    }
    return looks.isEmpty ? "-" : looks.joined(separator: ", ")
  }

  private func look(of run: GlyphRun) -> String {
    let file = run.font.file.split(separator: "/").last ?? ""
    let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    let axes = run.font.variations.isEmpty ? "" : " " + run.font.variations
    let color = run.color == .black ? "" : " " + hexadecimal(run.color)
    return "\(name)\(axes) \(points(run.size))\(color)"
  }

  private func hexadecimal(_ color: Color) -> String {
    "#"
      + [color.red, color.green, color.blue].map { part in
        let digits = String(Int((part * 255).rounded()), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// A size in points with at most two decimals.
  private func points(_ size: Length) -> String {
    let hundredths = Int((size.points * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Millimetres with one decimal.
  private func mm(_ length: Length) -> String {
    let tenths = Int((length.millimetres * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension Composition {
  /// The names of the font files that glyphs were taken from, sorted.
  var fontFiles: [String] {
    var files: Set<String> = []
    for page in pages {
      page.forEachRun { run in
        let path = run.font.file
        files.insert(String(path.split(separator: "/").last ?? path[...]))
      }
    }
    return files.sorted()
  }
}
