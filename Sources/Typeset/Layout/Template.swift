/// A line of a layout with places to fill: `Dato: {date}`, with `**` around what is strong.
struct Template: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      /// The layout's own words.
      case text(String)
      /// A field of the letter.
      case field(String)
      /// A fixed word of the language, or what the layout calls a field: `{label:date}`.
      case label(String)
      /// The number of the page.
      case page
      /// The number of pages.
      case pages
      /// `Side 1 af 2`, as the language says it.
      case pageOf
    }
    var content: Content
    var isStrong: Bool
  }

  var pieces: [Piece]
  var place: SourceRange?

  /// The fields without which a line of it is left out.
  var fields: [String] {
    pieces.compactMap { piece in
      if case .field(let key) = piece.content { key } else { nil }
    }
  }

  /// The label that it begins with, the white after it, and what it is the label of: `Dato: ` and
  /// `{date}`; nil for a line without one.
  ///
  /// A label ends at its colon, or is what the layout calls a field with a space after it.
  var parted: (label: Template, text: Template)? {
    var label: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      var rest = Array(pieces[(index + 1)...])
      label.append(piece)
      switch piece.content {
      case .label:
        guard case .text(let white)? = rest.first?.content, white.allSatisfy(\.isWhitespace) else {
          continue
        }
        label.append(rest.removeFirst())
      case .text(let text):
        guard let colon = text.firstIndex(of: ":"), index > 0 || colon > text.startIndex,
          text.count <= Self.longestLabel
        else { continue }
        let after = text[text.index(after: colon)...]
        let words = after.drop(while: \.isWhitespace)
        // An address of the web has a colon, too.
        guard after.isEmpty || words.count < after.count else { return nil }
        label[index].content = .text(String(text[..<words.startIndex]))
        if !words.isEmpty {
          rest.insert(Piece(content: .text(String(words)), isStrong: piece.isStrong), at: 0)
        }
      case .field, .page, .pages, .pageOf: return nil
      }
      return rest.isEmpty
        ? nil : (Template(pieces: label, place: place), Template(pieces: rest, place: place))
    }
    return nil
  }

  /// The most characters of a label.
  private static let longestLabel = 40

  /// Whether it tells of pages, so that it belongs to the page and not to the letter.
  var tellsPage: Bool {
    pieces.contains { [.page, .pages, .pageOf].contains($0.content) }
  }
}

/// The fields that every letter may have.
let standardFields = [
  "author", "case-id", "confidentiality", "date", "document-id", "email", "phone", "recipient",
  "subject", "title", "your-reference",
]

extension LayoutParser {
  /// Takes a template apart; a field that no letter can have is an error.
  mutating func template(_ written: Located<String>) -> Template {
    var pieces: [Template.Piece] = []
    var isStrong = false
    var rest = Substring(written.value)
    var literal = ""
    func flush() {
      if !literal.isEmpty { pieces.append(.init(content: .text(literal), isStrong: isStrong)) }
      literal = ""
    }
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        literal.append(character)
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("**") {
        flush()
        isStrong.toggle()
        rest = rest.dropFirst(2)
      } else if character == "{" {
        flush()
        let inside = rest.dropFirst().prefix { $0 != "}" }
        if inside.endIndex == rest.endIndex {
          problems.add(
            .error(
              .unclosedBraces, "{\(inside) has no closing brace",
              at: part("{\(inside)", of: written.place),
              hint: "write {\(inside)} or, for a brace itself, {{"))
        }
        rest = rest.dropFirst(inside.count + 2)
        if let content = place(named: String(inside), in: written) {
          pieces.append(.init(content: content, isStrong: isStrong))
        }
      } else {
        literal.append(character)
        rest = rest.dropFirst()
      }
    }
    flush()
    return Template(pieces: pieces, place: written.place)
  }

  private mutating func place(
    named name: String, in written: Located<String>
  ) -> Template.Piece.Content? {
    switch name {
    case "page": return .page
    case "pages": return .pages
    case "page-of": return .pageOf
    default: break
    }
    if name.hasPrefix("label:") { return .label(String(name.dropFirst(6))) }
    if fieldKeys.contains(name) { return .field(name) }
    if consequences.loses(name, at: written.place) { return nil }
    let near = nearestName(to: name, in: fieldKeys + ["page", "pages", "page-of"])
    problems.add(
      .error(
        .noSuchLayoutField, "{\(name)} is not a field of letters",
        at: part("{\(name)}", of: written.place),
        hint: near.map { "write {\($0)}" }
          ?? "declare it under fields: or use \(listed(Set(fieldKeys).sorted()))"))
    return nil
  }

  /// The place of some words within a value, where they stand there as they are.
  func part(_ words: String, of place: SourceRange?) -> SourceRange? {
    guard let place, let found = place.text.firstRange(of: words) else { return place }
    let before = place.text[..<found.lowerBound].utf8.count
    let start = place.lower + before
    return place.file.range(start, start + words.utf8.count)
  }
}
