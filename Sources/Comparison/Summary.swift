extension Comparison {
  /// What differs in one line, what matters most first; `same` where nothing does.
  package var summary: String {
    guard !isSame else { return "same" }
    let ofFile = differences.filter { $0.page == nil }
    var parts = Self.told(ofFile.filter { [.file, .pages].contains($0.kind) })
    for page in Set(differences.compactMap(\.page)).sorted() {
      let told = Self.told(differences.filter { $0.page == page }).joined(separator: "; ")
      parts.append("page \(page): \(told)")
    }
    // What nobody sees on the pages comes last.
    parts += Self.told(ofFile.filter { ![.file, .pages].contains($0.kind) })
    return parts.joined(separator: "; ")
  }

  /// Differences by their kinds.
  private static func told(_ differences: [Difference]) -> [String] {
    Difference.Kind.allCases.compactMap { kind in
      toldAsOne(differences.filter { $0.kind == kind })
    }
  }

  /// Differences of one kind on one page: the one there is, or how many.
  private static func toldAsOne(_ differences: [Difference]) -> String? {
    guard let first = differences.first else { return nil }
    guard differences.count > 1 else { return first.message }
    let count = differences.reduce(0) { $0 + $1.count }
    switch first.kind {
    case .words: return "\(count) words differ"
    case .places: return "\(first.message), and \(counted(count - first.count, "more word")) moved"
    case .structure:
      return "\(first.message), and \(counted(differences.count - 1, "more difference")) of tags"
    case .links: return "\(differences.count) links differ"
    case .fonts: return "\(differences.count) fonts differ"
    case .metadata: return "\(differences.count) statements of the file differ"
    case .lines: return "\(differences.count) lines differ"
    case .file, .pages, .size, .pixels: return differences.map(\.message).joined(separator: "; ")
    }
  }

  /// What differs, a line each, with its page; no more than so many of a kind.
  ///
  /// - Returns: nothing where ``summary`` says it all.
  package func details(atMost limit: Int = 12) -> [String] {
    guard differences.count > 1 else { return [] }
    var lines: [String] = []
    for kind in Difference.Kind.allCases {
      let own = differences.filter { $0.kind == kind }
      lines += own.prefix(limit).map { difference in
        difference.page.map { "page \($0): \(difference.message)" } ?? difference.message
      }
      if own.count > limit { lines.append("… and \(own.count - limit) more") }
    }
    return lines
  }
}
