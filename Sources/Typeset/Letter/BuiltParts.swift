/// Gives the parts of a letter that were built in Swift their places, and refuses among them what no
/// file could say: control characters, headings of level 9, rows of other lengths than their head.
///
/// A part's place is what leads to it, as `signatures[1].title`, with its text; so each message of a
/// later stage names the part, and can show the word in it.
struct BuiltParts {
  private(set) var problems = DiagnosticCollector()

  /// The letter with all its parts in their places; those that were read from a file stay as they
  /// are.
  ///
  /// - Throws: ``Diagnostics`` with everything that is refused.
  static func placed(_ letter: Letter) throws(Diagnostics) -> Letter {
    var parts = BuiltParts()
    var placed = letter
    parts.placeHead(&placed)
    parts.placeBody(&placed)
    try parts.problems.throwIfErrors()
    placed.warnings += parts.problems.all
    return placed
  }

  private mutating func placeHead(_ letter: inout Letter) {
    letter.$subject = optional(letter.$subject, "subject")
    letter.$title = optional(letter.$title, "title")
    letter.$author = optional(letter.$author, "author")
    letter.$confidentiality = optional(letter.$confidentiality, "confidentiality")
    letter.$opening = optional(letter.$opening, "opening")
    letter.$closing = optional(letter.$closing, "closing")
    letter.$postscript = optional(letter.$postscript, "postscript")
    letter.$copies = texts(letter.$copies, "copies")
    var fields = letter.$fields
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      fields[key] = text(value, "fields[\(quoted(key))]")
    }
    letter.$fields = fields
    for index in letter.recipients.indices {
      let path = "recipients[\(index)]"
      letter.recipients[index].$lines = texts(letter.recipients[index].$lines, path + ".lines")
      letter.recipients[index].$attention = optional(
        letter.recipients[index].$attention, path + ".attention")
      if letter.recipients[index].lines.allSatisfy(\.isEmpty) {
        refuse("the recipient has no lines", at: .part(path), "write its name and address")
      }
    }
    placeSignatures(&letter.signatures)
    for index in letter.enclosures.indices {
      let path = "enclosures[\(index)]"
      letter.enclosures[index].$title = text(letter.enclosures[index].$title, path + ".title")
      letter.enclosures[index].$file = optional(letter.enclosures[index].$file, path + ".file")
    }
    // A list of nothing has no label either.
    letter.enclosures.removeAll { $0.file == nil && $0.title.isEmpty }
    for word in letter.hyphenationExceptions
    where word.contains(where: \.isWhitespace) || !word.contains(where: \.isLetter) {
      refuse(
        "\(quoted(word)) is not a word with hyphens", at: .part("hyphenationExceptions"),
        "write one word with its hyphens, as Kommu-nernes")
    }
  }

  private mutating func placeSignatures(_ signatures: inout [Letter.Signature]) {
    if signatures.count > Letter.signatureLimit {
      refuse(
        "signatures has \(signatures.count) signers, more than the \(Letter.signatureLimit) "
          + "there is room for", at: .part("signatures"), "delete some of them")
    }
    for index in signatures.indices {
      let path = "signatures[\(index)]"
      signatures[index].$name = text(signatures[index].$name, path + ".name")
      signatures[index].$title = texts(signatures[index].$title, path + ".title")
      signatures[index].$image = optional(signatures[index].$image, path + ".image")
    }
  }

  private mutating func placeBody(_ letter: inout Letter) {
    let notes = letter.footnotes.count
    var body = BuiltBlocks(footnoteCount: notes)
    letter.body = body.blocks(letter.body, "body", depth: 0)
    for index in letter.footnotes.indices {
      let path = "footnotes[\(index)]"
      letter.footnotes[index].blocks = body.blocks(
        letter.footnotes[index].blocks, path + ".blocks", depth: 1)
      if letter.footnotes[index].place.isUnplaced {
        letter.footnotes[index].place = SourceFile.part(path).whole
      }
    }
    // Those of a file are in their order already.
    if body.hasPlaced { NoteOrder.apply(to: &letter.body, &letter.footnotes) }
    problems.add(body.problems.all)
  }

  // MARK: Texts of the head

  /// A text on one line, as those of a file are.
  private mutating func text(_ text: Located<String>, _ path: String) -> Located<String> {
    guard text.place == nil else { return text }
    let value = collapseSpaces(withPlainLineEnds(text.value))
    let file = SourceFile.part(path, text: value)
    problems.add(controlCharacters(in: file))
    return Located(value: value, place: file.whole)
  }

  private mutating func optional(_ text: Located<String>?, _ path: String) -> Located<String>? {
    text.map { self.text($0, path) }
  }

  private mutating func texts(_ texts: [Located<String>], _ path: String) -> [Located<String>] {
    texts.enumerated().map { index, text in self.text(text, "\(path)[\(index)]") }
  }

  private mutating func refuse(
    _ message: DiagnosticText, at file: SourceFile, _ hint: DiagnosticText
  ) {
    problems.add(.error(.wrongType, message, at: file.whole, hint: hint))
  }
}

/// A text with `\n` at every line end, as files are read.
func withPlainLineEnds(_ text: String) -> String {
  text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
}

/// What controls devices rather than shows, each with its place.
func controlCharacters(in file: SourceFile) -> [Diagnostic] {
  guard file.text.unicodeScalars.contains(where: isControl) else { return [] }
  var offset = 0
  var problems: [Diagnostic] = []
  for scalar in file.text.unicodeScalars {
    let width = Unicode.UTF8.width(scalar)
    if isControl(scalar) {
      problems.append(
        .error(
          .controlCharacter, "the text holds the control character \(codePoint(scalar))",
          at: file.range(offset, offset + width), hint: "delete it"))
    }
    offset += width
  }
  return problems
}

extension SourceFile {
  /// All of it.
  var whole: SourceRange { range(0, bytes.count) }
}
