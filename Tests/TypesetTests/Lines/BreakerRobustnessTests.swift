import Testing

@testable import LineBreaking
@testable import Typeset

/// Anything may be in a letter: the breaker must neither trap nor lose a word.
@Suite struct BreakerRobustnessTests {
  /// Marsaglia's xorshift, so that each run tries the same items.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static func items(_ random: inout Random) -> [BreakItem] {
    (0..<Int.random(in: 0...60, using: &random)).map { _ in
      switch Int.random(in: 0...9, using: &random) {
      case 0...4: .box(width: Double.random(in: 0...60, using: &random))
      case 5...7: .glue(width: 5, stretch: 2, shrink: 1)
      case 8:
        .penalty(
          width: 4, cost: Double.random(in: -200...500, using: &random), flagged: true,
          hang: Double.random(in: 0...6, using: &random))
      default:
        .penalty(
          width: 0, cost: Bool.random(using: &random) ? -10_000 : 10_000, flagged: false, hang: 0)
      }
    }
  }

  @Test func `Every box stands on one line, in order, and lines break where they may`() {
    var random = Random(state: 88_172_645_463_325_252)
    for _ in 0..<400 {
      let items = Self.items(&random)
      let measure = Double.random(in: -5...200, using: &random)
      for breaking in BreakParameters.Method.allCases {
        for shape in [BreakParameters.Shape.ragged, .justified] {
          let broken = breakParagraph(
            items, breaking: breaking, measures: [measure],
            parameters: BreakParameters(shape: shape, ladder: 2))
          let boxes = broken.breaks.indices.flatMap { line in
            broken.content(ofLine: line, in: items).filter { items[$0].isBox }
          }
          #expect(boxes == items.indices.filter { items[$0].isBox })
          for place in broken.breaks where place.item < items.count {
            if case .penalty(_, let cost, _, _) = items[place.item] { #expect(cost < 10_000) }
            #expect(!items[place.item].isBox)
          }
          let places = broken.breaks.map(\.item)
          #expect(places == places.sorted())
          let forced = items.indices.filter {
            if case .penalty(_, let cost, _, _) = items[$0] { cost <= -10_000 } else { false }
          }
          #expect(Set(forced).isSubset(of: places))
        }
      }
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 0, 1e300])
  func `No measure traps`(measure: Double) {
    let items = TypewriterText("aaaa bb_bb cccc").items
    for breaking in BreakParameters.Method.allCases {
      for shape in [BreakParameters.Shape.ragged, .justified] {
        let broken = breakParagraph(
          items, breaking: breaking, measures: [measure],
          parameters: BreakParameters(shape: shape, ladder: 1))
        #expect(broken.breaks.last?.item == items.count)
      }
    }
  }

  @Test func `The time grows as the words do`() {
    let words = TypewriterText(String(repeating: "en bor_ger_ne by_rådet sag ", count: 80)).items
    func seconds(_ count: Int) -> Double {
      let items = Array(repeatElement(words, count: count).joined())
      let clock = ContinuousClock()
      return (0..<3).map { _ in
        let time = clock.measure {
          _ = breakParagraph(
            items, breaking: .totalFit, measures: [600],
            parameters: BreakParameters(shape: .ragged, ladder: 2))
        }
        return Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
      }.min() ?? 0
    }
    // Ten times the words, 320 and 3,200: quadratic time would be a hundredfold.
    #expect(seconds(10) < 30 * seconds(1))
  }
}
