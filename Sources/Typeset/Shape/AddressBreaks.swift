/// Where URLs and e-mail addresses may break: without a hyphen, so that none is taken for theirs.
enum AddressBreaks {
  /// Bytes before which a URL may break, as the Chicago Manual of Style (16th ed., 7.42) has it:
  /// after a stroke, before other punctuation.
  private static let breakBefore = Set(".?#&=%_~-@+,".utf8)

  /// Addresses of fewer bytes stay on one line: they are easier to copy whole.
  private static let shortest = 32

  /// Longer pieces between punctuation may break at any character.
  private static let longestPiece = 40

  /// Replaces the opportunities within words that are addresses.
  static func adjust(_ allowed: inout [Bool], in bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      var end = start
      var isCandidate = false
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") {
        isCandidate =
          isCandidate || bytes[end] == UInt8(ascii: "@") || bytes[end] == UInt8(ascii: ".")
        end += 1
      }
      if isCandidate, isAddress(bytes[start..<end]) { mark(&allowed, start..<end, bytes) }
      start = end + 1
    }
  }

  /// Whether a word is a URL or an e-mail address.
  static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    // Asked of every word: bytes are compared, since searching a string takes much longer.
    for offset in word.indices {
      switch word[offset] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: ":"): if word[offset...].starts(with: "://".utf8) { return true }
      case UInt8(ascii: "w"): if word[offset...].starts(with: "www.".utf8) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether an address is easily read on from before a byte.
  static func isEasy(before offset: Int, in bytes: [UInt8]) -> Bool {
    breakBefore.contains(bytes[offset]) || bytes[offset - 1] == UInt8(ascii: "/")
  }

  private static func mark(_ allowed: inout [Bool], _ word: Range<Int>, _ bytes: [UInt8]) {
    var unbroken = 1
    for offset in word.dropFirst() {
      unbroken += 1
      defer { if allowed[offset] { unbroken = 0 } }
      guard word.count >= shortest else {
        allowed[offset] = false
        continue
      }
      let before = bytes[offset - 1]
      let after = bytes[offset]
      if before == UInt8(ascii: "/"), after != UInt8(ascii: "/") {
        allowed[offset] = true
      } else if breakBefore.contains(after), before != UInt8(ascii: ":"),
        before != UInt8(ascii: "/"), offset + 1 < word.upperBound
      {
        allowed[offset] = true
      } else {
        // A piece without punctuation, as a long identifier, breaks anywhere rather than nowhere;
        // never within a character.
        allowed[offset] = unbroken > longestPiece && after & 0xC0 != 0x80
      }
    }
  }
}
