import FileWatching
import Typeset

/// `letterpdf render --watch`: sets a letter again whenever one of the files that it is made of
/// changes.
struct RenderWatch {
  let options: RenderOptions

  /// Goes on until the program is ended.
  ///
  /// - Throws: that the command was used wrongly; what is wrong with the letter is told, and waited
  ///   for.
  func run() throws {
    let watch = FileWatch()
    try set(watch)
    Terminal.printError("watching \(options.letter); Ctrl-C ends it")
    while true {
      let changed = watch.next(within: 500)
      if changed.isEmpty { continue }
      let names = changed.map { $0.split(separator: "/").last.map(String.init) ?? $0 }.sorted()
      Terminal.printError("setting it again: \(names.joined(separator: ", "))")
      try set(watch)
    }
  }

  private func set(_ watch: FileWatch) throws {
    // Each before it is read, so that no change falls between.
    watch.watch([options.letter])
    let notes = ReadNotes { watch.watch([$0]) }
    do {
      try notes.noting { () throws(any Error) in try RenderJob(options: options).run() }
    } catch let failure as Failure where failure.code == 1 && options.usageFaults.isEmpty {
      if !failure.text.isEmpty { Terminal.printError(failure.text) }
    }
  }
}
