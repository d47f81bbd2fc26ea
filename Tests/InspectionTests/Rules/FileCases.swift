extension RuleCase {
  /// Files as such.
  static let ofFiles: [RuleCase] = [
    RuleCase("header") {
      $0.header = "%PDF-1.7\n"
    } passing: {
      $0.header = "%PDF-1.7\r\n%\u{80}\u{80}\u{80}\u{80}\n"
    },
    RuleCase("file-end") {
      $0.tail = "more"
    } passing: {
      $0.tail = "\n".replacing("\n", with: "")
    },
    RuleCase("trailer-id") {
      $0.identifier = ""
    } passing: {
      $0.identifier = "/ID[<00><00>]"
    },
    RuleCase("version") {
      $0.catalog = "/Version/2.0"
    } passing: {
      $0.header = "%PDF-1.2\n%\u{E6}\u{F8}\u{E5}\u{E6}\n"
    },
    RuleCase("file-size") {
      $0.streams[50] = ("<<>>", [UInt8](repeating: 32, count: 20_000))
    } passing: {
      $0.streams[50] = ("<<>>", [UInt8](repeating: 32, count: 20_480 - SoundPDF().bytes.count - 80))
    },
    RuleCase("file-name", named: "a\u{A0}b.pdf", passing: "a b – æøå.pdf"),
    RuleCase("file-name", named: "a*b.pdf", passing: "runs/a:b/letter.PDF"),
    RuleCase("file-name", named: "123456789012345678901.pdf", passing: "1234567890123456.pdf"),
    RuleCase("file-name", named: "letter.doc", passing: "-"),
    RuleCase("pages") {
      $0.pages = $0.numbered(5)
    } passing: {
      $0.pages = $0.numbered(4)
    },
  ]

  /// A case in which the name alone differs.
  init(_ rule: String, named name: String, passing other: String) {
    self.init(rule) { _ in
    } passing: { _ in
    }
    self.name = name
    passingName = other
  }

  /// Pages as such.
  static let ofPages: [RuleCase] = [
    RuleCase("page-size") {
      $0.mediaBox = "/MediaBox[0 0 580.9 841.89]"
    } passing: {
      $0.mediaBox = "/MediaBox[0 0 581.2 844.7]"
    },
    RuleCase("rotation") {
      $0.turn()
    } passing: {
      $0.pageEntries = "/Rotate 720"
    },
    RuleCase("page-boxes") {
      $0.pageEntries = "/TrimBox[-1 0 595 841]"
    } passing: {
      $0.pageEntries = "/BleedBox[0 0 595.276 841.89]/TrimBox[9 9 580 830]"
    },
    RuleCase("blank-pages") {
      $0.pages.append([])
    } passing: {
      $0.pages.append([.init(tag: "Artifact", words: "x", y: 100)])
    },
  ]

  /// What files do.
  static let ofActions: [RuleCase] = [
    RuleCase("scripts") {
      $0.catalog = "/OpenAction<</S/JavaScript/JS(x)>>"
    } passing: {
      $0.catalog = "/OpenAction<</S/GoTo/D[10 0 R/Fit]>>"
    },
    RuleCase("actions") {
      $0.catalog = "/OpenAction<</S/Launch/F(x)>>"
    } passing: {
      $0.catalog = "/OpenAction[10 0 R/Fit]"
    },
    RuleCase("actions") {
      $0.catalog = "/AA<</WP<</S/GoTo/D[10 0 R/Fit]>>>>"
    } passing: {
      $0.catalog = "/AA<<>>"
    },
    RuleCase("embedded-files") {
      $0.attach("/AFRelationship/Data")
    } passing: {
      $0.catalog = "/Names<</EmbeddedFiles<</Names[]>>>>"
    },
    RuleCase("forms") {
      $0.catalog = "/AcroForm<</Fields[50 0 R]>>"; $0.objects[50] = "<</FT/Tx/T(name)>>"
    } passing: {
      $0.catalog = "/AcroForm<</Fields[50 0 R]>>"
      $0.objects[50] = "<</FT/Sig/T(seal)>>"
    },
    RuleCase("multimedia") {
      $0.annotate("/Subtype/Screen/F 4")
    } passing: {
      $0.annotate("/Subtype/Widget/F 4")
    },
    RuleCase("external-references") {
      $0.streams[50] = ("<</F(elsewhere)>>", []); $0.catalog = "/Other 50 0 R"
    } passing: {
      $0.streams[50] = ("<<>>", [])
      $0.catalog = "/Other 50 0 R"
    },
    RuleCase("annotations") {
      $0.annotate("/Subtype/Stamp/F 4")
    } passing: {
      $0.annotate("/Subtype/Widget/F 4")
    },
    RuleCase("annotations") {
      $0.annotate("/Subtype/Widget/F 2")
    } passing: {
      $0.annotate("/Subtype/Widget/F 132")
    },
  ]
}

extension SoundPDF {
  /// So many pages, each with its number.
  func numbered(_ count: Int) -> [[Piece]] {
    (0..<count).map { index in
      (index == 0 ? Self.letter : [Piece(words: "More of it on this page", y: 60)])
        + [Piece(tag: "Artifact", words: "Side \(index + 1) af \(count)", x: 160, y: 280)]
    }
  }

  /// The same page, lying on its side in the file.
  mutating func turn() {
    // The plane is turned back, so that all words stand where they stood.
    mediaBox = "/MediaBox[0 0 841.89 595.276]"
    pageEntries = "/Rotate 270"
    pages = pages.map {
      $0.map { piece in
        var piece = piece
        piece.before = "0 -1 1 0 0 595.276 cm \(piece.before)"
        return piece
      }
    }
  }

  /// Puts a file into the file.
  mutating func attach(_ entries: String) {
    catalog = "/AF[50 0 R]"
    objects[50] = "<</Type/Filespec/F(a.xml)/UF(a.xml)/EF<</F 51 0 R>>\(entries)>>"
    streams[51] = ("<</Type/EmbeddedFile/Subtype/text#2Fxml/Params<</ModDate(D:2024)>>>>", [1])
  }

  /// Puts a word on a layer that is on or off.
  mutating func layer(_ state: String) {
    catalog = "/OCProperties<</OCGs[50 0 R]/D<</\(state)[50 0 R]>>>>"
    objects[50] = "<</Type/OCG/Name(L)>>"
    resources = "/Properties<</L 50 0 R>>"
    pages[0][4].before = "/OC /L BDC"
    pages[0][4].after = "EMC"
  }

  /// Puts an annotation on the first page.
  mutating func annotate(_ entries: String) {
    pageEntries += "/Annots[90 0 R]"
    objects[90] = "<</Type/Annot/Rect[72 400 200 420]\(entries)>>"
  }
}
