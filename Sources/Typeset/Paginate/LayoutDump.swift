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
      append(page.frame, at: .zero, to: &lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ frame: Frame, at origin: Point, to lines: inout [String]) {
    for placed in frame.items {
      let place = placed.origin + origin
      switch placed.item {
      case .line(let line): append(line, at: place, to: &lines)
      case .rule(let rule):
        lines.append(
          "  rule x \(two(place.x)) y \(two(place.y)) width \(two(rule.size.width))"
            + " height \(two(rule.size.height))")
      case .image(let image):
        lines.append(
          "  image x \(two(place.x)) y \(two(place.y)) width \(two(image.size.width))"
            + " height \(two(image.size.height)) \(image.image.name)")
      case .frame(let inner): append(inner, at: place, to: &lines)
      }
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
    for page in pages { collect(page.frame, into: &files) }
    return files.sorted()
  }

  private func collect(_ frame: Frame, into files: inout Set<String>) {
    for placed in frame.items {
      switch placed.item {
      case .line(let line):
        for run in line.runs {
          let path = run.item.font.file
          files.insert(String(path.split(separator: "/").last ?? path[...]))
        }
      case .frame(let inner): collect(inner, into: &files)
      case .rule, .image: break
      }
    }
  }
}
