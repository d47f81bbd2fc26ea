import Testing

@testable import Typeset

/// Total-fit against first-fit on the same ragged text in the same measure.
@Suite struct RaggedTotalFitTests {
  struct Faults: Hashable {
    var lines = 0
    var hyphens = 0
    var overfull = 0
    /// Sums of squared slack in square points, without and with the last line.
    var running = 0.0
    var all = 0.0

    mutating func add(_ other: Faults) {
      lines += other.lines
      hyphens += other.hyphens
      overfull += other.overfull
      running += other.running
      all += other.all
    }
  }

  /// Counted from the items alone, apart from the breaker's own sums.
  static func faults(_ text: SampleText, _ broken: BrokenParagraph, _ measure: Double) -> Faults {
    var faults = Faults(lines: broken.breaks.count, overfull: broken.overfull.count)
    for line in broken.breaks.indices {
      var width = 0.0
      for item in text.items[broken.content(ofLine: line, in: text.items)] {
        switch item {
        case .box(let own): width += own
        case .glue(let own, _, _): width += own
        case .penalty: break
        }
      }
      let end = broken.breaks[line].item
      if end < text.items.count, case .penalty(let own, _, let flagged, _) = text.items[end] {
        width += own
        if flagged { faults.hyphens += 1 }
      }
      faults.all += (measure - width) * (measure - width)
      if line < broken.breaks.count - 1 { faults.running += (measure - width) * (measure - width) }
    }
    return faults
  }

  static let paragraphs =
    Letter2019.paragraphs + DanishParagraphs.letter2024 + DanishParagraphs.long

  @Test(arguments: [80.0, 100, 125, 160], [false, true])
  func `Total-fit has no more hyphens and no more squared slack than first-fit`(
    millimetres: Double, graded: Bool
  ) {
    let hyphenator = Hyphenators(folder: languagesFolder).hyphenator(for: .danish)
    let measure = millimetres * 72 / 25.4
    var (sumFirst, sumTotal) = (Faults(), Faults())
    for paragraph in Self.paragraphs {
      let text = SampleText(paragraph, hyphenator: hyphenator, graded: graded)
      let parameters = BreakParameters(shape: .ragged, ladder: 2)
      func broken(_ breaking: ParagraphStyle.Breaking) -> Faults {
        let lines = breakParagraph(
          text.items, breaking: breaking, measures: [measure], parameters: parameters)
        return Self.faults(text, lines, measure)
      }
      let (first, total) = (broken(.firstFit), broken(.totalFit))
      #expect(total.hyphens <= first.hyphens)
      #expect(total.running <= first.running + 0.01)
      #expect(total.all <= first.all + 0.01)
      #expect(total.overfull <= first.overfull)
      sumFirst.add(first)
      sumTotal.add(total)
    }
    // Not just no worse: over all paragraphs together clearly better.
    #expect(Double(sumTotal.hyphens) < 0.95 * Double(sumFirst.hyphens))
    #expect(sumTotal.running < 0.95 * sumFirst.running)
  }
}
