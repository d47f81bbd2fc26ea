import Intake

/// What a stretch of text has that the text around it lacks.
struct TextMarks: Hashable {
  var isStrong = false
  var isEmphasis = false
  var isStruck = false
  var isCode = false
  var isSmallCaps = false

  init() {}

  /// What a style adds to that of its block.
  ///
  /// - Parameter findsCode: whether other letters than those of the block are those of programs.
  init(_ style: TextStyle, over base: TextStyle, findsCode: Bool) {
    isStrong = style.weight >= 600 && style.weight > base.weight
    isEmphasis = style.italic != base.italic
    isStruck = style.strikethrough && !base.strikethrough
    isCode = findsCode && style.families != base.families
    isSmallCaps = style.features.contains("smcp") && !base.features.contains("smcp")
  }

  /// The elements around the text, from without to within.
  var elements: [(name: String, kind: String?)] {
    var elements: [(String, String?)] = []
    if isStrong { elements.append(("strong", nil)) }
    if isEmphasis { elements.append(("em", nil)) }
    if isStruck { elements.append(("s", nil)) }
    if isCode { elements.append(("code", nil)) }
    if isSmallCaps { elements.append(("span", "small-caps")) }
    return elements
  }
}

extension HTMLDocument {
  /// Writes text and what stands in it.
  ///
  /// - Parameter base: the style of the block, from which only what differs is marked.
  mutating func write(_ pieces: [RecitedPiece], over base: TextStyle) {
    var marks = TextMarks()
    func change(to next: TextMarks, _ out: inout MarkupWriter) {
      guard next != marks else { return }
      for element in marks.elements.reversed() { out.close(element.name) }
      for element in next.elements { out.open(element.name, ["class": element.kind]) }
      marks = next
    }
    for piece in pieces {
      switch piece {
      case .text(let text, let style):
        change(to: TextMarks(style, over: base, findsCode: !isInFrame), &out)
        out.text(text)
      case .lineBreak:
        change(to: TextMarks(), &out)
        out.markup("<br>")
      case .mark(let note):
        change(to: TextMarks(), &out)
        writeMark(of: note)
      case .image(let image):
        change(to: TextMarks(), &out)
        write(image, alternative: "", in: nil)
      case .element(let element):
        change(to: TextMarks(), &out)
        writeInline(element, over: base)
      case .rule: break
      }
    }
    change(to: TextMarks(), &out)
  }

  private mutating func writeInline(_ element: RecitedElement, over base: TextStyle) {
    switch element.role {
    case .link(let uri): writeLink(element, to: uri) { $0.write(element.pieces, over: base) }
    case .figure:
      for case .image(let image) in element.pieces {
        write(image, alternative: element.alternative ?? "", in: "inline")
      }
    case .emphasis: wrap(element, "em", over: base)
    case .code: wrap(element, "code", over: base)
    default:
      if element.language == nil {
        write(element.pieces, over: base)
      } else {
        wrap(element, "span", over: base)
      }
    }
  }

  private mutating func wrap(_ element: RecitedElement, _ name: String, over base: TextStyle) {
    out.open(name, ["lang": element.language?.tag])
    write(element.pieces, over: base)
    out.close(name)
  }

  /// A link, or its words alone where it leads to what no letter leads to.
  mutating func writeLink(
    _ element: RecitedElement, to uri: String, _ content: (inout HTMLDocument) -> Void
  ) {
    guard let address = WebAddress(uri) else { return content(&self) }
    let isWrittenOut = address.isWritten(in: element.words) || address.isPersonal
    out.open(
      "a",
      ["href": uri, "class": isWrittenOut ? nil : "hidden", "lang": element.language?.tag])
    content(&self)
    out.close("a")
  }

  /// The raised number that leads to a note.
  private mutating func writeMark(of note: Int) {
    let isFirst = markedNotes.insert(note).inserted
    out.open("sup")
    out.element(
      "a",
      [
        "href": "#note-\(note + 1)", "id": isFirst ? "mark-\(note + 1)" : nil,
        "role": "doc-noteref",
      ]
    ) { $0.text(String(note + 1)) }
    out.close("sup")
  }

  /// An image, in the size that it has beside the text on paper.
  mutating func write(_ image: RecitedImage, alternative: String, in kind: String?) {
    let scale = WebStyle.pixels / recital.text.size.points
    let bytes = image.image.bytes
    let (type, shown): (String, [UInt8]) =
      switch image.image.format {
      case .png: ("image/png", plainPNG(bytes) ?? bytes)
      case .jpeg: ("image/jpeg", plainJPEG(bytes) ?? bytes)
      case .svg: ("image/svg+xml", bytes)
      }
    func pixels(_ length: Length?) -> String? {
      length.map { String(max(1, Int(($0.points * scale).rounded()))) }
    }
    out.picture(
      [
        "class": image.size == nil ? kind : nil, "alt": alternative,
        "width": pixels(image.size?.width), "height": pixels(image.size?.height),
      ], type: type, shown)
  }
}
