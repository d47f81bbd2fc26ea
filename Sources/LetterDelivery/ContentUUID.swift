import MailRun

/// Where the identifier of a message stands in it until it is known; as long as one.
let openUUID = "00000000-0000-0000-0000-000000000000"

/// An identifier that is made of bytes alone, so that the same bytes have the same one (RFC 9562, 5.5).
package func contentUUID(of content: [UInt8], as kind: String) -> String {
  uuid(of: sha256(content), as: kind)
}

/// The identifier of content by its digest, which it does not give away.
private func uuid(of digest: String, as kind: String) -> String {
  let name = sha256(Array(kind.utf8) + [0] + Array(digest.utf8))
  // The version and the variant are told by two digits.
  var digits = Array(sha1(Array(name.utf8)).utf8.prefix(32))
  digits[12] = UInt8(ascii: "5")
  let variants = Array("89ab".utf8)
  digits[16] = variants[Int(digits[16]) % 4]
  var text: [UInt8] = []
  for (index, digit) in digits.enumerated() {
    if [8, 12, 16, 20].contains(index) { text.append(UInt8(ascii: "-")) }
    text.append(digit)
  }
  return String(decoding: text, as: UTF8.self)
}

/// A message that is whole, with its identifier in its place.
package struct IdentifiedMessage: Sendable {
  /// The XML.
  package let bytes: [UInt8]
  /// The identifier.
  package let uuid: String
  /// The SHA-256 of the XML before it had the identifier.
  ///
  /// It is shown nowhere: who has the identifier alone cannot try which number of a person would give it.
  package let secret: String

  /// Puts the identifier into the place that was left open for it, which stands before all content.
  ///
  /// - Parameter kind: the kind of bytes, so that two kinds with the same content differ.
  init(_ bytes: [UInt8], as kind: String) {
    secret = sha256(bytes)
    uuid = LetterDelivery.uuid(of: secret, as: kind)
    let open = Array(openUUID.utf8)
    var bytes = bytes
    if let place = firstPlace(of: open, in: bytes) {
      bytes.replaceSubrange(place..<place + open.count, with: uuid.utf8)
    }
    self.bytes = bytes
  }
}

private func firstPlace(of part: [UInt8], in bytes: [UInt8]) -> Int? {
  guard bytes.count >= part.count else { return nil }
  return (0...bytes.count - part.count).first { place in
    bytes[place] == part[0] && bytes[place..<place + part.count].elementsEqual(part)
  }
}
