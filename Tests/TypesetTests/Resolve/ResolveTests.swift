import Proofing
import Testing

@testable import Typeset

@Suite struct ResolveTests {
  @Test func `Lines whose field the letter lacks are left out, and empty groups with them`() throws
  {
    let text =
      smallLayout + """
        sidebar:
          frame: {x: 160mm, width: 38mm, bottom: 20mm}
          group-gap: 5mm
          groups:
            - ["Dato: {date}"]
            - ["Sag: {case-id}", "Dok: {document-id}"]
            - ["Mail: {email}", "Fast"]
            - {if: phone, lines: [Ring]}
            - {unless: phone, lines: [Skriv]}
        """
    let made = try plan(letter("document-id: 7\n", "Et."), text).plan
    #expect(
      made.lines(of: "sidebar") == [["Dato: 5. januar 2026"], ["Dok: 7"], ["Fast"], ["Skriv"]])
    #expect(made.fixed[0].groups.allSatisfy { $0.spaceBefore == .mm(5) })
    let other = try plan(letter("phone: 1234\n", "Et."), text).plan
    #expect(other.lines(of: "sidebar").last == ["Ring"])
  }

  @Test func `Labels stand on the line, above it or beside it`() throws {
    func lines(_ option: String) throws -> Plan {
      try plan(
        letter("", "Et."),
        smallLayout + """
          sidebar:
            frame: {x: 160mm, width: 38mm, bottom: 20mm}
            \(option)
            groups: [{label: "{label:date}", text: "{date}"}]
          """
      ).plan
    }
    #expect(try lines("labels: inline").lines(of: "sidebar") == [["Dato 5. januar 2026"]])
    #expect(try lines("labels: above").lines(of: "sidebar") == [["Dato", "5. januar 2026"]])
    let beside = try lines("label-width: 20mm").fixed[0].groups[0].blocks
    guard case .paragraph(let line)? = beside.first else {
      Issue.record("no line")
      return
    }
    #expect(line.label?.width == .mm(20))
    #expect(line.indentLeft == .mm(20))
  }

  @Test func `A label on its line is told from what follows by its style`() throws {
    let made = try plan(
      letter("", "Et."),
      smallLayout + """
        styles: {label: {color: "#595959"}}
        sidebar:
          frame: {x: 160mm, width: 38mm, bottom: 20mm}
          labels: inline
          groups: [{label: "{label:date}", text: "{date}"}]
        """
    ).plan
    guard case .paragraph(let line)? = made.fixed[0].groups[0].blocks.first else {
      Issue.record("no line")
      return
    }
    #expect(line.inlines.first?.style.color != .black)
    #expect(line.inlines.last?.style.color == .black)
  }

  @Test func `A letter of one page need not say so`() throws {
    let made = try plan(
      letter("", "Et."),
      smallLayout + """
        page: {numbers: {single: false}}
        sidebar:
          frame: {x: 160mm, width: 38mm, bottom: 20mm}
          groups: [[Hej, "{page-of}"]]
        """
    ).plan
    #expect(made.fixed.map { $0.pages.includes(1, of: 1) } == [false, true])
    #expect(made.fixed.map { $0.pages.includes(2, of: 2) } == [true, false])
    #expect(made.fixed.map { $0.groups[0].blocks.count } == [2, 1])
  }

  @Test func `What is wrong with the head is told`() {
    #expect(
      messages { _ = try plan("---\nlayout: small\n---\nEt.\n") } == [
        "1:1 the letter has no date | write date: 2024-03-11 in its head, or give --date"
      ])
    #expect(
      messages { _ = try plan(letter("phnoe: 12\n", "Et.")) } == [
        "4:1 unknown key \"phnoe\": neither letters nor the layout \"small\" have such a field | "
          + "write phone"
      ])
    #expect(
      messages {
        _ = try plan(
          letter("", "Et."),
          smallLayout + "fields: {unit: {label: {da: Enhed, en: Unit}, required: true}}")
      } == [
        "1:1 the letter has no unit (Enhed), which the layout \"small\" wants | "
          + "write unit: in its head"
      ])
  }

  @Test func `The command line may give the date`() throws {
    let made = try plan(
      "---\nlayout: small\n---\nEt.\n",
      options: ResolveOptions(date: CalendarDate(year: 2024, month: 3, day: 11)))
    #expect(made.plan.metadata.date.iso8601 == "2024-03-11")
  }

  @Test func `Words of the layout are those of the language`() throws {
    let text = smallLayout + "recipient: {label: \"{label:tto}\"}"
    #expect(
      messages { _ = try plan(letter("to: Anna\n", "Et."), text) } == [
        "3:20 the language \"da\" has no word \"tto\" | write to"
      ])
  }

  @Test func `Lists nest, close up and keep their numbers`() throws {
    let made = try plan(letter("", "Et:\n\n3. Tre\n   - a\n   - b\n4. Fire\n\nSlut.")).plan
    let items = made.paragraphs.filter { $0.role == .listItem }
    #expect(items.map { $0.label?.inlines.words } == ["3.", "•", "•", "4."])
    #expect(items.map { $0.indentLeft.millimetres.rounded() } == [5, 10, 10, 5])
    #expect(items.map { $0.label?.x.millimetres.rounded() } == [0, 5, 5, 0])
    #expect(items.map(\.spaceAfter) == [.zero, .zero, .zero, .pt(13)])
    #expect(items.allSatisfy { $0.spaceBefore == .zero })
  }

  @Test func `A nested list at the end keeps the white below the list`() throws {
    let made = try plan(letter("", "- a\n  - b\n\nSlut.")).plan
    #expect(made.paragraphs.map(\.spaceAfter) == [.zero, .pt(13), .pt(13)])
  }

  @Test func `Signatures stand in rows`() throws {
    let made = try plan(
      letter("closing: Hilsen\nsignatures: [A, {name: B, title: Chef}, C]\n", "Et."),
      smallLayout + "signatures: {columns: 2, gap: 5mm, space-for-ink: 12mm}"
    ).plan
    let rows = made.flow.compactMap { if case .row(let row) = $0 { row } else { nil } }
    #expect(rows.map(\.cells.count) == [2, 1])
    #expect(rows.map(\.count) == [2, 2])
    #expect(rows[0].gap == .mm(5))
    #expect(rows[0].width(in: .mm(125)).millimetres.rounded() == 60)
    #expect(rows[0].cells[1].blocks.count == 2)
    #expect(rows.map { $0.keep.next != nil } == [true, false])
    #expect(made.paragraphs.first { $0.role == .closing }?.keep.next == .closing)
  }

  @Test func `The layout's closing stands where the letter has none`() throws {
    let text = smallLayout + "closing: {text: \"{label:closing}\"}"
    func closing(_ head: String) throws -> String? {
      try plan(letter(head, "Et."), text).plan.paragraphs.first { $0.role == .closing }?.inlines
        .words
    }
    let closings = try [
      closing("signatures: [A]\n"), closing("closing: Hej\nsignatures: [A]\n"), closing(""),
    ]
    #expect(closings == ["Med venlig hilsen", "Hej", nil])
  }

  @Test func `Names and addresses are not divided`() throws {
    let made = try plan(
      letter("to: \"Anna\\nVej 1\"\nsignatures: [Bo]\n", "Et langt ord."),
      smallLayout + "signatures: {columns: 1}"
    ).plan
    let recipient = made.paragraphs.first { $0.role == .recipient }
    #expect(recipient?.inlines.words == "Anna/Vej 1")
    #expect(recipient?.inlines.allSatisfy { !$0.hyphenates } == true)
    #expect(made.paragraphs.first { $0.role == .body }?.inlines.allSatisfy(\.hyphenates) == true)
  }

  @Test func `Quotation marks follow the language where the layout asks`() throws {
    func words(_ option: String) throws -> String? {
      try plan(letter("", "\"Ja\", sagde KL's *\"chef\"* - og 'nej'..."), smallLayout + option).plan
        .paragraphs.first?.inlines.words
    }
    #expect(try words("text: {quotes: typographic}") == "»Ja«, sagde KL’s »chef« – og ›nej’…")
    #expect(try words("") == "\"Ja\", sagde KL's \"chef\" - og 'nej'...")
  }

  @Test func `A paragraph that mentions an enclosure is marked`() throws {
    let text = smallLayout + "enclosures: {margin-sign: ./.}"
    let made = try plan(letter("enclosures: [Kort]\n", "Intet her.\n\nKortet er vedlagt."), text)
    let marks = made.plan.paragraphs.filter { $0.role == .body }.map(\.marginMark.words)
    #expect(marks == ["", "./."])
    let without = try plan(letter("", "Kortet er vedlagt."), text)
    #expect(without.plan.paragraphs[0].marginMark.isEmpty)
  }

  @Test func `Recipients without a place are told`() throws {
    let warnings = try plan(letter("to: Anna\n", "Et."), smallLayout + "recipient: {place: none}")
      .warnings
    #expect(
      warnings.map(brief) == [
        "4:5 warning: the layout \"small\" has no place for recipients, so they are left out | "
          + "take another layout, or set recipient: {place: flow} in it"
      ])
  }

  @Test func `Long address lines are told where a layout has a limit`() throws {
    let warnings = try plan(
      letter("to: Forvaltningsdirektøren\n", "Et."), smallLayout + "recipient: {line-limit: 20}"
    ).warnings
    #expect(
      warnings.map(brief) == [
        "4:5 warning: the address line \"Forvaltningsdirektøren\" has 22 characters, more than the "
          + "20 that print services take | shorten it"
      ])
  }

  @Test func `An image out of the letter's folder is refused`() {
    #expect(
      messages { _ = try plan(letter("", "![En graf](../x.png)")) } == [
        "5:1 the image \"../x.png\" lies outside the folder of the letter | "
          + "put it beside the letter and write its name alone"
      ])
  }

  @Test func `Headings and paragraphs are numbered where the layout asks`() throws {
    let made = try plan(
      letter("", "# A\n\n## B\n\nx\n\n## C\n\n# D\n\n## E"),
      smallLayout + """
        text: {number-paragraphs: true}
        styles: {heading-1: {numbering: decimal}, heading-2: {numbering: nested}}
        """
    ).plan
    #expect(
      made.paragraphs.map { (($0.label?.inlines ?? []) + $0.inlines).words } == [
        "1\u{2002}A", "1.1\u{2002}B", "1.\u{A0}x", "1.2\u{2002}C", "2\u{2002}D", "2.1\u{2002}E",
      ])
  }

  @Test func `The title is the subject, the first heading or the kind of paper`() throws {
    #expect(try plan(letter("subject: S\n", "# H")).plan.metadata.title == "S")
    #expect(try plan(letter("title: T\nsubject: S\n", "# H")).plan.metadata.title == "T")
    #expect(try plan(letter("", "# H *x*")).plan.metadata.title == "H x")
    #expect(try plan(letter("", "x")).plan.metadata.title == "small, 5. januar 2026")
  }

  @Test func `Addresses in a sidebar can be clicked where the layout asks`() throws {
    let made = try plan(
      letter("email: a@b.dk\n", "Et."),
      smallLayout + """
        sidebar:
          frame: {x: 160mm, width: 38mm, bottom: 20mm}
          links: true
          groups: [["Mail: {email}", www.kl.dk]]
        """
    ).plan
    #expect(
      made.outline.filter { $0.contains("link") } == [
        "          link(uri: \"mailto:a@b.dk\")", "      link(uri: \"https://www.kl.dk\")",
      ])
  }

  @Test(arguments: zip([1, 4, 9, 40, 1994, 4000], ["i", "iv", "ix", "xl", "mcmxciv", "4000"]))
  func `Roman figures`(number: Int, figures: String) {
    #expect(roman(number) == figures)
  }

  @Test(arguments: zip([1, 26, 27, 702, 0], ["a", "z", "aa", "zz", "0"]))
  func `Letters as numbers`(number: Int, letters: String) {
    #expect(alphabetic(number) == letters)
  }
}

@Suite struct ResolvePartsTests {
  @Test func `Each line of program text is a paragraph of one element`() throws {
    let made = try plan(letter("", "```\na  b\n\n  c\n```")).plan
    #expect(made.paragraphs.map(\.inlines.words) == ["a  b/", " /", "  c"])
    #expect(made.outline == ["document", "  paragraph", "    code"])
    #expect(made.paragraphs.map(\.spaceAfter) == [.zero, .zero, .pt(13)])
    #expect(made.paragraphs.map { $0.keep.next != nil } == [true, true, false])
  }

  @Test func `What announces a list stays with it`() throws {
    let made = try plan(letter("", "Tre:\n\n- a\n\nTo:\n\nEn."))
    let body = made.plan.paragraphs.filter { $0.role == .body }
    #expect(body.map { $0.keep.next != nil } == [true, false, false])
  }

  @Test func `The attention line stands below the name`() throws {
    let made = try plan(
      letter("to: [{name: Firma, attention: Bo, lines: [Vej 1, By]}]\n", "Et.")
    ).plan
    #expect(
      made.paragraphs.filter { $0.role != .body }.map(\.inlines.words) == [
        "Firma", "Att.: Bo", "Vej 1/By",
      ])
  }

  @Test func `Recipients of one line make a list, others stand apart`() throws {
    func gaps(_ recipients: String) throws -> [Length] {
      try plan(letter("to: \(recipients)\n", "Et.")).plan.paragraphs.filter {
        $0.role == .recipient
      }
      .map(\.spaceBefore)
    }
    let (list, apart) = try (gaps("[Anna, Bo]"), gaps("[Anna, \"Bo\\nVej 1\"]"))
    #expect(list == [.zero, .zero])
    #expect(apart == [.zero, .pt(13)])
  }

  @Test func `A country stands in capitals behind a window`() throws {
    let window =
      smallLayout + "window: {frame: {x: 20mm, y: 10mm, width: 80mm, height: 40mm}}"
    func warnings(_ lines: String, _ text: String) throws -> [String] {
      try plan(letter("to: [[\(lines)]]\n", "Et."), text).warnings.map(brief)
    }
    let told = try warnings("Eva Ek, Storgatan 1, SE-114 28 Stockholm, Sverige", window)
    #expect(
      told == [
        "4:49 warning: the country \"Sverige\" below the postcode is not in capitals | write SVERIGE"
      ])
    let fine = try [
      warnings("Eva Ek, Storgatan 1, SE-114 28 Stockholm, SVERIGE", window),
      warnings("Eva Ek, Storgatan 1, 2300 København S", window),
      warnings("Eva Ek, Storgatan 1, 11428 Stockholm, Sverige", smallLayout),
    ]
    #expect(fine == [[], [], []])
  }

  @Test func `A subject's label has a space after it`() throws {
    let made = try plan(
      letter("subject: Vejen\n", "Et."), smallLayout + "subject: {label: \"Vedr.:\"}"
    ).plan
    #expect(made.paragraphs[0].inlines.words == "Vedr.: Vejen")
  }

  @Test func `A frame with a tint keeps its text off its edge`() throws {
    let made = try plan(
      letter("", "Et."),
      smallLayout + """
        sidebar:
          frame: {x: 160mm, y: 100mm, width: 40mm, height: 30mm}
          background: "#eeeeee"
          groups: [[Hej]]
        """
    ).plan
    #expect(made.fixed.map(\.kind) == [.background, .sidebar])
    #expect(made.fixed.map { ($0.frame.minX.millimetres * 10).rounded() } == [1600, 1620])
    #expect(made.fixed[1].background == nil)
    #expect(
      messages {
        _ = try layout(
          smallLayout
            + "sidebar: {frame: {x: 160mm, width: 10mm, bottom: 20mm}, padding: 5mm, groups: [x]}")
      } == [
        "3:18 sidebar.padding of 5 mm leaves no room in the frame | "
          + "make the frame larger or the padding smaller"
      ])
  }

  @Test func `An image in a list stands in with it, its caption below it`() throws {
    let made = try plan(
      letter("", "- Et\n\n  ![Kort](kl.png \"Et kort\"){width=30mm align=right}"),
      images: Project.path("Docs/pictures")
    ).plan
    let images = made.flow.compactMap { if case .image(let image) = $0 { image } else { nil } }
    #expect(images.map { ($0.indentLeft.millimetres * 10).rounded() } == [50])
    #expect(images.map { ($0.size.width.millimetres * 10).rounded() } == [300])
    #expect(images.map { $0.keep.next != nil } == [true])
    let caption = made.paragraphs.first { $0.role == .caption }
    #expect(caption?.inlines.words == "Et kort")
    #expect(caption?.style.alignment == .right)
    #expect(caption?.indentLeft == .mm(5))
  }
}
