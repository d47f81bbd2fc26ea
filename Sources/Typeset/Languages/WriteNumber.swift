/// A decimal number by its figures, so that no amount of money is rounded by accident.
struct DecimalNumber: Hashable, Sendable {
  var isNegative: Bool
  /// The figures before the decimals, without needless zeros; at least one.
  var whole: [UInt8]
  /// The figures after them.
  var decimals: [UInt8]

  /// Why a text is no number, and what to write.
  struct Refusal: Error, Hashable {
    let reason: DiagnosticText
    let hint: DiagnosticText

    static let noNumber = Refusal(reason: "not a number", hint: "write figures, as 1250.00")
  }

  /// Reads a number as JSON has it: with a point, without groups.
  static func read(plain text: String) -> Result<DecimalNumber, Refusal> {
    let parts = Array(text.utf8).split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return make(Array(parts[0]), parts.count > 1 ? Array(parts[1]) : [])
  }

  /// Reads a number as people and programs write it in a language: `1250.5`, `1250,5`, `1.250,50`.
  ///
  /// One mark alone that may be either – `1.250` in a language with a comma before decimals – is
  /// refused rather than guessed.
  static func read(_ text: String, in form: NumberForm) -> Result<DecimalNumber, Refusal> {
    let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}"]
    var groups: [[UInt8]] = [[]]
    var marks: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar == "," || scalar == "." || spaces.contains(scalar) || scalar == "'" {
        marks.append(spaces.contains(scalar) ? " " : scalar)
        groups.append([])
      } else if scalar == "\u{2212}", marks.isEmpty, groups[0].isEmpty {
        groups[0].append(UInt8(ascii: "-"))
      } else if scalar.isASCII {
        groups[groups.count - 1].append(UInt8(scalar.value))
      } else {
        return .failure(.noNumber)
      }
    }
    guard let last = marks.last else { return make(groups[0], []) }
    let isDecimal: Bool
    if marks.count == 1 {
      let head = groups[0].filter { $0 != UInt8(ascii: "-") }
      let mayGroup = groups[1].count == 3 && (1...3).contains(head.count) && head != [0x30]
      if last == "," || last == ".", last != form.decimalMark, mayGroup {
        return .failure(
          Refusal(
            reason: "which can be read in two ways",
            hint: "write \(text.filter { $0 != "," && $0 != "." }), or "
              + "\(text.replacing(",", with: ".")).0"))
      }
      isDecimal = last == "," || last == "."
    } else {
      isDecimal = marks.dropLast().allSatisfy { $0 != last }
    }
    let whole = isDecimal ? groups.dropLast() : groups[...]
    let between = isDecimal ? marks.dropLast() : marks[...]
    guard Set(between).count <= 1, !isDecimal || last == "," || last == ".",
      whole.dropFirst().allSatisfy({ $0.count == 3 })
    else { return .failure(.noNumber) }
    return make(Array(whole.joined()), isDecimal ? groups[groups.count - 1] : [])
  }

  private static func make(_ whole: [UInt8], _ decimals: [UInt8]) -> Result<Self, Refusal> {
    var whole = whole
    let isNegative = whole.first == UInt8(ascii: "-")
    if isNegative || whole.first == UInt8(ascii: "+") { whole.removeFirst() }
    guard !whole.isEmpty, (whole + decimals).allSatisfy({ (0x30...0x39).contains($0) }) else {
      return .failure(.noNumber)
    }
    let kept = whole.drop { $0 == 0x30 }
    return .success(
      DecimalNumber(
        isNegative: isNegative, whole: kept.isEmpty ? [0x30] : Array(kept), decimals: decimals))
  }

  /// The number with so many decimals; a half goes away from zero, as money is rounded.
  func rounded(to count: Int) -> DecimalNumber {
    var number = self
    if decimals.count <= count {
      number.decimals += Array(repeating: 0x30, count: count - decimals.count)
      return number
    }
    number.decimals = Array(decimals[..<count])
    guard decimals[count] >= 0x35 else { return number }
    var figures = number.whole + number.decimals
    var index = figures.count - 1
    while index >= 0, figures[index] == 0x39 {
      figures[index] = 0x30
      index -= 1
    }
    if index >= 0 { figures[index] += 1 } else { figures.insert(0x31, at: 0) }
    number.whole = Array(figures[..<(figures.count - count)])
    number.decimals = Array(figures[(figures.count - count)...])
    return number
  }
}

extension NumberForm {
  /// A number as the language writes it, with groups of three from five figures on – four where the
  /// group mark is no space – and a minus sign.
  func write(_ number: DecimalNumber) -> String {
    var text = ""
    let isZero = (number.whole + number.decimals).allSatisfy { $0 == 0x30 }
    if number.isNegative, !isZero { text = "\u{2212}" }
    let count = number.whole.count
    let isGrouped = count > (groupMark == "\u{A0}" ? 4 : 3)
    for (index, figure) in number.whole.enumerated() {
      if isGrouped, index > 0, (count - index) % 3 == 0 { text.unicodeScalars.append(groupMark) }
      text.unicodeScalars.append(Unicode.Scalar(figure))
    }
    guard !number.decimals.isEmpty else { return text }
    text.unicodeScalars.append(decimalMark)
    for figure in number.decimals { text.unicodeScalars.append(Unicode.Scalar(figure)) }
    return text
  }
}

extension LanguagePack {
  /// The day in figures, as the language writes it.
  func formatShort(_ date: CalendarDate) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return shortDateForm.replacing("{dd}", with: two(date.day))
      .replacing("{mm}", with: two(date.month))
      .replacing("{day}", with: String(date.day)).replacing("{month}", with: String(date.month))
      .replacing("{year}", with: date.iso8601.prefix(4))
  }
}
