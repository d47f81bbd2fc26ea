import Foundation
import Inspection
import Proofing
import Testing

/// A seal made by OpenSSL over a file made by hand.
struct SealTests {
  private static let room = 8192

  /// A file with room for a seal, and the ranges beside the room.
  private func unsealed() -> (bytes: [UInt8], ranges: [Int]) {
    var pdf = SoundPDF()
    pdf.catalog = "/AcroForm<</Fields[50 0 R]/SigFlags 3>>"
    pdf.objects[50] = "<</FT/Sig/T(seal)/V 51 0 R>>"
    let digits = String(repeating: "9", count: 10)
    let blank = String(repeating: "0", count: Self.room)
    pdf.objects[51] =
      "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 \(digits) \(digits) \(digits)]/Contents<\(blank)>>>"
    var bytes = pdf.bytes
    let start = find("<\(blank)>", in: bytes)
    let end = start + Self.room + 2
    let ranges = [0, start, end, bytes.count - end]
    let written = ranges.dropFirst().map { number in
      let text = String(number)
      return String(repeating: "0", count: 10 - text.count) + text
    }
    let place = find("[0 \(digits)", in: bytes)
    let list = Array("[0 \(written.joined(separator: " "))]".utf8)
    bytes.replaceSubrange(place..<place + list.count, with: list)
    return (bytes, ranges)
  }

  private func find(_ text: String, in bytes: [UInt8]) -> Int {
    Data(bytes).range(of: Data(text.utf8))?.lowerBound ?? 0
  }

  private func sealed() async throws -> [UInt8] {
    var (bytes, ranges) = unsealed()
    let scratch = try Scratch()
    try scratch.write(bytes[..<ranges[1]] + bytes[ranges[2]...], as: "signed")
    let (key, certificate, seal) = (
      scratch.path("key.pem"), scratch.path("cert.pem"), scratch.path("seal.der")
    )
    _ = try await output(
      of: "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out",
      certificate, "-subj", "/CN=Test", "-days", "2")
    _ = try await output(
      of: "openssl", "cms", "-sign", "-binary", "-md", "sha256", "-signer", certificate, "-inkey",
      key, "-outform", "DER", "-in", scratch.path("signed"), "-out", seal)
    let hex = try scratch.read("seal.der").map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    try #require(hex.count <= Self.room)
    bytes.replaceSubrange(ranges[1] + 1..<ranges[1] + 1 + hex.utf8.count, with: Array(hex.utf8))
    return bytes
  }

  /// Where the digits of the seal are that are no filling; the signature's value is the last of it.
  private func signatureDigits(of bytes: [UInt8]) throws -> Range<Int> {
    let start = find("/Contents<", in: bytes) + 10
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? start
    let last = bytes[start..<end].lastIndex { $0 != UInt8(ascii: "0") } ?? start
    return start..<last + 1
  }

  private func messages(_ bytes: [UInt8], _ settings: String = "") throws -> [String] {
    try RuleCase.findings(in: bytes, by: "rules: {seal: {source: x\(settings)}}").map(
      \.breach.message)
  }

  @Test func `A seal is whole until a byte changes or something follows`() async throws {
    let sealed = try await sealed()
    #expect(try messages(sealed) == [])
    #expect(try messages(sealed, ", required: true") == [])
    #expect(try RuleCase.findings(in: sealed).isEmpty)
    // OpenSSL puts the time into it, and PAdES has the certificate's name there instead.
    #expect(
      try messages(sealed, ", baseline: true, stamped: true") == [
        "the seal has not the form of PAdES baseline B-B", "the seal has no time stamp",
      ])
    var changed = sealed
    let place = find("first line", in: changed)
    changed[place] = UInt8(ascii: "F")
    #expect(try messages(changed) == ["the file was changed after it was sealed"])
    // Who changes the file and its digest in the seal cannot sign for it.
    var forged = sealed
    let digits = try signatureDigits(of: sealed)
    #expect(digits.count > 600)
    let last = digits.upperBound - 1
    forged[last] = forged[last] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    #expect(try messages(forged) == ["the seal's signature does not fit it"])
    let longer = sealed + Array("\n% more\n".utf8)
    #expect(try messages(longer).contains("the seal does not cover the whole file"))
    #expect(try messages(unsealed().bytes) == ["the seal is of a kind that cannot be looked at"])
    #expect(try messages(SoundPDF().bytes, ", required: true") == ["the file has no seal"])
  }
}
