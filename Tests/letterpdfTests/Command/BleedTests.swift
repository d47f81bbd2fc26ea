import Foundation
import Proofing
import Testing

/// `page: {bleed: …}` gives a press more than is left after cutting, and changes nothing else.
struct BleedTests {
  private let logo = """
    <svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><defs><linearGradient id="a">\
    <stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>\
    </linearGradient></defs><rect width="200" height="60" fill="url(#a)"/></svg>
    """
  private let letter = """
    ---
    layout: own.yaml
    date: 2024-03-11
    subject: Prøve
    ---
    Læs mere [på siden](https://www.kl.dk/nyheder).
    """
  private let shapes = """
    extends: kl
    logo: {image: logo.svg, alt: Et mærke, frame: {x: 152mm, y: 20mm, width: 48mm, height: 15mm}}
    shapes:
      - {frame: {x: 0mm, y: 0mm, width: 210mm, height: 12mm}, fill: "#ff0000"}
      - {frame: {right: 0mm, bottom: 0mm, width: 30mm, height: 5mm}, fill: "#0000ff"}
      - {frame: {x: 50mm, bottom: 1mm, width: 10mm, height: 5mm}, fill: "#00ff00"}

    """
  private let bleed = "page: {bleed: 3mm}\n"

  private func set(_ layout: String, _ options: String...) async throws -> FileOnDisk {
    let scratch = try Scratch()
    try scratch.write(layout, as: "own.yaml")
    try scratch.write(logo, as: "logo.svg")
    try scratch.write(letter, as: "letter.md")
    let run = try await letterpdf(
      ["render", "letter.md", "--layout", "own.yaml", "-o", "out.pdf"] + options,
      in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    return try FileOnDisk(scratch.read("out.pdf"))
  }

  /// The red, green and blue of a dot.
  private func dot(_ picture: Picture, _ x: Int, _ y: Int) -> [UInt8] {
    let place = (y * picture.width + x) * 4
    return picture.pixels[place..<place + 3].reversed()
  }

  @Test func `The sheet is larger by the bleed on each side, also that of a blank page`()
    async throws
  {
    let file = try await set(shapes + bleed, "--for", "print", "--duplex")
    let told = try await output(of: "pdfinfo", "-box", "-f", "1", "-l", "2", file.path)
    for page in 1...2 {
      func box(_ name: String) throws -> [Double] {
        let line = try #require(
          told.split(separator: "\n").first { $0.hasPrefix("Page    \(page) \(name):") })
        return line.split(separator: " ").suffix(4).compactMap { Double($0) }
      }
      let (sheet, trim) = (try box("MediaBox"), try box("TrimBox"))
      #expect(try box("BleedBox") == sheet)
      for (side, sign) in [1.0, 1, -1, -1].enumerated() {
        #expect(abs(trim[side] - sheet[side] - sign * 8.504) < 0.02)
      }
      #expect(abs(trim[2] - trim[0] - 595.28) < 0.02 && abs(trim[3] - trim[1] - 841.89) < 0.02)
    }
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `What touches an edge runs out to the sheet's, and the rest stays on the page`()
    async throws
  {
    let plain = try await set(shapes, "--for", "print")
    let bled = try await set(shapes + bleed, "--for", "print")
    // Ten dots are a millimetre.
    let page = try #require(try await Picture.pages(ofPDF: plain.path, dotsPerInch: 254).first)
    let sheet = try #require(try await Picture.pages(ofPDF: bled.path, dotsPerInch: 254).first)
    #expect(dot(sheet, 0, 0) == [255, 0, 0] && dot(sheet, 2158, 149) == [255, 0, 0])
    #expect(dot(sheet, 1080, 152) == [255, 255, 255])
    #expect(dot(sheet, 2158, 3028) == [0, 0, 255] && dot(sheet, 1831, 2951) == [0, 0, 255])
    #expect(dot(sheet, 1828, 3000) == [255, 255, 255])
    #expect(dot(sheet, 580, 2980) == [0, 255, 0] && dot(sheet, 580, 2991) == [255, 255, 255])
    // Cairo cuts the page to whole points, so that its last dots at the right and the foot are bare.
    var moved = 0
    for y in stride(from: 0, to: 2960, by: 7) {
      for x in 0..<2090 {
        let pair = zip(dot(page, x, y), dot(sheet, x + 30, y + 30))
        if pair.contains(where: { abs(Int($0) - Int($1)) > 96 }) { moved += 1 }
      }
    }
    #expect(moved == 0)
  }

  @Test func `On a screen nothing changes`() async throws {
    let plain = try await set(shapes)
    let bled = try await set(shapes + bleed)
    #expect(try plain.bytes() == bled.bytes())
  }

  @Test func `A letterhead keeps its place on the page`() async throws {
    let scratch = try Scratch()
    let under = "extends: kl\nletterhead: {first: head.pdf}\n"
    for (name, layout) in [("head", "extends: kl\n"), ("plain", under), ("bled", under + bleed)] {
      try scratch.write(layout, as: "\(name).yaml")
      let words = name == "head" ? "Under brevet" : "Brevet"
      try scratch.write("---\ndate: 2024-03-11\n---\n\(words)\n", as: "\(name).md")
      let run = try await letterpdf(
        "render", "\(name).md", "--layout", "\(name).yaml", "--for", "print", "-o", "\(name).pdf",
        in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
    func places(_ name: String) async throws -> [[Double]] {
      try await output(of: "pdftotext", "-bbox", scratch.path("\(name).pdf"), "-")
        .matches(of: /xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>([^<]*)/)
        // Poppler puts words that stand over each other in an order of its own.
        .sorted {
          ($0.output.3, $0.output.2, $0.output.1) < ($1.output.3, $1.output.2, $1.output.1)
        }
        .map { [$0.output.1, $0.output.2].compactMap { Double($0) } }
    }
    let (plain, bled) = (try await places("plain"), try await places("bled"))
    try #require(plain.count > 10 && plain.count == bled.count)
    // The letterhead and the letter on it move alike.
    let moves = zip(plain, bled).map { [$1[0] - $0[0], $1[1] - $0[1]] }
    let first = try #require(moves.first)
    for move in moves { #expect(zip(move, first).allSatisfy { abs($0 - $1) < 0.01 }) }
    #expect(abs(first[0] - 8.504) < 0.01)
  }

  @Test func `A logo may reach over the edge as far as the bleed`() async throws {
    let over = """
      logo: {image: logo.svg, alt: Et mærke, frame: {x: 153mm, y: -3mm, width: 60mm, height: 18mm}}

      """
    let file = try await set("extends: kl\n" + over + bleed, "--for", "print")
    let sheet = try #require(try await Picture.pages(ofPDF: file.path, dotsPerInch: 254).first)
    #expect(dot(sheet, 2150, 2)[2] > 200)
    let scratch = try Scratch()
    try scratch.write("extends: kl\n" + over + "page: {bleed: 2mm}\n", as: "own.yaml")
    try scratch.write(logo, as: "logo.svg")
    try scratch.write(letter, as: "letter.md")
    let run = try await letterpdf("render", "letter.md", "-o", "out.pdf", in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(run.errorText.contains("logo.frame reaches 3 mm over the top edge of the page"))
  }
}
