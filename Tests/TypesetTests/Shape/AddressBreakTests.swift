import Testing

@testable import Typeset

/// Addresses of mail and web break at sensible places, without a hyphen.
struct AddressBreakTests {
  /// The pieces of a text, cut at every place where a line may end.
  func pieces(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var allowed = [Bool](repeating: false, count: bytes.count + 1)
    AddressBreaks.adjust(&allowed, in: bytes)
    var cuts = [0] + bytes.indices.filter { allowed[$0] } + [bytes.count]
    cuts = Array(Set(cuts)).sorted()
    return zip(cuts, cuts.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
  }

  @Test func `A long address breaks after strokes and before other punctuation`() {
    #expect(
      pieces("https://www.kl.dk/nyheder/2024?side=2") == [
        "https://", "www", ".kl", ".dk/", "nyheder/", "2024", "?side", "=2",
      ])
  }

  @Test(arguments: ["MLAR@kl.dk", "https://www.kl.dk/nyheder"])
  func `A short address stays on one line`(address: String) {
    #expect(pieces(address) == [address])
  }

  @Test func `A piece without punctuation breaks anywhere rather than nowhere`() {
    let found = pieces("https://x.dk/" + String(repeating: "a1", count: 100))
    #expect(found.joined().count == 213)
    #expect(found.allSatisfy { $0.count <= 42 })
  }
}
