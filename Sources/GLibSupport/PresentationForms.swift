/// The letters that ligatures and shaped forms of letters stand for, where they are characters of the
/// compatibility blocks: who searches or listens wants the letters (Unicode Standard, 23.8 and the
/// decompositions of UnicodeData.txt).
package enum PresentationForms {
  /// Alphabetic Presentation Forms, Arabic Presentation Forms-A and Forms-B.
  private static let blocks: [ClosedRange<UInt32>] = [0xFB00...0xFDFF, 0xFE70...0xFEFF]

  /// The letters of such a character; nil for any other.
  package static func letters(of form: Unicode.Scalar) -> String? {
    guard form.value >= 0xFB00, blocks.contains(where: { $0.contains(form.value) })
    else { return nil }
    let letters = NormalForm.plain.of(String(form))
    // A mark that stands alone would bring a space with it, which nobody wrote. By their scalars, for
    // strings that mean the same are equal.
    guard let first = letters.unicodeScalars.first, first != form, first != " " else { return nil }
    return letters
  }
}
