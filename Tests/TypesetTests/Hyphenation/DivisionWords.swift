import Foundation
import Proofing

/// Words to divide, of which most are hard: the letters of each pattern alone and among others,
/// letters at random, and the marked words of the tests.
///
/// `HYPHENATION_WORDS` may name a folder of more, a word a line, in files like `da.txt`; then
/// there are also ten times as many at random.
struct DivisionWords: Sequence {
  /// The fewest there are.
  let least: Int
  private let given: [[Unicode.Scalar]]
  private let alphabet: [Unicode.Scalar]
  private let patterns: [[Unicode.Scalar]]
  private let randomCount: Int

  init(_ language: String) throws {
    let lines = try Project.text("scripts/hyphenation/\(language).dic").split(separator: "\n")
    patterns = lines.dropFirst().filter { !$0.hasPrefix("%") && $0 != "NEXTLEVEL" }.map { line in
      line.unicodeScalars.filter(\.properties.isAlphabetic)
    }
    alphabet = Set(patterns.joined()).sorted()
    let more = ProcessInfo.processInfo.environment["HYPHENATION_WORDS"]
    var texts = ["unseen-\(language)", language == "da" ? "prose-words" : ""].compactMap {
      try? Project.text("Tests/TypesetTests/Hyphenation/Words/\($0).txt")
    }
    if let more {
      texts += [try? String(contentsOfFile: "\(more)/\(language).txt", encoding: .utf8)]
        .compactMap(\.self)
    }
    given = texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { word in
      word.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
    }
    randomCount = more == nil ? 4_000 : 100_000
    least = given.count + 2 * randomCount
  }

  /// Numbers that are the same in every run.
  struct Random: RandomNumberGenerator {
    var state: UInt64

    /// The next number (SplitMix64; Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  func makeIterator() -> AnyIterator<[Unicode.Scalar]> {
    var random = Random(state: 9)
    var index = -1
    return AnyIterator {
      index += 1
      if index < given.count { return given[index] }
      guard index < given.count + 2 * randomCount else { return nil }
      var word: [Unicode.Scalar] = []
      if index % 2 == 0 {
        for _ in 0..<Int.random(in: 2...24, using: &random) { word.append(letter(&random)) }
      } else {
        // Patterns one after another, whole or cut, as the automaton falls back between them.
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let pattern = patterns[Int.random(in: 0..<patterns.count, using: &random)]
          let end = Int.random(in: 0...pattern.count, using: &random)
          word += Bool.random(using: &random) ? pattern[...] : pattern[..<end]
        }
        if word.count < 2 { word += [letter(&random), letter(&random)] }
      }
      return word
    }
  }

  private func letter(_ random: inout Random) -> Unicode.Scalar {
    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
  }
}
