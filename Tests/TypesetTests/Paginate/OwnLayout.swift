import Proofing

@testable import Typeset

/// A letter resolved in a layout that is written out, which may extend one that is shipped.
func planned(
  _ body: String, inLayout layout: String, head: String = "", language: LanguagePack = danish
) throws -> Plan {
  let read = try parseLayout(SourceFile(name: "own.yaml", text: layout)) {
    (name, _) throws(Diagnostics) in
    try readSource(
      try readFile(at: Project.path("Layouts/\(name).yaml"), limit: sourceSizeLimit), name: name)
  }
  let letter = try parseLetter(
    SourceFile(name: "letter.md", text: "---\nlayout: own\ndate: 2024-03-11\n\(head)---\n\(body)\n")
  )
  return try resolved(letter.letter, read, language: language).plan
}

/// A letter composed in a layout that is written out.
func composed(
  _ body: String, inLayout layout: String, head: String = "", language: LanguagePack = danish
) throws -> Composition {
  try composePages(
    planned(body, inLayout: layout, head: head, language: language),
    shaper: Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages))
}
