import Proofing

@testable import Typeset

/// A letter with a short head, composed in a layout that is shipped.
func composed(
  _ body: String, layout: String = "kl", head: String = "", in folder: String = ".",
  options: ComposeOptions = ComposeOptions()
) throws -> Composition {
  let text = "---\nlayout: \(layout)\ndate: 2024-03-11\n\(head)---\n\(body)\n"
  return try composedLetter(
    SourceFile(name: "letter.md", text: text), in: folder, options: options
  ).composition
}

/// The names of all layouts that are shipped.
func shippedLayouts() throws -> [String] {
  try Typesetter(resources: ResourceFolder(path: Project.folder)).listLayouts().map(\.key)
}

/// A line of text at its place on a page.
struct PlacedLine {
  let page: Int
  let role: String
  let text: String
  /// Around its ink, from the page's corner, in points.
  let ink: Rect
  let baseline: Double
  let isArtifact: Bool
}

extension Composition {
  /// The lines of every page, those of frames and notes too.
  var placedLines: [PlacedLine] {
    pages.enumerated().flatMap { index, page in
      page.frame.items.compactMap { placed -> PlacedLine? in
        guard case .line(let line) = placed.item, let first = line.runs.first else { return nil }
        let ink = InkBoxes(
          of: Page(size: page.size, frame: Frame(size: page.size, items: [placed]), boxes: []))
        guard let box = ink.boxes.first else { return nil }
        let isArtifact = if case .artifact = first.item.part { true } else { false }
        return PlacedLine(
          page: index + 1, role: line.role,
          text: line.runs.map(\.item.text).joined().replacing("\u{AD}", with: "-"),
          ink: box.rect, baseline: (placed.origin.y + line.baseline).points,
          isArtifact: isArtifact)
      }
    }
  }

  /// The lines of a role as they read.
  func texts(_ role: String) -> [String] {
    placedLines.filter { $0.role == role }.map { line in
      line.text.split(separator: " ").joined(separator: " ")
    }
  }

  /// The words of all notes in their order, divided words put together.
  var noteWords: [String] {
    texts("footnote").joined(separator: " ").replacing("- ", with: "")
      .split(separator: " ").map(String.init)
  }

  /// Lines that lie over each other or reach over the edge of their page; none in a sound letter.
  var collisions: [String] {
    var found: [String] = []
    for (number, page) in pages.enumerated() {
      let lines = placedLines.filter { $0.page == number + 1 }
      for (index, line) in lines.enumerated() {
        let paper = Rect(origin: .zero, size: page.size)
        if !paper.contains(line.ink) { found.append("\(line.text) leaves page \(number + 1)") }
        for other in lines[(index + 1)...] where line.ink.overlaps(other.ink) {
          found.append("\(line.text) / \(other.text) on page \(number + 1)")
        }
      }
    }
    return found
  }
}

extension Rect {
  /// Whether two lines share more than what leading leaves of their descenders and accents.
  fileprivate func overlaps(_ other: Rect) -> Bool {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    let line = min(size.height, other.size.height)
    return width > .pt(0.5) && height > line * 0.3
  }
}
