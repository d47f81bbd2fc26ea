/// Terms and what is said of them, where lines of a frame are such: `Dato: 11. marts 2024`.
///
/// A label on a line of its own is a term by the layout; a label within a line is one by its colon.
enum RecitedLine: Hashable, Sendable {
  case line(RecitedElement)
  case pair(term: [RecitedPiece], value: [RecitedPiece])

  /// The lines of a group of a frame.
  static func lines(of elements: [RecitedElement]) -> [RecitedLine] {
    var lines: [RecitedLine] = []
    var index = 0
    while index < elements.count {
      let element = elements[index]
      if element.isTerm, index + 1 < elements.count, !elements[index + 1].isTerm {
        lines.append(.pair(term: element.pieces, value: elements[index + 1].pieces))
        index += 1
      } else if element.role == .paragraph, let parted = labelled(element) ?? parted(element.pieces)
      {
        lines.append(.pair(term: parted.term, value: parted.value))
      } else {
        lines.append(.line(element))
      }
      index += 1
    }
    return lines
  }

  /// A label that looks its own way, and what a space parts from it; nil where a line has none.
  private static func labelled(
    _ element: RecitedElement
  ) -> (term: [RecitedPiece], value: [RecitedPiece])? {
    let space = element.pieces.firstIndex { piece in
      if case .text(let text, _) = piece { text == " " || text == "\u{A0}" } else { false }
    }
    guard let base = element.look?.text, let space, space > 0, space + 1 < element.pieces.count
    else { return nil }
    let term = element.pieces[..<space]
    let isLabel = term.allSatisfy { piece in
      if case .text(_, let style) = piece { style != base } else { false }
    }
    return isLabel ? (Array(term), Array(element.pieces[(space + 1)...])) : nil
  }

  /// The longest term, in characters.
  private static let longest = 40

  /// What stands before and after the first colon of a line; nil where that is no term.
  private static func parted(
    _ pieces: [RecitedPiece]
  ) -> (term: [RecitedPiece], value: [RecitedPiece])? {
    var term: [RecitedPiece] = []
    var length = 0
    for (index, piece) in pieces.enumerated() {
      guard case .text(let text, let style) = piece else { return nil }
      if let colon = text.firstIndex(of: ":") {
        let end = text.index(after: colon)
        let rest = text[end...].drop { $0 == " " }
        let isApart = text[end...].first.map { $0 == " " } ?? (index + 1 < pieces.count)
        let hasTerm = length > 0 || colon > text.startIndex
        guard isApart, hasTerm, length + text[..<colon].count <= longest else { return nil }
        term.append(.text(String(text[..<end]), style))
        var value = Array(pieces[(index + 1)...])
        if !rest.isEmpty { value.insert(.text(String(rest), style), at: 0) }
        if rest.isEmpty, case .text(let next, let style)? = value.first {
          value[0] = .text(String(next.drop { $0 == " " }), style)
        }
        return value.isEmpty ? nil : (term, value)
      }
      length += text.count
      term.append(piece)
    }
    return nil
  }
}

extension [RecitedElement] {
  /// The elements by the group of lines that they belong to.
  var groups: [[RecitedElement]] {
    var groups: [[RecitedElement]] = []
    var open: Int?
    for element in self {
      let group = element.firstLook?.group
      if group == open, !groups.isEmpty {
        groups[groups.count - 1].append(element)
      } else {
        groups.append([element])
        open = group
      }
    }
    return groups
  }
}
