package import Inspection
package import Typeset

/// A command that signs, as for a key in a token or at a remote service.
///
/// It gets the digest on its standard input, 32 bytes as they are, and answers on standard output with the
/// bare signature; `openssl pkeyutl -sign` is such a command.
struct SignerCommand: RawSigner {
  /// The program and its arguments.
  let words: [String]

  /// The longest that is waited, in seconds: somebody may have to touch the token.
  private static let seconds = 120.0

  func signature(
    of message: [UInt8], _ scheme: SignatureScheme, for certificate: Certificate
  ) throws(Diagnostics) -> [UInt8] {
    let name = quoted(words.first ?? "")
    let helper = Helper(words: words, seconds: Self.seconds)
    switch helper.run(reading: sha256(of: message)) {
    case .ended(0, let output, let words):
      if output.isEmpty { throw Self.fault("\(name) answered nothing\(Self.said(words))") }
      return output
    case .ended(let code, _, let words):
      throw Self.fault("\(name) ended with \(code)\(Self.said(words))")
    case .crashed(let words): throw Self.fault("\(name) was ended by a signal\(Self.said(words))")
    case .tookTooLong:
      throw Self.fault("\(name) gave no signature within \(Int(Self.seconds)) seconds")
    case .notStarted(let reason): throw Self.fault("\(name) cannot be started: \(reason)")
    }
  }

  private static func said(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }

  private static func fault(_ text: DiagnosticText) -> Diagnostics {
    Diagnostics(
      .error(
        .sealSigner, "the signer \(text)", at: nil,
        hint: "run it by hand with a digest of 32 bytes on its standard input"))
  }
}

extension SealingKey {
  /// A key that only a command can use.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - certificates: the holder's first.
  /// - Throws: that the key makes no seals.
  package init(command: [String], certificates: [Certificate]) throws(Diagnostics) {
    try self.init(certificates: certificates, signer: SignerCommand(words: command))
  }
}
