#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import MailRun
internal import Synchronization
internal import Typeset

/// Watches files, those that are not there yet too, and tells which have changed.
package final class FileWatch: Sendable {
  private struct Known {
    var stamps: [String: FileStamp?] = [:]
    var folders: Set<String> = []
    var isOver = false
  }

  private let known = Mutex(Known())
  private let bell = FolderBell()
  /// How long a file may be gone while an editor saves it, in steps of ``step``.
  private static let patience = 15
  /// In microseconds.
  private static let step: UInt32 = 10_000

  /// Watches no file yet.
  package init() {}

  /// Watches files from now on, beside those that it watches already.
  package func watch(_ paths: Set<String>) {
    let fresh = known.withLock { known in paths.filter { known.stamps[$0] == nil } }
    guard !fresh.isEmpty else { return }
    // Listened to before they are looked at, so that no change falls between.
    let folders = Set(fresh.flatMap(Self.folders))
    for folder in folders { bell.listen(to: folder) }
    let stamps = fresh.map { ($0, FileStamp(path: $0)) }
    known.withLock { known in
      known.folders.formUnion(folders)
      for (path, stamp) in stamps { known.stamps[path] = .some(stamp) }
    }
  }

  /// Tells of changes as they come, on a thread of its own, until it is ended.
  ///
  /// - Returns: false if the system gives no thread.
  package func start(_ tell: @escaping @Sendable (_ changed: Set<String>) -> Void) -> Bool {
    WorkerThread {
      while !self.known.withLock({ $0.isOver }) {
        let changed = self.next(within: 250)
        if !changed.isEmpty { tell(changed) }
      }
    } != nil
  }

  /// Tells no more.
  package func end() { known.withLock { $0.isOver = true } }

  /// The files that change next; none if nothing does in the time.
  ///
  /// - Parameter milliseconds: the longest wait.
  package func next(within milliseconds: Int32) -> Set<String> {
    let ring = bell.wait(atMost: milliseconds)
    var found = look()
    guard !found.changed.isEmpty else { return [] }
    // Nobody said that whoever writes is done, so what is written must stay the same for a while.
    if ring == .timeIsUp { settle(&found) }
    for _ in 0..<Self.patience where !found.gone.isEmpty {
      usleep(Self.step)
      found = look()
    }
    known.withLock { known in
      for (path, stamp) in found.stamps { known.stamps[path] = .some(stamp) }
    }
    // A folder that was put in another's place is to be listened to anew.
    for folder in found.changed.flatMap(Self.folders) { bell.listen(to: folder) }
    return found.changed
  }

  private struct Look {
    var stamps: [String: FileStamp?] = [:]
    var changed: Set<String> = []
    /// Those that were there before.
    var gone: Set<String> = []
  }

  private func look() -> Look {
    let old = known.withLock { $0.stamps }
    var look = Look()
    for (path, stamp) in old {
      let now = FileStamp(path: path)
      guard now != stamp else { continue }
      look.stamps[path] = .some(now)
      look.changed.insert(path)
      if now == nil { look.gone.insert(path) }
    }
    return look
  }

  private func settle(_ look: inout Look) {
    for _ in 0..<Self.patience {
      usleep(Self.step * 3)
      let next = self.look()
      defer { look = next }
      if next.stamps == look.stamps { return }
    }
  }

  /// The folders in which a file can change: its own, and that of what it is a link to.
  private static func folders(of path: String) -> [String] {
    var folders = [parentFolder(of: path)]
    if let resolved = realpath(path, nil) {
      folders.append(parentFolder(of: String(cString: resolved)))
      free(resolved)
    }
    return folders
  }
}
