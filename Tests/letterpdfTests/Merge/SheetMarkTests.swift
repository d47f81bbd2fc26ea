import Foundation
import Proofing
import Testing

/// Marks for machines that fill envelopes, read back from the paper.
struct SheetMarkTests {
  static let marks = """
    extends: kl
    marks:
      omr: {x: 6mm, y: 158mm, length: 8mm, pitch: 4mm}
      datamatrix: {text: "{id} {sheet}/{sheets} {run-sheet:6}"}

    """

  /// Letters of one and three pages in a layout with marks.
  func folder(_ count: Int, _ layout: String = marks) throws -> MergeFolder {
    let folder = try BindTests.folder(count)
    try folder.scratch.write(layout, as: "marked.yaml")
    return folder
  }

  /// What a reader of DataMatrix finds on each page; nothing on most.
  func symbols(_ folder: MergeFolder, _ file: String) async throws -> [String] {
    _ = try await output(
      of: "pdftoppm", "-r", "200", "-gray", folder.scratch.path(file), folder.scratch.path("page"))
    var found: [String] = []
    for name in folder.scratch.names.sorted() where name.hasSuffix(".pgm") {
      let run = try await Run("dmtxread", ["-N1", "-m", "2000", folder.scratch.path(name)])
      found.append(run.output.trimmingCharacters(in: .newlines))
      try FileManager.default.removeItem(atPath: folder.scratch.path(name))
    }
    return found
  }

  /// Which places have a bar on a page: looked at in its middle, at 100 dots to the inch.
  func bars(_ folder: MergeFolder, _ file: String, page: Int) async throws -> String {
    try await output(
      of: Project.python, "-c",
      """
      import pypdfium2, sys
      page = pypdfium2.PdfDocument(sys.argv[1])[int(sys.argv[2]) - 1]
      picture = page.render(scale=300 / 72).to_pil().convert("L")
      dot = lambda mm: round(mm / 25.4 * 300)
      print("".join("1" if picture.getpixel((dot(10), dot(158 + 4 * place))) < 100 else "0"
                    for place in range(7)), end="")
      """, folder.scratch.path(file), String(page))
  }

  @Test(arguments: [[], ["--sort-by", "number"]])
  func `Each front says which sheet of which letter it is, and counts`(
    options: [String]
  ) async throws {
    let folder = try folder(4)
    let run = try await letterpdf(
      ["merge", "letter.md", "--recipients", "records.csv", "--layout", "marked.yaml"]
        + ["--bind", "out.pdf", "--quiet"] + options, in: folder.scratch.folder)
    #expect(run.description == "exit(0), standard error: ")
    let wanted = [
      "K1 1/1 000001", "", "K2 1/1 000002", "", "K3 1/2 000003", "", "K3 2/2 000004", "",
      "K4 1/1 000005", "",
    ]
    #expect(try await symbols(folder, "out.pdf") == wanted)
    // Gate, safety, end of the letter, three that count, parity.
    let fronts = [1: "1111000", 3: "1110100", 5: "1101100", 7: "1110010", 9: "1111011"]
    for (page, places) in fronts {
      #expect(try await bars(folder, "out.pdf", page: page) == places, "page \(page)")
    }
    #expect(try await bars(folder, "out.pdf", page: 2) == "0000000")
    let vera = try await Run(
      Project.python, [Project.path("Tests/verapdf"), "2a,ua1", folder.scratch.path("out.pdf")],
      limit: 120)
    #expect(vera.ending == .exit(0), "\(vera.output)\(vera)")
  }

  @Test func `A letter alone counts from one, in a run or by itself`() async throws {
    let folder = try folder(3)
    _ = try await folder.merge(
      "-o", "out", "--layout", "marked.yaml", "--bind", "out.pdf", "--small")
    let run = try await letterpdf(
      "render", "letter.md", "--data", "records.csv", "--record", "3", "--layout", "marked.yaml",
      "-o", "three.pdf", in: folder.scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(try folder.files("out")["/0001/0000003.pdf"] == folder.scratch.bytes("three.pdf"))
    #expect(try await symbols(folder, "three.pdf") == ["K3 1/2 000001", "", "K3 2/2 000002"])
    #expect(try await bars(folder, "three.pdf", page: 3) == "1110100")
    let bound = try await symbols(folder, "out.pdf")
    #expect(bound.prefix(3) == ["K1 1/1 000001", "", "K2 1/1 000002"])
  }

  @Test func `On one side every page is a front`() async throws {
    let folder = try folder(3, Self.marks + "page: {sides: one}\n")
    _ = try await folder.merge("--bind", "out.pdf", "--layout", "marked.yaml")
    let wanted = [
      "K1 1/1 000001", "K2 1/1 000002", "K3 1/3 000003", "K3 2/3 000004", "K3 3/3 000005",
    ]
    #expect(try await symbols(folder, "out.pdf") == wanted)
  }

  @Test func `Marks keep their places where a press cuts the sheet`() async throws {
    let folder = try folder(1, Self.marks + "page: {bleed: 3mm}\n")
    _ = try await folder.merge("--bind", "out.pdf", "--layout", "marked.yaml")
    let ink = try await output(
      of: Project.python, "-c",
      """
      import pypdfium2, sys
      page = pypdfium2.PdfDocument(sys.argv[1])[0]
      picture = page.render(scale=300 / 72).to_pil().convert("L")
      dot = lambda mm: round(mm / 25.4 * 300)
      print(picture.getpixel((dot(13), dot(161))) < 100, picture.getpixel((dot(13), dot(163))) < 100)
      """, folder.scratch.path("out.pdf"))
    #expect(ink == "True False\n")
  }

  @Test(arguments: [
    (
      "omr: {x: 0mm}",
      "marked.yaml:3:8: error: the OMR marks on page 1 reach out of the paper, with the white around"
    ),
    (
      "datamatrix: {x: 30mm, y: 60mm, size: 40mm}",
      "stands where the DataMatrix must be alone on page 1"
    ),
    (
      "fold: 170mm\n  omr: {x: 4mm}",
      "a mark for folding or punching stands where the OMR marks must be alone on page 1"
    ),
    (
      "datamatrix: {}\nkeep-free: {top: {frame: {x: 0mm, y: 200mm, width: 20mm, height: 30mm}}}",
      "the DataMatrix on page 1, with the white around, reach into the free zone \"top\""
    ),
    (
      "datamatrix: {size: 2mm}",
      "the DataMatrix of \"K1 1/1\" has modules of 0.14 mm, too fine to be read"
    ),
    ("datamatrix: {text: \"→ {id}\"}", "the DataMatrix cannot say \"→\" of \"→ K1\""),
    ("datamatrix: {text: \"{sheat}\"}", "a mark cannot have {sheat}"),
    ("datamatrix: {text: \"{sheat}\"}", "hint: did you mean {sheet}?"),
    ("omr: {sequence: 9}", "sequence"),
  ])
  func `Marks that cannot be, or stand in the way, are told`(
    marks: String, words: String
  ) async throws {
    let folder = try folder(1, "extends: kl\nmarks:\n  \(marks)\n")
    let run = try await folder.merge("--bind", "out.pdf", "--layout", "marked.yaml")
    #expect(run.ending == .exit(3) || run.ending == .exit(1))
    #expect(run.errorText.contains(words), "\(run)")
  }
}
