/// What to say of a file that another program made, which is no text; nil for any other.
func foreignFile(_ bytes: [UInt8], name: String) -> Diagnostic? {
  let top = SourceFile(name: name, text: "").range(0, 0)
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
    let head = Array(bytes.prefix(64 * 1024))
    if isFound(in: head, "vnd.oasis.opendocument") {
      return .error(
        .notText, "the file is a document of LibreOffice, not text", at: top,
        hint: "copy its text into a file of Markdown, or run pandoc \(name) -t gfm -o letter.md")
    }
    if isFound(in: head, "word/") || isFound(in: bytes, "word/document.xml") {
      return .error(
        .notText, "the file is a document of Word, not text", at: top,
        hint: "make a letter of it with letterpdf import \(name)")
    }
    return .error(
      .notText, "the file is an archive, not text", at: top, hint: "name the letter that is in it")
  }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    return .error(
      .notText, "the file is a document of Word 97 to 2003, not text", at: top,
      hint: "save it as .docx in Word, and run letterpdf import on that")
  }
  if bytes.starts(with: "{\\rtf".utf8) {
    return .error(
      .notText, "the file is rich text (RTF), not plain text", at: top,
      hint: "copy its text into a file of Markdown, or run pandoc \(name) -t gfm -o letter.md")
  }
  if bytes.starts(with: "%PDF-".utf8) {
    return .error(
      .notText, "the file is a PDF, not text", at: top,
      hint: "name the letter that it was made of")
  }
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
    return .error(
      .notText, "the file is a picture, not text", at: top, hint: "name the letter")
  }
  return nil
}

/// What to say of a file that was to be a PDF and is a letter; nil for any other.
package func letterForPDF(_ bytes: [UInt8], name: String) -> Diagnostic? {
  guard !isFound(in: Array(bytes.prefix(1024)), "%PDF-"),
    name.hasSuffix(".md") || bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8)
  else { return nil }
  return .error(
    .notPDF, "the file is a letter, not a PDF", at: SourceFile(name: name, text: "").range(0, 0),
    hint: "render it first, with letterpdf render \(name), and check the PDF")
}

private func isFound(in bytes: [UInt8], _ word: StaticString) -> Bool {
  let first = word.withUTF8Buffer { $0[0] }
  var index = 0
  while let found = bytes[index...].firstIndex(of: first) {
    guard found + word.utf8CodeUnitCount <= bytes.count else { return false }
    let isHere = word.withUTF8Buffer { $0.elementsEqual(bytes[found..<found + $0.count]) }
    if isHere { return true }
    index = found + 1
  }
  return false
}

/// What to say of a control character: most are what a word processor has for something else.
func controlCharacterProblem(_ scalar: Unicode.Scalar, at place: SourceRange) -> Diagnostic {
  switch scalar.value {
  case 0x0B:
    .error(
      .controlCharacter, "the file holds \(codePoint(scalar)), Word's line break", at: place,
      hint: "begin a new line in its place")
  case 0x0C:
    .error(
      .controlCharacter, "the file holds \(codePoint(scalar)), Word's page break", at: place,
      hint: "delete it; pages break by themselves")
  case 0x07:
    .error(
      .controlCharacter, "the file holds \(codePoint(scalar)), the end of a cell in Word",
      at: place, hint: "write | in its place")
  case 0x1E:
    .error(
      .controlCharacter, "the file holds \(codePoint(scalar)), Word's hyphen that does not break",
      at: place, hint: "write a hyphen in its place")
  case 0x1F:
    .error(
      .controlCharacter, "the file holds \(codePoint(scalar)), Word's hyphen for the end of a line",
      at: place, hint: "delete it")
  case 0x13, 0x14, 0x15:
    .error(
      .controlCharacter, "the file holds \(codePoint(scalar)), a field of Word", at: place,
      hint: "delete it, and write the words that the field showed")
  default:
    .error(
      .controlCharacter, "the file holds the control character \(codePoint(scalar))", at: place,
      hint: "delete it")
  }
}
