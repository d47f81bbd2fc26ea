import GLibSupport
import Testing

/// Ligatures are read, searched and copied as their letters.
struct PresentationFormTests {
  @Test(arguments: [
    ("\u{FEF7}", "\u{644}\u{623}"), ("\u{FB01}", "fi"), ("\u{FEE3}", "\u{645}"),
    ("\u{FB03}", "ffi"), ("\u{FB05}", "st"), ("\u{FB2A}", "\u{5E9}\u{5C1}"),
    ("\u{FE80}", "\u{621}"), ("\u{FEFC}", "\u{644}\u{627}"),
  ])
  func `A ligature becomes its letters`(form: Unicode.Scalar, letters: String) {
    #expect(PresentationForms.letters(of: form) == letters)
  }

  @Test(arguments: ["\u{FF}", "T", "\u{B2}", "\u{2026}", "\u{FE76}", "\u{FEFF}", "\u{FD3E}"])
  func `All others are left as they are`(scalar: Unicode.Scalar) {
    #expect(PresentationForms.letters(of: scalar) == nil)
  }
}
