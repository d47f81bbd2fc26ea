/// Everything that stopped a stage, and what it noticed on the way, in source order.
public struct Diagnostics: Error, Hashable, Sendable {
  /// The diagnostics; at least one of them is an error when this is thrown.
  public let all: [Diagnostic]

  /// Wraps diagnostics as they were found.
  public init(_ all: [Diagnostic]) { self.all = all }

  /// Wraps a single diagnostic.
  package init(_ one: Diagnostic) { all = [one] }

  /// Does something to a kind of file; what is wrong with it is told as of that kind.
  package static func telling<T>(
    of kind: String, _ body: () throws(Diagnostics) -> T
  ) throws(Diagnostics) -> T {
    do throws(Diagnostics) {
      return try body()
    } catch {
      throw Diagnostics(error.all.map { $0.within(kind) })
    }
  }
}

/// Collects what a stage finds, so that all problems are told at once.
package struct DiagnosticCollector {
  /// What was collected, in the order in which it came.
  package private(set) var all: [Diagnostic] = []

  /// Nothing yet.
  package init() {}

  /// Whether anything collected stops the letter.
  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Takes in one more diagnostic.
  package mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Takes in what an earlier step found.
  package mutating func add(_ more: [Diagnostic]) { all += more }

  /// Tells everything collected as of a kind of file.
  package mutating func tell(of kind: String) { all = all.map { $0.within(kind) } }

  /// Throws everything collected, in source order, if any of it is an error.
  package func throwIfErrors() throws(Diagnostics) {
    if hasErrors { throw Diagnostics(inSourceOrder) }
  }

  /// What was collected in the order of its places, files in the order they first came up; what
  /// has no place comes last.
  package var inSourceOrder: [Diagnostic] {
    var files: [SourceFile: Int] = [:]
    for case let file? in all.map(\.place?.file) where files[file] == nil {
      files[file] = files.count
    }
    let keyed = all.enumerated().map { (index, diagnostic) in
      let file = diagnostic.place.flatMap { files[$0.file] } ?? files.count
      return (key: (file, diagnostic.place?.lower ?? 0, index), diagnostic)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.1)
  }
}
