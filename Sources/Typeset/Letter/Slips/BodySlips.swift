/// Notices what looks like a slip in the text of a letter: what a careful colleague would ask about
/// before it goes out.
///
/// Each kind is told once in a block, and lists and lost letters once in a letter. A backslash before
/// a mark says that it is meant.
struct BodySlips {
  /// What a block is, as far as slips are concerned.
  enum Kind { case paragraph, heading, cell }

  let text: BodyText
  var problems = DiagnosticCollector()
  /// The marks of lists that were told already.
  var toldLists: Set<String> = []
  private var hasToldEncoding = false
  /// Whether a star in the text refers to a note.
  private(set) lazy var refersToStar = Self.hasMarkOfNote(text)

  init(text: BodyText) { self.text = text }

  /// Looks at the pieces of one block.
  mutating func look(at pieces: [InlinePiece], as kind: Kind) {
    guard let running = RunningText(pieces, in: text) else { return }
    tellPlaceholders(running)
    tellLostCharacters(running)
    tellLooseMarks(running)
    tellLinks(running)
    tellLeftovers(running)
    tellMailAddresses(running)
    tellPartedMarks(running, isParagraph: kind == .paragraph)
    guard kind == .paragraph else { return }
    tellTable(running)
    tellLists(running)
    tellHeadings(running)
  }

  private mutating func tellPlaceholders(_ running: RunningText) {
    for found in Placeholders(bytes: running.bytes).all
    where !running.isEscaped(found.range.lowerBound) {
      problems.add(
        placeholderProblem(found, running.words(found.range), at: running.place(found.range)))
    }
  }

  private mutating func tellLostCharacters(_ running: RunningText) {
    guard !hasToldEncoding, running.has(0xC3) || running.has(0xEF),
      let found = WrongEncoding(in: running.bytes)
    else { return }
    hasToldEncoding = true
    problems.add(encodingProblem(found, running.words(found.range), at: running.place(found.range)))
  }

  /// What word processors and other programs leave behind.
  private mutating func tellLeftovers(_ running: RunningText) {
    if running.has("!"), let range = Self.brokenReference(in: running.bytes) {
      problems.add(
        .warning(
          .wordProcessor,
          "\(quoted(running.words(range))) is what Word writes for a lost reference",
          at: running.place(range), hint: "write what it referred to"))
    }
    if running.has("\\"), let (range, name) = Self.pageBreak(in: running.bytes) {
      problems.add(
        .warning(
          .wordProcessor, "\(quoted(name)) is a command of TeX, and is printed as it stands",
          at: running.place(range), hint: "delete it; pages break by themselves"))
    }
    guard running.has(":") else { return }
    for line in running.lines where running.goes(on: ":::", at: line.range.lowerBound) {
      guard !running.isEscaped(line.range.lowerBound) else { continue }
      problems.add(
        .warning(
          .looseMark, "\":::\" makes no box and is printed as it stands",
          at: running.place(line.range.lowerBound..<line.range.lowerBound + 3),
          hint: "begin the lines of a box with >, and the first with > [!note]"))
      break
    }
  }

  private static func brokenReference(in bytes: [UInt8]) -> Range<Int>? {
    let words: [StaticString] = [
      "Fejl! Bogmærke er ikke defineret", "Fejl! Henvisningskilde ikke fundet",
      "Error! Reference source not found", "Error! Bookmark not defined",
      "Fehler! Verweisquelle konnte nicht gefunden werden", "Fehler! Textmarke nicht definiert",
      "Fel! Hittar inte referenskälla", "Fel! Bokmärket är inte definierat",
      "Feil! Fant ikke referansekilden", "Feil! Bokmerke er ikke definert",
    ]
    for word in words {
      if let start = bytes.find(word) { return start..<start + word.utf8CodeUnitCount }
    }
    return nil
  }

  private static func pageBreak(in bytes: [UInt8]) -> (Range<Int>, name: String)? {
    for word in ["\\newpage", "\\pagebreak", "\\clearpage"] as [StaticString] {
      guard let start = bytes.find(word) else { continue }
      let end = start + word.utf8CodeUnitCount
      if !bytes.isWord(at: end) { return (start..<end, word.description) }
    }
    return nil
  }

  /// `anna @kommune.dk`: an address with a space in it.
  private mutating func tellMailAddresses(_ running: RunningText) {
    guard running.has("@") else { return }
    let bytes = running.bytes
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") {
      let isParted = index > 1 && bytes[index - 1] == 0x20 && bytes.isWord(at: index - 2)
      guard isParted, bytes.isWord(at: index + 1) else { continue }
      var (lower, upper) = (index - 1, index + 1)
      while lower > 0, !bytes.isGap(at: lower - 1) { lower -= 1 }
      while !bytes.isGap(at: upper) { upper += 1 }
      let host = bytes[index + 1..<upper]
      guard host.dropLast().contains(UInt8(ascii: ".")), !running.isEscaped(index) else { continue }
      problems.add(
        .warning(
          .contact, "\(quoted(running.words(lower..<upper))) is a mail address with a space in it",
          at: running.place(lower..<upper), hint: "take the space out"))
    }
  }
}

/// What to say of a word in the text that stands for others.
private func placeholderProblem(
  _ found: Placeholders.Found, _ words: String, at place: SourceRange
) -> Diagnostic {
  switch found.kind {
  case .braces:
    .warning(
      .placeholder, "\(quoted(words)) is printed as it stands", at: place,
      hint: "write the words that belong there, or {{\(found.name)}} for a field of the records",
      "write \\{ if the braces are meant")
  case .brackets:
    .warning(
      .placeholder, "\(quoted(words)) is printed as it stands", at: place,
      hint: "write the words that belong there, or {{\(found.name)}} for a field of the records",
      "write \\[ if the brackets are meant")
  case .quotes, .field, .letters: plainPlaceholderProblem(found, words, at: place)
  }
}

/// What to say of a word that stands for others where no backslash has a meaning.
func plainPlaceholderProblem(
  _ found: Placeholders.Found, _ words: String, at place: SourceRange
) -> Diagnostic {
  switch found.kind {
  case .braces, .brackets:
    .warning(
      .placeholder, "\(quoted(words)) is printed as it stands", at: place,
      hint: "write the words that belong there, or {{\(found.name)}} for a field of the records")
  case .quotes, .field:
    .warning(
      .placeholder, "\(quoted(words)) is a merge field of Word, and is printed as it stands",
      at: place, hint: "write {{\(found.name)}}")
  case .letters:
    .warning(
      .placeholder, "\(quoted(words)) stands where something is still to be written", at: place,
      hint: "write what belongs there")
  }
}

/// What to say of a word whose letters were lost.
func encodingProblem(
  _ found: WrongEncoding, _ word: String, at place: SourceRange
) -> Diagnostic {
  if let meant = found.meant {
    return .warning(
      .lostCharacter, "\(quoted(word)) is \(quoted(meant)), read in the wrong encoding", at: place,
      hint: "write \(meant), and look for more of its kind")
  }
  return .warning(
    .lostCharacter, "\(quoted(word)) has lost a letter: U+FFFD stands in its place", at: place,
    hint: "write the word anew, and look for more of its kind")
}
