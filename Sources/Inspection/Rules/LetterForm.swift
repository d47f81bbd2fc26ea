import Typeset

// What readers of letters stumble over.

extension Rule {
  /// The pages say how many they are, and it is true.
  static let pageNumbers = Rule(
    "page-numbers", "What pages say of their number, as Side 1 af 2, is true.",
    settings: [
      RuleSetting("everywhere", .flag, "Whether each page of a letter of several must say it.")
    ]
  ) { subject, values in
    let said = subject.lines.map { lines in lines.lazy.compactMap { pageNumber(in: $0) }.first }
    var breaches: [Breach] = []
    let advice: DiagnosticText = "number the pages after all of them are there"
    // Several letters in one file are numbered each on its own.
    var start = 0
    for (index, found) in said.enumerated() {
      guard let found else {
        if values.flag("everywhere"), said.count > 1 {
          breaches.append(
            Breach("the page does not say its number", on: index + 1, advice: advice))
        }
        continue
      }
      if found.number == 1 { start = index }
      let counts = possibleCounts(in: subject, said, from: start)
      if found.number != index - start + 1 || !counts.contains(found.count) {
        breaches.append(
          Breach(
            "the page says “\(found.text)” and is page \(index - start + 1) of \(counts.upperBound)",
            on: index + 1, at: found.area, advice: advice))
      }
    }
    return breaches
  }

  private struct PageNumber {
    let number: Int
    let count: Int
    let text: String
    let area: Area
  }

  /// How many pages the letter may have that begins on a page: up to the last that says its number
  /// at least, and with those behind it that say none, as enclosures; blank ones do not count.
  private static func possibleCounts(
    in subject: Subject, _ said: [PageNumber?], from start: Int
  ) -> ClosedRange<Int> {
    var end = said.indices.dropFirst(start + 1).first { said[$0]?.number == 1 } ?? said.count
    while end > start + 1, said[end - 1] == nil, subject.contents[end - 1].pieces.isEmpty {
      end -= 1
    }
    let last = said.indices[start..<end].last { said[$0] != nil } ?? start
    return last - start + 1...end - start
  }

  private static func pageNumber(in line: TextLine) -> PageNumber? {
    let words = line.words.map(\.text)
    for index in words.indices where pageWords.contains(words[index].lowercased()) {
      // As `Side 1 af 2` or `Side 1/2`.
      let rest = words[(index + 1)...].prefix(3)
      guard let first = rest.first else { continue }
      let parts = first.split(separator: "/")
      if parts.count == 2, let number = figure(parts[0]), let count = figure(parts[1]) {
        return PageNumber(
          number: number, count: count, text: "\(words[index]) \(first)", area: line.area)
      }
      guard rest.count == 3, betweenWords.contains(words[index + 2].lowercased()),
        let number = figure(first[...]), let count = figure(words[index + 3][...])
      else { continue }
      return PageNumber(
        number: number, count: count, text: words[index...index + 3].joined(separator: " "),
        area: line.area)
    }
    return nil
  }

  private static let pageWords: Set = ["side", "page", "seite", "sida", "pagina", "p.", "s."]
  private static let betweenWords: Set = ["af", "av", "of", "von", "sur", "de", "di", "/"]

  /// A number of at most five figures, after which a mark may stand.
  private static func figure(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...5).contains(digits.count), word.count - digits.count <= 1 else { return nil }
    return Int(digits)
  }

  /// The signature has something of the letter with it.
  static let loneSignature = Rule(
    "lone-signature", "The closing and the signatures stand on a page with lines of the letter.",
    settings: [
      RuleSetting("least-lines", .number, "The fewest lines above the closing; 2 without this."),
      RuleSetting("closings", .words(of: nil), "How letters close.", isRequired: true),
    ]
  ) { subject, values in
    let least = Int(values.number("least-lines") ?? 2)
    let closings = values.words("closings").map { $0.lowercased() }
    var breaches: [Breach] = []
    for (index, lines) in subject.ownLines.enumerated() where index > 0 {
      let closing = lines.first { line in
        let text = line.text.lowercased()
        return closings.contains { text == $0 || text == $0 + "," }
      }
      guard let closing, !hasPicture(subject.contents[index], above: closing.area) else { continue }
      let above = lines.filter {
        $0.area.bottom < closing.area.top + 0.5 && isBeside($0, closing)
      }
      if above.count < least {
        let rest: DiagnosticText =
          above.isEmpty
          ? "nothing" : above.count == 1 ? "only one line" : "only \(above.count) lines"
        breaches.append(
          Breach(
            "the closing “\(closing.text)” stands on a page with \(rest) of the letter above it",
            on: index + 1, at: closing.area, advice: "keep lines of the letter with the signature"))
      }
    }
    return breaches
  }

  /// Whether a picture stands above, which is more than two lines.
  private static func hasPicture(_ content: PageContent, above area: Area) -> Bool {
    content.pieces.contains { piece in
      guard case .image = piece.kind, let own = piece.area else { return false }
      return !piece.mark.isArtifact && own.bottom < area.top + 0.5 && own.height > 8
    }
  }

  /// Whether a line stands in the column of another.
  private static func isBeside(_ line: TextLine, _ other: TextLine) -> Bool {
    line.area.left < other.area.left + 60 && line.area.right > other.area.left
  }

  /// Pages are filled before the next begins.
  static let holes = Rule(
    "holes", "No page ends early although what follows would have had room.",
    settings: [
      RuleSetting("most", .length, "The highest hole; 80mm without this."),
      RuleSetting("bottom", .length, "The margin under the text; 30mm without this."),
    ]
  ) { subject, values in
    let most = values.number("most") ?? 80
    let bottom = values.number("bottom") ?? 30
    var breaches: [Breach] = []
    for (index, pair) in zip(subject.ownLines, subject.ownLines.dropFirst()).enumerated() {
      let page = subject.pdf.pages[index]
      // What follows the letter begins on a page of its own.
      let numbers = [subject.lines[index], subject.lines[index + 1]].map { lines in
        lines.lazy.compactMap { pageNumber(in: $0) }.first
      }
      if numbers[1]?.number == 1 || numbers[0].map({ $0.number == $0.count }) ?? false { continue }
      let pictures = subject.contents[index].pieces.filter {
        if case .text = $0.kind { false } else { !$0.mark.isArtifact }
      }.compactMap(\.area)
      guard let last = (pair.0.map(\.area.bottom) + pictures.map(\.bottom)).max(),
        let column = pair.0.max(by: { $0.area.width < $1.area.width })?.area,
        let first = pair.1.filter({ $0.area.left < column.right && $0.area.right > column.left })
          .min(by: { $0.area.top < $1.area.top })
      else { continue }
      let room = page.extent.height - bottom - last
      let block = height(of: pair.1, from: first)
      guard room > most, block < room else { continue }
      breaches.append(
        Breach(
          "the page has \(oneDecimal(room)) mm of room left, and what follows begins with \(oneDecimal(block)) mm",
          on: index + 1,
          at: Area(left: first.area.left, top: last, right: first.area.right, bottom: last + room),
          advice: "take out the page break, or let the text flow"))
    }
    return breaches
  }

  /// How high the first block of lines is, up to a gap of more than a line.
  private static func height(of lines: [TextLine], from first: TextLine) -> Double {
    var bottom = first.area.bottom
    for line in lines.sorted(by: { $0.area.top < $1.area.top })
    where line.area.top >= first.area.top {
      if line.area.top - bottom > 1.2 * line.area.height { break }
      bottom = max(bottom, line.area.bottom)
    }
    return bottom - first.area.top
  }
}
