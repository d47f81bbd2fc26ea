/// The marks of lists as a browser makes them: each bullet and each form of number is a class.
struct ListMarks: Hashable {
  /// Bullets other than a browser's own, and what stands after numbers other than a full stop.
  private(set) var bullets: [String] = []
  private(set) var numbers: [Number] = []

  /// A form of numbers with what follows them.
  struct Number: Hashable {
    var style: String
    var suffix: String
  }

  /// How a list is marked in HTML.
  struct Mark {
    var name: String
    var kind: String?
    /// The letter that says what numbers look like; nil for figures.
    var type: String?
    var start: Int?
  }

  /// The mark of a list whose first item has a label.
  mutating func mark(_ numbering: StructureRole.ListNumbering, label: String) -> Mark {
    guard let form = NumberedLabel(numbering, label) else {
      if label == "•" { return Mark(name: "ul") }
      let index = bullets.firstIndex(of: label) ?? bullets.count
      if index == bullets.count { bullets.append(label) }
      return Mark(name: "ul", kind: "bullet-\(index + 1)")
    }
    var mark = Mark(
      name: "ol", type: form.type, start: form.number == 1 ? nil : form.number)
    if form.suffix != "." {
      let number = Number(style: form.style, suffix: form.suffix)
      let index = numbers.firstIndex(of: number) ?? numbers.count
      if index == numbers.count { numbers.append(number) }
      mark.kind = "numbers-\(index + 1)"
    }
    return mark
  }
}

/// The number that a label says, and what follows it.
struct NumberedLabel {
  let number: Int
  let suffix: String
  /// The `type` of a list in HTML; nil for figures.
  let type: String?
  /// The counter style of CSS.
  let style: String

  /// Nil for a bullet, or for what is no number of that kind.
  init?(_ numbering: StructureRole.ListNumbering, _ label: String) {
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    let letters = label.prefix { $0.isASCII && $0.isLetter }
    let word = digits.isEmpty ? letters : digits
    guard !word.isEmpty else { return nil }
    suffix = String(label[word.endIndex...])
    // Beyond what letters can say a label has figures.
    let isFigure = !digits.isEmpty
    let own = String(word)
    switch numbering {
    case .arabic where isFigure: (type, style) = (nil, "decimal")
    case .lowerAlpha: (type, style) = ("a", "lower-alpha")
    case .upperAlpha: (type, style) = ("A", "upper-alpha")
    case .lowerRoman: (type, style) = ("i", "lower-roman")
    case .upperRoman: (type, style) = ("I", "upper-roman")
    default: return nil
    }
    if isFigure {
      guard let value = Int(own) else { return nil }
      number = value
      return
    }
    let isRoman = numbering == .lowerRoman || numbering == .upperRoman
    let small = own.lowercased()
    let found = (1...3999).first { (isRoman ? roman($0) : alphabetic($0)) == small }
    guard let found else { return nil }
    number = found
  }
}

extension HTMLDocument {
  /// Writes a list: with bullets or numbers, of terms, or of lines without marks.
  mutating func writeList(_ list: RecitedElement) {
    let items = list.elements
    let labels = items.map { $0.elements.first { $0.role == .label } }
    guard case .list(let numbering) = list.role, numbering != .none else {
      return labels.contains { $0 != nil } ? writeTerms(items) : writePlainList(items)
    }
    let mark = lists.mark(numbering, label: labels.first??.words ?? "")
    out.open(
      mark.name,
      [
        "class": mark.kind, "type": mark.type, "start": mark.start.map(String.init),
        "lang": list.language?.tag,
      ])
    out.newline()
    for item in items { writeItem(item) }
    out.close(mark.name)
    out.newline()
  }

  private mutating func writeItem(_ item: RecitedElement) {
    let blocks = item.elements.filter { $0.role == .listBody }.flatMap(\.pieces)
    let paragraphs = blocks.count {
      if case .element(let element) = $0 { element.role == .paragraph } else { false }
    }
    out.open("li")
    if paragraphs == 1, case .element(let first)? = blocks.first, first.role == .paragraph,
      !first.elements.contains(where: { $0.role == .code })
    {
      let direction = direction(of: first.words)
      if let direction { out.open("span", ["dir": direction]) }
      write(first.pieces, over: first.look?.text ?? recital.text)
      if direction != nil { out.close("span") }
      if blocks.count > 1 { out.newline() }
      writeBlocks(Array(blocks.dropFirst()))
    } else {
      writeBlocks(blocks)
    }
    out.markup("</li>\n")
  }

  private mutating func writePlainList(_ items: [RecitedElement]) {
    // A list without marks is still read as one.
    out.markup("<ul class=\"plain\" role=\"list\">\n")
    for item in items { writeItem(item) }
    out.markup("</ul>\n")
  }

  private mutating func writeTerms(_ items: [RecitedElement]) {
    out.markup("<dl class=\"terms\">\n")
    for item in items {
      out.open("div")
      for element in item.elements {
        let base = element.look?.text ?? recital.text
        if element.role == .label {
          out.open("dt")
          // The look of terms is the list's.
          write(element.pieces, over: element.firstStyle ?? base)
          out.markup("</dt> ")
        } else {
          out.open("dd")
          write(element.pieces, over: base)
          out.close("dd")
        }
      }
      out.markup("</div>\n")
    }
    out.markup("</dl>\n")
  }
}

extension RecitedElement {
  /// The style of its first words.
  fileprivate var firstStyle: TextStyle? {
    for case .text(_, let style) in pieces { return style }
    return nil
  }
}
