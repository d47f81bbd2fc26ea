/// A certificate (RFC 5280), as far as a seal needs to know it.
package struct Certificate: Hashable, Sendable {
  /// The kinds of keys that seals are made with.
  package enum KeyKind: Hashable, Sendable {
    case rsa, rsaPSS, elliptic
    /// Another, which makes none.
    case other
  }

  /// The certificate, in DER.
  package let bytes: [UInt8]
  /// Who issued it, in DER.
  package let issuer: [UInt8]
  /// The number that it has there, in DER.
  package let serial: [UInt8]
  /// The kind of its key.
  package let keyKind: KeyKind
  /// When it begins and ends to count, as `20261122120000` of UTC.
  package let validity: ClosedRange<String>
  /// The uses that its key may be put to, by their bits from the highest; nil for any.
  private let uses: UInt8?
  /// Whose it is: the organization, or else its common name; empty for neither.
  package let holder: String

  /// Reads a certificate; nil for bytes that are none.
  package init?(_ bytes: [UInt8]) {
    guard let whole = DERValue(bytes), whole.tag == 0x30, let body = whole.parts.first,
      body.tag == 0x30
    else { return nil }
    var fields = body.parts[...]
    // The version, which the first left out.
    if fields.first?.tag == 0xA0 { fields.removeFirst() }
    fields = Array(fields)[...]
    guard fields.count >= 6, fields[0].tag == 0x02, fields[5].tag == 0x30 else { return nil }
    let moments = fields[3].parts.map(\.moment)
    guard moments.count == 2, let start = moments[0], let end = moments[1], start <= end else {
      return nil
    }
    self.bytes = bytes
    serial = Array(fields[0].bytes)
    issuer = Array(fields[2].bytes)
    validity = start...end
    keyKind = Self.keyKind(of: fields[5])
    uses = Self.uses(in: fields.last { $0.tag == 0xA3 })
    holder = Self.holder(of: fields[4])
  }

  /// Whether its key may sign: by the digital signature or by non-repudiation (RFC 5280, 4.2.1.3).
  package var maySign: Bool { uses.map { $0 & 0xC0 != 0 } ?? true }

  private static func keyKind(of key: DERValue) -> KeyKind {
    guard let algorithm = key.parts.first, let name = algorithm.parts.first else { return .other }
    if name.isIdentifier(ObjectIdentifier.rsaKey) { return .rsa }
    if name.isIdentifier(ObjectIdentifier.ellipticKey) { return .elliptic }
    guard name.isIdentifier(ObjectIdentifier.rsaPSS) else { return .other }
    // A key may be bound to a digest; without a word of one any will do (RFC 4055, 3.1).
    guard algorithm.parts.count > 1, let bound = algorithm.parts.last, bound.tag == 0x30,
      !bound.parts.isEmpty
    else { return .rsaPSS }
    let digest = bound.parts.first { $0.tag == 0xA0 }?.parts.first?.parts.first
    return digest?.isIdentifier(ObjectIdentifier.sha256) ?? false ? .rsaPSS : .other
  }

  private static func uses(in extensions: DERValue?) -> UInt8? {
    for entry in extensions?.parts.first?.parts ?? [] {
      guard entry.parts.first?.isIdentifier(ObjectIdentifier.keyUsage) ?? false,
        let octets = entry.parts.last, octets.tag == 0x04,
        let bits = DERValue(Array(octets.content)), bits.tag == 0x03
      else { continue }
      return bits.content.dropFirst().first ?? 0
    }
    return nil
  }

  private static func holder(of subject: DERValue) -> String {
    let entries = subject.parts.flatMap(\.parts)
    for kind in [ObjectIdentifier.organization, ObjectIdentifier.commonName] {
      for entry in entries where entry.parts.first?.isIdentifier(kind) ?? false {
        if let name = entry.parts.last?.text, !name.isEmpty { return name }
      }
    }
    return ""
  }
}

extension Certificate {
  /// The certificates of a file in PEM (RFC 7468), or of one that is a certificate in DER.
  package static func all(in file: [UInt8]) -> [Certificate] {
    if let one = Certificate(file) { return [one] }
    let text = String(decoding: file, as: UTF8.self)
    let blocks = text.split(
      separator: "-----BEGIN CERTIFICATE-----", omittingEmptySubsequences: false)
    return blocks.dropFirst().compactMap { block in
      guard let end = block.firstRange(of: "-----END CERTIFICATE-----") else { return nil }
      return base64Bytes(block[..<end.lowerBound]).flatMap { Certificate($0) }
    }
  }
}

/// The bytes that text in base64 says (RFC 4648, 4), white space left out; nil for other text.
package func base64Bytes(_ text: Substring) -> [UInt8]? {
  var bytes: [UInt8] = []
  var (group, count) = (0, 0)
  for character in text.utf8 {
    let value: Int
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(character) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = Int(character) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(character) + 4
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    case UInt8(ascii: "="), 9, 10, 13, 32: continue
    default: return nil
    }
    (group, count) = (group << 6 | value, count + 1)
    guard count == 4 else { continue }
    bytes += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
    (group, count) = (0, 0)
  }
  if count == 3 { bytes += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)] }
  if count == 2 { bytes.append(UInt8(group >> 4 & 0xFF)) }
  return count == 1 ? nil : bytes
}
