/// What to say of a letter whose first lines are a head, but for the line of `---` above them; nil for
/// one that begins with its text.
func headWithoutFence(_ file: SourceFile, from first: Int) -> Diagnostic? {
  let line = file.line(first)
  if line.hasPrefix("```"), isFence(file.line(first + 1)) {
    return .error(
      .noHead, "the letter stands in a block of code", at: file.lineRange(first),
      hint: "delete this line, and the last one")
  }
  if isAlmostFence(line), isLineOfHead(file.line(first + 1)) {
    return .error(
      .noHead, "the head begins with \(quoted(collapseSpaces(line))), not with ---",
      at: file.lineRange(first), hint: "write --- in its place, and below the head")
  }
  guard isLineOfHead(line) else { return nil }
  let rest = (first..<file.lineStarts.count).lazy.map { file.line($0) }
  let head = rest.prefix { $0.contains { !$0.isWhitespace } }
  let isHead = head.contains { isFence($0) || $0.hasPrefix("layout:") }
  guard isHead else { return nil }
  return .error(
    .noHead, "the head has no line of --- above it", at: file.lineRange(first),
    hint: "write --- above this line, and below the last of the head")
}

/// What to say of a head without an end; a line that was to be it is told.
func headWithoutEnd(_ file: SourceFile, from first: Int) -> Diagnostic {
  let lines = (first + 1)..<max(first + 1, file.lineStarts.count)
  if let almost = lines.first(where: { isAlmostFence(file.line($0)) }) {
    return .error(
      .openHead, "the head ends with \(quoted(collapseSpaces(file.line(almost)))), not with ---",
      at: file.lineRange(almost), hint: "write --- in its place")
  }
  let start = file.lineStarts[first]
  return .error(
    .openHead, "the head that begins here has no end", at: file.range(start, start + 3),
    hint: "put a line of --- between the head and the text")
}

/// What to say of a body that begins with a second head, which would be printed; nil for any other.
func secondHead(_ body: BodyText) -> Diagnostic? {
  let file = body.file
  var line = file.lineIndex(at: body.start)
  while line < file.lineStarts.count, file.line(line).allSatisfy(\.isWhitespace) { line += 1 }
  guard isFence(file.line(line)), isLineOfHead(file.line(line + 1)) else { return nil }
  return .warning(
    .saidTwice, "a second head begins here, and is printed", at: file.lineRange(line),
    hint: "move its lines into the first one")
}

/// Whether a line is of hyphens or dashes that are not three hyphens.
private func isAlmostFence(_ line: String) -> Bool {
  let signs = line.filter { $0 != " " && $0 != "\t" }
  return (1...40).contains(signs.count) && signs.allSatisfy { "-–—−".contains($0) }
    && (signs.count > 1 || signs == "—") && !isFence(line)
}

/// Whether a line has one of the keys that every head may have.
private func isLineOfHead(_ line: String) -> Bool {
  guard let colon = line.firstIndex(of: ":") else { return false }
  return Letter.keys.contains(String(line[..<colon]))
}

extension SourceFile {
  /// The place of a 0-based line, without the white space at its end.
  func lineRange(_ index: Int) -> SourceRange {
    guard lineStarts.indices.contains(index) else { return range(bytes.count, bytes.count) }
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > start, [0x20, 0x09, 0x0A].contains(bytes[end - 1]) { end -= 1 }
    return range(start, end)
  }
}
