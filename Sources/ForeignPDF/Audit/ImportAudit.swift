import Intake
import PDFFile

extension OpenedPDF {
  /// What keeps the letter from the standards with some of the file's pages in it, and what of their
  /// colours has to agree with other files.
  func audit(
    pages: Range<Int>, as use: ImportUse
  ) throws(PDFError) -> (flaws: ImportFlaws, colors: ForeignColors) {
    var flaws = ImportFlaws()
    var look = LookAudit()
    var tagging = ForeignContent.Tagging()
    for index in pages {
      let page = try page(index)
      if let group = group(of: index) { try look.visit(group: group, in: document) }
      try look.visit(page.content, page.resources, in: document)
      if page.tagging.hasUntagged { tagging.hasUntagged = true }
    }
    flaws.look = look.flaw ?? look.colors.shared.overprintFlaw ?? brokenLimit
    try checkFonts(look, &flaws)
    if use == .enclosure {
      flaws.tags = flaws.tags ?? tagFlaw(tagging)
      flaws.oldTags = tags.flatMap { SecondGenerationAudit(tags: $0).flaw(in: document) }
    }
    try document.check("read its pages")
    return (flaws, look.colors.shared)
  }

  /// The limit that a value of any dictionary breaks; nil if none does.
  private var brokenLimit: String? {
    for number in document.objectNumbers {
      let object = document.object(numbered: number)
      guard
        let dictionary = document.anyDictionary(object) ?? (document.isArray(object) ? object : nil)
      else { continue }
      let text = Array(document.text(of: dictionary).utf8)
      var scanner = ContentScanner(text)
      while let token = scanner.nextToken() {
        if let limit = ContentAudit.limit(brokenBy: text[token]) { return limit }
      }
    }
    return nil
  }

  private func checkFonts(_ look: LookAudit, _ flaws: inout ImportFlaws) throws(PDFError) {
    // Without type there is nothing that only a validator could tell.
    guard !look.fonts.isEmpty else { return }
    switch try claimedLevel() {
    case .none: flaws.fonts = "it holds text and does not say that it is PDF/A"
    case .look:
      flaws.text = "it is PDF/A at level B, which does not promise that text can be read"
    case .text: break
    }
    for key in look.fonts.keys.sorted() {
      guard let used = look.fonts[key] else { continue }
      let audit = try FontAudit(used, in: document)
      flaws.fonts = flaws.fonts ?? audit.flaw
      flaws.text = flaws.text ?? audit.text
      if audit.isPrivate { flaws.tags = "it holds text in characters for private use" }
    }
  }

  private func tagFlaw(_ tagging: ForeignContent.Tagging) -> String? {
    guard let tags else {
      return "it has no tags, so that who cannot see it hears its title alone"
    }
    if let flaw = TagAudit(tags: tags).flaw(in: document) { return flaw }
    if tagging.hasUntagged { return "some of what its pages show is not tagged" }
    if resources.formContentIDs.keys.contains(where: { resources.uses[$0, default: 0] > 1 }) {
      return "a tagged part of its pages is shown more than once"
    }
    return nil
  }

  private enum Claim { case none, look, text }

  /// What the file says of its fonts by the standards it claims.
  private func claimedLevel() throws(PDFError) -> Claim {
    let metadata = document.get(document.catalog, "Metadata")
    guard document.isStream(metadata) else { return .none }
    let packet = String(decoding: try document.contents(of: metadata), as: UTF8.self)
    func property(_ name: String) -> Substring? {
      for separator in ["=\"", "='", ">"] {
        guard let start = packet.firstRange(of: name + separator)?.upperBound else { continue }
        return packet[start...].drop { $0.isWhitespace }
      }
      return nil
    }
    // PDF/UA asks of fonts what level U does, and so does every file of PDF/A-4.
    if let access = property("pdfuaid:part")?.first, "12".contains(access) { return .text }
    switch property("pdfaid:part")?.first {
    case "4": return .text
    case "1", "2", "3":
      let level = property("pdfaid:conformance")?.first.map { $0.uppercased() } ?? ""
      return level == "A" || level == "U" ? .text : level == "B" ? .look : .none
    default: return .none
    }
  }
}
