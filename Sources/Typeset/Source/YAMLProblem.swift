/// An error of syntax as libyaml tells it.
struct YAMLProblem {
  let words: String
  let context: String
  let character: Int
  let contextCharacter: Int
}

/// Tells an error of syntax in the words of someone who writes a letter.
func describeYAMLProblem(
  _ problem: YAMLProblem, _ file: SourceFile, _ offsets: CharacterOffsets
) -> Diagnostic {
  let start = offsets.byteOffset(of: problem.character)
  let here = place(from: start, in: file)
  let opened = place(from: offsets.byteOffset(of: problem.contextCharacter), in: file)
  let read = offsets.byteOffset(of: 0)..<start + 1
  return commentProblem(problem.words, in: read, of: file) ?? indentProblem(in: read, of: file)
    ?? quotesProblem(problem.words, here)
    ?? characterProblem(problem.words, here, opened)
    ?? structureProblem(problem.words, here, opened)
    ?? .error(.yamlSyntax, "this is not valid YAML", at: here, hint: "put the value in quotes")
}

/// What to say of `"Svar" på dit brev`: of text behind a value in quotes; nil for anything else.
private func quotesProblem(_ words: String, _ here: SourceRange) -> Diagnostic? {
  let isHere = [
    "did not find expected key", "did not find expected '-' indicator",
    "did not find expected ',' or ']'",
  ].contains(words)
  guard isHere, let value = wrongValue(before: here),
    let quote = value.text.first, quote == "\"" || quote == "'"
  else { return nil }
  let isWhole = value.text.count > 1 && value.text.last == quote
  let text = isWhole ? String(value.text.dropFirst().dropLast()) : value.text
  return .error(
    .yamlSyntax, "text stands behind the quotation mark that ends the value", at: here,
    hint: "put the whole value in quotes: \(inQuotes(text))")
}

/// The value of a key or an item from its beginning to the end of its line, where a place in it is.
private func wrongValue(before here: SourceRange) -> SourceRange? {
  let file = here.file
  let index = file.lineIndex(at: here.lower)
  let line = file.lineStarts[index]
  var end = line
  while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
  while end > line, file.bytes[end - 1] == 0x20 { end -= 1 }
  var start = line
  while start < end, file.bytes[start] == 0x20 { start += 1 }
  if file.range(start, start + 2).text == "- " {
    start += 2
  } else {
    guard let colon = file.bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    start = colon + 1
  }
  while start < end, file.bytes[start] == 0x20 { start += 1 }
  return start < here.lower ? file.range(start, end) : nil
}

/// What is wrong with characters and words, as libyaml's scanner finds it; nil for nothing it knows.
private func characterProblem(
  _ words: String, _ here: SourceRange, _ opened: SourceRange
) -> Diagnostic? {
  switch words {
  case "mapping values are not allowed in this context":
    return .error(
      .yamlSyntax, "a \":\" is not allowed here", at: here,
      hint: wrongValue(before: here).map {
        "put the whole value in quotes if the colon belongs to it: \(inQuotes($0.text))"
      } ?? "put the whole value in quotes if the colon belongs to it",
      "check that the line is indented like its neighbours")
  case "could not find expected ':'":
    return .error(
      .yamlSyntax, "this line has no \":\" after its key", at: opened,
      hint: "write it as key: value")
  case "found character that cannot start any token":
    if here.text == "\t" {
      return .error(
        .yamlSyntax, "the line is indented with a tab", at: here, hint: "indent with spaces")
    }
    return .error(
      .yamlSyntax, "a value cannot begin with \(quoted(here.text))", at: here,
      hint: "put the value in quotes")
  case "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    return .error(
      .yamlSyntax, "the line is indented with a tab", at: here, hint: "indent with spaces")
  case "found unexpected end of stream", "found unexpected document indicator":
    return .error(
      .yamlSyntax, "this quotation mark has no partner", at: opened,
      hint: "close the quotes, or put the text between quotes of the other kind")
  case "did not find expected alphabetic or numeric character",
    "did not find expected whitespace or line break", "did not find expected tag URI":
    return .error(
      .yamlSyntax, "a value cannot begin with \(quoted(opened.text))", at: opened,
      hint: "put the value in quotes")
  case "found unexpected ':'":
    return .error(
      .yamlSyntax, "a \":\" is not allowed here", at: here, hint: "put the value in quotes")
  case "found unknown escape character", "did not find expected hexdecimal number",
    "found invalid Unicode character escape code":
    return .error(
      .yamlSyntax, "this escape after \"\\\" is unknown", at: here,
      hint: "write \\\\ for a backslash, or use single quotes")
  default: return nil
  }
}

/// What is wrong with how lines stand together, as libyaml's parser finds it; nil for nothing it knows.
private func structureProblem(
  _ words: String, _ here: SourceRange, _ opened: SourceRange
) -> Diagnostic? {
  switch words {
  case "did not find expected ',' or ']'":
    return .error(
      .yamlSyntax, "this list is not closed", at: opened,
      hint: "close it with ], or put commas between items")
  case "did not find expected ',' or '}'":
    return .error(
      .yamlSyntax, "this mapping is not closed", at: opened,
      hint: "close it with }, or put commas between entries")
  case "did not find expected '-' indicator":
    return .error(
      .yamlSyntax, "this line does not belong to the list above it", at: here,
      hint: "begin it with - like the items above, or indent it differently")
  case "did not find expected key":
    return .error(
      .yamlSyntax, "this line does not fit the lines above it", at: here,
      hint: "write key: value with the indent of the keys above",
      "put the value above in quotes if it has quotes or brackets of its own")
  case "block sequence entries are not allowed in this context":
    return .error(
      .yamlSyntax, "a list cannot begin here", at: here,
      hint: "begin it on a line of its own under its key",
      "put the value in quotes if the hyphen belongs to it")
  case "did not find expected comment or line break":
    return .error(
      .yamlSyntax, "nothing may stand after | or > on its line", at: here,
      hint: "begin the text on the next line")
  case "did not find expected node content":
    return .error(
      .yamlSyntax, "a value is missing here", at: here, hint: "write a value, or put it in quotes")
  case "did not find expected <document start>":
    return .error(
      .yamlSyntax, "this line does not belong to the text above it", at: here,
      hint: "give it the indent of the first key")
  default: return nil
  }
}

/// One character, or nothing at the end of a line.
private func place(from start: Int, in file: SourceFile) -> SourceRange {
  var end = start
  if end < file.bytes.count, file.bytes[end] != 0x0A {
    end += 1
    while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
  }
  return file.range(start, end)
}
