package import Typeset

/// Why a request has no answer but this.
package struct RequestFault: Error, Hashable {
  /// The kinds of fault, by the words that clients are told.
  package enum Kind: String, CaseIterable, Sendable {
    /// The request itself cannot be understood.
    case badRequest = "bad-request"
    /// The request has more bytes or files than one may have.
    case tooLarge = "too-large"
    /// The letter, or what it is to be set in or filled with, is at fault.
    case invalid
    /// The letter has more pages than one may have.
    case tooManyPages = "too-many-pages"
    /// Making the answer took longer than it may.
    case tooSlow = "too-slow"
    /// The program, or the machine it runs on, is at fault.
    case fault
  }

  /// What kind of fault it is.
  package let kind: Kind
  /// Everything that was found, in source order; at least one is an error.
  package let diagnostics: [Diagnostic]

  /// A fault of a kind that is told by diagnostics.
  package init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  /// A fault that one sentence tells.
  package init(_ kind: Kind, _ message: DiagnosticText, hint: DiagnosticText...) {
    self.init(kind, [Diagnostic(.error, .request, message, hints: hint)])
  }

  /// What stopped a letter: the program's own fault if any of it is that.
  package init(_ found: Diagnostics) {
    self.init(found.all.contains(where: \.isFault) ? .fault : .invalid, found.all)
  }
}
