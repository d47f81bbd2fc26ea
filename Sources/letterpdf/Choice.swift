import ArgumentParser
import Typeset

/// What an option says that takes one of a few words.
///
/// Any word is taken first, so that a wrong one is told with all else that is wrong; the parser
/// would stop at it.
enum Choice<Value: CaseIterable & RawRepresentable & Sendable>: ExpressibleByArgument, Sendable
where Value.RawValue == String {
  case word(Value)
  case other(String)

  init(argument: String) {
    self = Value(rawValue: argument).map(Choice.word) ?? .other(argument)
  }

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var defaultValueDescription: String {
    switch self {
    case .word(let value): value.rawValue
    case .other(let text): text
    }
  }

  /// What is chosen; nil for no word of the option's, of which the faults tell.
  func value(of option: DiagnosticText, _ faults: inout [Diagnostic]) -> Value? {
    switch self {
    case .word(let value): return value
    case .other(let text):
      let words = Self.allValueStrings
      faults.append(
        Diagnostic(
          .error, .option, "\(option) cannot be \(quoted(text))",
          hints: ["write \(listed(words))"]))
      return nil
    }
  }
}
