import FileWatching
import Foundation
import Proofing
import Testing

/// Which changes of files are told.
///
/// The waits end as soon as something is told.
struct FileWatchTests {
  private let scratch: Scratch
  private let file: String
  private let watch = FileWatch()

  init() throws {
    scratch = try Scratch()
    file = scratch.path("letter.md")
    try Data("a".utf8).write(to: URL(filePath: file))
    watch.watch([file])
  }

  /// What is told next; nothing in ten seconds is nothing.
  private func next() -> Set<String> {
    for _ in 0..<20 {
      let changed = watch.next(within: 500)
      if !changed.isEmpty { return changed }
    }
    return []
  }

  @Test func `A file that is written is told of once`() throws {
    try Data("ab".utf8).write(to: URL(filePath: file))
    #expect(next() == [file])
    #expect(watch.next(within: 50).isEmpty)
  }

  @Test func `A file that another is put in the place of is told of`() throws {
    let other = scratch.path("letter.md~")
    for text in ["abc", "abcd"] {
      try Data(text.utf8).write(to: URL(filePath: other))
      #expect(rename(other, file) == 0)
      #expect(next() == [file])
    }
  }

  @Test func `A file that is gone for good is told of, and so is its return`() throws {
    try FileManager.default.removeItem(atPath: file)
    #expect(next() == [file])
    try Data("new".utf8).write(to: URL(filePath: file))
    #expect(next() == [file])
  }

  @Test func `A file that was not there yet is told of when it comes`() throws {
    let missing = scratch.path("logo.png")
    watch.watch([missing])
    try Data("x".utf8).write(to: URL(filePath: missing))
    #expect(next() == [missing])
  }

  @Test func `Other files in the folder are not told of`() throws {
    try Data("x".utf8).write(to: URL(filePath: scratch.path("notes.txt")))
    #expect(watch.next(within: 100).isEmpty)
  }
}
