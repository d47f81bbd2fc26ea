extension Composition {
  /// The composed pages as text: one line of text a line, so that a difference names its words.
  ///
  /// Each line gives what it is, x and baseline from the page's top left corner and the width, in
  /// points with two decimals, and the words.
  var dump: String {
    var lines: [String] = []
    for (index, page) in pages.enumerated() {
      lines.append(
        "page \(index + 1) of \(pages.count)  \(two(page.size.width)) x \(two(page.size.height))")
      page.forEachItem { append($0, at: $1, to: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ item: FrameItem, at place: Point, to lines: inout [String]) {
    switch item {
    case .line(let line): append(line, at: place, to: &lines)
    case .rule(let rule):
      lines.append(
        "  rule x \(two(place.x)) y \(two(place.y)) width \(two(rule.size.width))"
          + " height \(two(rule.size.height))")
    case .image(let image):
      lines.append(
        "  image x \(two(place.x)) y \(two(place.y)) width \(two(image.size.width))"
          + " height \(two(image.size.height)) \(image.image.name)")
    }
  }

  private func append(_ line: Line, at origin: Point, to lines: inout [String]) {
    guard let first = line.runs.first else { return }
    // A word's division is shown as it looks.
    let words = line.runs.map { $0.item.text.replacing("\u{AD}", with: "-") }.joined()
    var trimmed = words[...]
    while trimmed.last == " " { trimmed.removeLast() }
    let isArtifact = if case .artifact = first.item.part { " artifact" } else { "" }
    lines.append(
      "  \(line.role) x \(two(origin.x + line.left)) baseline"
        + " \(two(origin.y + line.baseline)) width \(two(line.width))\(isArtifact)  \(trimmed)")
  }

  private func two(_ length: Length) -> String {
    let hundredths = Int((length.points * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    return (hundredths < 0 ? "-" : "") + String(abs(hundredths) / 100) + "."
      + (digits.count < 2 ? "0" + digits : digits)
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
