import MailRun
import Typeset

/// The records of a run as they are read.
///
/// Unchecked: the one thread that deals records out reads, and nobody else once the run has begun.
final class RecordStream: RunSource, @unchecked Sendable {
  private var reader: RecordReader
  private let name: TextTemplate?
  /// The fields that hold numbers of persons and companies.
  private let secrets: Set<String>
  private var faultsInARow = 0

  init(_ reader: consuming RecordReader, name: TextTemplate?, secrets: Set<String> = []) {
    self.secrets = secrets
    self.reader = reader
    self.name = name
  }

  func next() throws(Diagnostics) -> RunEntry<Record>? {
    let record: Record
    do throws(Diagnostics) {
      guard let next = try reader.next() else { return nil }
      record = next
    } catch {
      let number = reader.number
      let told = secrets.isEmpty ? error : Diagnostics(error.all.map(\.withoutExcerpt))
      return RunEntry(
        number: number, id: String(number), name: nil, digest: { _ in "" }, record: .failure(told))
    }
    do throws(Diagnostics) {
      return entry(record, name: try name?.fill(with: record), .success(record))
    } catch {
      return entry(record, name: nil, .failure(error))
    }
  }

  private func entry(
    _ record: Record, name: String?, _ result: Result<Record, Diagnostics>
  ) -> RunEntry<Record> {
    let secrets = secrets
    return RunEntry(
      number: record.number, id: record.id, name: name,
      digest: { record.digest(without: secrets, key: $0) },
      record: result)
  }
}

extension RecordReader {
  /// Opens what the command names.
  init(_ options: MergeOptions) throws(Diagnostics) {
    if options.recipients == "-" {
      try self.init(standardInput: options.format, encoding: options.encoding)
    } else {
      try self.init(
        path: options.recipients, format: options.format, encoding: options.encoding)
    }
  }
}

extension Record {
  /// The SHA-256 of what the record holds, whatever file it stands in.
  ///
  /// - Parameters:
  ///   - secrets: the fields that count with a key alone.
  ///   - key: what is counted with all fields.
  func digest(without secrets: Set<String>, key: String?) -> String {
    var bytes: [UInt8] = []
    let counted =
      key == nil && !secrets.isEmpty ? fields.filter { !Self.isSecret($0.key, secrets) } : fields
    Value.object(counted).append(to: &bytes)
    if let key { bytes += key.utf8 }
    return sha256(bytes)
  }

  /// Whether a field is one of those, or holds one.
  private static func isSecret(_ field: String, _ secrets: Set<String>) -> Bool {
    secrets.contains(field) || secrets.contains { $0.hasPrefix(field + ".") }
  }
}

extension Record.Value {
  /// Each value with its kind and its length, so that no two records are the same bytes.
  fileprivate func append(to bytes: inout [UInt8]) {
    func add(_ kind: Character, _ text: String) {
      bytes += "\(kind)\(text.utf8.count):\(text)".utf8
    }
    switch self {
    case .nothing: add("n", "")
    case .text(let text): add("t", text)
    case .number(let digits): add("d", digits)
    case .flag(let flag): add("f", flag ? "1" : "0")
    case .list(let values):
      add("l", String(values.count))
      for value in values { value.append(to: &bytes) }
    case .object(let values):
      add("o", String(values.count))
      for (key, value) in values.sorted(by: { $0.key < $1.key }) {
        add("k", key)
        value.append(to: &bytes)
      }
    }
  }
}
