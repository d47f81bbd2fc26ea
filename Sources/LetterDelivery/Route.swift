/// How a letter reaches its recipient.
package enum Route: String, Hashable, Sendable, CaseIterable {
  /// As a message of Digital Post.
  case digital
  /// As a print.
  case print
  /// Both ways.
  case both
  /// As a message to who has a mailbox, otherwise as a print: who sends finds out.
  case auto

  /// Whether a message is made.
  package var isDigital: Bool { self != .print }
  /// Whether a print is made.
  package var isPrinted: Bool { self != .digital }
}
