#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// The files of a run in their folders: each written beside its place and put there in one step, so
/// that what bears a letter's name is always whole.
///
/// Nothing is synced here: the run does that for many at a time, before the manifest tells of them.
struct LetterFiles: Sendable {
  /// The run's folder.
  let folder: String
  /// Where files are written before they are named; on the same file system.
  let partialFolder: String

  init(folder: String, shard: Shard) {
    self.folder = folder
    partialFolder = "\(folder)/.partial\(shard.suffix)"
  }

  /// Writes a letter.
  ///
  /// - Parameters:
  ///   - file: its path in the run's folder.
  ///   - worker: who writes; each has a name of its own.
  /// - Throws: that it cannot be written, as on a full disk.
  func write(_ bytes: [UInt8], as file: String, by worker: Int) throws(Diagnostics) {
    let partial = "\(partialFolder)/\(worker)"
    let place = "\(folder)/\(file)"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw fileFailure("write", partial) }
    let isWritten = writeAll(bytes, to: descriptor)
    let code = errno
    // Some file systems tell only here that they are full.
    guard close(descriptor) == 0 || !isWritten else { throw fileFailure("write", place) }
    guard isWritten else {
      unlink(partial)
      throw fileFailure("write", place, code)
    }
    try refuseToReplaceInput(place)
    if rename(partial, place) == 0 { return }
    guard errno == ENOENT, let slash = place.lastIndex(of: "/") else {
      throw fileFailure("write", place)
    }
    try makeFolders(String(place[..<slash]))
    guard rename(partial, place) == 0 else { throw fileFailure("write", place) }
  }

  /// Whether a letter is there as the manifest says.
  func holds(_ line: KnownLine) -> Bool {
    guard line.status == .done, let file = line.file else { return true }
    // Read as a result, which may be written anew, and not as something that letters are made of.
    guard
      let bytes = ReadNotes.unnoted({ try? readFile(at: "\(folder)/\(file)", limit: line.bytes) }),
      bytes.count == line.bytes
    else { return false }
    return sha256(bytes) == line.sha256
  }

  /// Takes away a letter of which the manifest will not tell.
  func remove(_ file: String) { unlink("\(folder)/\(file)") }

  /// Makes room for files in the making.
  func begin() throws(Diagnostics) { try makeFolders(partialFolder) }

  /// Takes away what was begun and never named.
  func clear() {
    for name in fileNames(in: partialFolder, hidden: true) { unlink("\(partialFolder)/\(name)") }
    rmdir(partialFolder)
  }
}
