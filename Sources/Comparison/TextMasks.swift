/// What may be anything: dates, numbers, names, by regular expressions.
package struct TextMasks: Hashable, Sendable {
  /// The patterns, each of which is sound.
  package private(set) var patterns: [String] = []

  /// No mask.
  package init() {}

  /// Adds a pattern in the form of Swift's `Regex`; false for one that is no regular expression.
  package mutating func add(_ pattern: String) -> Bool {
    guard (try? Regex(pattern)) != nil else { return false }
    patterns.append(pattern)
    return true
  }

  /// What stands in the place of what is masked.
  static let blank: Character = "▒"

  /// The masks ready for use in one thread.
  func compiled() -> CompiledMasks {
    CompiledMasks(expressions: patterns.compactMap { try? Regex($0) })
  }
}

/// Masks that can be used; a `Regex` cannot go from thread to thread.
struct CompiledMasks {
  fileprivate let expressions: [Regex<AnyRegexOutput>]

  /// Whether nothing is masked.
  var isEmpty: Bool { expressions.isEmpty }

  /// What is masked of a text, in its order, without overlap.
  func ranges(in text: String) -> [Range<String.Index>] {
    let all = expressions.flatMap { text.ranges(of: $0) }.filter { !$0.isEmpty }
      .sorted { $0.lowerBound < $1.lowerBound }
    var ranges: [Range<String.Index>] = []
    for range in all {
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// A text with a blank for each stretch that is masked.
  func masked(_ text: String) -> String {
    guard !isEmpty else { return text }
    var result = ""
    var end = text.startIndex
    for range in ranges(in: text) {
      result += text[end..<range.lowerBound]
      result.append(TextMasks.blank)
      end = range.upperBound
    }
    return result + text[end...]
  }
}
