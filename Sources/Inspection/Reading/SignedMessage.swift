/// What a signed message says of the bytes that it signs (RFC 5652, 5.3 and 11.2): their digest, and who
/// signs them in which form.
///
/// The signature over it is looked at by the intake.
struct SignedMessage {
  /// The digest that was signed.
  let digest: [UInt8]
  /// How it was made.
  let digestKind: Digest.Kind
  /// The signer's certificate; nil where the message does not hold it.
  let certificate: Certificate?
  /// Whether the signed attributes are those of PAdES baseline B-B (ETSI EN 319 142-1, 6.3): they name the
  /// certificate that the message holds, and no time.
  let isBaseline: Bool
  /// The time stamp over the signature, in DER; nil for none.
  let timeStamp: [UInt8]?
  /// The signature.
  let signature: [UInt8]

  private static let digestKinds: [([UInt8], Digest.Kind)] = [
    (ObjectIdentifier.sha256, .sha256), (ObjectIdentifier.sha384, .sha384),
    (ObjectIdentifier.sha512, .sha512),
  ]

  /// Reads a message in DER, behind which there may be filling; nil for anything else, and for one whose
  /// digest is of another kind.
  init?(_ bytes: [UInt8]) {
    guard let whole = DERValue.read(bytes[...])?.value, whole.tag == 0x30,
      case let parts = whole.parts, parts.count >= 2,
      parts[0].isIdentifier(ObjectIdentifier.signedData),
      let data = parts[1].parts.first, let signers = data.parts.last(where: { $0.tag == 0x31 }),
      let signer = signers.parts.first?.parts,
      let attributes = signer.first(where: { $0.tag == 0xA0 })?.parts
    else { return nil }
    let kinds = signer.filter { $0.tag == 0x30 }.compactMap(\.parts.first)
    guard
      let kind = kinds.lazy.compactMap({ name in
        Self.digestKinds.first { name.isIdentifier($0.0) }?.1
      }).first,
      let digest = Self.value(of: ObjectIdentifier.messageDigest, in: attributes),
      digest.tag == 0x04
    else { return nil }
    self.digest = Array(digest.content)
    digestKind = kind
    signature = signer.last { $0.tag == 0x04 }.map { Array($0.content) } ?? []
    certificate = Self.certificate(of: signer, in: data.parts.first(where: { $0.tag == 0xA0 }))
    let unsigned = signer.first(where: { $0.tag == 0xA1 }).map(\.parts) ?? []
    timeStamp = Self.value(of: ObjectIdentifier.timeStampToken, in: unsigned).map {
      Array($0.bytes)
    }
    isBaseline =
      Self.value(of: ObjectIdentifier.contentType, in: attributes) != nil
      && Self.value(of: ObjectIdentifier.signingTime, in: attributes) == nil
      && Self.names(
        certificate, in: Self.value(of: ObjectIdentifier.signingCertificateV2, in: attributes))
  }

  /// The value of an attribute; nil where it is not there.
  private static func value(of kind: [UInt8], in attributes: [DERValue]) -> DERValue? {
    for attribute in attributes {
      let pair = attribute.parts
      guard pair.count == 2, pair[0].isIdentifier(kind) else { continue }
      return pair[1].parts.first
    }
    return nil
  }

  /// The certificate that a signer names by its issuer and number.
  private static func certificate(of signer: [DERValue], in held: DERValue?) -> Certificate? {
    guard let name = signer.first(where: { $0.tag == 0x30 })?.parts, name.count == 2 else {
      return nil
    }
    return held?.parts.lazy.compactMap { Certificate(Array($0.bytes)) }.first {
      $0.issuer.elementsEqual(name[0].bytes) && $0.serial.elementsEqual(name[1].bytes)
    }
  }

  /// Whether an attribute names a certificate by its digest (RFC 5035, 3), which is SHA-256 where it does
  /// not say another.
  private static func names(_ certificate: Certificate?, in attribute: DERValue?) -> Bool {
    guard let certificate, let named = attribute?.parts.first?.parts.first?.parts,
      let digest = named.first(where: { $0.tag == 0x04 })
    else { return false }
    var kind = Digest.Kind.sha256
    if let algorithm = named.first, algorithm.tag == 0x30, let name = algorithm.parts.first {
      guard let known = digestKinds.first(where: { name.isIdentifier($0.0) }) else { return false }
      kind = known.1
    }
    return Digest.of([certificate.bytes[...]], kind).map { digest.content.elementsEqual($0) }
      ?? false
  }
}
