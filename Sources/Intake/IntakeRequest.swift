/// What the intake can be asked: it goes to the child as a message, and an answer comes back.
///
/// Who adds a kind of request declares it here, in a file of its own, has the child answer it
/// (``IntakeServer/answer(_:with:)`` in `Sources/letterpdf-intake`), and asks it by
/// ``IntakeClient/ask(_:)``. An answer depends on its request alone: nothing is kept from one to
/// the next that could be seen in it.
package protocol IntakeRequest: Message {
  /// What comes back.
  associatedtype Answer: Message
  /// The request's name, which no other has.
  static var name: String { get }
}

/// Why the child does not do what it was asked: something is wrong with the file.
package struct Refusal: Error, Hashable, Message {
  /// The reason, lower case and without a full stop.
  package let reason: String
  /// What the author of the letter can do; nil where that is plain.
  package let hint: String?

  /// A refusal whose words end up in a message.
  package init(_ reason: String, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }

  package func write(to writer: inout MessageWriter) { writer.append(reason, hint) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    reason = try String(from: &reader)
    hint = try String?(from: &reader)
  }
}

/// Why a request has no answer.
package enum IntakeFault: Error, Hashable, Sendable {
  /// The child ended, or said what it should not.
  case crashed
  /// The machine, or somebody, killed the child, and those that were asked after it: of the file nothing
  /// is known.
  case killed
  /// No answer came in time.
  case tookTooLong
  /// The child had not enough memory.
  case tookTooMuchMemory
  /// The program is not there, or cannot be started: where it was looked for.
  case missing(String)
  /// The child found out what is wrong with the file.
  case refused(Refusal)

  /// What is wrong with a file of which no more is known than that: a predicate without its subject,
  /// as in “the image … takes too long to read”.
  package var predicate: String {
    switch self {
    case .crashed: "is broken in a way that ends the program that reads it"
    case .killed: "cannot be read: the program that reads it is killed again and again"
    case .tookTooLong: "takes too long to read"
    case .tookTooMuchMemory: "takes too much memory to read"
    case .missing(let place): "cannot be read: there is no program \(place)"
    case .refused(let refusal): "cannot be read: \(refusal.reason)"
    }
  }

  /// Whether the fault is the installation's, or the machine's, rather than the file's.
  package var isOurs: Bool {
    switch self {
    case .missing, .killed: true
    case .crashed, .tookTooLong, .tookTooMuchMemory, .refused: false
    }
  }
}
