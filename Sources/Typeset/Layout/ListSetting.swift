/// Lists in the body.
struct ListSetting: Hashable, Sendable {
  enum Number: String, Hashable, Sendable, CaseIterable {
    case decimal
    case lowerAlpha = "lower-alpha"
    case upperAlpha = "upper-alpha"
    case lowerRoman = "lower-roman"
    case upperRoman = "upper-roman"
  }
  /// By depth; deeper lists use the last.
  var bullets = ["–", "•", "–"]
  var numbers: [Number] = [.decimal, .lowerAlpha, .lowerRoman]
  /// What stands after a number.
  var numberSuffix = "."
  /// How far the text of an item stands in from the text around the list.
  var indent: Length = .mm(5)
  /// White between the items of a close list.
  var gap: Length = .zero
  /// The room for the terms of a field list.
  var termWidth: Length = .mm(35)
  /// Whether numbers stand flush right before their text.
  var alignsNumbersRight = false

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "bullets", \.bullets, .bullets, "The bullets by depth; deeper lists use the last.",
      example: "[•, –]"),
    LayoutKey(
      "numbers", \.numbers, .numbers, "The numbers by depth; deeper lists use the last."),
    LayoutKey(
      "number-suffix", \.numberSuffix, .text, "What stands after a number.", example: "\")\""),
    LayoutKey(
      "indent", \.indent, .extent,
      "How far the text of an item stands in from the text around the list."),
    LayoutKey("gap", \.gap, .extent, "White between the items of a close list."),
    LayoutKey(
      "align-numbers-right", \.alignsNumbersRight, .flag,
      "Whether numbers stand flush right before their text."),
    LayoutKey("term-width", \.termWidth, .extent, "The room for the terms of a field list."),
  ]
}

extension ValueForm where Context == LayoutParser, Value == [String] {
  /// One bullet or several; an empty list is none.
  fileprivate static var bullets: Self {
    ValueForm(
      form: { .list(.text) },
      reading: { key, reader, context in
        reader.texts(key, &context.problems).flatMap { $0.isEmpty ? nil : $0.map(\.value) }
      }, shown: texts.shown, join: +)
  }
}

extension ValueForm where Context == LayoutParser, Value == [ListSetting.Number] {
  /// One kind of numbers or several; an empty list is none.
  fileprivate static var numbers: Self {
    ValueForm(
      form: { .list(.choice(ListSetting.Number.allCases.map(\.rawValue))) },
      reading: { key, reader, context in
        let numbers = reader.items(key, &context.problems)?.compactMap {
          $0.choice(as: "lists.\(key)", of: ListSetting.Number.self, &context.problems)?.value
        }
        return numbers.flatMap { $0.isEmpty ? nil : $0 }
      }, shown: { "[\($0.map(\.rawValue).joined(separator: ", "))]" }, join: +)
  }
}
