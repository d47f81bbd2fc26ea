import Typeset

/// A letter composed for its purposes: once for all, or for screens and for paper where they differ.
struct Editions {
  /// What the first file shows.
  let main: ComposedLetter
  /// What the copies for the other kind of reading show, where that is not the same.
  private let other: ComposedLetter?
  private let command: RenderOptions

  /// Composes what the command needs.
  ///
  /// - Parameter compose: composes the letter, for paper or for a screen.
  init(
    _ command: RenderOptions, compose: (_ isForPaper: Bool) throws(Diagnostics) -> ComposedLetter
  ) throws(Diagnostics) {
    let isForPaper = command.purpose == .print
    self.command = command
    main = try compose(isForPaper)
    let isAlike = command.also.allSatisfy { ($0.purpose == .print) == isForPaper }
    other = isAlike || !main.differsOnPaper ? nil : try compose(!isForPaper)
  }

  /// Every file to make, by what it shows.
  var copies: [(composition: ComposedLetter, copies: [RenderOptions.Copy])] {
    let all = command.copies
    guard let other else { return [(main, all)] }
    let isForPaper = command.purpose == .print
    return [
      (main, all.filter { ($0.purpose == .print) == isForPaper }),
      (other, all.filter { ($0.purpose == .print) != isForPaper }),
    ]
  }

  /// What was noticed, each thing once.
  var warnings: [Diagnostic] {
    let more = other?.warnings.filter { !main.warnings.contains($0) } ?? []
    return main.warnings + more
  }
}
