#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// A file of a run that is written beside its place and put there in one step; one that never comes
/// there is taken away.
///
/// It is locked while it is written: two runs of the same name do not write the same file, and what a
/// run left that was killed is taken away by the next.
final class UnsettledFile {
  /// Where it is until then.
  let path: String
  /// Open for writing.
  let descriptor: Int32
  private let place: String
  private var isSettled = false

  /// - Parameter place: where it is to be.
  /// - Throws: that it cannot be made.
  init(for place: String) throws(Diagnostics) {
    guard let partial = PartialFile(besides: place) else { throw fileFailure("write", place) }
    (path, descriptor, self.place) = (partial.path, partial.descriptor, place)
  }

  deinit {
    if !isSettled { unlink(path) }
    close(descriptor)
  }

  /// Adds bytes to it.
  func write(_ bytes: [UInt8]) throws(Diagnostics) {
    guard writeAll(bytes, to: descriptor) else { throw fileFailure("write", place) }
  }

  /// Has it on the disk.
  func sync() throws(Diagnostics) {
    guard fsync(descriptor) == 0 else { throw fileFailure("write", place) }
  }

  /// Puts it in its place, or in another.
  func settle(as other: String? = nil) throws(Diagnostics) {
    try putInPlace(path, as: other ?? place)
    isSettled = true
  }
}

/// Gives a whole file its name, over what was there; but never over what the run reads.
func putInPlace(_ partial: String, as place: String) throws(Diagnostics) {
  try refuseToReplaceInput(place)
  guard rename(partial, place) == 0 else { throw fileFailure("write", place) }
}

/// Sees that a file of the run is none that its letters are made of.
func refuseToReplaceInput(_ place: String) throws(Diagnostics) {
  guard ReadNotes.areOfFile(at: place) else { return }
  throw Diagnostics([
    Diagnostic(
      .error, .writtenTwice, "\"\(place)\" is a file that the letters are made of",
      hints: ["write the letters to another folder, or under other names"])
  ])
}
