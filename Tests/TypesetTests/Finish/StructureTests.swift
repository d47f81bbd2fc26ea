import Foundation
import Proofing
import Testing

@testable import Typeset

/// The structure tree, read back with its text, is the letter.
struct StructureTests {
  @Test func `The tree holds the letter in reading order`() async throws {
    let tree = try await FileOnDisk(FinishSample.letter().finish()).tree()
    #expect(
      tree == """
        Document
          H1 Dialog om økonomiforhandlingerne
          P Den kommunale velfærdssektor står i disse år overfor betydelige udfordringer med \
        rekruttering, økonomi og effektivitet; kommunernes økonomiforhandlinger og fælles \
        budgetkoordinering skal løses.
          H2 Virtuelle stormøder
          P
            “Input kan sendes til os, og læs mere på ”
            Link siden om de økonomiske forhandlinger mellem regeringen og kommunerne i det nye år
            “, så snart det er muligt.”
          L
            LI
              Lbl •
              LBody Mandag den 8. april
            LI
              Lbl •
              LBody Tirsdag den 9. april
          P Łukasz Żółć, Nguyễn Thị Hồng, محمد الأمين, Παπαδόπουλος
        """)
  }

  @Test func `Divided words are whole in the tree`() async throws {
    var letter = FinishSample()
    letter.sample.measure = .mm(40)
    letter.add(
      "Kommunernes økonomiforhandlinger kræver budgetkoordinering og udfordringer.",
      as: .paragraph)
    let file = try FileOnDisk(letter.finish())
    let words = try await file.tree().split(separator: "\n").joined()
      .replacing("Span", with: "").filter { !"“” ".contains($0) }
    #expect(try await output(of: "pdftotext", file.path, "-").contains("\u{AD}"))
    #expect(words.contains("økonomiforhandlinger"))
    #expect(words.contains("budgetkoordinering"))
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `Children stand by the order of their content, not of their making`() async throws {
    var letter = FinishSample()
    let late = letter.element(.paragraph)
    let early = letter.element(.paragraph)
    letter.add(letter.text("Først.", of: early))
    letter.add(letter.text("Sidst.", of: late))
    let tree = try await FileOnDisk(letter.finish()).tree()
    #expect(tree == "Document\n  P Først.\n  P Sidst.")
  }

  @Test func `Elements without content are left out, empty cells are not`() async throws {
    var letter = FinishSample()
    let section = letter.element(.section)
    _ = letter.element(.paragraph, in: section)
    let table = letter.element(.table)
    let row = letter.element(.tableRow, in: table)
    let cells = (0..<3).map { _ in letter.element(.tableCell, in: row) }
    letter.add(letter.text("Midten", of: cells[1]))
    let tree = try await FileOnDisk(letter.finish()).tree()
    #expect(tree == "Document\n  Table\n    TR\n      TD\n      TD Midten\n      TD")
  }

  @Test func `A paragraph over two pages is one element`() async throws {
    var letter = FinishSample()
    letter.sample.height = .pt(13 * 5)
    letter.add(
      String(repeating: "Dette afsnit er langt nok til at fylde mere end fem linjer. ", count: 9),
      as: .paragraph)
    let file = try FileOnDisk(letter.finish())
    #expect(try await output(of: "pdfinfo", file.path).contains(/Pages: +2/))
    let paragraphs = try await file.tree().split(separator: "\n").filter { $0.hasPrefix("  P") }
    #expect(paragraphs.count == 1)
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A link has one annotation for each line, and words for those who cannot see it`()
    async throws
  {
    let file = try FileOnDisk(FinishSample.letter().finish())
    let json = try await file.json()
    #expect(json.matches(of: /"\/Subtype": "\/Link"/).count == 2)
    #expect(json.contains("https://www.kl.dk/%C3%B8konomi"))
    #expect(json.contains("kommunerne i det nye år (https://www.kl.dk/økonomi)"))
  }

  @Test func `Poppler and mupdf read what was written`() async throws {
    var letter = FinishSample()
    letter.add(
      "§\u{A0}65 finder e\u{301}n office, 10\u{202F}000 kr. til Ngũgĩ wa Thiong'o", as: .paragraph)
    var other = letter.text("find flag office", of: letter.element(.paragraph))
    other.style.families = ["DejaVu Sans"]
    letter.add(other)
    let file = try FileOnDisk(letter.finish())
    let wanted = "§ 65 finder én office, 10 000 kr. til Ngũgĩ wa Thiong'o"
    let outputs = [
      try await output(of: "pdftotext", file.path, "-"),
      try await output(of: "mutool", "draw", "-F", "txt", file.path),
    ]
    for text in outputs {
      #expect(text.contains(wanted))
      #expect(text.contains("find flag office"))
    }
    #expect(try await output(of: "pdfinfo", "-struct-text", file.path).contains("\"\(wanted)\""))
    #expect(try await file.tree().contains("find flag office"))
  }

  @Test(arguments: ["Łukasz Żółć", "Ngũgĩ wa Thiong'o", "محمد الأمين", "Ольга", "Παπαδόπουλος"])
  func `Names of every script come back from the file and its title`(name: String) async throws {
    var letter = FinishSample()
    letter.metadata.title = name
    letter.add(name, as: .heading(1))
    let file = try FileOnDisk(letter.finish())
    #expect(try await file.tree() == "Document\n  H1 \(name)")
    // Not by pdftotext: poppler 22.12 turns the letters of an Arabic ligature around.
    let text = try await output(of: "mutool", "draw", "-F", "txt", file.path)
    #expect(text.contains(name))
    #expect(try await output(of: "pdfinfo", file.path).contains(name))
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test(arguments: ["محمد 123 عمر", "Kære محمد 45 عمر og Ольга", "محمد KL عمر"])
  func `Lines that run both ways are read as they were written`(text: String) async throws {
    var letter = FinishSample()
    letter.add(text, as: .paragraph)
    let tree = try await FileOnDisk(letter.finish()).tree()
    #expect(tree == "Document\n  P \(text)")
  }
}
