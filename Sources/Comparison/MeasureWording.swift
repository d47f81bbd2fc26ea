import Inspection

/// A number of millimetres with one decimal, as reports have it.
func millimetres(_ value: Double) -> String { "\(tenths(value)) mm" }

/// A number with one decimal.
func tenths(_ value: Double) -> String {
  let tenths = Int((abs(value) * 10).rounded())
  return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
}

/// Words between quotes, those in the middle left out where they are many.
func quoted(_ words: [String]) -> String {
  let text = words.joined(separator: " ")
  guard text.count > 48, words.count > 4 else {
    return "'" + (text.count > 96 ? text.prefix(95) + "…" : text[...]) + "'"
  }
  return "'\(words[0]) \(words[1]) … \(words[words.count - 2]) \(words[words.count - 1])'"
}

/// A number of things with the right form of their name.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  count == 1 ? "one \(one)" : "\(count) \(many ?? one + "s")"
}

extension Area {
  /// Where it is, in words.
  var wording: String {
    "\(tenths(left))–\(tenths(right)) mm from the left, \(tenths(top))–\(tenths(bottom)) mm from the top"
  }

  /// Whether a point lies in it.
  func holds(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }

  /// Its middle.
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }
}
