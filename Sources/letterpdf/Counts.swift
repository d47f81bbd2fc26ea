import Typeset

/// Numbers of things as summaries tell them: `1 page`, `2 pages`.
enum Counts {
  static func letters(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) letter", many: "\(count) letters")
  }

  static func pages(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) page", many: "\(count) pages")
  }

  static func sheets(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) sheet", many: "\(count) sheets")
  }

  static func boundFiles(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) bound file", many: "\(count) bound files")
  }

  static func bytes(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) byte", many: "\(count) bytes")
  }

  static func faults(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) fault", many: "\(count) faults")
  }

  static func lines(_ count: Int) -> DiagnosticText {
    DiagnosticText(count, one: "\(count) line", many: "\(count) lines")
  }
}

extension DiagnosticText {
  /// The words for whoever runs the program.
  var forReader: String { told(in: MessageLanguage.translation) }
}

extension [DiagnosticText] {
  /// The parts of a summary, with commas between.
  var forReader: String { map(\.forReader).joined(separator: ", ") }
}
