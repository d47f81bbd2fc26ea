import Foundation
import Proofing
import Testing

@testable import Typeset

/// The body of a real letter, which KL printed in 2019; the lines are in `Tests/Goldens`.
struct PrintedLinesTests {
  static func printedParagraphs() throws -> [[String]] {
    let file = Project.root.appending(path: "Tests/Goldens/kl-2019-lines.txt")
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
  }

  @Test func `The 2019 letter breaks into its 31 printed lines`() throws {
    let paragraphs = try Self.printedParagraphs()
    // "børne- og" is printed with its own hyphen at no line end, so every hyphen divides a word.
    let texts = paragraphs.map { lines in
      lines.reduce("") { text, line in
        if text.hasSuffix("-") && !text.hasSuffix("børne-") { return text.dropLast() + line }
        return text.isEmpty ? line : text + " " + line
      }
    }
    let composition = try SamplePlan().compose(paragraphs: texts)
    let printed = paragraphs.flatMap { $0 }.map {
      $0.replacingOccurrences(of: "  ", with: " ")
    }
    #expect(printed.count == 31)
    #expect(composition.lineTexts == printed)
  }

  @Test func `A divided word is one span of the structure, with the whole word as its text`() throws
  {
    let composition = try SamplePlan(measure: .mm(37)).compose(paragraphs: [
      String(repeating: "Dialogen om udfordringer ", count: 12)
    ])
    let words = composition.structure.elements.compactMap(\.actualText)
    #expect(!words.isEmpty)
    #expect(words.allSatisfy { ["Dialogen", "udfordringer"].contains($0) })
  }

  @Test func `A hyphen at a line end reads as a soft hyphen`() throws {
    let composition = try SamplePlan(measure: .mm(37)).compose(paragraphs: [
      String(repeating: "Dialogen om udfordringer ", count: 12)
    ])
    let hyphens = composition.pages.flatMap(\.frame.items).compactMap { placed -> GlyphRun? in
      guard case .line(let line) = placed.item else { return nil }
      return line.runs.last?.item
    }.filter { ["-", "\u{2010}", "\u{AD}"].contains($0.text) }
    #expect(!hyphens.isEmpty)
    #expect(hyphens.allSatisfy { $0.text == "\u{AD}" && $0.actualText == nil })
  }

  @Test func `A space stands at the end of each broken line, so that words do not run together`()
    throws
  {
    let composition = try SamplePlan(hyphenates: false).compose(paragraphs: [
      String(repeating: "kommunerne ", count: 40)
    ])
    let lines = composition.pages.flatMap(\.frame.items).compactMap { placed -> Line? in
      guard case .line(let line) = placed.item else { return nil }
      return line
    }
    #expect(lines.count > 3)
    for line in lines.dropLast() {
      #expect(line.runs.last?.item.text.last == " ")
      #expect(line.width.points <= SamplePlan().measure.points)
    }
  }
}
