import Testing

@testable import LineBreaking
@testable import Typeset

@Suite struct FirstFitTests {
  let ragged = BreakParameters(shape: .ragged, ladder: 0)

  @Test func `Each line takes what fits, the hyphen's width counted`() {
    let text = TypewriterText("aaaa bbbb cc_cc dddd")
    #expect(text.lines(13, .firstFit, ragged) == ["aaaa bbbb cc-", "cc dddd"])
    #expect(text.lines(12, .firstFit, ragged) == ["aaaa bbbb", "cccc dddd"])
  }

  @Test func `White at a line end and after a break vanishes`() {
    var text = TypewriterText("aaaa  bbbb   cccc ")
    #expect(text.lines(9, .firstFit, ragged) == ["aaaa", "bbbb", "cccc"])
    #expect(text.lines(10, .firstFit, ragged) == ["aaaa  bbbb", "cccc"])
    // A break at a penalty drops the white on both sides of it.
    text = TypewriterText("aaaa _ bbbb")
    #expect(text.lines(5, .firstFit, ragged) == ["aaaa-", "bbbb"])
  }

  @Test func `White at the start of a paragraph stays`() {
    #expect(TypewriterText("  aa bb").lines(5, .firstFit, ragged) == ["  aa", "bb"])
  }

  @Test func `A forced break ends its line, and two leave an empty one`() {
    for breaking in BreakParameters.Method.allCases {
      #expect(TypewriterText("aa| bb").lines(20, breaking, ragged) == ["aa", "bb"])
      #expect(TypewriterText("aa||bb").lines(20, breaking, ragged) == ["aa", "", "bb"])
      #expect(TypewriterText("aa bb|").lines(20, breaking, ragged) == ["aa bb"])
      #expect(TypewriterText("").lines(20, breaking, ragged) == [])
    }
  }

  @Test func `The end of a line may stand out by the hang of its penalty`() {
    for breaking in BreakParameters.Method.allCases {
      var text = TypewriterText("aaaa bb_bb")
      #expect(text.lines(7, breaking, ragged) == ["aaaa", "bbbb"])
      text.replace(3, with: .penalty(width: 10, cost: 50, flagged: true, hang: 10))
      #expect(text.lines(7, breaking, ragged) == ["aaaa bb-", "bb"])
    }
  }

  @Test func `A penalty that forbids is no place to break`() {
    for breaking in BreakParameters.Method.allCases {
      var text = TypewriterText("aaaa bb_bb")
      text.replace(
        3, with: .penalty(width: 10, cost: BreakItem.infinity, flagged: true, hang: 0))
      #expect(text.lines(8, breaking, ragged) == ["aaaa", "bbbb"])
    }
  }

  @Test func `A poor division is taken only where nothing else fits`() {
    let poor = HyphenationGrade.poor.cost
    #expect(
      TypewriterText("aaaa bb_bb", cost: poor).lines(8, .firstFit, ragged) == ["aaaa", "bbbb"])
    #expect(
      TypewriterText("aaaa bb_bb", cost: 60).lines(8, .firstFit, ragged) == ["aaaa bb-", "bb"])
    #expect(
      TypewriterText("aaaaaa_bbbb", cost: poor).lines(8, .firstFit, ragged) == ["aaaaaa-", "bbbb"])
  }

  @Test func `Only the line too wide is reported`() {
    for breaking in BreakParameters.Method.allCases {
      for shape in [BreakParameters.Shape.ragged, .justified] {
        let broken = breakParagraph(
          TypewriterText("aaaa bbbbbbbbbbbb cc dd ee").items, breaking: breaking, measures: [80],
          parameters: BreakParameters(shape: shape, ladder: 0))
        #expect(broken.overfull == [1])
        #expect(broken.breaks.count == 3)
      }
    }
  }

  @Test func `Each line has its own measure, the last given one for the rest`() {
    for breaking in BreakParameters.Method.allCases {
      let text = TypewriterText("aa aa aa aa aa aa")
      let broken = breakParagraph(
        text.items, breaking: breaking, measures: [20, 80, 50], parameters: ragged)
      #expect(text.lines(broken) == ["aa", "aa aa aa", "aa aa"])
    }
  }
}
