import Testing

@testable import Typeset

/// The figures of lines and divisions, printed for `Benchmarks/lines`.
@Suite struct LineFigures {
  @Test func `Lines of the two letters and ten long paragraphs`() {
    let hyphenator = Hyphenators(folder: languagesFolder).hyphenator(for: .danish)
    let samples = [
      ("letter of 2019", Letter2019.paragraphs), ("letter of 2024", DanishParagraphs.letter2024),
      ("ten long paragraphs", DanishParagraphs.long),
    ]
    for (name, paragraphs) in samples {
      for graded in [false, true] {
        var sums: [RaggedTotalFitTests.Faults] = []
        for breaking in [ParagraphStyle.Breaking.firstFit, .totalFit] {
          var sum = RaggedTotalFitTests.Faults()
          for paragraph in paragraphs {
            let text = SampleText(paragraph, hyphenator: hyphenator, graded: graded)
            let broken = breakParagraph(
              text.items, breaking: breaking, measures: [Letter2019.measure],
              parameters: BreakParameters(shape: .ragged, ladder: 2))
            sum.add(RaggedTotalFitTests.faults(text, broken, Letter2019.measure))
          }
          sums.append(sum)
          print(
            "figure: \(name), \(graded ? "graded" : "plain"), \(breaking): \(sum.lines) lines,",
            "\(sum.hyphens) hyphens, squared slack \(Int(sum.running)) pt²",
            "(with last lines \(Int(sum.all)) pt²)")
        }
        #expect(sums[1].hyphens <= sums[0].hyphens)
        #expect(sums[1].running <= sums[0].running + 0.01)
      }
    }
  }

  @Test func `Divisions of five hundred compounds`() throws {
    let (graded, plain) = try DanishDivisionTests.audits()
    for (name, audit) in [("plain patterns", plain), ("graded", graded)] {
      print(
        "figure: 500 compounds, \(name): \(audit.offered) divisions, \(audit.atJoints) at joints,",
        "\(audit.jointsOffered) of \(audit.joints) joints offered, \(audit.wrong.count) wrong")
    }
    #expect(graded.wrong.count < plain.wrong.count)
  }
}
