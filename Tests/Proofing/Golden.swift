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
  _ actual: G, _ name: String, at place: SourceLocation = #_sourceLocation
) throws {
  let fault = try compareWithGolden(
    actual, name, in: Project.goldens, isUpdating: isUpdatingGoldens)
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
  guard isUpdating else { return (reason + "; look, and accept with make goldens", evidence) }
  try actual.reference.write(to: file)
  return (reason + "; the reference is now what this run made", evidence)
}
