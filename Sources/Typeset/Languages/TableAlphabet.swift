/// The letters of a table of compounds as numbers: 32 at most, for its edges have five bits for one.
struct TableAlphabet: Sendable {
  /// A letter the table does not have.
  static let foreign: UInt8 = 63

  private let codes: [UInt8]
  private let vowels: UInt64
  let stressless: UInt8

  init(letters: Substring, vowels: Substring) {
    var codes = [UInt8](repeating: Self.foreign, count: 256)
    for (code, scalar) in letters.unicodeScalars.enumerated()
    where scalar.value < 256 && code < 32 {
      codes[Int(scalar.value)] = UInt8(code)
    }
    self.codes = codes
    self.vowels = vowels.unicodeScalars.reduce(0) { bits, scalar in
      let code = scalar.value < 256 ? codes[Int(scalar.value)] : Self.foreign
      return code == Self.foreign ? bits : bits | 1 << UInt64(code)
    }
    stressless = codes[Int(UInt8(ascii: "e"))]
  }

  func codes(of letters: some Sequence<Unicode.Scalar>) -> [UInt8] {
    letters.map { $0.value < 256 ? codes[Int($0.value)] : Self.foreign }
  }

  func isVowel(_ code: UInt8) -> Bool { vowels >> UInt64(code & 63) & 1 == 1 }

  /// Ten letters at most as one number; longer texts share 0, which stands for none.
  static func key(_ text: ArraySlice<UInt8>) -> UInt64 {
    text.count > 10 ? 0 : text.reduce(0) { $0 << 6 | (UInt64($1) + 1) & 63 }
  }
}
