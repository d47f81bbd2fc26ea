import Inspection

/// A word of a file as it is compared.
struct ComparedWord {
  /// The word, with blanks for what is masked.
  let text: String
  let page: Int
  let area: Area
  /// The line of its page that it stands in.
  let line: Int
  /// Whether a part of it is masked.
  let isMasked: Bool
}

/// The words of a file in reading order, but for those in places that do not count.
func comparedWords(
  _ pages: [PageWords], _ options: CompareOptions, _ masks: CompiledMasks
) -> [ComparedWord] {
  var words: [ComparedWord] = []
  for (index, page) in pages.enumerated() {
    let ignored = options.ignoredAreas(on: index + 1)
    let kept = page.words.filter { word in
      let middle = word.area.middle
      return !ignored.contains { $0.holds(x: middle.x, y: middle.y) }
    }
    var line: [PageWord] = []
    for word in kept {
      if let last = line.last, last.line != word.line {
        words += compared(line, page: index + 1, masks)
        line = []
      }
      line.append(word)
    }
    words += compared(line, page: index + 1, masks)
  }
  return words
}

/// The words of a line; those that one mask covers become one.
private func compared(
  _ line: [PageWord], page: Int, _ masks: CompiledMasks
) -> [ComparedWord] {
  let text = line.map(\.text).joined(separator: " ")
  let masked = masks.ranges(in: text)
  guard !masked.isEmpty else {
    return line.map {
      ComparedWord(text: $0.text, page: page, area: $0.area, line: $0.line, isMasked: false)
    }
  }
  // Each character with the words it belongs to, none for a space; a blank belongs to all it hides.
  var owners: [Int?] = []
  for (index, word) in line.enumerated() {
    if index > 0 { owners.append(nil) }
    owners += Array(repeating: index, count: word.text.count)
  }
  var cells: [(character: Character, owners: [Int])] = []
  var hidden = masked[...]
  for (offset, index) in text.indices.enumerated() {
    if let range = hidden.first, range.contains(index) {
      if range.lowerBound == index { cells.append((TextMasks.blank, [])) }
      if let owner = owners[offset] { cells[cells.count - 1].owners.append(owner) }
      if text.index(after: index) == range.upperBound { hidden.removeFirst() }
    } else {
      cells.append((text[index], owners[offset].map { [$0] } ?? []))
    }
  }
  return cells.split { $0.owners.isEmpty && $0.character == " " }.compactMap { cells in
    let owners = cells.flatMap(\.owners)
    guard let first = owners.first else { return nil }
    return ComparedWord(
      text: String(cells.map(\.character)), page: page,
      area: owners.reduce(line[first].area) { $0.joined(with: line[$1].area) },
      line: line[first].line, isMasked: cells.contains { $0.character == TextMasks.blank })
  }
}
