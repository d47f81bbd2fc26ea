import Foundation
import Proofing
import Testing

@testable import Typeset

/// A file of the package as source.
func packageFile(_ path: String) throws -> SourceFile {
  let data = try Data(contentsOf: Project.root.appending(path: path))
  return try readSource([UInt8](data), name: Project.path(path))
}

/// A layout that is shipped.
func shippedLayout(_ name: String) throws -> Layout {
  try parseLayout(packageFile("Layouts/\(name).yaml")) { (name, _) throws(Diagnostics) in
    do {
      return try packageFile("Layouts/\(name).yaml")
    } catch {
      throw Diagnostics(.error("no layout \(name)", at: nil))
    }
  }
}

/// Danish as the tests of layouts need it.
let danish = LanguagePack(
  tag: .danish,
  months: [
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
  ], dateForm: "{day}. {month} {year}",
  words: [
    "to": "Til", "date": "Dato", "page-of": "Side {page} af {pages}", "attention": "Att.:",
    "closing": "Med venlig hilsen", "enclosures": "Bilag", "copies": "Kopi til",
    "case-id": "Sagsnr.", "document-id": "Dok.nr.", "email": "E-mail", "phone": "Telefon",
    "draft": "Udkast", "postscript": "PS",
  ], enclosureWords: ["vedlagt"], quotes: ["»", "«", "›", "‹"],
  bindsAfter: ["kl.", "den", "nr.", "§"],
  bindsBefore: ["%", "kr."], patterns: "hyphenation.table",
  alphabet: "abcdefghijklmnopqrstuvwxyzæøå")

/// A letter resolved in a layout.
func resolved(
  _ letter: Letter, _ layout: Layout, language: LanguagePack = danish,
  images: LetterAssets = .folder("."),
  options: ResolveOptions = ResolveOptions()
) throws -> (plan: Plan, warnings: [Diagnostic]) {
  try resolve(letter, layout, language: language, images: images, options: options)
}

/// A letter of `Examples/` composed in its layout.
func composedExample(_ name: String) throws -> Composition {
  try composedLetter(
    packageFile("Examples/\(name).md"), in: Project.path("Examples")
  ).composition
}

/// A letter composed in the layout it asks for, by a typesetter of its own.
func composedLetter(
  _ source: SourceFile, in folder: String, language: LanguageTag? = nil,
  options: ComposeOptions = ComposeOptions()
) throws -> ComposedLetter {
  let typesetter = Typesetter(resources: .folder(Project.folder))
  var letter = try Letter(source: source)
  if let language { letter.language = language }
  return try typesetter.compose(
    letter, in: typesetter.layout(of: letter, from: folder), assets: .folder(folder),
    options: options)
}

extension LetterAssets {
  /// The letter's and the layout's files in one folder.
  static func folder(_ path: String) -> LetterAssets {
    LetterAssets(letter: AssetFolder(path: path), layoutFolder: path, intake: SamplePlan.intake)
  }
}
