extension Letter {
  /// Reads a letter of Markdown under a YAML head, as `Docs/letter-format.md` describes it.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in UTF-8.
  ///   - name: what messages call it, as `letter.md`.
  /// - Throws: every problem found, in source order, each with its line; what only looks wrong is in
  ///   ``warnings``.
  public init(markdown bytes: [UInt8], name: String) throws(Diagnostics) {
    try self.init(readSource(bytes, name: name), as: .markdown)
  }

  /// Reads a letter of one JSON object: the keys of the head, and the Markdown under `body`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in UTF-8.
  ///   - name: what messages call it, as `letter.json`.
  /// - Throws: every problem found, in source order, each with its line.
  public init(json bytes: [UInt8], name: String) throws(Diagnostics) {
    try self.init(readSource(bytes, name: name), as: .json)
  }

  /// Reads a letter of either form; a text whose first character is `{` is JSON.
  ///
  /// - Throws: every problem found, in source order, each with its line.
  public init(source: SourceFile) throws(Diagnostics) { try self.init(source, as: nil) }

  private init(_ source: SourceFile, as form: LetterForm?) throws(Diagnostics) {
    let parsed = try parseLetter(source, as: form)
    self = parsed.letter
    warnings = parsed.warnings
  }

  /// Reads as much of a letter as can be read, so that what is wrong with its layout can be told
  /// beside what is wrong with the letter.
  ///
  /// - Returns: the letter, which is whole if none of the problems is an error; and the problems, in
  ///   source order.
  public static func read(_ source: SourceFile) -> (letter: Letter, problems: [Diagnostic]) {
    let reading = readLetter(source)
    var letter = reading.letter
    letter.warnings = reading.problems.inSourceOrder
    return (letter, letter.warnings)
  }
}
