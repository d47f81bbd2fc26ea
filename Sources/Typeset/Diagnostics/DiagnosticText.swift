/// A sentence of a diagnostic, with the values in it kept apart from its words, so that it can be
/// told in another language.
///
/// It is written as an interpolated string: `"there is no layout \(quoted(name))"` has the template
/// `there is no layout {1}`. What is interpolated stands in every language as it is, unless it is a
/// text of its own.
public struct DiagnosticText: Hashable, Sendable {
  /// What stands in a numbered place.
  indirect enum Argument: Hashable, Sendable {
    /// A name, a number or a quotation: the same in all languages.
    case value(String)
    /// Words that are told in the reader's language.
    case text(DiagnosticText)
    /// Values in a row, the last behind its conjunction.
    case row([String], DiagnosticText)
  }

  /// The sentence for more than one, and how many there are.
  struct Plural: Hashable, Sendable {
    let template: String
    let count: Int
  }

  /// The English sentence with numbered places.
  package private(set) var template: String
  private(set) var plural: Plural?
  private(set) var arguments: [Argument] = []

  /// Words without places.
  package init(_ words: String) { template = words }

  /// A sentence that differs with a number.
  ///
  /// - Parameters:
  ///   - one: the sentence for one.
  ///   - many: the sentence for any other number, with the same values.
  package init(_ count: Int, one: DiagnosticText, many: DiagnosticText) {
    template = one.template
    plural = Plural(template: many.template, count: count)
    arguments = count == 1 ? one.arguments : many.arguments
  }

  /// Values as a sentence lists them: `left, right or center`.
  init(listing words: [String], _ conjunction: DiagnosticText) {
    template = "{1}"
    arguments = [.row(words, conjunction)]
  }

  /// The sentence in English.
  public var english: String { told(in: nil) }

  /// The sentence in the language of a translation; in English what that lacks.
  package func told(in translation: Translation?) -> String {
    let isOne = plural.map { $0.count == 1 } ?? true
    let form =
      translation?.form(of: template, isOne: isOne)
      ?? (arguments.isEmpty ? translation?.sentence(template) : nil)
      ?? (isOne ? template : plural?.template ?? template)
    guard !arguments.isEmpty else { return form }
    return Self.places(of: form).reduce(into: "") { told, piece in
      switch piece {
      case .words(let words): told += words
      case .place(let number) where arguments.indices.contains(number - 1):
        told += Self.told(arguments[number - 1], in: translation)
      case .place(let number): told += "{\(number)}"
      }
    }
  }

  private static func told(_ argument: Argument, in translation: Translation?) -> String {
    switch argument {
    case .value(let value): value
    case .text(let text): text.told(in: translation)
    case .row(let words, let conjunction): row(words, conjunction.told(in: translation))
    }
  }

  private static func row(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  enum TemplatePiece: Hashable {
    case words(String)
    case place(Int)
  }

  /// A template's words and places, in their order.
  static func places(of template: String) -> [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    var words = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      words += rest[..<brace]
      let digits = rest[brace...].dropFirst().prefix { "0"..."9" ~= $0 }
      let end = digits.endIndex
      if let number = Int(digits), end < rest.endIndex, rest[end] == "}" {
        if !words.isEmpty { pieces.append(.words(words)) }
        pieces.append(.place(number))
        words = ""
        rest = rest[rest.index(after: end)...]
      } else {
        words += "{"
        rest = rest[brace...].dropFirst()
      }
    }
    words += rest
    if !words.isEmpty { pieces.append(.words(words)) }
    return pieces
  }

  /// Two texts in one, without anything between.
  package static func + (first: DiagnosticText, second: DiagnosticText) -> DiagnosticText {
    var both = DiagnosticText("")
    for text in [first, second] {
      guard text.plural == nil else {
        both.add(.text(text))
        continue
      }
      for piece in places(of: text.template) {
        switch piece {
        case .words(let words): both.template += words
        case .place(let number) where text.arguments.indices.contains(number - 1):
          both.add(text.arguments[number - 1])
        case .place(let number): both.template += "{\(number)}"
        }
      }
    }
    return both
  }

  private mutating func add(_ argument: Argument) {
    arguments.append(argument)
    template += "{\(arguments.count)}"
  }
}

extension DiagnosticText: ExpressibleByStringInterpolation {
  /// Collects the words of a sentence and what stands between them.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = DiagnosticText("")

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { text.template += literal }

    /// Adds a value, which stands as it is in all languages.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text.add(.value(value.description))
    }

    /// Adds words that are told in the reader's language.
    public mutating func appendInterpolation(_ words: DiagnosticText) { text.add(.text(words)) }
  }

  /// Makes a text of words alone.
  public init(stringLiteral words: String) { self.init(words) }

  /// Makes a text of words with values between.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}
