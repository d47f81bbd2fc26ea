/// What a screen reader says of a PDF, in the order in which it says it.
///
/// It is taken from the tags alone: what is an artifact is not heard.
package struct Hearing: Hashable, Sendable {
  /// A block, or what holds blocks.
  package struct Line: Hashable, Sendable {
    /// How deep it stands, from 0.
    package let depth: Int
    /// What is said that it is: `heading 1`, `list, 3 items`; with the words that are said of it as its
    /// title, its label or its heads of columns.
    package var role: String
    /// What is read; empty for what only holds others.
    package var words: String
  }

  /// What the file is called.
  package internal(set) var title: String?
  /// The language that it is read in.
  package internal(set) var language: String?
  /// The blocks.
  package internal(set) var lines: [Line] = []
  /// Whether there was more than could be looked at.
  package internal(set) var isCutShort = false

  /// All of it as text, a line for each block, with a line end after each.
  ///
  /// Within words, brackets say what a screen reader says or does there: `[jf. = jævnfør]` is read
  /// for what is written, `[en: words]` in another voice, `[link: words]` and `[note: 1]` are called
  /// so, and of a picture `[picture: words]` are read.
  package var text: String {
    var text = "title     \(title ?? "none")\nlanguage  \(language ?? "none")\n\n"
    for line in lines {
      let indent = String(repeating: "  ", count: line.depth)
      let room = max(0, Self.roleWidth - line.role.count)
      text += indent + line.role
      if !line.words.isEmpty { text += String(repeating: " ", count: room) + "  " + line.words }
      text += "\n"
    }
    return text
  }

  /// What most names of roles take.
  private static let roleWidth = 10
}
