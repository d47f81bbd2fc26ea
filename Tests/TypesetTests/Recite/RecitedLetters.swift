@testable import Typeset

/// A letter as it is read without pages.
func recited(
  _ head: String = "", _ body: String, in layoutText: String = smallLayout,
  options: ResolveOptions = ResolveOptions(), pageCount: Int = 1
) throws -> Recital {
  let plan = try plan(letter(head, body), layoutText, options: options).plan
  return recite(plan, language: danish, pageCount: pageCount)
}

/// The body of a letter as HTML, from the title or subject on.
func markup(
  _ head: String = "", _ body: String, in layoutText: String = smallLayout,
  options: ResolveOptions = ResolveOptions()
) throws -> String {
  let recital = try recited(head, body, in: layoutText, options: options)
  let whole = String(decoding: HTMLDocument.write(recital, language: danish), as: UTF8.self)
  let main = whole.split(separator: "<main>\n").last ?? ""
  return String(main.split(separator: "</main>").first ?? "")
}

/// A letter as plain text.
func plainText(
  _ head: String = "", _ body: String, in layoutText: String = smallLayout,
  options: ResolveOptions = ResolveOptions()
) throws -> String {
  let recital = try recited(head, body, in: layoutText, options: options)
  return String(decoding: PlainText.write(recital), as: UTF8.self)
}
