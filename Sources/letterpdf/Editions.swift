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
    let isAlike = command.also.allSatisfy {
      if case .pdf(let purpose) = $0.form { (purpose == .print) == isForPaper } else { true }
    }
    other = isAlike || !main.differsOnPaper ? nil : try compose(!isForPaper)
  }

  /// Every PDF to make, by what it shows; pictures and text are those of the first composition.
  var pdfs: [(composition: ComposedLetter, copies: [Copy])] {
    let all = command.outputs.compactMap { output -> Copy? in
      guard case .pdf(let purpose) = output.form else { return nil }
      return Copy(purpose: purpose, path: output.path)
    }
    guard let other else { return [(main, all)] }
    let isForPaper = command.purpose == .print
    return [
      (main, all.filter { ($0.purpose == .print) == isForPaper }),
      (other, all.filter { ($0.purpose == .print) != isForPaper }),
    ]
  }

  /// A PDF to make, and where it goes.
  struct Copy {
    let purpose: FinishOptions.Purpose
    let path: String
  }

  /// What was noticed, each thing once.
  var warnings: [Diagnostic] {
    let more = other?.warnings.filter { !main.warnings.contains($0) } ?? []
    return main.warnings + more
  }
}
