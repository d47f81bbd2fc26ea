/// Writes out where links lead, for paper: in brackets or as footnotes.
///
/// Footnotes are numbered anew, in the order in which they are referred to.
struct PrintedLinks {
  let form: PrintedLinkForm
  private var footnotes: [Letter.Footnote] = []
  private var numbers: [Int: Int] = [:]
  /// Numbered notes whose own links are not written out yet.
  private var open: [Int] = []
  private let original: [Letter.Footnote]

  private init(_ form: PrintedLinkForm, _ footnotes: [Letter.Footnote]) {
    self.form = form
    original = footnotes
  }

  /// The letter with every link's target written out; links whose text is the target are left.
  static func written(in letter: Letter, _ form: PrintedLinkForm) -> Letter {
    guard form != .none else { return letter }
    var links = PrintedLinks(form, letter.footnotes)
    var letter = letter
    letter.body = letter.body.map { links.block($0) }
    letter.footnotes = links.footnotes
    return letter
  }

  // MARK: Walking the body

  private mutating func block(_ block: Block) -> Block {
    block.replacingInlines(image: Self.captioned) { inlines($0) }
  }

  /// A linked image has no text that a mark could follow, only a caption.
  private static func captioned(_ image: Image) -> Image {
    guard let target = image.link.map(shown), !image.title.contains(target) else { return image }
    var image = image
    image.title = image.title.isEmpty ? target : "\(image.title) (\(target))"
    return image
  }

  private mutating func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline($0) }
  }

  private mutating func inline(_ inline: Inline) -> [Inline] {
    func made(_ content: Inline.Content) -> [Inline] {
      [Inline(content: content, place: inline.place)]
    }
    switch inline.content {
    case .emphasis, .strong, .strikethrough, .span:
      return [inline.replacingInner { inlines($0) }]
    case .footnote(let index): return made(.footnote(number(of: index)))
    case .link(let uri, let inner):
      let link = [inline.replacingInner { inlines($0) }]
      let target = Self.shown(uri)
      guard !inner.map(\.plainText).joined().contains(target) else { return link }
      switch form {
      case .none: return link
      case .brackets: return link + made(.text(" (\(target))"))
      case .footnotes:
        footnotes.append(
          Letter.Footnote(
            label: uri,
            blocks: [Block(content: .paragraph(made(.text(target))), place: inline.place)],
            place: inline.place))
        return link + made(.footnote(footnotes.count - 1))
      }
    case .text, .code, .lineBreak, .image: return [inline]
    }
  }

  /// The new number of a footnote that the author wrote.
  private mutating func number(of index: Int) -> Int {
    if let known = numbers[index] { return known }
    guard original.indices.contains(index) else { return index }
    let own = footnotes.count
    numbers[index] = own
    footnotes.append(original[index])
    open.append(own)
    // Only the outermost mark goes on, so that no chain of notes is too long for the stack.
    guard open.count == 1 else { return own }
    var next = 0
    while next < open.count {
      let note = open[next]
      footnotes[note].blocks = footnotes[note].blocks.map { block($0) }
      next += 1
    }
    open = []
    return own
  }

  /// A target as it is read on paper: without `mailto:`, `tel:` and a lone stroke at its end.
  private static func shown(_ uri: String) -> String {
    let scheme = ["mailto:", "tel:"].first { uri.hasPrefix($0) }
    let address = uri.dropFirst(scheme?.count ?? 0)
    return String(address.last == "/" ? address.dropLast() : address)
  }
}
