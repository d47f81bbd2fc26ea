import Testing

@testable import LineBreaking
@testable import Typeset

/// The example of *Breaking Paragraphs into Lines*: widths in machine units of 1/18 em
/// (Knuth, *Digital Typography*, pages 75-82).
@Suite struct KnuthPlassTests {
  static let story = """
    In olden times when wish_ing still helped one, there lived a king whose daugh_ters were all \
    beau_ti_ful; and the young_est was so beau_ti_ful that the sun it_self, which has seen so \
    much, was aston_ished when_ever it shone in her face. Close by the king’s castle lay a great \
    dark for_est, and un_der an old lime-tree in the for_est was a well, and when the day was \
    very warm, the king’s child went out into the for_est and sat down by the side of the cool \
    foun_tain; and when she was bored she took a golden ball, and threw it up on high and caught \
    it; and this ball was her favor_ite play_thing.
    """

  static let narrow = [
    "In olden times when wishing still helped one,",
    "there lived a king whose daughters were all beau-",
    "tiful; and the youngest was so beautiful that the",
    "sun itself, which has seen so much, was aston-",
    "ished whenever it shone in her face. Close by the",
    "king’s castle lay a great dark forest, and under an",
    "old lime-tree in the forest was a well, and when",
    "the day was very warm, the king’s child went out",
    "into the forest and sat down by the side of the",
    "cool fountain; and when she was bored she took a",
    "golden ball, and threw it up on high and caught",
    "it; and this ball was her favorite plaything.",
  ]
  static let narrowRatios = [
    0.857, 0, 0.280, 1, 0.067, -0.278, 0.536, -0.167, 0.700, -0.176, 0.357,
  ]
  static let wide = [
    "In olden times when wishing still helped one, there lived a",
    "king whose daughters were all beautiful; and the youngest was",
    "so beautiful that the sun itself, which has seen so much, was",
    "astonished whenever it shone in her face. Close by the king’s",
    "castle lay a great dark forest, and under an old lime-tree in the",
    "forest was a well, and when the day was very warm, the king’s",
    "child went out into the forest and sat down by the side of the",
    "cool fountain; and when she was bored she took a golden ball,",
    "and threw it up on high and caught it; and this ball was her",
    "favorite plaything.",
  ]
  static let wideRatios = [0.774, 0.179, 0.629, 0.545, 0, 0.079, 0.282, 0.294, 0.575]

  @Test(arguments: [
    (390.0, narrow, narrowRatios), (500.0, wide, wideRatios),
  ])
  func `The king's daughter is set as the paper prints her`(
    measure: Double, lines: [String], ratios: [Double]
  ) {
    let (items, words) = Self.items()
    // The first line is indented by an em.
    let broken = breakParagraph(
      items, breaking: .totalFit, measures: [measure - 18, measure],
      parameters: BreakParameters(shape: .justified, ladder: 0, costs: .paper))
    let found = broken.breaks.indices.map { line in
      let content = broken.content(ofLine: line, in: items)
      let item = broken.breaks[line].item
      let text = content.map { words[$0] }.filter { $0 != Self.hyphen }.joined()
      return text + (item < words.count && words[item] == Self.hyphen ? Self.hyphen : "")
    }
    #expect(found == lines)
    #expect(broken.overfull.isEmpty)
    for (found, printed) in zip(broken.breaks, ratios) {
      #expect(abs(found.ratio - printed) < 0.0006)
    }
    // The end of the paragraph is filled up, not stretched.
    #expect(broken.breaks.last?.ratio == 0)
  }

  private static let hyphen = "-"

  static func items() -> (items: [BreakItem], words: [String]) {
    var items: [BreakItem] = []
    var words: [String] = []
    var previous: Character = " "
    var box = ""
    func flush() {
      guard !box.isEmpty else { return }
      items.append(.box(width: box.reduce(0) { $0 + width(of: $1) }))
      words.append(box)
      box = ""
    }
    for character in story {
      switch character {
      case " ":
        flush()
        let space: (Double, Double, Double) =
          switch previous {
          case ",": (6, 4, 2)
          case ";": (6, 4, 1)
          case ".": (8, 6, 1)
          default: (6, 3, 2)
          }
        items.append(.glue(width: space.0, stretch: space.1, shrink: space.2))
        words.append(" ")
      case "_", "-":
        if character == "-" { box.append("-") }
        flush()
        items.append(
          .penalty(width: character == "-" ? 0 : 6, cost: 50, flagged: true, hang: 0))
        words.append(character == "-" ? "" : Self.hyphen)
      default: box.append(character)
      }
      previous = character
    }
    flush()
    return (items, words)
  }

  static func width(of character: Character) -> Double {
    switch character {
    case "i", "l", ",", ".", ";", "’": 5
    case "f", "j", "I", "-": 6
    case "r", "s", "t": 7
    case "c", "e", "z": 8
    case "a", "g", "o", "v": 9
    case "w", "C": 13
    case "m": 15
    default: 10
    }
  }
}
