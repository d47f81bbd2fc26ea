/// The lines of a frame: labels with what they are of, as `Dato: 11. marts 2024`, and all others.
enum RecitedLine: Hashable, Sendable {
  case line(RecitedElement)
  case pair(term: [RecitedPiece], value: [RecitedPiece])

  /// The lines of a group of a frame.
  static func lines(of elements: [RecitedElement]) -> [RecitedLine] {
    elements.map { element in
      guard element.role == .listItem else { return .line(element) }
      func pieces(_ isTerm: Bool) -> [RecitedPiece] {
        element.elements.filter { ($0.role == .label) == isTerm }.flatMap(\.pieces)
      }
      return .pair(term: pieces(true).withoutEndSpace, value: pieces(false))
    }
  }
}

extension [RecitedPiece] {
  /// The pieces without the white at their end.
  fileprivate var withoutEndSpace: [RecitedPiece] {
    guard case .text(let text, let style)? = last else { return self }
    var words = text[...]
    while words.last?.isWhitespace == true { words.removeLast() }
    return dropLast() + (words.isEmpty ? [] : [.text(String(words), style)])
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
