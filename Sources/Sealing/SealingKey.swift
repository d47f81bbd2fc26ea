package import Inspection
package import Typeset

/// Who makes the bare signatures of a seal: a key's file, or a command.
protocol RawSigner: Sendable {
  /// The signature of a message, by the scheme.
  ///
  /// - Throws: why there is none.
  func signature(
    of message: [UInt8], _ scheme: SignatureScheme, for certificate: Certificate
  ) throws(Diagnostics) -> [UInt8]
}

/// The key that makes seals, with its certificates; any thread may use it.
package struct SealingKey: Sendable {
  /// The holder's certificate, and those above it.
  package let certificates: [Certificate]
  /// The holder's certificate.
  package let certificate: Certificate
  /// How it signs.
  package let scheme: SignatureScheme
  private let signer: any RawSigner

  /// A key whose certificates are known, the holder's first.
  ///
  /// - Throws: that it makes no seals.
  init(certificates: [Certificate], signer: any RawSigner) throws(Diagnostics) {
    guard let first = certificates.first else {
      throw Diagnostics(
        .error(
          .sealCertificate, "there is no certificate", at: nil,
          hint: "name a file of certificates in PEM, the seal's own first"))
    }
    guard let scheme = SignatureScheme(first) else {
      throw Diagnostics(
        .error(
          .sealCertificate, "the certificate's key makes no signatures with SHA-256", at: nil,
          hint: "take one of RSA or of an elliptic curve, as P-256"))
    }
    guard first.maySign else {
      throw Diagnostics(
        .error(
          .sealCertificate, "the certificate may not sign: its key is for other uses", at: nil,
          hint: "take one whose key usage has digitalSignature or nonRepudiation"))
    }
    self.certificates = certificates
    self.signer = signer
    self.scheme = scheme
    certificate = first
  }

  /// Signs, and sees that what was made is a signature of the certificate's key.
  ///
  /// - Throws: why there is none.
  func signature(of message: [UInt8]) throws(Diagnostics) -> [UInt8] {
    guard let library = CryptoLibrary.shared else { throw .noCryptoLibrary }
    let made = try signer.signature(of: message, scheme, for: certificate)
    if library.fits(made, message, of: certificate, scheme) { return made }
    // Tokens answer with the two numbers alone (PKCS #11, 2.3.1).
    if scheme == .ecdsa, made.count.isMultiple(of: 2) {
      let half = made.count / 2
      let pair = DER.sequence(DER.integer(made.prefix(half)), DER.integer(made.suffix(half)))
      if library.fits(pair, message, of: certificate, scheme) { return pair }
    }
    throw Diagnostics(
      .error(
        .sealSigner, "the signature is none of the certificate's key", at: nil,
        hint: "see that key and certificate belong together, and that SHA-256 is signed"))
  }

  /// That the certificate does not count at a moment; nil where it does.
  package func warning(at time: SealTime) -> Diagnostic? {
    let (start, end) = (certificate.validity.lowerBound, certificate.validity.upperBound)
    if time.digits < start {
      return .warning(
        .sealValidity, "the certificate counts only from \(SealTime.day(of: start))", at: nil,
        hint: "wait until then, or take another")
    }
    if time.digits > end {
      return .warning(
        .sealValidity, "the certificate has expired on \(SealTime.day(of: end))", at: nil,
        hint: "ask who issued it for a new one")
    }
    return nil
  }
}
