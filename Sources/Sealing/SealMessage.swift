import Inspection
import Typeset

/// The signed message of a seal: CMS (RFC 5652) as PAdES baseline B-B has it (ETSI EN 319 142-1, 6), with
/// a time stamp B-T.
///
/// The time of signing is no attribute of it, for the baseline has it in the PDF alone.
struct SealMessage {
  let key: SealingKey
  let timeStamps: TimeStampAuthority?

  /// How many bytes a message has at the most, as far as that can be known before.
  var expectedSize: Int {
    let certificates = key.certificates.reduce(0) { $0 + $1.bytes.count }
    return certificates + key.certificate.issuer.count + 2048
      + (timeStamps == nil ? 0 : TimeStampAuthority.usualSize)
  }

  /// The message over a digest.
  ///
  /// - Parameter digest: the SHA-256 of what is sealed.
  /// - Throws: why it cannot be signed or stamped.
  func make(over digest: [UInt8]) throws(Diagnostics) -> [UInt8] {
    let attributes = [
      Self.attribute(
        ObjectIdentifier.contentType, DER.identifier(ObjectIdentifier.data)),
      Self.attribute(ObjectIdentifier.messageDigest, DER.octets(digest)),
      Self.attribute(ObjectIdentifier.signingCertificateV2, certificateAttribute),
    ]
    // As a set they are signed, in a context of their own they are sent (5.4).
    let signature = try key.signature(of: DER.set(attributes))
    var signer =
      DER.integer([1]) + DER.sequence(key.certificate.issuer, key.certificate.serial)
      + SignatureScheme.digest + DER.set(attributes, tag: 0xA0) + key.scheme.identifier
      + DER.octets(signature)
    if let timeStamps {
      let token = try timeStamps.token(for: signature)
      signer += DER.set([Self.attribute(ObjectIdentifier.timeStampToken, token)], tag: 0xA1)
    }
    let data = DER.sequence(
      DER.integer([1]), DER.set([SignatureScheme.digest]),
      DER.sequence(DER.identifier(ObjectIdentifier.data)),
      DER.set(key.certificates.map(\.bytes), tag: 0xA0), DER.set([DER.value(0x30, signer)]))
    return DER.sequence(DER.identifier(ObjectIdentifier.signedData), DER.explicit(0, data))
  }

  private static func attribute(_ kind: [UInt8], _ value: [UInt8]) -> [UInt8] {
    DER.sequence(DER.identifier(kind), DER.set([value]))
  }

  /// Which certificate signs (RFC 5035, 3): its SHA-256, which is the digest that goes without saying.
  private var certificateAttribute: [UInt8] {
    DER.sequence(DER.sequence(DER.sequence(DER.octets(sha256(of: key.certificate.bytes)))))
  }
}
