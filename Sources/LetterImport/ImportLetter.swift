import Inspection
package import Intake
package import Typeset

/// A letter that was written in Word, as a letter of ours.
package struct ImportedLetter: Sendable {
  /// The letter: a head, and its text in Markdown.
  package let text: String
  /// Its pictures, by their names in the folder beside it.
  package let pictures: [(name: String, bytes: [UInt8])]
  /// What is not in it, or was guessed.
  package let warnings: [Diagnostic]
}

/// Makes letters of files of Word, by way of pandoc.
package struct LetterImporter: Sendable {
  private let pandoc: Tool
  private let intake: IntakeClient

  /// The most bytes that a file of Word may have.
  package static let sizeLimit = 64 << 20

  /// Finds pandoc.
  ///
  /// - Parameter folders: where it may be.
  /// - Throws: that it is not installed.
  package init(
    intake: IntakeClient, pandocIn folders: [String] = Tool.folders
  ) throws(Diagnostics) {
    self.intake = intake
    var limits = Tool.Limits()
    // Its address space is reserved by the terabyte; its heap is limited by an option.
    limits.memory = nil
    limits.seconds = 30
    limits.output = 64 << 20
    do {
      pandoc = try Tool("pandoc", from: "pandoc", in: folders, limits: limits)
    } catch {
      throw Diagnostics([
        Diagnostic(
          .error, .noPandoc, "there is no pandoc on this machine, which reads files of Word",
          hints: ["install it: apt install pandoc, or brew install pandoc"])
      ])
    }
  }

  /// Makes a letter.
  ///
  /// - Parameters:
  ///   - name: the file's name, for messages.
  ///   - layout: the layout of the letter.
  ///   - folder: where its pictures will be, from where the letter is.
  /// - Throws: why the file cannot be read.
  package func letter(
    from bytes: [UInt8], named name: String, layout: String, pictures folder: String
  ) throws(Diagnostics) -> ImportedLetter {
    let file = try look(into: bytes, name)
    var reader = PandocReader()
    // Of the file itself pandoc gets to see only what was counted.
    let told = PandocOutput(try pandocOutput(of: file.text, name))
    var blocks = reader.document(try parseJSON(SourceFile(name: name, text: told.text)))
    var losses = reader.losses
    for _ in 0..<told.controls { losses.add(.control) }
    losses.add(file.extras)
    let names = Self.names(of: file.pictures)
    let head = ImportedHead(takingFrom: &blocks)
    var text = MarkdownText { names[$0].map { MarkdownEscape.path(folder + "/" + $0) } }
    let body = text.document(blocks)
    losses.add(text.losses)
    let date = head.date ?? file.saved.flatMap { CalendarDate(iso8601: $0) == nil ? nil : $0 }
    var warnings = losses.diagnostics
    warnings.insert(contentsOf: head.guesses.map(\.diagnostic), at: 0)
    if head.date == nil { warnings.insert(Self.guessed(date), at: 0) }
    let used = Set(text.pictures)
    return ImportedLetter(
      text: Self.written(head, date: date, layout: layout) + body,
      pictures: file.pictures.compactMap { picture in
        guard used.contains(picture.name), let name = names[picture.name] else { return nil }
        return (name, picture.bytes)
      }, warnings: warnings)
  }

  private static func guessed(_ date: String?) -> Diagnostic {
    guard let date else {
      return Diagnostic(
        .warning, .importGuess, "no line of the file is a date", hints: ["write date: in the head"])
    }
    return Diagnostic(
      .warning, .importGuess,
      "no line of the file is a date, so the letter has the day on which it was saved: \(date)",
      hints: ["write another date: in the head if it is not that"])
  }

  // MARK: Reading

  private func look(into bytes: [UInt8], _ name: String) throws(Diagnostics) -> WordFile {
    do throws(IntakeFault) {
      return try intake.ask(ReadWordFile(bytes))
    } catch {
      throw Diagnostics([Self.unread(name, error)])
    }
  }

  private static func unread(_ name: String, _ fault: IntakeFault) -> Diagnostic {
    let message: DiagnosticText = "\(quoted(name)) \(DiagnosticText(fault.predicate))"
    switch fault {
    case .refused(let refusal):
      return Diagnostic(
        .error, .importBroken,
        "\(quoted(name)) cannot be read: \(DiagnosticText(refusal.reason))",
        hints: [refusal.hint.map { DiagnosticText($0) } ?? "open it in Word and save it again"])
    case .crashed, .tookTooLong, .tookTooMuchMemory:
      return Diagnostic(
        .error, .importBroken, message, hints: ["open it in Word and save it again"])
    case .missing, .killed:
      return .fault(message, at: nil, hints: ["install letterpdf anew"])
    }
  }

  /// What pandoc makes of a file.
  ///
  /// It reads from its standard input and writes to its standard output; `--sandbox` keeps it from
  /// all files and addresses that the document names.
  private func pandocOutput(
    of bytes: [UInt8], _ name: String
  ) throws(Diagnostics) -> [UInt8] {
    do throws(ToolFault) {
      return try pandoc.output(
        of: ["+RTS", "-M512M", "-RTS", "--sandbox", "--from=docx+styles", "--to=json"],
        reading: bytes)
    } catch {
      throw Diagnostics([
        Diagnostic(
          .error, .importBroken, "pandoc cannot read \(quoted(name))",
          hints: ["open it in Word and save it again"])
      ])
    }
  }

  /// What pictures are called beside the letter; those that a letter cannot show are left out.
  private static func names(of pictures: [WordFile.Picture]) -> [String: String] {
    var names: [String: String] = [:]
    for (index, picture) in pictures.enumerated() {
      guard let suffix = suffix(of: picture.bytes) else { continue }
      names[picture.name] = "image\(index + 1).\(suffix)"
    }
    return names
  }

  private static func suffix(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    return head.contains("<svg") ? "svg" : nil
  }

  // MARK: Writing

  /// The head in YAML; every value in quotes, so that none is taken for anything but text.
  private static func written(_ head: ImportedHead, date: String?, layout: String) -> String {
    var lines = ["layout: \(quotedYAML(layout))"]
    lines.append(date.map { "date: \($0)" } ?? "# date: YYYY-MM-DD")
    lines += head.fields.map { "\($0.key): \(quotedYAML($0.value))" }
    if let subject = head.subject { lines.append("subject: \(quotedYAML(subject))") }
    switch head.recipient.count {
    case 0: break
    case 1: lines.append("to: \(quotedYAML(head.recipient[0]))")
    default: lines += ["to:", "  - [\(head.recipient.map(quotedYAML).joined(separator: ", "))]"]
    }
    if let opening = head.opening { lines.append("opening: \(quotedYAML(opening))") }
    return "---\n" + (lines + written(head.ending)).joined(separator: "\n") + "\n---\n"
  }

  private static func written(_ ending: ImportedEnding) -> [String] {
    var lines: [String] = []
    if let closing = ending.closing { lines.append("closing: \(quotedYAML(closing))") }
    if let name = ending.signature.first {
      let titles = ending.signature.dropFirst().map(quotedYAML)
      let title =
        switch titles.count {
        case 0: ""
        case 1: ", title: \(titles[0])"
        default: ", title: [\(titles.joined(separator: ", "))]"
        }
      lines += ["signatures:", "  - {name: \(quotedYAML(name))\(title)}"]
    }
    for (key, values) in [("enclosures", ending.enclosures), ("copies", ending.copies)]
    where !values.isEmpty {
      lines.append("\(key): [\(values.map(quotedYAML).joined(separator: ", "))]")
    }
    return lines
  }

  private static func quotedYAML(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("{{", with: "\\\\{{")
    return "\"" + escaped.filter { !$0.isNewline && $0 != "\t" } + "\""
  }
}
