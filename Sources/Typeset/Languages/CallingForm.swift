/// How the telephone numbers of a country are called, from wherever one is (ITU-T E.123 and E.164).
struct CallingForm: Hashable, Sendable {
  /// What stands before the country's numbers, `+45`; nil where a language is spoken in many.
  var code: String? = nil
  /// What national numbers begin with that is not called from abroad, `0`.
  var trunkPrefix = ""

  /// The address that calls a number as it is written, `Telefon 48 70 00 00`; nil for what is none.
  ///
  /// Words may stand before it; figures stand together or apart.
  func uri(of text: String) -> String? {
    let words = text.prefix { !($0.isASCII && $0.isNumber) && $0 != "+" && $0 != "(" }
    guard words.allSatisfy({ $0.isLetter || $0.isWhitespace || ".:".contains($0) }) else {
      return nil
    }
    let written = text.dropFirst(words.count)
    guard
      written.allSatisfy({
        $0.isASCII && $0.isNumber || $0.isWhitespace || "+()-/.–".contains($0)
      })
    else { return nil }
    var digits = written.filter { $0.isASCII && $0.isNumber }
    // No number has more figures (ITU-T E.164, 6.1); shorter ones are of a house.
    guard (5...15).contains(digits.count) else { return nil }
    if written.first(where: { $0 != "(" && !$0.isWhitespace }) == "+" {
      // What is dialled within the country alone is in brackets: +49 (0) 30 (E.123, 7.3).
      digits = written.replacing("(0)", with: "").filter(\.isNumber)
      return "tel:+\(digits)"
    }
    if digits.hasPrefix("00") { return "tel:+\(digits.dropFirst(2))" }
    guard let code else { return nil }
    if !trunkPrefix.isEmpty {
      // Without it the number is called within its town alone.
      guard digits.hasPrefix(trunkPrefix) else { return nil }
      digits.removeFirst(trunkPrefix.count)
    }
    return "tel:\(code)\(digits)"
  }
}
