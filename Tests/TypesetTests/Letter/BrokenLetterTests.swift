import Foundation
import Proofing
import Testing

@testable import Typeset

struct BrokenLetterTests {
  private static let pieces = [
    "[", "]", "{", "}", "*", "**", "`", "|", "\n", ":", "::", "- ", "> ", "\t", "\\", "&amp;", "<",
    "<!--", "[^1]", "[^1]: ", "](", ")", "\"", "'", "---\n", "#", "~~", "![", "{lang=en}", "æ", "🏛",
    "a@b.dk", "1. ", "@", "!x", "&x ", "\u{2028}", "\u{0}",
  ]

  /// A letter with a few bytes taken out, doubled, changed or put in; the same for the same seed.
  private static func broken(_ letter: [UInt8], seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(count, 1)))
    }
    var bytes = letter
    for _ in 0...next(4) {
      let start = next(bytes.count)
      let end = min(bytes.count, start + next(80))
      switch next(5) {
      case 0: bytes.removeSubrange(start...)
      case 1: bytes.insert(UInt8(next(256)), at: start)
      case 2: bytes.insert(contentsOf: Array(pieces[next(pieces.count)].utf8), at: start)
      case 3: bytes.removeSubrange(start..<end)
      default: bytes.insert(contentsOf: bytes[start..<end], at: start)
      }
    }
    return bytes
  }

  @Test(arguments: ["kl-2019.md", "kl-2024.md"])
  func `Whatever is broken in a letter, it is read or every error has a place`(
    name: String
  ) throws {
    let path = Project.path("Examples/\(name)")
    let letter = Array(try Data(contentsOf: URL(filePath: path)))
    var refused = 0
    for seed in 1...400 {
      do throws(Diagnostics) {
        let file = try readSource(Self.broken(letter, seed: UInt64(seed)), name: name)
        _ = try parseLetter(file)
      } catch {
        refused += 1
        #expect(error.all.contains { $0.severity == .error })
        for diagnostic in error.all {
          let place = try #require(diagnostic.place)
          #expect(place.lower <= place.upper && place.upper <= place.file.bytes.count)
          #expect(!DiagnosticFormatter().format(diagnostic).isEmpty)
        }
      }
    }
    #expect(refused > 40)
  }
}
