/// Reads a letter: Markdown under a YAML head, or one JSON object with the same keys and `body`.
///
/// The head stands between two lines of `---`, the first of them the first line with anything on
/// it. Everything in the head is data, never markup; only the body is.
///
/// - Parameter form: what the file is; nil takes one whose first character is `{` for JSON.
/// - Returns: the letter, and what looks wrong in it but does not stop it.
/// - Throws: ``Diagnostics`` with every problem found, in source order.
func parseLetter(
  _ file: SourceFile, as form: LetterForm? = nil
) throws(Diagnostics) -> (letter: Letter, warnings: [Diagnostic]) {
  let reading = readLetter(file, as: form)
  try reading.problems.throwIfErrors()
  return (reading.letter, reading.problems.inSourceOrder)
}

/// The two ways to write a letter down.
enum LetterForm: Hashable, Sendable { case markdown, json }

/// Reads as much of a letter as can be read, with all that is wrong with it.
///
/// - Parameter isTemplate: whether braces in its texts are fields, which are left for a
///   ``LetterTemplate``; a date of that kind is held back.
func readLetter(
  _ file: SourceFile, as form: LetterForm? = nil, isTemplate: Bool = false
) -> (letter: Letter, problems: DiagnosticCollector, heldDate: Located<String>?) {
  var problems = DiagnosticCollector()
  var letter = Letter(file: file)
  var source: LetterParts
  do throws(Diagnostics) {
    source = try findParts(of: file, as: form, &problems)
  } catch {
    problems.add(error.all)
    problems.tell(of: "letter")
    return (letter, problems, nil)
  }
  let heldDate = isTemplate ? source.takeDate() : nil
  source.body?.isTemplate = isTemplate
  readHead(source.head, isJSON: source.isJSON, into: &letter, &problems)
  if let text = source.body {
    var body = BodyReader(text: text)
    letter.body = body.read()
    if !body.problems.hasErrors { body.warnOfUnusedFootnotes(besides: letter.body) }
    letter.footnotes = body.footnotes
    problems.add(body.problems.all)
  }
  tellHeadSlips(in: source.head, &problems)
  if !problems.hasErrors { tellWholeSlips(in: letter, body: source.body, &problems) }
  problems.tell(of: "letter")
  return (letter, problems, heldDate)
}

/// The head as nodes and the body as Markdown.
private struct LetterParts {
  var head: SourceNode
  var body: BodyText?
  var isJSON: Bool

  /// Takes a date out of the head that a record is to give.
  mutating func takeDate() -> Located<String>? {
    guard case .mapping(var entries) = head.value,
      let index = entries.firstIndex(where: { $0.key == "date" }),
      case .scalar(let text, _) = entries[index].value.value, holdsTags(text)
    else { return nil }
    let place = entries.remove(at: index).value.range
    head = SourceNode(value: .mapping(entries), range: head.range)
    return Located(value: collapseSpaces(text), place: place)
  }
}

private func findParts(
  of file: SourceFile, as form: LetterForm?, _ problems: inout DiagnosticCollector
) throws(Diagnostics) -> LetterParts {
  let first = file.bytes.firstIndex { ![0x20, 0x09, 0x0A].contains($0) }
  let isObject = first.map { file.bytes[$0] == UInt8(ascii: "{") } ?? false
  if let first, form != .markdown, isListOfObjects(file.bytes[first...]) {
    throw Diagnostics(
      .error(
        .oneLetterWanted, "one letter is wanted, this is a list", at: file.range(first, first + 1),
        hint: "use letterpdf merge for many letters"))
  }
  if form == .json || form == nil && isObject {
    let root = try parseJSON(file)
    try checkHead(ofJSON: root)
    return LetterParts(head: root, body: jsonBody(of: root, &problems), isJSON: true)
  }
  let firstLine = file.lineIndex(at: first ?? 0)
  guard isFence(file.line(firstLine)) else {
    if let problem = headWithoutFence(file, from: firstLine) { throw Diagnostics(problem) }
    let none = SourceNode(value: .null, range: file.range(0, 0))
    return LetterParts(head: none, body: BodyText(file: file, from: 0), isJSON: false)
  }
  let lines = (firstLine + 1)..<file.lineStarts.count
  guard let lastLine = lines.first(where: { isFence(file.line($0)) }) else {
    throw Diagnostics(headWithoutEnd(file, from: firstLine))
  }
  let source = file.range(file.lineStarts[firstLine + 1], file.lineStarts[lastLine])
  if let problem = LetterLimits().problem(ofHead: source) { throw Diagnostics(problem) }
  let head = readHeadNodes(
    file, lines: (firstLine + 1)..<lastLine,
    in: file.lineStarts[firstLine + 1]..<file.lineStarts[lastLine], &problems)
  let bodyLine = lastLine + 1
  let start = bodyLine < file.lineStarts.count ? file.lineStarts[bodyLine] : file.bytes.count
  return LetterParts(head: head, body: BodyText(file: file, from: start), isJSON: false)
}

/// Looks at the length of what a JSON letter says besides its text.
private func checkHead(ofJSON root: SourceNode) throws(Diagnostics) {
  guard case .mapping(let entries) = root.value else { return }
  for entry in entries where entry.key != "body" {
    if let problem = LetterLimits().problem(ofHead: entry.value.range) {
      throw Diagnostics(problem)
    }
  }
}

/// Whether a text is a list of JSON objects, which no Markdown begins like.
private func isListOfObjects(_ bytes: ArraySlice<UInt8>) -> Bool {
  let begin = bytes.lazy.filter { ![0x20, 0x09, 0x0A].contains($0) }.prefix(3)
  return begin.elementsEqual(#"[{""#.utf8)
}

/// Whether a line is `---`, with nothing but white space after it.
func isFence(_ line: String) -> Bool {
  line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
}

private func jsonBody(of root: SourceNode, _ problems: inout DiagnosticCollector) -> BodyText? {
  guard case .mapping(let entries) = root.value,
    let body = entries.first(where: { $0.key == "body" })?.value, body.value != .null
  else { return nil }
  guard case .scalar(_, isQuoted: true) = body.value,
    let string = try? JSONString(in: body.range.file, at: body.range.lower)
  else {
    problems.add(body.mismatch("body", "text", "write the Markdown of the letter in quotes"))
    return nil
  }
  return BodyText(file: body.range.file, string: string)
}
