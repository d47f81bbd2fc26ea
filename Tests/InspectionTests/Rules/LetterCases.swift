extension RuleCase {
  private static func closing(onPage lines: Int) -> @Sendable (inout SoundPDF) -> Void {
    { pdf in
      let closing = Array(pdf.pages[0].suffix(2))
      pdf.pages[0].removeLast(2)
      let before = (0..<lines).map {
        SoundPDF.Piece(words: "One more line \($0)", y: 50 + Double($0) * 5)
      }
      pdf.pages.append(before + closing)
    }
  }

  /// What letters look like.
  static let ofLetters: [RuleCase] = [
    RuleCase("page-numbers") {
      $0.pages[0].append(.init(tag: "Artifact", words: "Side 1 af 2", x: 160, y: 280))
    } passing: {
      $0.pages[0].append(.init(tag: "Artifact", words: "Side 1 af 1", x: 160, y: 280))
    },
    RuleCase("page-numbers") {
      $0.pages = $0.numbered(2)
      $0.pages[1][1].words = "Side 3 af 2"
    } passing: {
      // Two letters in one file.
      $0.pages = [
        $0.pages[0] + [.init(tag: "Artifact", words: "Side 1 af 1", x: 160, y: 280)],
        [
          .init(words: "Another letter", y: 60),
          .init(tag: "Artifact", words: "Side 1 af 1", x: 160, y: 280),
        ],
      ]
    },
    RuleCase("lone-signature", breaking: closing(onPage: 1), passing: closing(onPage: 2)),
    RuleCase("holes") {
      $0.pages[0].removeLast(4)
      $0.pages[0].removeLast()
      $0.pages[0][2].y = 64
      $0.pages.append([.init(tag: "H1", words: "Head", y: 60)])
    } passing: {
      $0.pages[0].removeLast(4)
      $0.pages[0][3].y = 105
      $0.pages.append([.init(words: "More", y: 60)])
    },
  ]

  /// What files say of themselves.
  static let ofClaims: [RuleCase] = [
    RuleCase("archive-claim") {
      $0.properties = $0.properties.replacing(
        "<pdfaid:conformance>A<", with: "<pdfaid:conformance>B<")
    } passing: {
      $0.properties = $0.properties.replacing("<pdfaid:part>2<", with: "<pdfaid:part>3<")
    },
    RuleCase("accessible-claim") {
      $0.properties = $0.properties.replacing("<pdfuaid:part>1</pdfuaid:part>", with: "")
    } passing: {
      $0.properties = $0.properties.replacing("<pdfuaid:part>1<", with: "<pdfuaid:part>2<")
    },
    RuleCase("metadata") {
      $0.extensionSchema = ""
    } passing: {
      $0.properties += "<pdf:Trapped>x</pdf:Trapped>"
    },
    RuleCase("information") {
      $0.information = "/Title(Another)"
    } passing: {
      $0.information = "/Title(A letter)/CreationDate(D:2024)"
    },
  ]

  /// A table of a row, two cells wide, with this in its elements.
  private static func table(
    head: String, type: String = "TH", rows: [[String]] = [["TD", "TD"]]
  ) -> @Sendable (inout SoundPDF) -> Void {
    { pdf in
      pdf.documentKids = "50 0 R"
      var number = 52
      var id = 50
      var content = ""
      var kids = ""
      for (index, row) in ([[type, type]] + rows).enumerated() {
        let own = number
        number += 1
        var cells = ""
        for cell in row {
          content +=
            "/\(cell) <</MCID \(id)>> BDC BT /F 11 Tf 1 0 0 1 \(100 + (id % 2) * 100) \(300 - index * 20) Tm (cell) Tj ET EMC\n"
          let entries = cell == "TH" ? head : ""
          pdf.objects[number] =
            "<</Type/StructElem/S/\(cell)/P \(own) 0 R/Pg 10 0 R/K \(id)\(entries)>>"
          cells += "\(number) 0 R "
          number += 1
          id += 1
        }
        if row.count % 2 == 1 { id += 1 }
        pdf.objects[own] = "<</Type/StructElem/S/TR/P 50 0 R/K[\(cells)]>>"
        kids += "\(own) 0 R "
      }
      pdf.objects[50] = "<</Type/StructElem/S/Table/P 9 0 R/K[\(kids)]>>"
      pdf.raw[0] = content
    }
  }

  private static let scoped = "/A<</O/Table/Scope/Column>>"

  private static func figure(_ entries: String) -> @Sendable (inout SoundPDF) -> Void {
    { $0.pages[0].append(.init(tag: "Figure", words: "picture", y: 170, entries: entries)) }
  }

  private static func link(
    contents: String, words: String = "Read what it costs", owned: Bool = true, tabs: Bool = true
  ) -> @Sendable (inout SoundPDF) -> Void {
    { pdf in
      pdf.annotate("/Subtype/Link/F 4/A<</S/URI/URI(https://example.org)>>\(contents)")
      pdf.documentKids = "50 0 R"
      let object = owned ? "<</Type/OBJR/Obj 90 0 R/Pg 10 0 R>>" : ""
      pdf.objects[50] = "<</Type/StructElem/S/Link/P 9 0 R/Pg 10 0 R/K[50 \(object)]>>"
      pdf.raw[0] = "/Link <</MCID 50>> BDC BT /F 11 Tf 1 0 0 1 80 405 Tm (\(words)) Tj ET EMC"
    }
  }

  /// A list of two items with such labels.
  private static func list(
    _ entries: String, labels: [String]
  ) -> @Sendable (inout SoundPDF) -> Void {
    { pdf in
      pdf.documentKids = "50 0 R"
      pdf.objects[50] = "<</Type/StructElem/S/L/P 9 0 R/K[51 0 R 54 0 R]\(entries)>>"
      pdf.raw[0] = ""
      for (index, label) in labels.enumerated() {
        let (item, id, y) = (51 + 3 * index, 50 + 2 * index, 300 - 20 * index)
        pdf.objects[item] = "<</Type/StructElem/S/LI/P 50 0 R/K[\(item + 1) 0 R \(item + 2) 0 R]>>"
        for (offset, type) in ["Lbl", "LBody"].enumerated() {
          pdf.objects[item + 1 + offset] =
            "<</Type/StructElem/S/\(type)/P \(item) 0 R/Pg 10 0 R/K \(id + offset)>>"
        }
        pdf.raw[0]? += """
          /Lbl <</MCID \(id)>> BDC BT /F 11 Tf 1 0 0 1 80 \(y) Tm (\(label)) Tj ET EMC
          /LBody <</MCID \(id + 1)>> BDC BT /F 11 Tf 1 0 0 1 120 \(y) Tm (Thing) Tj ET EMC

          """
      }
    }
  }

  private static func note(_ entries: [String]) -> @Sendable (inout SoundPDF) -> Void {
    { pdf in
      for (index, entry) in entries.enumerated() {
        pdf.pages[0].append(
          .init(tag: "Note", words: "A note", y: 200 + 8 * Double(index), entries: entry))
      }
    }
  }

  /// Tags.
  static let ofTags: [RuleCase] = [
    RuleCase(
      "list-numbering", breaking: list("", labels: ["1.", "2."]),
      passing: list("/A<</O/List/ListNumbering/Decimal>>", labels: ["1.", "2."])),
    RuleCase(
      "list-numbering", breaking: list("/A<</O/List/ListNumbering/None>>", labels: ["a.", "b."]),
      passing: list("/A<</O/List/ListNumbering/None>>", labels: ["Term", "Other"])),
    RuleCase("notes", breaking: note([""]), passing: note(["/ID(a)"])),
    RuleCase("notes", breaking: note(["/ID(a)", "/ID(a)"]), passing: note(["/ID(a)", "/ID(b)"])),
    RuleCase("parent-tree") {
      $0.parentEntries = { "[\($0.reversed().joined(separator: " "))]" }
    } passing: {
      $0.parentEntries = { "[\($0.joined(separator: "  "))]" }
    },
    RuleCase("parent-tree") {
      $0.parentEntries = { "[\($0.dropLast().joined(separator: " "))]" }
    } passing: {
      $0.parentEntries = { "[\($0.joined(separator: " ")) null]" }
    },
    RuleCase("tagged") {
      $0.markInfo = ""
    } passing: {
      $0.markInfo = "/MarkInfo<</Marked true/Suspects false>>"
    },
    RuleCase("language") {
      $0.language = ""
    } passing: {
      $0.language = "/Lang(nb-NO)"
    },
    RuleCase("language") {
      $0.pages[0][4].entries = "/Lang(dansk sprog)"
    } passing: {
      $0.pages[0][4].entries = "/Lang(en)"
    },
    RuleCase("title") {
      $0.preferences = ""
    } passing: {
      $0.preferences = "/ViewerPreferences<</DisplayDocTitle true/Direction/L2R>>"
    },
    RuleCase("title") {
      $0.properties = $0.properties.replacing("A letter", with: "Letter.docx")
      $0.information = ""
    } passing: {
      $0.properties = $0.properties.replacing("A letter", with: "Letter on docx")
      $0.information = ""
    },
    RuleCase("marked-content") {
      $0.raw[0] = "100 100 50 1 re f"
    } passing: {
      $0.raw[0] = "/Artifact BMC 100 100 50 1 re f EMC"
    },
    RuleCase("marked-content") {
      $0.raw[0] = "/P <</MCID 77>> BDC 100 100 50 1 re f EMC"
    } passing: {
      $0.raw[0] = "/Artifact <</Type/Layout>> BDC 100 100 50 1 re f EMC"
    },
    RuleCase("standard-types") {
      $0.pages[0][4].tag = "Brevtekst"
    } passing: {
      $0.pages[0][4].tag = "H2"
      $0.pages[0][5].tag = "Quote"
    },
    RuleCase("headings") {
      $0.pages[0][4].tag = "H3"
    } passing: {
      $0.pages[0][4].tag = "H2"; $0.pages[0][5].tag = "H1"
    },
    RuleCase("headings") {
      $0.pages[0][3].tag = "H2"
    } passing: {
      $0.pages[0][3].tag = "P"
    },
    RuleCase("headings") {
      $0.pages[0][4].tag = "H2"; $0.pages[0][4].words = "   "
    } passing: {
      $0.pages[0][4].tag = "H2"
    },
    RuleCase("nesting") {
      $0.pages[0][4].tag = "LBody"
    } passing: {
      $0.pages[0][4].tag = "Caption"
    },
    RuleCase(
      "nesting", breaking: table(head: scoped, rows: [["TD"]]), passing: table(head: scoped)),
    RuleCase("table-headers", breaking: table(head: "", type: "TD"), passing: table(head: scoped)),
    RuleCase("table-headers", breaking: table(head: ""), passing: table(head: "/ID(x)")),
    RuleCase("alternative-texts", breaking: figure(""), passing: figure("/Alt(The mayor signs)")),
    RuleCase(
      "alternative-texts", breaking: figure("/Alt(Billede 3)"),
      passing: figure("/Alt(Billede af et hus)")),
    RuleCase(
      "alternative-texts", breaking: figure("/Alt(logo.png)"), passing: figure("/ActualText(Yours)")
    ),
    RuleCase(
      "links", breaking: link(contents: ""), passing: link(contents: "/Contents(What it costs)")),
    RuleCase(
      "links", breaking: link(contents: "/Contents(x)", words: "Klik her"),
      passing: link(contents: "/Contents(x)", words: "Klik her og se priserne")),
    RuleCase(
      "links", breaking: link(contents: "/Contents(x)", owned: false),
      passing: link(contents: "/Contents(x)")),
    RuleCase("tab-order") {
      $0.annotate("/Subtype/Widget/F 4"); $0.pageEntries += "/Tabs/R"
    } passing: {
      $0.annotate("/Subtype/Widget/F 4"); $0.pageEntries += "/Tabs/S"
    },
  ]
}
