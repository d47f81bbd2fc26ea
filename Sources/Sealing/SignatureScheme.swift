import Inspection

/// How a signature is made of the SHA-256 of what is signed.
package enum SignatureScheme: String, Sendable {
  /// RSASSA-PKCS1-v1_5 (RFC 8017, 8.2).
  case rsaPKCS1 = "rsa-pkcs1"
  /// RSASSA-PSS with MGF1 of SHA-256 and a salt of 32 bytes (RFC 8017, 8.1).
  case rsaPSS = "rsa-pss"
  /// ECDSA (FIPS 186-4, 6), as two numbers in DER.
  case ecdsa

  /// The scheme of a certificate's key; nil for one that makes no seals.
  init?(_ certificate: Certificate) {
    switch certificate.keyKind {
    case .rsa: self = .rsaPKCS1
    case .rsaPSS: self = .rsaPSS
    case .elliptic: self = .ecdsa
    case .other: return nil
    }
  }

  /// The digest's name, as messages have it (RFC 5754, 2).
  static let digest = DER.sequence(DER.identifier(ObjectIdentifier.sha256))

  /// The scheme's name, as messages have it (RFC 5754, 3; RFC 4056, 3).
  var identifier: [UInt8] {
    switch self {
    case .rsaPKCS1: return DER.sequence(DER.identifier(ObjectIdentifier.sha256WithRSA), DER.null)
    case .ecdsa: return DER.sequence(DER.identifier(ObjectIdentifier.ecdsaWithSHA256))
    case .rsaPSS:
      let digest = DER.sequence(DER.identifier(ObjectIdentifier.sha256), DER.null)
      let mask = DER.sequence(DER.identifier(ObjectIdentifier.maskGeneration), digest)
      return DER.sequence(
        DER.identifier(ObjectIdentifier.rsaPSS),
        DER.sequence(
          DER.explicit(0, digest), DER.explicit(1, mask), DER.explicit(2, DER.integer([32]))))
    }
  }
}
