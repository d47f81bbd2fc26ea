import Foundation
import Proofing
import Testing

@testable import Typeset

/// Bullets, numbers and terms stand beside their text, never over it, and are never lost.
struct LabelTests {
  @Test func `A term that is wider than its column stands above its value`() throws {
    for layout in try shippedLayouts() {
      let set = try composed(
        "Kommunalbestyrelsesmedlemmerne i hele landet:: alle\nKort:: værdi\n"
          + "En term med så mange ord at den fylder mere end en hel linje i ethvert brev, og mere "
          + "til endnu, så den må stå på flere linjer:: sidst\n", layout: layout)
      #expect(set.collisions == [])
      let lines = set.placedLines.filter { $0.role == "fieldList" }
      let term = try #require(lines.first { $0.text.hasPrefix("Kommunal") })
      let value = try #require(lines.first { $0.text == "alle" })
      #expect(value.baseline > term.baseline)
      let short = try #require(lines.first { $0.text.hasPrefix("Kort") })
      let beside = try #require(lines.first { $0.text == "værdi" })
      #expect(beside.baseline == short.baseline)
      #expect(beside.ink.minX == value.ink.minX)
    }
  }

  /// The left edges of the lines that begin with one of some words.
  func edges(_ set: Composition, _ words: String...) -> Set<Double> {
    Set(
      set.placedLines.filter { line in words.contains { line.text.hasPrefix($0) } }
        .map { ($0.ink.minX.points * 100).rounded() })
  }

  @Test func `A number wider than the indent moves the text of its whole list`() throws {
    for layout in try shippedLayouts() {
      let set = try composed(
        "98. atten\n99. nitten, og så mange ord at linjen løber over og der kommer en til af dem, "
          + "endda flere\n100. tyve\n\n     - under\n", layout: layout)
      #expect(set.collisions == [])
      #expect(edges(set, "atten", "nitten", "tyve").count == 1)
    }
  }

  @Test func `Roman numbers, deep in lists, stand clear of their text`() throws {
    let items = (0..<38).map { "      1. tekst \($0)" }.joined(separator: "\n")
    let set = try composed("1. a\n   1. b\n\(items)\n   1. c\n")
    #expect(set.collisions == [])
    #expect(set.texts("listItem").contains("xxxviii."))
    #expect(edges(set, "tekst").count == 1)
  }

  @Test func `Numbers set flush right stand clear of their text`() throws {
    let scratch = try Scratch()
    let layout = "extends: kl\nname: right\nlists: {align-numbers-right: true}\n"
    try scratch.write(layout, as: "right.yaml")
    let set = try composed(
      "8. otte\n9. ni\n10. ti\n", layout: "right.yaml", in: scratch.folder.path)
    let lines = set.placedLines.filter { $0.role == "listItem" }
    let ends = lines.filter { $0.text.hasSuffix(".") }.map { $0.ink.maxX.points }
    let start = try #require(lines.first { $0.text == "ni" }).ink.minX.points
    #expect(ends.count == 3)
    for end in ends { #expect(abs(start - end - 2.5) < 0.1) }
  }

  @Test func `Note numbers of three digits stand clear of their notes`() throws {
    let marks = (1...120).map { "ord[^\($0)]" }.joined(separator: " ")
    let notes = (1...120).map { "[^\($0)]: note \($0)" }.joined(separator: "\n")
    let set = try composed("\(marks)\n\n\(notes)\n")
    #expect(set.collisions == [])
    #expect(edges(set, "note ").count == 1)
  }

  @Test(arguments: [
    ("- | a | b |\n  |---|---|\n  | c | d |", 1), ("- | a |\n  |---|\n  | c |\n\n  : Tabel", 1),
    ("- ![x](x.png)", 1), ("- - - a", 3), ("1. - a\n   - b", 3), ("-", 1), ("- a\n-\n- b", 3),
    ("- ## Overskrift", 1), ("- > citat", 1), ("- ```\n  kode\n  ```", 1),
    ("- Felt:: værdi\n  Mere:: mere", 3), ("- <!-- intet -->", 1),
    ("-\n\n| a | b |\n|---|---|\n| c | d |", 1),
  ])
  func `Every item has its bullet, whatever it begins with`(body: String, labels: Int) throws {
    let scratch = try Scratch()
    try Picture(width: 60, height: 40, fill: 0).write(png: scratch.path("x.png"))
    let set = try composed(body, in: scratch.folder.path)
    #expect(set.collisions == [])
    let found = set.placedLines.filter { line in
      ["–", "•", "1.", "Felt", "Mere"].contains(line.text.trimmed)
    }
    #expect(found.count == labels)
  }

  @Test func `A bullet stands level with the first line of what it belongs to`() throws {
    let set = try composed("- - dyb\n- | a | b |\n  |---|---|\n  | c | d |\n")
    let lines = set.placedLines
    let deep = try #require(lines.first { $0.text == "dyb" })
    #expect(lines.count { $0.baseline == deep.baseline } == 3)
    let cell = try #require(lines.first { $0.text == "a" })
    #expect(lines.contains { $0.text == "–" && abs($0.baseline - cell.baseline) < 2 })
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
