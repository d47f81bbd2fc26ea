/// What a time stamp says (RFC 3161, 2.4.2): that something was there at a moment.
package struct TimeStamp: Hashable, Sendable {
  /// The SHA-256 of what was there; nil for another digest of it.
  package let imprint: [UInt8]?
  /// The number that was asked with, in DER; nil for none.
  package let nonce: [UInt8]?
  /// When it was there, as `20261122120000` of UTC.
  package let moment: String
  /// What its signature covers.
  package let information: [UInt8]

  /// Reads a time stamp in DER; nil for anything else.
  package init?(_ bytes: [UInt8]) {
    guard let whole = DERValue(bytes), whole.parts.count == 2,
      whole.parts[0].isIdentifier(ObjectIdentifier.signedData),
      let data = whole.parts[1].parts.first,
      let content = data.parts.dropFirst().first(where: { $0.tag == 0x30 })?.parts,
      content.count == 2, content[0].isIdentifier(ObjectIdentifier.timeStampInfo),
      let octets = content[1].parts.first, octets.tag == 0x04,
      let said = DERValue(Array(octets.content)), case let parts = said.parts, parts.count >= 5,
      let moment = parts[4].moment
    else { return nil }
    self.moment = moment
    information = Array(octets.content)
    let made = parts[2].parts
    let isKnown = made.first?.parts.first?.isIdentifier(ObjectIdentifier.sha256) ?? false
    imprint = isKnown && made.count == 2 ? Array(made[1].content) : nil
    nonce = parts.dropFirst(5).first { $0.tag == 0x02 }.map { Array($0.bytes) }
  }
}
