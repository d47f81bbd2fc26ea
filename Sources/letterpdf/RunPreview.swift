import MailRun
import Typeset

/// `letterpdf merge --preview`: sets the letter of one record, and tells what the run will be.
struct RunPreview {
  /// The most letters that are composed to find the one with most pages; of more records, those with
  /// most text.
  private static let trials = 500

  let options: MergeOptions
  let input: MergeInput
  let census: RecordCensus

  /// What was found in all records.
  private struct Findings {
    var count = 0
    var faults: [Int] = []
    var first: Record?
    var wanted: Record?
    var longestAddress: (record: Record, lines: [String])?
    /// The records with most text, as many as are tried.
    var fullest: [(size: Int, record: Record)] = []
  }

  /// - Parameter wanted: the record, by its number or its id.
  func run(for wanted: String, _ reader: consuming RecordReader) throws {
    let found = read(reader, wanted)
    for line in census.lines { try Terminal.print(line) }
    for line in told(of: found) { try Terminal.print(line.forReader) }
    guard let record = found.wanted else {
      throw Failure.user("no record has the number or id \(quoted(wanted))")
    }
    let letter = try input.make(record)
    if !letter.warnings.isEmpty {
      Terminal.printError(DiagnosticFormatter.forReader().format(letter.warnings))
    }
    let file = options.output ?? "preview-\(record.number).pdf"
    try writeWhole(letter.bytes, to: file)
    let told: DiagnosticText =
      "\(file): \(Self.name(record)), \(Counts.pages(letter.pages))"
    try Terminal.print(told.forReader)
  }

  private func told(of found: Findings) -> [DiagnosticText] {
    var lines: [DiagnosticText] = ["records: \(found.count)"]
    if !found.faults.isEmpty {
      let first = found.faults.prefix(20).map(String.init).joined(separator: ", ")
      let rest = found.faults.count - 20
      lines.append(rest > 0 ? "faulty: \(first) and \(rest) more" : "faulty: \(first)")
    }
    if let first = found.first { lines.append("first: \(Self.name(first))") }
    if let (record, address) = found.longestAddress {
      lines.append(
        "longest address: \(Self.name(record)), \(Counts.lines(address.count)): \(address.joined(separator: " · "))"
      )
    }
    if let (record, pages) = mostPages(found) {
      lines.append(
        found.count <= Self.trials
          ? "most pages: \(Self.name(record)), \(pages)"
          : "most pages: \(Self.name(record)), \(pages), of the \(Self.trials) records with most text"
      )
    }
    return lines
  }

  private static func name(_ record: Record) -> DiagnosticText {
    record.id == String(record.number)
      ? "record \(record.number)" : "record \(record.number) (\(record.id))"
  }

  private func read(_ reader: consuming RecordReader, _ wanted: String) -> Findings {
    var found = Findings()
    while true {
      do throws(Diagnostics) {
        guard let record = try reader.next() else { break }
        found.count += 1
        if found.first == nil { found.first = record }
        // A number that is no record's id names the record by its place.
        if record.id == wanted { found.wanted = record }
        if found.wanted == nil, String(record.number) == wanted { found.wanted = record }
        let letter = try input.template.fill(with: record)
        for lines in letter.recipients.map(\.lines)
        where Self.size(lines) > Self.size(found.longestAddress?.lines ?? []) {
          found.longestAddress = (record, lines)
        }
        Self.keep(record, in: &found.fullest)
      } catch {
        found.count = max(found.count, reader.number)
        found.faults.append(reader.number)
      }
    }
    return found
  }

  /// More lines are longer; of as many, more characters.
  private static func size(_ lines: [String]) -> Int {
    lines.count * 10_000 + lines.reduce(0) { $0 + $1.count }
  }

  private static func keep(_ record: Record, in fullest: inout [(size: Int, record: Record)]) {
    let size = record.fields.values.reduce(0) { $0 + Self.size($1) }
    fullest.append((size, record))
    guard fullest.count >= 4 * trials else { return }
    fullest = Array(sorted(fullest).prefix(trials))
  }

  private static func sorted(
    _ records: [(size: Int, record: Record)]
  ) -> [(size: Int, record: Record)] {
    records.sorted { ($1.size, $0.record.number) < ($0.size, $1.record.number) }
  }

  private static func size(_ value: Record.Value) -> Int {
    switch value {
    case .nothing: 0
    case .text(let text), .number(let text): text.utf8.count
    case .flag: 1
    case .list(let values): values.reduce(40 * values.count) { $0 + size($1) }
    case .object(let values): values.values.reduce(0) { $0 + size($1) }
    }
  }

  private func mostPages(_ found: Findings) -> (record: Record, pages: Int)? {
    var most: (record: Record, pages: Int)?
    for (_, record) in Self.sorted(found.fullest).prefix(Self.trials) {
      guard let letter = try? input.template.fill(with: record),
        let pages = try? input.compose(letter).pages.count
      else { continue }
      if pages > most?.pages ?? 0 { most = (record, pages) }
    }
    return most
  }
}
