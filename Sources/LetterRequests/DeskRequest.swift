package import Comparison
package import Inspection
internal import Typeset

/// Everything that can be asked for.
package enum DeskRequest: Sendable {
  /// What the program is and what it allows.
  case hello
  /// A letter.
  case render(LetterRequest)
  /// Whether a PDF is fit for something.
  case check(CheckRequest)
  /// Whether a file is the one that was meant.
  case compare(CompareRequest)
  /// The installed layouts.
  case layouts
  /// The text of an installed layout.
  case layout(String)
  /// A JSON schema.
  case schema(Schema)

  /// What there are schemas of.
  package enum Schema: String, CaseIterable, Hashable, Sendable {
    case letter, layout
  }

  /// The words by which requests say what they ask for.
  enum Operation: String, CaseIterable, Hashable, Sendable {
    case hello, render, check, compare, layouts, layout, schema
  }
}

/// A PDF of any program's, and what it is to be fit for.
package struct CheckRequest: Sendable {
  /// What reports call the file.
  package var name = "letter.pdf"
  /// The file.
  package var bytes: [UInt8]
  /// The installed profiles that it must keep.
  package var profiles = ["digital-post"]
  /// The envelope's window, for profiles that leave it open.
  package var window: Area?

  /// A file to be sent to a digital mailbox.
  package init(_ bytes: [UInt8] = []) { self.bytes = bytes }
}

/// Two files: PDFs, PNGs, SVGs or texts.
package struct CompareRequest: Sendable {
  /// What there is.
  package var actual: [UInt8]
  /// What was meant.
  package var expected: [UInt8]
  /// What reports call it.
  package var name = "letter"
  /// What counts as different.
  package var options = CompareOptions()

  /// Two files that should be the same.
  package init(actual: [UInt8] = [], expected: [UInt8] = []) {
    self.actual = actual
    self.expected = expected
  }
}

/// What comes of a request: members of a JSON object, and files.
package struct DeskAnswer: Sendable {
  /// What there is to tell, in a fixed order.
  package let members: [(String, JSON?)]
  /// What was made.
  package let files: [AnsweredFile]

  /// An answer of facts, and of files if any were made.
  package init(_ members: [(String, JSON?)], files: [AnsweredFile] = []) {
    self.members = members
    self.files = files
  }
}

extension RequestFault {
  /// The fault as members of a JSON object, in a fixed order.
  package var members: [(String, JSON?)] {
    [
      ("fault", .string(kind.rawValue)),
      ("message", .string(diagnostics.first { $0.severity == .error }?.message ?? kind.rawValue)),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ]
  }
}
