package import Typeset

/// One record as a run takes it.
package struct RunEntry<Record: Sendable>: Sendable {
  /// Its place among all, from 1.
  package let number: Int
  /// What it calls itself; its number if it says nothing.
  package let id: String
  /// The name of its letter's file, before it is made safe; nil for its number.
  package let name: String?
  /// Gives the SHA-256 of its data; only who sets or verifies its letter asks.
  ///
  /// What in it is secret counts with a key alone, which is the digest of the letter's message: so who
  /// has the digest cannot try which number of a person gives it.
  package let digest: @Sendable (_ key: String?) -> String
  /// The record; or what is wrong with it, which leaves it without a letter.
  package let record: Result<Record, Diagnostics>

  /// Takes a record in.
  package init(
    number: Int, id: String, name: String?, digest: @escaping @Sendable (_ key: String?) -> String,
    record: Result<Record, Diagnostics>
  ) {
    self.number = number
    self.id = id
    self.name = name
    self.digest = digest
    self.record = record
  }
}

/// Where a run's records come from, one after the other; one thread asks.
package protocol RunSource: Sendable {
  /// What a letter is made of.
  associatedtype Record: Sendable

  /// The next record; nil after the last.
  ///
  /// - Throws: what keeps the stream itself from being read on; what is wrong with one record is
  ///   in its entry.
  func next() throws(Diagnostics) -> RunEntry<Record>?
}

/// A letter as it was made of a record.
package struct MadeLetter: Sendable {
  /// The file; nothing in a run that only binds its letters.
  package let bytes: [UInt8]
  /// How many pages it has.
  package let pages: Int
  /// What a sender wants to know of it.
  package let facts: LetterFacts
  /// What was noticed.
  package let warnings: [Diagnostic]
  /// How it reaches its recipient; nil in a run that makes no messages.
  package let route: String?
  /// The messages that it is sent in.
  package let messages: [LetterMessage]
  /// What goes into a bound file; nil in a run that binds none.
  package let bound: LetterToBind?

  /// Takes a letter in.
  package init(
    bytes: [UInt8], pages: Int, facts: LetterFacts, warnings: [Diagnostic],
    route: String? = nil, messages: [LetterMessage] = [], bound: LetterToBind? = nil
  ) {
    self.route = route
    self.messages = messages
    self.bound = bound
    self.bytes = bytes
    self.pages = pages
    self.facts = facts
    self.warnings = warnings
  }
}
