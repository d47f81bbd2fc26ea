import CHyphen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import Typeset

/// Patterns that libhyphen has loaded: the judge of our own tables.
final class LibHyphen {
  private let handle: UnsafeMutablePointer<HyphenDict>

  /// Loads a pattern file in UTF-8; nil if it cannot be read.
  init?(path: String) {
    guard let handle = hnj_hyphen_load(path) else { return nil }
    self.handle = handle
  }

  deinit { hnj_hyphen_free(handle) }

  /// The values between the letters of a word; odd ones allow a division after that letter.
  ///
  /// The word is in lower case. Minimum letters are the caller's: each 1 given to libhyphen
  /// keeps the file's own from taking effect.
  func values(of word: [Unicode.Scalar]) -> [UInt8] {
    guard word.count > 1, word.count <= HyphenationTable.longestWord else { return [] }
    var bytes: [CChar] = []
    bytes.reserveCapacity(2 * word.count + 1)
    for scalar in word {
      if scalar.isASCII {
        bytes.append(CChar(bitPattern: UInt8(truncatingIfNeeded: scalar.value)))
      } else {
        for unit in Unicode.UTF8.encode(scalar) ?? .init() { bytes.append(CChar(bitPattern: unit)) }
      }
    }
    let length = bytes.count
    bytes.append(0)
    // hyphen.h asks for word_size + 5.
    var hyphens = [CChar](repeating: 0, count: length + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    let failed = hnj_hyphen_hyphenate3(
      handle, bytes, CInt(length), &hyphens, nil, &replacements, &positions, &cuts, 1, 1, 1, 1)
    defer {
      free(positions)
      free(cuts)
      free(replacements)
    }
    var values = hyphens.prefix(word.count).map { ($0 & 1) == 1 ? UInt8(1) : 0 }
    // A division that changes the spelling (`Schiff-fahrt`) is not offered: its glyphs differ.
    if let replacements {
      for i in 0..<length where replacements[i] != nil {
        if i < values.count { values[i] = 0 }
        free(replacements[i])
      }
    }
    return failed == 0 ? values : []
  }
}
