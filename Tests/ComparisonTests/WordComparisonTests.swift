import Inspection
import Testing

@testable import Comparison

/// What is said of words that changed, moved, went and came.
struct WordComparisonTests {
  /// Lines of words, five millimetres each, on one page or several.
  private func pages(_ pages: [(y: Double, text: String)]...) -> [PageWords] {
    pages.map { lines in
      var words: [PageWord] = []
      for (number, line) in lines.enumerated() {
        var x = 20.0
        for text in line.text.split(separator: " ") {
          let width = Double(text.count) * 2
          words.append(
            PageWord(
              String(text), area: Area(x: x, y: line.y, width: width, height: 4), line: number))
          x += width + 1
        }
      }
      return PageWords(size: Area(x: 0, y: 0, width: 210, height: 297), words: words)
    }
  }

  private func messages(
    _ old: [PageWords], _ new: [PageWords], ignoring places: [String] = [],
    masking patterns: [String] = [], tolerance: Double = 0.1
  ) -> [String] {
    var options = CompareOptions()
    options.ignored = places.compactMap { IgnoredPlace($0) }
    for pattern in patterns where !options.masks.add(pattern) {
      Issue.record("\(pattern) is no pattern")
    }
    let masks = options.masks.compiled()
    return WordComparison(
      comparedWords(old, options, masks), comparedWords(new, options, masks),
      distance: tolerance
    ).differences.map { "\($0.page ?? 0): \($0.message)" }
  }

  @Test func `The same words in the same places say nothing`() {
    let page = pages([(50, "Kære borgmester"), (55, "Vi har modtaget")])
    #expect(messages(page, page) == [])
  }

  @Test func `A line that moved is told with its way`() {
    let old = pages([(50, "Kære borgmester")], [(50, "Mere tekst"), (280, "Side 2 af 2")])
    let new = pages([(50, "Kære borgmester")], [(50, "Mere tekst"), (283.1, "Side 2 af 2")])
    #expect(messages(old, new) == ["2: 'Side 2 af 2' moved 3.1 mm down"])
    #expect(messages(new, old) == ["2: 'Side 2 af 2' moved 3.1 mm up"])
    #expect(messages(old, new, tolerance: 3.2) == [])
  }

  @Test func `Words that are others, missing and new are told apart`() {
    let old = pages([(50, "Frist er den 3. april kl. 12"), (55, "Venlig hilsen")])
    #expect(
      messages(old, pages([(50, "Frist er den 4. april kl. 12"), (55, "Venlig hilsen")]))
        == ["1: '3.' is now '4.'"])
    #expect(
      messages(old, pages([(50, "Frist er den 3. april kl. 12")]))
        == ["1: 'Venlig hilsen' is missing"])
    #expect(
      messages(pages([(50, "Frist er den 3. april kl. 12")]), old)
        == ["1: 'Venlig hilsen' is new"])
  }

  @Test func `A line that moved past others was not written anew`() {
    let old = pages([(20, "Dato: 3. april"), (50, "a b c d e f g h i j")])
    var new = pages([(50, "a b c d e f g h i j"), (90, "Dato: 3. april")])
    #expect(messages(old, new) == ["1: 'Dato: 3. april' moved 70.0 mm down"])
    new = pages([(50, "a b c d e f g h i j")], [(20, "Dato: 3. april")])
    #expect(messages(old, new) == ["1: 'Dato: 3. april' moved to page 2"])
  }

  @Test func `What a mask covers may be anything, and may shift its line`() {
    let old = pages([(50, "Sag 1234567 af 11. marts 2024 er lukket"), (55, "Venlig hilsen")])
    let new = pages([(50, "Sag 76543210 af 2. april 2024 er lukket"), (55, "Venlig hilsen")])
    #expect(messages(old, new).first == "1: '1234567' is now '76543210'")
    #expect(messages(old, new, masking: [#"\d{7,8}"#, #"\d+\. [a-z]+ \d{4}"#]) == [])
    // The line's height on the page still counts.
    let lower = pages([(52, "Sag 76543210 af 2. april 2024 er lukket"), (55, "Venlig hilsen")])
    #expect(
      messages(old, lower, masking: [#"\d{7,8}"#, #"\d+\. [a-z]+ \d{4}"#])
        == ["1: 'Sag ▒ af ▒ er lukket' moved 2.0 mm down"])
  }

  @Test func `Words in a place that does not count say nothing`() {
    let old = pages([(20, "Dato: 3. april"), (50, "Kære borgmester")])
    let new = pages([(20, "Dato: 4. maj"), (50, "Kære borgmester")])
    #expect(messages(old, new) == ["1: '3. april' is now '4. maj'"])
    #expect(messages(old, new, ignoring: ["10 15 100 12"]) == [])
    #expect(messages(old, new, ignoring: ["1: 10mm 15mm 100mm 12mm"]) == [])
    #expect(messages(old, new, ignoring: ["2: 10 15 100 12"]).count == 1)
  }

  @Test func `Larger and wider words are told`() {
    let old = pages([(50, "Overskrift")])
    var new = old
    new[0].words = [
      PageWord("Overskrift", area: Area(x: 20, y: 49, width: 24, height: 6), line: 0)
    ]
    #expect(messages(old, new) == ["1: 'Overskrift' is set larger"])
    new[0].words = [
      PageWord("Overskrift", area: Area(x: 20, y: 50, width: 21.5, height: 4), line: 0)
    ]
    #expect(messages(old, new) == ["1: 'Overskrift' is 1.5 mm wider"])
  }

  @Test func `A line in another font is told as one`() {
    let old = pages([(50, "Virtuelle store møder")])
    var new = old
    var x = 20.0
    new[0].words = old[0].words.map { word in
      let area = Area(x: x, y: 46, width: word.area.width - 1, height: 4)
      x += area.width + 1
      return PageWord(word.text, area: area, line: 0)
    }
    #expect(
      messages(old, new)
        == ["1: 'Virtuelle store møder' moved 4.0 mm up and is 3.0 mm narrower"])
  }

  @Test(arguments: ["", "20 45 85", "20 45 0 30", "a b", "0: 20 45 85 30", "2: sidebar", "1"])
  func `What is no place is none`(text: String) { #expect(IgnoredPlace(text) == nil) }

  @Test func `Tolerances are taken by their units`() {
    var options = CompareOptions()
    let taken = ["0.5mm", "40px", "12%"].map { options.take(tolerance: $0) }
    #expect(taken == [true, true, true])
    #expect(options.distance == 0.5 && options.pixels == 40 && options.color == 0.12)
    let wrong = ["", "3", "mm", "-1mm", "1.5px", "101%", "nanmm"].filter {
      options.take(tolerance: $0)
    }
    #expect(wrong == [])
    let isPattern = options.masks.add("(")
    #expect(!isPattern)
  }
}
