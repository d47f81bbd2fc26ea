/// A letter as one file of HTML that needs nothing else: no script, no other file, no network.
///
/// It has the words of the PDF in the order in which the PDF is read, but for the footnotes, which
/// stand at the end of the letter and lead back; and its title as a heading that is heard where no
/// subject is set. It is made for WCAG 2.2, level AA.
struct HTMLDocument {
  let recital: Recital
  /// What scrolling tables without a caption are called.
  let tableName: String
  let isRightToLeft: Bool
  /// How much deeper the letter's headings are than on paper: a title stands above them all.
  let headingShift: Int
  var out = MarkupWriter()
  var lists = ListMarks()
  /// The notes whose first mark is written, to which their numbers lead back.
  var markedNotes: Set<Int> = []
  var tableCount = 0
  /// Whether what is written stands in a frame, whose labels may have letters of their own.
  var isInFrame = false

  private init(_ recital: Recital, _ language: LanguagePack) {
    self.recital = recital
    tableName = language.words["table"] ?? recital.metadata.title
    let column = recital.parts.filter { $0.place == .letter }.map(\.element)
    let body = column.first { $0.look?.role == .body } ?? column.first
    isRightToLeft = BaseDirection.isRightToLeft(body?.words ?? "")
    headingShift = column.contains { $0.look?.role == .subject } ? 0 : 1
  }

  /// The letter in UTF-8.
  static func write(_ recital: Recital, language: LanguagePack) -> [UInt8] {
    var document = HTMLDocument(recital, language)
    document.writeBody()
    let body = document.out
    document.out = MarkupWriter()
    document.writeHead()
    document.out.append(body)
    document.out.markup("</html>\n")
    return document.out.bytes
  }

  private mutating func writeHead() {
    let metadata = recital.metadata
    out.markup("<!DOCTYPE html>\n")
    out.open("html", ["lang": recital.language.tag, "dir": isRightToLeft ? "rtl" : nil])
    out.markup("\n<head>\n<meta charset=\"utf-8\">\n")
    // Whoever shows the file may hold it to what it is: text, its own style, its own pictures.
    out.markup(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">

      """)
    out.element("title") { $0.text(metadata.title) }
    out.newline()
    if !metadata.author.isEmpty {
      out.open("meta", ["name": "author", "content": metadata.author])
      out.newline()
    }
    out.open("meta", ["name": "dcterms.date", "content": metadata.date.iso8601])
    out.markup("\n<style>\n")
    out.markup(WebStyle(recital, lists).css)
    out.markup("</style>\n</head>\n")
  }

  // MARK: Body

  private mutating func writeBody() {
    out.markup("<body>\n<div class=\"sheet\">\n")
    let head = parts(at: .head)
    if !head.isEmpty || !recital.ornaments.isEmpty {
      out.markup("<header>\n")
      for image in recital.ornaments { write(image, alternative: "", in: nil) }
      for part in head { writeFrame(part) }
      out.markup("</header>\n")
    }
    out.markup("<main>\n")
    writeDraft()
    if headingShift > 0 {
      out.element("h1", ["class": "heard"]) { $0.text(recital.metadata.title) }
      out.newline()
    }
    for part in parts(at: .letter) {
      if part.frame != nil, part.element.firstLook?.role != .recipient {
        writeFrame(part)
      } else {
        write(part.element)
      }
    }
    writeNotes()
    out.markup("</main>\n")
    writeFrames(at: .beside, as: "aside")
    writeFrames(at: .foot, as: "footer")
    out.markup("</div>\n</body>\n")
  }

  private func parts(at place: RecitedPart.Place) -> [RecitedPart] {
    recital.parts.filter { $0.place == place }
  }

  private mutating func writeDraft() {
    guard !recital.draft.isEmpty else { return }
    out.element("p", ["class": "draft"]) { $0.text(recital.draft) }
    out.newline()
  }

  private mutating func writeFrames(at place: RecitedPart.Place, as name: String) {
    let parts = parts(at: place)
    guard !parts.isEmpty else { return }
    out.open(name)
    out.newline()
    for part in parts { writeFrame(part) }
    out.close(name)
    out.newline()
  }

  /// A frame: its groups of lines, those that say what something is as terms.
  private mutating func writeFrame(_ part: RecitedPart) {
    guard part.element.isFrame else { return write(part.element) }
    isInFrame = true
    defer { isInFrame = false }
    out.open("div", ["class": "frame", "lang": part.element.language?.tag])
    out.newline()
    for group in part.element.lines.groups {
      out.open("div", ["class": "group"])
      var isList = false
      var listKind: String?
      for line in RecitedLine.lines(of: group) {
        switch line {
        case .pair(let term, let value):
          // A term that no colon parts from what is said of it stands above.
          let kind = Self.text(of: term).hasSuffix(":") ? nil : "stacked"
          if isList, kind != listKind { out.close("dl") }
          if !isList || kind != listKind { out.open("dl", ["class": kind]) }
          (isList, listKind) = (true, kind)
          let base = group.first?.firstLook?.text ?? recital.text
          out.open("div")
          out.open("dt")
          write(term, over: base)
          out.markup("</dt> ")
          out.open("dd")
          write(value, over: base)
          out.markup("</dd></div>")
        case .line(let element):
          if isList { out.close("dl") }
          isList = false
          write(element)
        }
      }
      if isList { out.close("dl") }
      out.close("div")
      out.newline()
    }
    out.markup("</div>\n")
  }

  private static func text(of pieces: [RecitedPiece]) -> String {
    pieces.map { if case .text(let text, _) = $0 { text } else { "" } }.joined()
  }

  private mutating func writeNotes() {
    guard !recital.notes.isEmpty else { return }
    out.open("section", ["class": "notes", "role": "doc-endnotes"])
    out.newline()
    for note in recital.notes { writeNote(note) }
    out.markup("</section>\n")
  }

  /// A note: its number leads back to the mark.
  private mutating func writeNote(_ note: RecitedElement) {
    let number = note.footnote ?? 0
    let label = note.elements.first { $0.role == .label }
    out.open("div", ["class": "note", "id": "note-\(number + 1)"])
    if let label {
      out.open("p", ["class": "number"])
      out.element("a", ["href": "#mark-\(number + 1)", "role": "doc-backlink"]) {
        $0.text(label.words)
      }
      out.close("p")
    }
    out.open("div")
    for element in note.elements where element.role != .label { write(element) }
    out.markup("</div></div>\n")
  }
}
