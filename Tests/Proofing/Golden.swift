package import Foundation
package import Testing

/// Something with a stored reference: a layout dump or a rendered page.
package protocol Golden {
  /// Reads a stored reference.
  init(reference: Data) throws
  /// The bytes to store.
  var reference: Data { get throws }
  /// What differs in words, and evidence to look at; nil when close enough.
  func difference(from expected: Self) throws -> (reason: String, evidence: Data)?
}

/// Which goldens a run accepts as the new references, and where it says what it compared.
package struct GoldenRun: Sendable {
  /// The run of these tests, as `make goldens` asks for it in the environment: `UPDATE_GOLDENS` is
  /// 1 for all or a list of names, `GOLDENS_LOG` is a file.
  package static let current = GoldenRun(
    accepting: ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] ?? "",
    log: ProcessInfo.processInfo.environment["GOLDENS_LOG"])

  private let names: [String]
  private let acceptsAll: Bool
  private let log: String?

  package init(accepting names: String, log: String? = nil) {
    acceptsAll = names == "1"
    self.names = acceptsAll ? [] : names.split(separator: " ").map(String.init)
    self.log = log
  }

  /// Whether a golden is accepted: by the name of its file, or of the letter that it is of.
  package func accepts(_ file: String) -> Bool {
    acceptsAll || names.contains(file) || names.contains { letter(of: file) == $0 }
  }

  /// The name of a golden's letter: `kl-2024` for `kl-2024.txt` and `kl-2024-page-1.png`.
  private func letter(of file: String) -> String {
    file.replacing(/(-page-\d+)?\.[a-z]+$/, with: "")
  }

  /// Adds a line on what became of a golden.
  package func note(_ golden: String, _ outcome: String) {
    guard let log, let file = fopen(log, "a") else { return }
    fputs("\(golden)\t\(outcome)\n", file)
    fclose(file)
  }
}

/// Compares with the reference of that name; `make goldens NAME` accepts the new one.
///
/// A run that writes a reference fails, so that no one takes it for a passed test. Evidence goes to
/// the folder given with `swift test --attachments-path`.
package func expectGolden<G: Golden>(
  _ actual: G, _ name: String, at place: SourceLocation = #_sourceLocation
) throws {
  let fault = try compareWithGolden(
    actual, name, in: Project.goldens, isUpdating: GoldenRun.current.accepts(name))
  GoldenRun.current.note(name, fault?.reason ?? "as before")
  guard let fault else { return }
  Attachment.record([UInt8](fault.evidence), named: name, sourceLocation: place)
  Issue.record("\(name): \(fault.reason)", sourceLocation: place)
}

/// What keeps a golden from passing; writes the reference when goldens are updated.
package func compareWithGolden<G: Golden>(
  _ actual: G, _ name: String, in folder: URL, isUpdating: Bool
) throws -> (reason: String, evidence: Data)? {
  let file = folder.appending(path: name)
  var (reason, evidence) = ("there is no reference yet", try actual.reference)
  if let stored = try? Data(contentsOf: file) {
    guard let difference = try actual.difference(from: try G(reference: stored)) else { return nil }
    (reason, evidence) = difference
  }
  guard isUpdating else {
    return (reason + "; look, and accept with make goldens \(name)", evidence)
  }
  try actual.reference.write(to: file)
  return (reason + "; the reference is now what this run made", evidence)
}

/// Expects that there is no picture of a page that the letter no longer has.
package func expectNoGolden(_ name: String, at place: SourceLocation = #_sourceLocation) throws {
  let fault = try faultOfStaleGolden(name, in: Project.goldens, for: .current)
  guard let fault else { return }
  GoldenRun.current.note(name, fault)
  Issue.record("\(name): \(fault)", sourceLocation: place)
}

/// What is wrong with a golden that should not be there; deletes it where it is accepted.
package func faultOfStaleGolden(_ name: String, in folder: URL, for run: GoldenRun) throws
  -> String?
{
  let file = folder.appending(path: name)
  guard FileManager.default.fileExists(atPath: file.path) else { return nil }
  guard run.accepts(name) else { return "is of no page; delete it with make goldens \(name)" }
  try FileManager.default.removeItem(at: file)
  return "deleted, since there is no such page"
}
