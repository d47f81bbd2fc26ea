import Typeset

/// Where a letter is put.
struct LetterPlace: Sendable {
  /// Its path in the run's folder, or why it has none.
  let file: Result<String, Diagnostics>
  /// What was noticed of its record among the others.
  let notes: [Diagnostic]
}

/// What the workers of a run do with one record: set its letter, write it, take down how it went.
struct LetterDesk<Record: Sendable>: Sendable {
  /// What there is to do.
  enum Task: Sendable {
    /// Set the record's letter.
    case make(RunEntry<Record>, LetterPlace)
    /// Look whether the letter is there of which the manifest tells, and set it again if not.
    case verify(KnownLine, RunEntry<Record>, LetterPlace)
    /// End the run here.
    case fail(Diagnostics)
  }

  /// What came of it.
  enum Outcome: Sendable {
    /// A letter, or a fault; the letter itself where the run hands it on.
    case made(ManifestLine, MadeLetter?)
    /// The manifest's line holds.
    case kept(KnownLine)
    /// What ends the run.
    case failed(Diagnostics)
  }

  /// Where letters are written; nil for a run that writes no files.
  let files: LetterFiles?
  /// Where messages are written.
  var messages = MessageFiles([], in: nil, shard: .whole)
  /// Whether letters have seals.
  var isSealed = false
  /// Whether letters are handed on.
  let handsOn: Bool
  let make: @Sendable (Record) throws(Diagnostics) -> MadeLetter

  func outcome(of task: Task, by worker: Int) -> Outcome {
    switch task {
    case .fail(let failure): return .failed(failure)
    case .make(let entry, let place): return made(entry, place, worker)
    case .verify(let line, let entry, let place):
      let key = self.key(of: line)
      let isSure = line.messages.isEmpty || key != nil
      guard line.number == entry.number, line.id == entry.id,
        !isSure || line.record == entry.digest(key)
      else {
        return .failed(
          changedInput("record \(entry.number) is another now than when the run began"))
      }
      if isSure, files?.holds(line) ?? true { return .kept(line) }
      // Another time or another signature would make it another letter than the one that may be sent.
      if isSealed { return .failed(lostSeal(line)) }
      let outcome = made(entry, place, worker)
      guard case .made(let again, _) = outcome else { return outcome }
      guard again.text == line.text else {
        return .failed(
          changedInput(
            "record \(line.number) gives another letter now than the one in the manifest"))
      }
      return .kept(line)
    }
  }

  private func lostSeal(_ line: KnownLine) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        .error, .folder,
        "the sealed letter of record \(line.number) is gone or changed, and a seal is not made again",
        hints: [
          "put its file back as the manifest tells of it", "start the run anew in another folder",
        ])
    ])
  }

  /// What a record is told by that was made into messages: the secret of the first, if all are there.
  private func key(of line: KnownLine) -> String? {
    let bytes = line.messages.compactMap { messages.bytes(of: $0) }
    guard let first = bytes.first, bytes.count == line.messages.count else { return nil }
    return LetterMessage.secret(of: first, uuid: line.messages[0].uuid)
  }

  private func made(
    _ entry: RunEntry<Record>, _ place: LetterPlace, _ worker: Int
  ) -> Outcome {
    let letter: MadeLetter
    let file: String
    do throws(Diagnostics) {
      file = try place.file.get()
      letter = try make(try entry.record.get())
    } catch {
      return .made(faulty(entry, error), nil)
    }
    let sent: [MessageLine]
    do throws(Diagnostics) {
      if !letter.bytes.isEmpty { try files?.write(letter.bytes, as: file, by: worker) }
      sent = try messages.write(letter.messages, of: file, by: worker)
    } catch {
      return .failed(error)
    }
    // A letter that is in its messages alone has no file of its own.
    let isInMessages = letter.bytes.isEmpty && !sent.isEmpty
    var line = ManifestLine(
      number: entry.number, id: entry.id, status: .done, file: isInMessages ? nil : file,
      pages: letter.pages,
      bytes: isInMessages ? sent.reduce(0) { $0 + $1.bytes } : letter.bytes.count,
      sha256: isInMessages ? nil : sha256(letter.bytes),
      record: entry.digest(letter.messages.first?.secret),
      letter: letter.facts, diagnostics: place.notes + letter.warnings)
    line.route = letter.route
    line.messages = sent
    return .made(line, handsOn ? letter : nil)
  }

  private func faulty(_ entry: RunEntry<Record>, _ found: Diagnostics) -> ManifestLine {
    ManifestLine(
      number: entry.number, id: entry.id, status: .fault, file: nil, pages: 0, bytes: 0,
      sha256: nil, record: entry.digest(nil), letter: nil, diagnostics: found.all)
  }
}

/// That a run which is gone on with has not what it began with.
func changedInput(_ message: DiagnosticText) -> Diagnostics {
  Diagnostics([
    Diagnostic(
      .error, .folder, message,
      hints: [
        "give the letter and the recipients as they were", "start the run anew in another folder",
      ])
  ])
}
