/// The rules of Digital Post for names of files, by which the letters of a run are named.
///
/// A name that holds one of `< > : " / \ | ? *`, a line end or a space other than the ordinary one is
/// rejected there (digitaliser.dk, in force 10 September 2025).
package enum FileNameRules {
  /// The most bytes that a name may have, as file systems count it.
  package static let limit = 255

  /// Why a name that came of data is not taken.
  package enum Refusal: Hashable, Sendable {
    /// Nothing is left of it.
    case empty
    /// It begins with a full stop, so it is hidden or leads out of its folder.
    case hidden(String)
    /// It leads to another folder.
    case path(String)
  }

  /// A name that the rules allow: what they forbid is replaced, a `/` by `-`, a space by the ordinary
  /// one.
  ///
  /// - Parameters:
  ///   - name: the name without its suffix.
  ///   - suffix: what is put behind it, as `.pdf`.
  /// - Returns: why there is none for a name that means a path, or is none.
  package static func safe(
    _ name: String, suffix: String
  ) -> (name: String?, refusal: Refusal?) {
    for trick in ["../", "..\\", "/..", "\\.."] where name.contains(trick) {
      return (nil, .path(name))
    }
    var made = ""
    for scalar in name.unicodeScalars {
      let next = replacement(for: scalar)
      if next == " ", made.isEmpty || made.unicodeScalars.last == " " { continue }
      made.unicodeScalars.append(next)
    }
    // A space or a full stop at the end is dropped by some file systems, without a word.
    while let last = made.unicodeScalars.last, last == " " || last == "." {
      made.unicodeScalars.removeLast()
    }
    guard !made.isEmpty else { return (nil, name.contains(".") ? .hidden(name) : .empty) }
    guard !made.hasPrefix(".") else { return (nil, .hidden(name)) }
    while made.utf8.count + suffix.utf8.count > limit { made.removeLast() }
    return (made + suffix, nil)
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "<", ">", ":", "\"", "/", "\\", "|", "?", "*": return "-"
    default: break
    }
    switch scalar.properties.generalCategory {
    // What turns the direction of text could make a name look like another.
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return " "
    default: return scalar
    }
  }
}
