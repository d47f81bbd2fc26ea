// Addresses under `to` whose lines are not what they should be.
extension HeadSlips {
  mutating func tellAddress(_ node: SourceNode) {
    switch node.value {
    case .sequence(let items):
      tellPartedItems(items)
      for item in items { tellLines(item) }
    case .scalar(let text, let isQuoted):
      let written = node.range.text.split(separator: "\n")
      let count = written.count - (written.first?.hasPrefix(">") == true ? 1 : 0)
      if isQuoted, count > 1, !text.dropLast().contains("\n") {
        problems.append(
          .warning(
            .joinedLines, "these \(count) lines are one line of the address", at: node.range,
            hint: "write \"to: |\" and the lines below it, indented by two spaces"))
      } else if !text.dropLast().contains("\n"), Self.isWholeAddress(text) {
        problems.append(
          .warning(
            .partedAddress, "the whole address stands on one line", at: node.range,
            hint: "write \"to: |\" and the lines below it, indented by two spaces"))
      }
      tellLines(node)
    case .null, .mapping: break
    }
  }

  /// The lines of one address as items of a list.
  private mutating func tellPartedItems(_ items: [SourceNode]) {
    for item in items.dropFirst() {
      guard case .scalar(let text, _) = item.value, text.beginsLikePostcode,
        !item.range.text.contains("\n")
      else { continue }
      problems.append(
        .warning(
          .partedAddress, "\(quoted(text)) is listed as a recipient of its own", at: item.range,
          hint: "write \"to: |\" and the lines of the address below it, without hyphens",
          "write each of several recipients in brackets: [Anna Holm, Vej 1, 1234 By]"))
      return
    }
  }

  /// Whether one line holds the parts of an address, whatever keeps them apart.
  private static func isWholeAddress(_ text: String) -> Bool {
    let signs = ["<br>", "<br/>", "<br />", "\\n"]
    if signs.contains(where: { text.contains($0) }) { return true }
    for sign in [",", " / ", ";", " | "] {
      let parts = text.split(separator: sign).map { collapseSpaces(String($0)) }
      guard parts.count > 2 else { continue }
      if parts.dropFirst().contains(where: \.beginsLikePostcode) { return true }
    }
    return false
  }

  /// Lines with the mark of a list, and postcodes with a letter among their figures.
  private mutating func tellLines(_ node: SourceNode) {
    guard case .scalar(let text, _) = node.value else {
      if case .sequence(let lines) = node.value { for line in lines { tellLines(line) } }
      return
    }
    let lines = text.split(separator: "\n").map(String.init)
    if lines.count > 1, let marked = lines.first(where: { $0.hasPrefix("- ") }) {
      problems.append(
        .warning(
          .headMarkup, "the hyphen before \(quoted(marked.dropFirst(2))) is printed",
          at: place(of: marked, in: text, node), hint: "write the lines without hyphens"))
    }
    for line in lines {
      guard let code = line.misspeltPostcode else { continue }
      let meant = String(code.map { "Oo".contains($0) ? "0" : "Il".contains($0) ? "1" : $0 })
      problems.append(
        .warning(
          .contact, "\(quoted(code)) is a postcode with a letter in it",
          at: place(of: code, in: text, node), hint: "write \(meant)"))
    }
  }
}

extension String {
  /// Whether it begins with four or five figures and goes on with a word, as a line with a postcode.
  fileprivate var beginsLikePostcode: Bool {
    let figures = prefix { $0.isASCII && $0.isNumber }
    guard (4...5).contains(figures.count) else { return false }
    let rest = dropFirst(figures.count)
    return rest.first == " " && rest.dropFirst().first?.isLetter == true
  }

  /// A word of four that begins a line and is a postcode but for one letter that looks like a figure.
  fileprivate var misspeltPostcode: String? {
    let word = prefix { $0 != " " }
    let letters = word.filter { "OoIl".contains($0) }
    let figures = word.filter { $0.isASCII && $0.isNumber }
    guard word.count == 4, letters.count == 1, figures.count == 3,
      dropFirst(5).first?.isUppercase == true
    else { return nil }
    return String(word)
  }
}
