import Typeset

/// Deals a run's records out to the workers: those of its share, each with the name of its file.
struct RecordDealer<Source: RunSource>: Sendable {
  typealias Desk = LetterDesk<Source.Record>

  let source: Source
  let shard: Shard
  /// Whether an id that is there twice is an error.
  let idsMustDiffer: Bool
  /// The manifest of a run that is gone on with.
  let known: String?

  /// Offers everything to the work, and closes it.
  func deal(to work: OrderedWork<Desk.Task, Desk.Outcome>) {
    do throws(Diagnostics) {
      try dealAll(to: work)
    } catch {
      _ = work.offer(.fail(error))
    }
    work.close()
  }

  private func dealAll(to work: OrderedWork<Desk.Task, Desk.Outcome>) throws(Diagnostics) {
    var registers = Registers(idsMustDiffer: idsMustDiffer)
    guard let known else {
      while let entry = try source.next() {
        // The names of all shares are looked at, so that each finds the same ones given twice.
        let place = registers.place(of: entry)
        guard shard.holds(entry.number) else { continue }
        guard work.offer(.make(entry, place)) else { return }
      }
      return
    }
    var lines = try LineReader(path: known)
    var isNew = false
    while let entry = try source.next() {
      let place = registers.place(of: entry)
      guard shard.holds(entry.number) else { continue }
      let text = isNew ? nil : try lines.next()
      guard let text else {
        isNew = true
        guard work.offer(.make(entry, place)) else { return }
        continue
      }
      let line = try KnownLine(text, in: known)
      guard work.offer(.verify(line, entry, place)) else { return }
    }
    let rest = isNew ? nil : try lines.next()
    guard rest == nil else {
      throw changedInput("there are fewer records now than the manifest tells of")
    }
  }

}

/// The names of files and records that were given so far.
private struct Registers {
  let idsMustDiffer: Bool
  private var names = NameRegister()
  private var ids = IDRegister()

  init(idsMustDiffer: Bool) { self.idsMustDiffer = idsMustDiffer }

  /// Where a record's letter goes, and what is noticed of its names.
  mutating func place<Record>(of entry: RunEntry<Record>) -> LetterPlace {
    let file = file(for: entry)
    guard !ids.take(entry.id, for: entry.number) else { return LetterPlace(file: file, notes: []) }
    let note = Diagnostic(
      idsMustDiffer ? .error : .warning, "another record before has the id \"\(entry.id)\"",
      hints: ["mend the record, or send one of the two letters"])
    guard idsMustDiffer, case .success = file else {
      return LetterPlace(file: file, notes: idsMustDiffer ? [] : [note])
    }
    return LetterPlace(file: .failure(Diagnostics([note])), notes: [])
  }

  /// The path of a record's letter in the run's folder.
  private mutating func file<Record>(
    for entry: RunEntry<Record>
  ) -> Result<String, Diagnostics> {
    let digits = String(entry.number)
    let number = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    let safe = FileNameRules.safe(entry.name ?? number, suffix: ".pdf")
    guard let name = safe.name else {
      return .failure(Diagnostics([Self.diagnostic(safe.refusal ?? .empty)]))
    }
    if let other = names.take(name, for: entry.number) {
      return .failure(
        Diagnostics([
          Diagnostic(
            .error, .fileName, "the file name \"\(name)\" is that of record \(other) already",
            hints: ["put what tells records apart into --name, as {{id}}"])
        ]))
    }
    return .success("\(NameRegister.folder(of: entry.number))/\(name)")
  }

  private static func diagnostic(_ refusal: FileNameRules.Refusal) -> Diagnostic {
    switch refusal {
    case .empty:
      Diagnostic(
        .error, .fileName, "nothing is left of the file name",
        hints: ["put a column into --name that every record fills"])
    case .hidden(let name):
      Diagnostic(
        .error, .fileName,
        "the file name \"\(name)\" begins with a full stop, which hides the file",
        hints: ["put something before it in --name"])
    case .path(let name):
      Diagnostic(
        .error, .fileName, "the file name \"\(name)\" leads out of the run's folder",
        hints: ["mend the record"])
    }
  }
}
