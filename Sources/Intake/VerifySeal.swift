/// Asks whether the signature of a seal fits what it covers; whose seal it is is not looked at.
package struct VerifySeal: IntakeRequest {
  package static let name = "verify-seal"
  package typealias Answer = Verdict

  /// What can be said of a seal.
  package enum Verdict: UInt8, Message, Hashable {
    /// The signature fits.
    case sound
    /// It does not.
    case broken
    /// It is no signed message.
    case unreadable
    /// There is no library that could tell.
    case unknown

    package func write(to writer: inout MessageWriter) { writer.append(byte: rawValue) }

    package init(from reader: inout MessageReader) throws(BrokenMessage) {
      guard let known = Self(rawValue: try reader.byte()) else { throw BrokenMessage() }
      self = known
    }
  }

  /// The signed message (RFC 5652), in DER; what follows it is not looked at.
  package let message: [UInt8]
  /// What it covers.
  package let covered: [UInt8]

  /// Asks for a seal.
  package init(_ message: [UInt8], covering covered: [UInt8]) {
    self.message = message
    self.covered = covered
  }

  package func write(to writer: inout MessageWriter) {
    writer.reserve(message.count + covered.count + 32)
    writer.append(message, covered)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    message = try [UInt8](from: &reader)
    covered = try [UInt8](from: &reader)
  }
}
