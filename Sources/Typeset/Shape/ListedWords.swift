import GLibSupport

/// Tells most words that are on none of a language's lists from those that may be, by their bytes
/// alone.
struct ListedWords: Sendable {
  /// A bit for each sum that a listed word has.
  private var bits = [UInt64](repeating: 0, count: 64)

  /// Puts a word of lower case on the list.
  mutating func insert(_ word: String) {
    // Words are equal however their marks are written; composed letters are looked for.
    let isComposed = word.utf8.allSatisfy { $0 <= 0xC3 }
    var sum = Sum()
    for byte in (isComposed ? word : NormalForm.composed.of(word)).utf8 { sum.add(byte) }
    bits[sum.place.word] |= sum.place.bit
  }

  /// Whether a word surely has nothing but small letters of Latin-1, with or without marks after
  /// them, and is on no list, with or without the marks.
  func lacks(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    var sum = Sum()
    var index = word.lowerBound
    letters: while index < word.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): sum.add(bytes[index])
      case 0xC3 where index + 1 < word.upperBound && 0xA0...0xBF ~= bytes[index + 1]:
        sum.add(0xC3)
        index += 1
        sum.add(bytes[index])
      default: break letters
      }
      index += 1
    }
    guard index > word.lowerBound, !has(sum) else { return false }
    while index < word.upperBound {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
        UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        sum.add(bytes[index])
      default: return false
      }
      index += 1
    }
    return !has(sum)
  }

  private func has(_ sum: Sum) -> Bool { bits[sum.place.word] & sum.place.bit != 0 }

  /// The sum of a word's bytes (FNV-1a, 32 bits).
  private struct Sum {
    private var value: UInt32 = 2_166_136_261

    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }

    /// Where its bit stands.
    var place: (word: Int, bit: UInt64) {
      let folded = (value ^ value >> 12 ^ value >> 24) & 4095
      return (Int(folded >> 6), 1 << UInt64(folded & 63))
    }
  }
}
