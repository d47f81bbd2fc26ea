/// Codes of what does not fit or cannot be shown.
extension DiagnosticCode {
  package static let tooTall = DiagnosticCode(
    "page.too-tall",
    cause: "Something is taller than its page or frame.",
    cure: "Shorten it, divide it in two, or give it more room in the layout.")
  package static let tooWide = DiagnosticCode(
    "page.too-wide",
    cause: "A word, an image or a table is wider than its measure.",
    cure: "Shorten it, give a width, or use fewer columns.")
  package static let tableFit = DiagnosticCode(
    "page.table-fit",
    cause: "A wide table was made to fit: with smaller text, divided words or the margin.",
    cure: "Nothing needs to be done; fewer columns read better.")
  package static let squeezed = DiagnosticCode(
    "page.squeezed",
    cause: "The white of a page was changed to spare the letter another one.",
    cure: "Nothing needs to be done.")
  package static let freeZone = DiagnosticCode(
    "page.free-zone",
    cause: "Something stands in a zone that must stay free, or out of the window.",
    cure: "Move it in the layout, by the millimetres that are told.")
  package static let noCharacter = DiagnosticCode(
    "page.no-character",
    cause: "No font has a character of the letter, or only its font knows what it means.",
    cure: "Write it another way, or add a font that has it.")
  package static let severalInks = DiagnosticCode(
    "page.several-inks",
    cause: "Small text in colour is printed in dots of several inks.",
    cure: "Use black for small text that is printed.")

  static let pageCodes: [DiagnosticCode] = [
    .tooTall, .tooWide, .tableFit, .squeezed, .freeZone, .noCharacter, .severalInks,
  ]
}
