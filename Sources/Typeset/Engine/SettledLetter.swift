/// A letter that is settled and has had its pages counted: all that reading it without pages takes.
struct SettledLetter: Sendable {
  let plan: Plan
  let language: LanguagePack
  /// How many pages the letter has, without those of enclosures.
  let pageCount: Int

  private var recital: Recital { recite(plan, language: language, pageCount: pageCount) }

  /// The letter as a file of HTML.
  func html() -> [UInt8] { HTMLDocument.write(recital, language: language) }

  /// The letter as plain text.
  func plainText() -> [UInt8] { PlainText.write(recital) }
}
