/// How a language writes numbers: to set those of a column below each other, and to write those of
/// a record.
struct NumberForm: Hashable, Sendable {
  /// What stands before the decimals: a comma or a point.
  let decimalMark: Unicode.Scalar
  /// What stands between groups of three figures: a point, a comma or a no-break space.
  let groupMark: Unicode.Scalar

  init(decimalMark: Unicode.Scalar, groupMark: Unicode.Scalar? = nil) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark ?? (decimalMark == "," ? "." : ",")
  }

  /// Signs and currencies that may stand before a figure.
  private static let signs: Set<Unicode.Scalar> = [
    "+", "-", "\u{2010}", "\u{2012}", "–", "\u{2212}", "±", "(", "<", ">", "≤", "≥", "~", "≈",
    "€", "$", "£",
  ]
  private static let currencies = ["kr. ", "kr ", "DKK ", "SEK ", "NOK ", "EUR ", "USD ", "GBP "]
  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2012}", "–", "—", "\u{2212}",
  ]
  private static let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]
  /// What a unit may begin with.
  private static let unitStarts: Set<Unicode.Scalar> = ["%", "‰", "°", ")", "*", "′", "″"]
  /// The longest unit: what is longer is a sentence that begins with a number.
  private static let longestUnit = 16

  /// Whether a text stands for no number at all, as a dash does.
  static func isDash(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count == 1 && scalars.allSatisfy(dashes.contains)
  }

  /// How many bytes of a text stand before its decimals and its unit; nil if it is no number.
  func wholePart(of text: String) -> Int? {
    if Self.isDash(text) { return text.utf8.count }
    let scalars = Array(text.unicodeScalars)
    var index = prefix(of: text, scalars)
    guard let whole = digits(scalars, from: index) else { return nil }
    index = whole
    if index + 1 < scalars.count, scalars[index] == decimalMark {
      if Self.dashes.contains(scalars[index + 1]) {
        index += 2
      } else if scalars[index + 1].isDigit {
        index += 1
        while index < scalars.count, scalars[index].isDigit { index += 1 }
      }
    }
    guard isUnit(scalars[index...]) else { return nil }
    return scalars[..<whole].reduce(0) { $0 + UTF8.width($1) }
  }

  private func prefix(of text: String, _ scalars: [Unicode.Scalar]) -> Int {
    var index = 0
    if let currency = Self.currencies.first(where: { text.hasPrefix($0) }) {
      index = currency.unicodeScalars.count
    }
    while index < scalars.count,
      Self.signs.contains(scalars[index]) || index > 0 && Self.spaces.contains(scalars[index])
    {
      index += 1
    }
    return index
  }

  /// Where the figures end that begin at an index, with their groups of three.
  private func digits(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    func run(_ from: Int) -> Int {
      var end = from
      while end < scalars.count, scalars[end].isDigit { end += 1 }
      return end
    }
    var end = run(start)
    guard end > start else { return nil }
    guard end - start <= 3 else { return end }
    while end < scalars.count, isGroupMark(scalars[end]), run(end + 1) - end == 4 {
      end = run(end + 1)
    }
    return end
  }

  private func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar != decimalMark
      && (scalar == "." || scalar == "," || scalar == "'" || scalar == "’"
        || Self.spaces.contains(scalar))
  }

  /// Whether it is what may follow a number: nothing, or a short unit without figures but those
  /// of `m2`.
  private func isUnit(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first else { return true }
    guard rest.count <= Self.longestUnit,
      Self.spaces.contains(first) || Self.unitStarts.contains(first)
        || first.properties.isAlphabetic
    else { return false }
    return rest.indices.allSatisfy { index in
      !rest[index].isDigit || (index > rest.startIndex && rest[index - 1] == "m")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
