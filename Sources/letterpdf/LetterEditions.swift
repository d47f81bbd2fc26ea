import Typeset

/// One letter in the forms that a run wants of it, each composed and painted once.
///
/// What is for screens is for paper as well where nothing differs.
final class LetterEditions {
  typealias Edition = (letter: ComposedLetter, pdf: FinishedPDF)

  private let finishing: FinishOptions
  private let composing: ComposeOptions
  private let compose: (ComposeOptions) throws(Diagnostics) -> ComposedLetter
  private let seal: SealDesk?
  private var composed: [Bool: ComposedLetter] = [:]
  private var made: [FinishOptions.Purpose: Edition] = [:]

  /// - Parameters:
  ///   - finishing: how the letter's own file is finished.
  ///   - composing: how it is composed.
  ///   - known: what is composed already.
  ///   - seal: who seals the files; nil for nobody.
  init(
    _ finishing: FinishOptions, _ composing: ComposeOptions, known: ComposedLetter? = nil,
    sealedBy seal: SealDesk? = nil,
    compose: @escaping (ComposeOptions) throws(Diagnostics) -> ComposedLetter
  ) {
    (self.finishing, self.composing, self.compose) = (finishing, composing, compose)
    self.seal = seal
    composed[composing.isForPaper] = known
  }

  /// The letter's own file.
  func own() throws(Diagnostics) -> Edition { try edition(for: finishing.purpose) }

  /// The files that messages are made of.
  var files: MessageDesk.Files {
    MessageDesk.Files(
      screen: { () throws(Diagnostics) in try self.edition(for: .digitalPost) },
      paper: { () throws(Diagnostics) in try self.edition(for: .print) })
  }

  /// How many pages the letter has; nil while nobody asked for any edition.
  var pageCount: Int? { (composed[false] ?? composed[true])?.pages.count }

  private func edition(for purpose: FinishOptions.Purpose) throws(Diagnostics) -> Edition {
    if let known = made[purpose] { return known }
    let letter = try letter(isForPaper: purpose == .print)
    var finishing = finishing
    finishing.purpose = purpose
    var pdf = try letter.pdf(finishing)
    if let seal { pdf = pdf.with(try seal.sealed(pdf.bytes, named: "letter.pdf")) }
    let edition = (letter, pdf)
    made[purpose] = edition
    return edition
  }

  private func letter(isForPaper: Bool) throws(Diagnostics) -> ComposedLetter {
    if let known = composed[isForPaper] { return known }
    if let other = composed[!isForPaper], !other.differsOnPaper { return other }
    var options = composing
    options.isForPaper = isForPaper
    let letter = try compose(options)
    composed[isForPaper] = letter
    return letter
  }
}
