extension HTMLDocument {
  /// Writes a block of the letter.
  mutating func write(_ element: RecitedElement) {
    switch element.role {
    case .heading(let level): writeHeading(element, level)
    case .paragraph: writeParagraph(element)
    case .list: writeList(element)
    case .table: writeTable(element)
    case .blockQuote: writeGroup(element, "blockquote")
    case .aside: writeGroup(element, "div", kind: "callout", role: "note", label: element.title)
    case .section: writeSection(element)
    case .figure, .link: writeFigure(element, caption: nil)
    case .caption: writeText(element, "p", kind: "caption")
    default:
      if element.pieces == [.rule] { return writeBlocks(element.pieces) }
      writeGroup(element, "div")
    }
  }

  /// The direction of words, where it is not that of the letter.
  func direction(of words: String) -> String? {
    let own = BaseDirection.isRightToLeft(words)
    guard own != isRightToLeft, words.contains(where: \.isLetter) else { return nil }
    return own ? "rtl" : "ltr"
  }

  /// An element whose words are all within a line or more.
  mutating func writeText(_ element: RecitedElement, _ name: String, kind: String? = nil) {
    out.open(
      name,
      [
        "class": kind, "lang": element.language?.tag, "dir": direction(of: element.words),
      ])
    write(element.pieces, over: element.look?.text ?? recital.text)
    out.close(name)
    out.newline()
  }

  private mutating func writeHeading(_ element: RecitedElement, _ level: Int) {
    writeText(element, "h\(min(6, level + headingShift))")
  }

  private mutating func writeParagraph(_ element: RecitedElement) {
    if case .element(let code)? = element.pieces.first, element.pieces.count == 1,
      code.role == .code
    {
      return writeCode(code)
    }
    writeText(element, "p", kind: element.look?.role.kind)
  }

  /// Program text, whose line ends and white stay.
  private mutating func writeCode(_ code: RecitedElement) {
    out.markup("<pre><code>")
    for piece in code.pieces {
      switch piece {
      // A line that is empty holds a space, to have a height on paper.
      case .text(let text, _): out.text(text == " " ? "" : text)
      case .lineBreak: out.newline()
      default: break
      }
    }
    out.markup("</code></pre>\n")
  }

  /// An element that holds blocks.
  private mutating func writeGroup(
    _ element: RecitedElement, _ name: String, kind: String? = nil, role: String? = nil,
    label: String? = nil
  ) {
    out.open(
      name,
      ["class": kind, "role": role, "aria-label": label, "lang": element.language?.tag])
    out.newline()
    writeBlocks(element.pieces)
    out.close(name)
    out.newline()
  }

  /// Blocks, and lines that stand between them.
  mutating func writeBlocks(_ pieces: [RecitedPiece]) {
    var rest = pieces[...]
    while let piece = rest.first {
      let line = rest.prefix(while: \.isWithinLine)
      guard line.isEmpty else {
        rest.removeFirst(line.count)
        write(Array(line), over: recital.text)
        continue
      }
      rest.removeFirst()
      switch piece {
      case .element(let element): write(element)
      case .rule: out.markup("<hr>\n")
      case .text, .lineBreak, .mark, .image: break
      }
    }
  }

  private mutating func writeSection(_ element: RecitedElement) {
    let elements = element.elements
    if let caption = elements.last, caption.role == .caption, elements.count == 2 {
      return writeFigure(elements[0], caption: caption)
    }
    let roles = elements.compactMap { $0.firstLook?.role }
    if roles.contains(.signature) {
      writeSigners(of: element)
    } else if roles.contains(.recipient) {
      writeRecipients(of: element)
    } else {
      writeGroup(element, "div")
    }
  }

  /// The recipients, the lines of each together.
  private mutating func writeRecipients(of element: RecitedElement) {
    out.open("section", ["class": "recipients", "aria-label": element.title])
    out.newline()
    for group in element.lines.groups {
      out.markup("<div class=\"recipient\">\n")
      for element in group { write(element) }
      out.markup("</div>\n")
    }
    out.markup("</section>\n")
  }

  /// The signers, each with the ink above the name.
  private mutating func writeSigners(of element: RecitedElement) {
    out.open("section", ["class": "signers", "aria-label": element.title])
    out.newline()
    for group in element.lines.groups {
      out.markup("<div class=\"signer\">\n")
      for element in group where element.role == .figure { write(element) }
      out.markup("<div>\n")
      for element in group where element.role != .figure { write(element) }
      out.markup("</div>\n</div>\n")
    }
    out.markup("</section>\n")
  }

  /// An image, with its caption if it has one; an image may be a link.
  private mutating func writeFigure(_ element: RecitedElement, caption: RecitedElement?) {
    let isMark = element.firstLook?.role == .body && isInFrame
    let name = isMark ? "p" : "figure"
    out.open(name, ["class": element.firstLook?.alignment.kind])
    if case .link(let uri) = element.role {
      writeLink(element, to: uri) { $0.writePictures(of: element) }
    } else {
      writePictures(of: element)
    }
    if let caption {
      out.newline()
      writeText(caption, "figcaption")
    }
    out.close(name)
    out.newline()
  }

  private mutating func writePictures(of element: RecitedElement) {
    for piece in element.pieces {
      switch piece {
      case .image(let image): write(image, alternative: element.alternative ?? "", in: nil)
      case .element(let inner): writePictures(of: inner)
      case .text, .lineBreak, .mark: write([piece], over: recital.text)
      case .rule: break
      }
    }
  }
}

extension RecitedPiece {
  /// Whether it stands in a line with what is beside it; an image that is a link is a block.
  fileprivate var isWithinLine: Bool {
    switch self {
    case .element(let element):
      element.role.isInline && !element.elements.contains { $0.role == .figure }
    case .text, .lineBreak, .mark, .image: true
    case .rule: false
    }
  }
}

extension FlowRole {
  /// The class of paragraphs that look their own way.
  fileprivate var kind: String? {
    switch self {
    case .notice: "notice"
    case .opening: "opening"
    case .closing: "closing"
    case .enclosures, .copies, .postscript: "addendum"
    default: nil
    }
  }
}

extension ParagraphStyle.Alignment {
  /// The class of what stands elsewhere than at its reader's edge.
  var kind: String? {
    switch self {
    case .left, .justify: nil
    case .right: "right"
    case .center: "center"
    }
  }
}
