internal import Synchronization

/// The files that were asked for while something was done, also those that are not there: whoever
/// keeps the result has to do it anew when one of them changes.
package final class ReadNotes: Sendable {
  /// The notes that are taken at the moment; nil where nobody asks for them.
  @TaskLocal package static var current: ReadNotes?

  private let asked = Mutex<Set<String>>([])
  private let tell: (@Sendable (String) -> Void)?

  /// No files yet.
  ///
  /// - Parameter tell: hears of each file, once, before it is read: who watches it from then on misses
  ///   no change.
  package init(telling tell: (@Sendable (String) -> Void)? = nil) { self.tell = tell }

  /// The paths, as they were asked for.
  package var paths: Set<String> { asked.withLock { $0 } }

  /// Notes the files that something reads on this thread.
  package func noting<T, E: Error>(_ work: () throws(E) -> T) throws(E) -> T {
    // What carries the value along throws untyped errors alone.
    let result = Self.$current.withValue(self) { Result { () throws(E) in try work() } }
    return try result.get()
  }

  /// Notes the files that something reads on this thread, to the notes that are taken already if there
  /// are any.
  package static func collecting<T, E: Error>(
    _ work: (ReadNotes) throws(E) -> T
  ) throws(E) -> T {
    if let current { return try work(current) }
    let notes = ReadNotes()
    return try notes.noting { () throws(E) in try work(notes) }
  }

  /// Does something whose files are not noted.
  package static func unnoted<T>(_ work: () -> T) -> T { $current.withValue(nil, operation: work) }

  /// Whether a path is that of a file which was read while notes were taken, by whatever name.
  package static func areOfFile(at path: String) -> Bool {
    guard let current, let file = FileIdentity(path: path) else { return false }
    return current.paths.contains { FileIdentity(path: $0) == file }
  }

  /// Notes a file that is asked for.
  static func note(_ path: String) {
    guard let current else { return }
    let isNew = current.asked.withLock { $0.insert(path).inserted }
    if isNew { current.tell?(path) }
  }
}
