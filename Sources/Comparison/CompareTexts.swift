/// Which lines of two texts differ, such as the dumps of two layouts.
func compareTexts(_ old: String, _ new: String, _ options: CompareOptions) -> [Difference] {
  let masks = options.masks.compiled()
  let (was, now) = (lines(of: old, options, masks), lines(of: new, options, masks))
  var differences: [Difference] = []
  var (x, y) = (0, 0)
  for pair in aligned(was.map(\.text), now.map(\.text)) + [(was.count, now.count)] {
    note(was[x..<pair.old], now[y..<pair.new], &differences)
    (x, y) = (pair.old + 1, pair.new + 1)
  }
  if differences.isEmpty, old != new, options.masks.patterns.isEmpty,
    options.ignoredNames.isEmpty
  {
    differences.append(Difference(.lines, "the ends of lines differ"))
  }
  return differences
}

/// A line as it is compared, and where it stands.
private struct TextLine {
  let number: Int
  let page: Int?
  let text: String

  var words: [String] { text.split(separator: " ").map(String.init) }
}

private func lines(
  of text: String, _ options: CompareOptions, _ masks: CompiledMasks
) -> [TextLine] {
  var page: Int?
  var lines: [TextLine] = []
  for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .enumerated()
  {
    let first = line.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
    if first == "page", line.first == "p" {
      page = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
    guard !options.ignoredNames.contains(first) else { continue }
    lines.append(
      TextLine(number: index + 1, page: page, text: masks.masked(String(line))))
  }
  return lines
}

private func note(
  _ was: ArraySlice<TextLine>, _ now: ArraySlice<TextLine>, _ differences: inout [Difference]
) {
  for offset in 0..<max(was.count, now.count) {
    let (old, new) = (was.dropFirst(offset).first, now.dropFirst(offset).first)
    let message =
      switch (old, new) {
      case (let old?, let new?): change(of: old, to: new)
      case (let old?, nil): "\(quoted(old.words)) is missing"
      case (nil, let new?): "\(quoted(new.words)) is new"
      case (nil, nil): ""
      }
    let place = old ?? new
    differences.append(
      Difference(.lines, page: place?.page, "line \(place?.number ?? 0): \(message)"))
  }
}

/// What became of a line: the words that differ, where most are the same.
private func change(of old: TextLine, to new: TextLine) -> String {
  let (was, now) = (old.words, new.words)
  let pairs = aligned(was, now)
  guard pairs.count * 2 > max(was.count, now.count) else {
    return "\(quoted(was)) is now \(quoted(now))"
  }
  var changes: [String] = []
  var (x, y) = (0, 0)
  for pair in pairs + [(was.count, now.count)] {
    let (gone, came) = (Array(was[x..<pair.old]), Array(now[y..<pair.new]))
    (x, y) = (pair.old + 1, pair.new + 1)
    switch (gone.isEmpty, came.isEmpty) {
    case (true, true): continue
    case (false, false): changes.append("\(quoted(gone)) is now \(quoted(came))")
    case (false, true): changes.append("\(quoted(gone)) is missing")
    case (true, false): changes.append("\(quoted(came)) is new")
    }
  }
  return changes.joined(separator: ", ") + " in \(quoted(was))"
}
