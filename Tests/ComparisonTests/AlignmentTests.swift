import Testing

@testable import Comparison

/// Which words of two texts stand for each other.
struct AlignmentTests {
  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test func `What is equal is paired, in order`() {
    let old = words("a b c d e f")
    let new = words("a x c d f g")
    let pairs = aligned(old, new)
    #expect(pairs.map { old[$0.old] } == ["a", "c", "d", "f"])
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
  }

  @Test func `A word that stands everywhere does not lead astray`() {
    let old = words("og en hund og en kat og en fugl")
    let new = words("og en kat og en fugl og en hund")
    let pairs = aligned(old, new)
    #expect(pairs.map { old[$0.old] }.suffix(6) == ["og", "en", "kat", "og", "en", "fugl"])
  }

  @Test func `Order is kept, and each item has one partner at the most`() {
    var state: UInt64 = 7
    func number(_ end: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int((state >> 33) % UInt64(end))
    }
    for _ in 0..<200 {
      let old = (0..<number(40)).map { _ in number(12) }
      let new = (0..<number(40)).map { _ in number(12) }
      let pairs = aligned(old, new)
      #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
      #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
    }
    let same = (0..<50).map { _ in number(5) }
    #expect(aligned(same, same).count == 50)
    #expect(aligned([Int](), [1]).isEmpty)
  }
}
