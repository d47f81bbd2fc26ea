import Foundation
import Proofing
import Testing

@testable import Typeset

@Suite struct HyphenationTableTests {
  static let languages = ["da", "de", "en", "fi", "fr", "nb", "nn", "sv"]

  private static func table(_ language: String) throws -> HyphenationTable {
    try #require(
      HyphenationTable(path: Project.path("Languages/\(language)/hyphenation.table")))
  }

  @Test(arguments: languages)
  func `A table divides as libhyphen does with its patterns`(language: String) throws {
    let table = try Self.table(language)
    let judge = try #require(
      LibHyphen(path: Project.path("scripts/hyphenation/\(language).dic")))
    let words = try DivisionWords(language)
    var count = 0
    var divided = 0
    for word in words {
      let expected = judge.values(of: word)
      let values = table.values(of: word).map { $0 & 1 }
      count += 1
      divided += values.contains(1) ? 1 : 0
      guard values != expected else { continue }
      let text = String(String.UnicodeScalarView(word))
      Issue.record("\(text): \(values), libhyphen \(expected)")
      break
    }
    #expect(count >= words.least)
    #expect(2 * divided > count)
  }

  @Test func `Every table is what its patterns say today`() async throws {
    let run = try await Run(
      Project.python, [Project.path("scripts/compile-hyphenation"), "--check"])
    #expect(run.ending == .exit(0), "\(run)")
  }

  @Test func `A word's limits are those of libhyphen's caller`() throws {
    let table = try Self.table("da")
    #expect(table.values(of: []) == [])
    #expect(table.values(of: ["a"]) == [])
    #expect(table.values(of: Array(repeating: "a", count: 200)).count == 200)
    #expect(table.values(of: Array(repeating: "a", count: 201)) == [])
    #expect(table.values(of: Array("漢字漢字".unicodeScalars)) == [0, 0, 0, 0])
  }

  @Test func `A table that is cut, longer or of another kind is not opened`() throws {
    let scratch = try Scratch()
    let whole = [UInt8](
      try Data(contentsOf: URL(filePath: Project.path("Languages/fi/hyphenation.table"))))
    #expect(HyphenationTable(path: try scratch.write(whole, as: "whole")) != nil)
    for length in [0, 1, 12, 40, whole.count / 2, whole.count - 1] {
      #expect(HyphenationTable(path: try scratch.write(whole.prefix(length), as: "cut")) == nil)
    }
    #expect(HyphenationTable(path: try scratch.write(whole + [0], as: "longer")) == nil)
    #expect(HyphenationTable(path: Project.path("Languages/fi/compounds.table")) == nil)
    #expect(HyphenationTable(path: Project.path("scripts/hyphenation/fi.dic")) == nil)
    #expect(HyphenationTable(path: scratch.path("none")) == nil)
    for line in ["values -1", "values 99999999999999999999", "edges 0", "edges 131073"] {
      let text = "hyphenation 1\nalphabet ab\nvalues 1\nedges 1\n\(line)\n\n      "
      #expect(HyphenationTable(path: try scratch.write(text, as: "numbers")) == nil)
    }
  }

  @Test func `Wrong bytes in a table divide wrongly and do nothing worse`() throws {
    let scratch = try Scratch()
    let whole = [UInt8](
      try Data(contentsOf: URL(filePath: Project.path("Languages/fi/hyphenation.table"))))
    let body = try #require(whole.firstRange(of: [10, 10])).upperBound
    var random = DivisionWords.Random(state: 11)
    let word = Array("yhteistyösopimusasiakirjaluettelo".unicodeScalars)
    for round in 0..<300 {
      var damaged = whole
      for _ in 0..<(round % 40 + 1) {
        damaged[Int.random(in: body..<whole.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      // And some where all is alike, so that every edge leads to the first or to nowhere.
      if round < 3 {
        let filling: UInt8 = [0, 0x7F, 255][round]
        damaged.replaceSubrange(body..., with: repeatElement(filling, count: whole.count - body))
      }
      let table = try #require(HyphenationTable(path: try scratch.write(damaged, as: "damaged")))
      #expect(table.values(of: word).count == word.count)
    }
  }

  @Test func `A letter whose language has a damaged table is refused with its name`() throws {
    let scratch = try Scratch()
    for folder in ["Fonts", "Layouts"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path(folder), withDestinationPath: Project.path(folder))
    }
    try FileManager.default.copyItem(
      atPath: Project.path("Languages"), toPath: scratch.path("Languages"))
    let path = "Languages/da/hyphenation.table"
    try scratch.write(try scratch.read(path).dropLast(), as: path)
    let typesetter = Typesetter(resources: .folder(scratch.folder.path))
    let text = try Project.text("Examples/kl-2024.md")
    let found = messages {
      let letter = try parseLetter(SourceFile(name: "kl-2024.md", text: text)).letter
      _ = try typesetter.compose(letter, in: try typesetter.layout("kl"), assets: .none)
    }
    #expect(
      found == [
        "\(scratch.path(path)) is damaged: words cannot be divided | install letterpdf anew"
      ])
  }
}
