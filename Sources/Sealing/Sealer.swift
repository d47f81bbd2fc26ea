import Inspection
package import Intake
package import Typeset

/// Puts seals into finished PDFs; any thread may use it.
package struct Sealer: Sendable {
  /// What a seal says of itself; each is left out where it is nil.
  package struct Words: Hashable, Sendable {
    /// Who seals.
    package var name: String?
    /// Why.
    package var reason: String?
    /// Where.
    package var place: String?

    /// Nothing.
    package init(name: String? = nil, reason: String? = nil, place: String? = nil) {
      (self.name, self.reason, self.place) = (name, reason, place)
    }
  }

  private let message: SealMessage
  private let words: Words
  private let time: SealTime?
  private let intake: IntakeClient

  /// A sealer that has what it needs.
  ///
  /// - Parameters:
  ///   - timeStamps: who says when; nil for nobody.
  ///   - time: when the seals say that they were made; nil for the clock's time.
  ///   - intake: who reads the PDFs.
  package init(
    key: SealingKey, timeStamps: TimeStampAuthority? = nil, words: Words = Words(),
    at time: SealTime? = nil, intake: IntakeClient
  ) {
    message = SealMessage(key: key, timeStamps: timeStamps)
    self.words = words
    self.time = time
    self.intake = intake
  }

  /// What is to be told before anything is sealed.
  package var warnings: [Diagnostic] {
    [message.key.warning(at: time ?? .now)].compactMap { $0 }
  }

  /// A PDF with a seal over all of it, which begins with the same bytes.
  ///
  /// - Parameter name: what messages call it.
  /// - Throws: why it cannot be sealed.
  package func seal(_ pdf: [UInt8], named name: String) throws(Diagnostics) -> [UInt8] {
    let place: SealPlace
    do throws(IntakeFault) {
      place = try intake.ask(ReadSealPlace(pdf))
    } catch {
      throw Self.unread(name, error)
    }
    let parts = SealParts(
      place: place, words: words, holder: message.key.certificate.holder, time: time ?? .now)
    var room = message.expectedSize
    // A time stamp may be larger than any that is known; then there is room for it the second time.
    for _ in 0..<3 {
      var update = SealUpdate(of: pdf, parts, room: room)
      let made = try message.make(over: update.digest)
      if made.count <= room { return update.file(with: made) }
      room = made.count + 1024
    }
    throw Diagnostics(
      .error(
        .sealTimeStamp, "the seal of \(quoted(name)) grows each time that it is made", at: nil,
        hint: "ask another time-stamp authority"))
  }

  private static func unread(_ name: String, _ fault: IntakeFault) -> Diagnostics {
    switch fault {
    case .refused(let refusal):
      Diagnostics(
        .error(
          .sealFile, "\(quoted(name)) cannot be sealed: \(DiagnosticText(refusal.reason))", at: nil,
          hint: "seal the file as it was made"))
    case .missing, .killed:
      Diagnostics(
        .fault(
          "\(quoted(name)) \(DiagnosticText(fault.predicate))", at: nil,
          hints: ["install letterpdf anew, with the programs that belong to it"]))
    case .crashed, .tookTooLong, .tookTooMuchMemory:
      Diagnostics(
        .error(
          .sealFile, "\(quoted(name)) \(DiagnosticText(fault.predicate))", at: nil,
          hint: "seal the file as it was made"))
    }
  }
}
