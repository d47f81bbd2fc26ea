/// What a signed message says of the bytes that it signs (RFC 5652, 5.3 and 11.2): their digest.
///
/// The signature over it is looked at by the intake.
struct SignedMessage {
  /// The digest that was signed.
  let digest: [UInt8]
  /// How it was made.
  let digestKind: Digest.Kind

  /// The content type of signed messages and the attribute that holds the digest, as they are coded.
  private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
  private static let messageDigest: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04,
  ]
  private static let digestKinds: [([UInt8], Digest.Kind)] = [
    ([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01], .sha256),
    ([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02], .sha384),
    ([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03], .sha512),
  ]

  /// Reads a message in DER; nil for anything else, and for one whose digest is of another kind.
  init?(_ bytes: [UInt8]) {
    guard let whole = DERValue.read(bytes[...])?.value, whole.tag == 0x30,
      case let parts = whole.parts, parts.count >= 2,
      parts[0].content.elementsEqual(Self.signedData),
      let data = parts[1].parts.first, let signers = data.parts.last(where: { $0.tag == 0x31 }),
      let signer = signers.parts.first,
      let attributes = signer.parts.first(where: { $0.tag == 0xA0 })
    else { return nil }
    let kinds = signer.parts.filter { $0.tag == 0x30 }.compactMap(\.parts.first)
    guard
      let kind = kinds.lazy.compactMap({ name in
        Self.digestKinds.first { name.content.elementsEqual($0.0) }?.1
      }).first
    else { return nil }
    for attribute in attributes.parts {
      let pair = attribute.parts
      guard pair.count == 2, pair[0].content.elementsEqual(Self.messageDigest),
        let value = pair[1].parts.first, value.tag == 0x04
      else { continue }
      digest = Array(value.content)
      digestKind = kind
      return
    }
    return nil
  }
}
