import Foundation
import Proofing
import Testing

/// What the program says of letters, layouts and files at fault, word for word.
struct DiagnosticTests {
  /// A fault and the words for it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let letter: String
    var layout: String?
    var files: [String: String] = [:]
    let words: String

    var testDescription: String { String(words.prefix { $0 != "\n" }) }
  }

  private static func head(_ line: String, _ body: String = "Tekst") -> String {
    smallLetter(head: smallHead + "\n" + line, body: body)
  }

  static let faults = [
    Fault(
      letter: head("subjekt: x"),
      words: """
        letter.md:5:1: error: unknown key "subjekt": neither letters nor the layout "kl" \
        have such a field
            5 | subjekt: x
              | ^^^^^^^
        hint: write subject
        """),
    Fault(
      letter: head("case-id: [1, 2]"),
      words: """
        letter.md:5:10: error: case-id is a list, not text
            5 | case-id: [1, 2]
              |          ^^^^^^
        hint: write the field's text after case-id:
        """),
    Fault(
      letter: "---\nlayout: kl\ndate: 2023-02-29\n---\nTekst\n",
      words: """
        letter.md:3:7: error: date is "2023-02-29", a day that does not exist
            3 | date: 2023-02-29
              |       ^^^^^^^^^^
        hint: check the year, the month and the day
        """),
    Fault(
      letter: "---\ndate: 2024-03-11\n---\nTekst\n",
      words: """
        letter.md:1:1: error: the letter names no layout
            1 | ---
              | ^
        hint: write layout: kl in the head, or give --layout
        """),
    Fault(
      letter: "---\nlayout: lk\ndate: 2024-03-11\n---\nTekst\n",
      words: """
        letter.md:2:9: error: there is no layout "lk"
            2 | layout: lk
              |         ^^
        hint: write kl
        """),
    Fault(
      letter: smallLetter(), layout: "extends: kl\nfonts: {text: Helvetika}\n",
      words: """
        layout.yaml:2:15: error: there is no font "Helvetika"
            2 | fonts: {text: Helvetika}
              |               ^^^^^^^^^
        hint: name a family that is in Fonts/, or a file under fonts: files: in the layout
        """),
    Fault(
      letter: smallLetter(body: "En 漢 her"),
      words: """
        letter.md:7:4: error: no font has the character "漢" U+6F22
            7 | En 漢 her
              |    ^^
        hint: write it another way, or add a font that has it under fonts: fallback: in the layout
        """),
    Fault(
      letter: head("signatures: [{name: A, image: nowhere.png}]"),
      words: """
        letter.md:5:31: error: there is no image "nowhere.png"
            5 | signatures: [{name: A, image: nowhere.png}]
              |                               ^^^^^^^^^^^
        hint: check its name, and that it stands beside the letter
        """),
    Fault(
      letter: head("signatures: [{name: A, image: a.png}]"), files: ["a.png": "no picture"],
      words: """
        letter.md:5:31: error: the image "a.png" is neither PNG, JPEG nor SVG
            5 | signatures: [{name: A, image: a.png}]
              |                               ^^^^^
        hint: save it as one of these
        """),
    Fault(
      letter: head("signatures: [{name: A, image: ../a.png}]"),
      words: """
        letter.md:5:31: error: the image "../a.png" lies outside the folder of the letter
            5 | signatures: [{name: A, image: ../a.png}]
              |                               ^^^^^^^^
        hint: put it beside the letter and write its name alone
        """),
    Fault(
      letter: smallLetter(body: "[klik](ftp://kl.dk)"),
      words: """
        letter.md:7:1: error: the link "ftp://kl.dk" is not http, https, mailto or tel
            7 | [klik](ftp://kl.dk)
              | ^^^^^^^^^^^^^^^^^^^
        hint: write an address that begins with https://, http://, mailto: or tel:
        """),
    Fault(
      letter: smallLetter(body: "[klik](javascript:alert)"),
      words: """
        letter.md:7:1: error: the link "javascript:alert" is not http, https, mailto or tel
            7 | [klik](javascript:alert)
              | ^^^^^^^^^^^^^^^^^^^^^^^^
        hint: write an address that begins with https://, http://, mailto: or tel:
        """),
    Fault(
      letter: smallLetter(body: String(repeating: "W", count: 5_000)),
      words: """
        letter.md:7:1: error: "\(String(repeating: "W", count: 60))…" is wider than its measure of \
        125.0 mm
            7 | \(String(repeating: "W", count: 44))…
              | \(String(repeating: "^", count: 44))
        hint: shorten it, or mark where it may be divided with a soft hyphen (U+00AD)
        """),
    Fault(
      letter: "\u{FEFF}", words: "letter.md:1:1: error: the file is empty\n"),
    Fault(letter: "", words: "letter.md:1:1: error: the file is empty\n"),
    Fault(
      letter: smallLetter(body: "<b>fed"),
      words: """
        letter.md:7:1: error: "<b>" is HTML, which a letter cannot hold
            7 | <b>fed
              | ^^^
        hint: write it in Markdown, or write \\< for the character itself
        """),
    Fault(
      letter: smallLetter(), layout: "extends: kl\ntext: {size: 10}\n",
      words: """
        layout.yaml:2:14: error: text.size is "10", which has no unit
            2 | text: {size: 10}
              |              ^^
        hint: write 10mm or 10pt
        """),
    Fault(
      letter: smallLetter(), layout: "extends: kl\nsidebar: {group-gab: 3mm}\n",
      words: """
        layout.yaml:2:11: error: unknown key "group-gab"
            2 | sidebar: {group-gab: 3mm}
              |           ^^^^^^^^^
        hint: write group-gap
        """),
    Fault(
      letter: smallLetter(), layout: "extends: kl\nsidebar: {groups: [[\"{dato}\"]]}\n",
      words: """
        layout.yaml:2:22: error: {dato} is not a field of letters
            2 | sidebar: {groups: [["{dato}"]]}
              |                      ^^^^^^
        hint: write {date}
        """),
  ]

  @Test(arguments: faults)
  func `The words name the fault, its place and what to write`(fault: Fault) async throws {
    let scratch = try Scratch()
    try scratch.write(fault.letter, as: "letter.md")
    for (name, text) in fault.files { try scratch.write(text, as: name) }
    var arguments = ["render", "letter.md"]
    if let layout = fault.layout {
      try scratch.write(layout, as: "layout.yaml")
      arguments += ["--layout", "layout.yaml"]
    }
    let run = try await letterpdf(arguments, in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(
      run.errorText.trimmingCharacters(in: .newlines)
        == fault.words.trimmingCharacters(in: .newlines))
    #expect(scratch.bytes("letter.pdf") == nil)
  }

  @Test func `Every problem is told at once, in the order of the letter`() async throws {
    let set = try await SetLetter(
      "---\nlayout: kl\ndate: 2023-02-29\nsignatures: [{nam: A}]\n---\n\n"
        + "[a](ftp://b)\n\n<i>c</i>\n")
    let heads = set.run.errorText.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(
      heads.map { $0.split(separator: ": error: ")[0] } == [
        "letter.md:3:7", "letter.md:4:15", "letter.md:7:1", "letter.md:9:1", "letter.md:9:5",
      ])
  }

  @Test func `A recipient block and a sidebar that do not fit are told with their excess`()
    async throws
  {
    let lines = (1...40).map { "  Linje \($0)\n" }.joined()
    let recipient = try await SetLetter(
      smallLetter(head: smallHead + "\nto: |\n" + lines), "--layout", "din-5008-a")
    #expect(recipient.run.ending == .exit(1))
    #expect(
      recipient.run.errorText.hasPrefix(
        "letter.md:13:3: error: the address has 40 lines, and its frame has room for 7\n"))
    let groups = (1...80).map { "[Linje \($0)]" }.joined(separator: ", ")
    let sidebar = try await SetLetter(
      smallLetter(), "--layout", "layout.yaml",
      files: ["layout.yaml": Array("extends: kl\nsidebar: {groups: [\(groups)]}\n".utf8)])
    #expect(sidebar.run.ending == .exit(1))
    #expect(sidebar.run.errorText.contains("sidebar is "))
    #expect(sidebar.run.errorText.contains(" mm taller than its frame"))
  }

  @Test func `Files that cannot be letters are refused by name`() async throws {
    let scratch = try Scratch()
    try scratch.write([0xFF, 0xFE, 0x41, 0x00], as: "utf16.md")
    try scratch.write(Array("Br\u{E6}v".unicodeScalars.map { UInt8($0.value) }), as: "latin1.md")
    try scratch.write([UInt8](repeating: 97, count: 16 * 1024 * 1024 + 1), as: "big.md")
    for (name, words) in [
      ("utf16.md", "utf16.md:1:1: error: the file is UTF-16\nhint: save it as UTF-8"),
      (".", "error: \".\" is a directory, not a file\nhint: name a file in it"),
      ("no.md", "error: there is no file \"no.md\"\nhint: check its name and folder"),
      (
        "big.md",
        "error: \"big.md\" has 16777217 bytes, more than the 16 MB it may have\n"
          + "hint: make it smaller"
      ),
    ] {
      let run = try await letterpdf("render", name, in: scratch.folder)
      #expect(run.ending == .exit(1))
      #expect(run.errorText.trimmingCharacters(in: .newlines) == words)
    }
    let latin = try await letterpdf("render", "latin1.md", in: scratch.folder)
    #expect(latin.ending == .exit(1))
    #expect(latin.errorText.hasPrefix("latin1.md:1:3: error: "))
  }
}
