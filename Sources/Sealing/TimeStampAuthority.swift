import Inspection
package import Intake
package import Typeset

/// An authority that says when something was there (RFC 3161), asked over HTTP.
package struct TimeStampAuthority: Sendable {
  private let address: String
  private let intake: IntakeClient

  /// The longest that it may take, in seconds.
  private static let seconds = 30
  /// What a time stamp takes with its certificates, for a first guess.
  static let usualSize = 10_000

  /// Names an authority by its address.
  ///
  /// - Parameter intake: who looks at the signature of what it answers.
  /// - Throws: that the address is none.
  package init(_ address: String, intake: IntakeClient) throws(Diagnostics) {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    guard isWeb, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Self.fault(
        "the address \(quoted(address)) is none of a time-stamp authority",
        "write one that begins with https:// or http://")
    }
    self.address = address
    self.intake = intake
  }

  /// The time stamp of a signature: a signed message (RFC 5652), in DER.
  ///
  /// - Throws: that the authority gives none, or one of something else.
  func token(for signature: [UInt8]) throws(Diagnostics) -> [UInt8] {
    let imprint = sha256(of: signature)
    // Each signature differs, so that a number made of it is asked once.
    let nonce = DER.integer(sha256(of: imprint).prefix(8))
    let request = DER.sequence(
      DER.integer([1]), Self.imprint(imprint), nonce, DER.yes)
    let answer = try ask(request)
    guard let whole = DERValue(answer), let status = whole.parts.first?.parts else {
      throw Self.fault("what it answers is no time stamp", Self.addressHint)
    }
    // Granted, with changes or without (2.4.2).
    guard let code = status.first, code.tag == 0x02, code.content.count == 1,
      let number = code.content.first, number < 2, whole.parts.count == 2
    else {
      let words = status.dropFirst().first?.parts.first?.text
      throw Self.fault(
        words.map { "it refuses: \(quoted($0))" } ?? "it refuses without a word", Self.addressHint)
    }
    let token = Array(whole.parts[1].bytes)
    try check(token, imprint: imprint, nonce: nonce)
    return token
  }

  private static func imprint(_ digest: [UInt8]) -> [UInt8] {
    DER.sequence(
      DER.sequence(DER.identifier(ObjectIdentifier.sha256), DER.null), DER.octets(digest))
  }

  private func ask(_ request: [UInt8]) throws(Diagnostics) -> [UInt8] {
    // Nothing of the user's settings for curl counts, and nothing but the web is asked.
    let words = [
      "curl", "--disable", "--silent", "--show-error", "--fail", "--proto", "=http,https",
      "--max-time", String(Self.seconds), "--max-filesize", "1000000",
      "--header", "Content-Type: application/timestamp-query",
      "--header", "Accept: application/timestamp-reply", "--data-binary", "@-", "--url", address,
    ]
    switch Helper(words: words, seconds: Double(Self.seconds) + 5).run(reading: request) {
    case .ended(0, let output, _): return output
    case .ended(_, _, let words), .crashed(let words):
      throw Self.fault(
        "it gives no answer: \(words)", "check its address, and whether this machine may ask it")
    case .tookTooLong:
      throw Self.fault("it takes too long", "try again later, or ask another authority")
    case .notStarted:
      throw Diagnostics(
        .error(
          .sealLibrary, "there is no program curl, which asks for time stamps", at: nil,
          hint: "install curl"))
    }
  }

  /// Sees that a time stamp is one of this imprint, asked for just now, and signed.
  private func check(
    _ token: [UInt8], imprint: [UInt8], nonce: [UInt8]
  ) throws(Diagnostics) {
    guard let stamp = TimeStamp(token) else {
      throw Self.fault("what it answers is no time stamp", Self.addressHint)
    }
    guard stamp.imprint == imprint else {
      throw Self.fault("its time stamp is one of something else", Self.addressHint)
    }
    guard stamp.nonce.map({ $0 == nonce }) ?? false else {
      throw Self.fault("its time stamp was not made for this request", Self.addressHint)
    }
    let verdict: VerifySeal.Verdict
    do throws(IntakeFault) {
      verdict = try intake.ask(VerifySeal(token, covering: stamp.information))
    } catch {
      verdict = .unreadable
    }
    guard verdict == .sound || verdict == .unknown else {
      throw Self.fault("the signature of its time stamp does not fit", Self.addressHint)
    }
  }

  private static let addressHint: DiagnosticText = "check its address, or ask another authority"

  private static func fault(_ text: DiagnosticText, _ hint: DiagnosticText) -> Diagnostics {
    Diagnostics(.error(.sealTimeStamp, "the time-stamp authority: \(text)", at: nil, hint: hint))
  }
}
