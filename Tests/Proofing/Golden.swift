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

/// Whether this run accepts what it sees as the new references.
package let isUpdatingGoldens = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

/// Compares with the reference of that name; `UPDATE_GOLDENS=1 swift test` accepts the new one.
///
/// A run that writes a reference fails, so that no one takes it for a passed test. Evidence goes to
/// the folder given with `swift test --attachments-path`.
package func expectGolden<G: Golden>(
  _ actual: G, _ name: String, in folder: URL = Project.goldens,
  isUpdating: Bool = isUpdatingGoldens, at place: SourceLocation = #_sourceLocation
) throws {
  let file = folder.appending(path: name)
  var (reason, evidence) = ("there is no reference yet", try actual.reference)
  if let stored = try? Data(contentsOf: file) {
    guard let difference = try actual.difference(from: try G(reference: stored)) else { return }
    (reason, evidence) = difference
  }
  if isUpdating {
    try actual.reference.write(to: file)
    reason += "; the reference is now what this run made"
  } else {
    reason += "; look at it, and accept it with make goldens"
  }
  Attachment.record(evidence, named: name, sourceLocation: place)
  Issue.record("\(name): \(reason)", sourceLocation: place)
}
