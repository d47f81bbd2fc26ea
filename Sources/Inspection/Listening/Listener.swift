import PDFFile

/// Listens to a file as a screen reader reads it: block after block along its tags.
///
/// It ends when the time of the subject is up, however much there is.
///
/// - Parameter limit: the most bytes that are said, in UTF-8; usually more than any letter says.
/// - Returns: nil for a file without tags, of which nothing is known but its glyphs.
package func listen(to subject: Subject, limit: Int = 16 << 20) -> Hearing? {
  guard let structure = subject.structure else { return nil }
  var listener = Listener(subject, structure, limit: limit)
  for (place, element) in structure.elements.enumerated() where element.parent == nil {
    listener.take(place, at: 0)
  }
  return listener.hearing
}

/// Walks the tags of a file.
private struct Listener {
  private let subject: Subject
  private let tree: StructureTree
  private let speech: Speech
  private(set) var hearing = Hearing()
  /// What is written in the language of the file says so nowhere.
  private var languages: [String?]
  /// Numbers of rows and heads of the tables that are being read.
  private var tables: [HeardTable] = []
  /// The words of heads that were said before a cell.
  private var heads: [Head: String] = [:]
  /// How many bytes were said, and the most that are.
  private var count = 0
  private let limit: Int

  private struct Head: Hashable {
    let place: Int
    let language: String?
  }

  init(_ subject: Subject, _ tree: StructureTree, limit: Int) {
    self.subject = subject
    self.limit = limit
    self.tree = tree
    speech = Speech(subject, tree)
    hearing.language = subject.pdf.language
    hearing.title =
      subject.metadata?[.dublinCore, "title"] ?? subject.pdf.text(subject.pdf.information["Title"])
    hearing.isCutShort = subject.contents.contains(where: \.isCutShort)
    languages = [subject.pdf.language]
  }

  private func text(_ key: String, of place: Int) -> String? {
    subject.pdf.text(tree.elements[place].entries[key]).flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: Blocks

  mutating func take(_ place: Int, at depth: Int) {
    let element = tree.elements[place]
    guard depth < Speech.deepest, element.depth < Speech.deepest, count < limit,
      !subject.isOverdue
    else {
      hearing.isCutShort = true
      return
    }
    let own = text("Lang", of: place)
    let isOther = own != nil && own != languages.last ?? nil
    if isOther { languages.append(own) }
    defer { if isOther { languages.removeLast() } }
    let start = hearing.lines.count
    switch element.type {
    case "Document", "NonStruct", "THead", "TBody", "TFoot", "Private":
      takeKids(of: place, at: depth)
    case "Div" where text("T", of: place) == nil && !isGroup(place): takeKids(of: place, at: depth)
    case "L": takeList(place, at: depth)
    case "LI": takeItem(place, at: depth)
    case "Table": takeTable(place, at: depth)
    case "TR": takeRow(place, at: depth)
    case "TH", "TD": takeCell(place, at: depth)
    case "Artifact": break
    default:
      if isBlock(place) {
        add(named(Self.name(of: element.type), place), place, at: depth)
      } else {
        let name = named(Self.name(of: element.type), place)
        add(name, at: depth)
        takeKids(of: place, at: depth + 1)
      }
    }
    if isOther, let own, hearing.lines.indices.contains(start) {
      hearing.lines[start].role += " (\(own))"
    }
  }

  private mutating func takeKids(of place: Int, at depth: Int, leavingOut: Set<Int> = []) {
    var words = ""
    for kid in tree.elements[place].kids {
      switch kid {
      case .element(let inner):
        if leavingOut.contains(inner) { continue }
        take(inner, at: depth)
      case .content, .object: words += speech.words(of: kid)
      }
    }
    let spoken = Speech.tidy(words)
    if !spoken.isEmpty { add("text", spoken, at: depth) }
  }

  /// Adds a line.
  private mutating func add(_ role: String, _ words: String = "", at depth: Int) {
    count += role.utf8.count + words.utf8.count + 2 * depth + 1
    hearing.lines.append(.init(depth: depth, role: role, words: words))
  }

  /// The words of a block by themselves.
  private mutating func words(of place: Int) -> String {
    let block = speech.block(place, in: languages.last ?? nil)
    if block.isCutShort { hearing.isCutShort = true }
    return block.words
  }

  /// Adds a block whose words are all of its lines; the notes within it follow it.
  private mutating func add(_ role: String, _ place: Int, at depth: Int) {
    let block = speech.block(place, in: languages.last ?? nil)
    if block.isCutShort { hearing.isCutShort = true }
    add(role, block.words, at: depth)
    for note in block.notes { take(note, at: depth) }
  }

  /// Whether an element holds words, and no blocks.
  private func isBlock(_ place: Int) -> Bool {
    if speech.isSpokenWhole(place) { return true }
    return !tree.elements[place].kids.contains { kid in
      if case .element(let inner) = kid { !speech.isInline(inner) } else { false }
    }
  }

  /// Whether a division keeps several blocks together.
  private func isGroup(_ place: Int) -> Bool { tree.elements(within: place).count > 1 }

  /// A name with the title that is said with it.
  private func named(_ name: String, _ place: Int) -> String {
    text("T", of: place).map { "\(name) “\($0)”" } ?? name
  }

  private static func name(of type: String) -> String {
    switch type {
    case "P": "paragraph"
    case "H": "heading"
    case "H1", "H2", "H3", "H4", "H5", "H6": "heading \(type.dropFirst())"
    case "Part", "Art": "part"
    case "Sect": "section"
    case "Div": "group"
    case "BlockQuote", "Quote": "quotation"
    case "Aside": "aside"
    case "Caption": "caption"
    case "Figure": "picture"
    case "Formula": "formula"
    case "Form": "field"
    case "Note", "FENote": "note"
    case "Link": "link"
    case "Lbl": "label"
    case "Code": "code"
    case "TOC": "contents"
    case "TOCI": "entry"
    case "LBody", "Span": "text"
    default: type
    }
  }

  // MARK: Lists

  private mutating func takeList(_ place: Int, at depth: Int) {
    let count = tree.elements(within: place).count { tree.elements[$0].type == "LI" }
    let name = named("list, \(count) \(count == 1 ? "item" : "items")", place)
    add(name, at: depth)
    takeKids(of: place, at: depth + 1)
  }

  /// An item with its label; what is one block stands beside it.
  private mutating func takeItem(_ place: Int, at depth: Int) {
    let kids = tree.elements(within: place)
    let labels = kids.filter { tree.elements[$0].type == "Lbl" }
    let words = labels.map { self.words(of: $0) }.joined(separator: " ")
    let role = words.isEmpty ? "item" : "item “\(words)”"
    let bodies = kids.filter { tree.elements[$0].type == "LBody" }
    if bodies.count == 1, bodies.count + labels.count == kids.count,
      let block = onlyBlock(of: bodies[0])
    {
      return add(role, block, at: depth)
    }
    add(role, at: depth)
    takeKids(of: place, at: depth + 1, leavingOut: Set(labels))
  }

  /// The one block that a body of an item is or holds.
  private func onlyBlock(of body: Int) -> Int? {
    if isBlock(body) { return body }
    let kids = tree.elements[body].kids
    guard kids.count == 1, case .element(let only) = kids[0], tree.elements[only].type == "P",
      isBlock(only)
    else { return nil }
    return only
  }

  // MARK: Tables

  private mutating func takeTable(_ place: Int, at depth: Int) {
    let table = HeardTable(place, tree, subject.pdf)
    tables.append(table)
    defer { tables.removeLast() }
    let size = "\(table.width) \(table.width == 1 ? "column" : "columns")"
    let name = named("table, \(size), \(table.rows) \(table.rows == 1 ? "row" : "rows")", place)
    add(name, at: depth)
    takeKids(of: place, at: depth + 1)
    if tables[tables.count - 1].isCutShort { hearing.isCutShort = true }
  }

  private mutating func takeRow(_ place: Int, at depth: Int) {
    let number = tables.last?.row(of: place).map { " \($0 + 1)" } ?? ""
    add("row\(number)", at: depth)
    takeKids(of: place, at: depth + 1)
  }

  /// A cell with the heads of its column and row, which are said before it.
  private mutating func takeCell(_ place: Int, at depth: Int) {
    var heads: [String] = []
    if !tables.isEmpty {
      heads = tables[tables.count - 1].heads(of: place).map { words(ofHead: $0) }
        .filter { !$0.isEmpty }
    }
    var role = tree.elements[place].type == "TH" ? "head" : "cell"
    if !heads.isEmpty { role += " “\(heads.joined(separator: "; "))”" }
    if let block = onlyBlock(of: place) { return add(role, block, at: depth) }
    add(role, at: depth)
    takeKids(of: place, at: depth + 1)
  }

  /// The words of a head, which are worked out once for all its cells.
  private mutating func words(ofHead place: Int) -> String {
    let head = Head(place: place, language: languages.last ?? nil)
    if let known = heads[head] { return known }
    let words = words(of: place)
    heads[head] = words
    return words
  }
}
