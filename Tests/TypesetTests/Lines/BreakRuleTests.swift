import Testing

@testable import LineBreaking
@testable import Typeset

/// Each fault that total-fit shuns, with its cost and without it.
@Suite struct BreakRuleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let shape: BreakParameters.Shape
    let measure: Int
    let text: String
    let lines: [String]
    let switchedOff: @Sendable (inout BreakCosts) -> Void
    let otherwise: [String]
  }

  static let examples = [
    Example(
      testDescription: "two hyphens in a row, ragged", shape: .ragged, measure: 21,
      text:
        "forbi senest hente til at en en brev_et af_slag er af_slag skole_bestyr_elsen hente på",
      lines: [
        "forbi senest hente", "til at en en brev-", "et afslag er afslag", "skolebestyrelsen",
        "hente på",
      ],
      switchedOff: { $0.raggedRun = 0 },
      otherwise: [
        "forbi senest hente", "til at en en brev-", "et afslag er af-", "slag skolebestyrelsen",
        "hente på",
      ]),
    Example(
      testDescription: "a hyphen before the last line, ragged", shape: .ragged, measure: 40,
      text: "se aften se fredag af_slag på fra den an_søg_ningen plan",
      lines: ["se aften se fredag afslag på fra den", "ansøgningen plan"],
      switchedOff: { $0.raggedFinalHyphen = 0 },
      otherwise: ["se aften se fredag afslag på fra den an-", "søgningen plan"]),
    Example(
      testDescription: "a word alone in the last line, ragged", shape: .ragged, measure: 29,
      text: "maj om fredag af_slag brev_et i vil",
      lines: ["maj om fredag afslag brevet", "i vil"],
      switchedOff: { $0.raggedLoneWord = 0 },
      otherwise: ["maj om fredag afslag brevet i", "vil"]),
    Example(
      testDescription: "a piece alone in the last line, ragged", shape: .ragged, measure: 29,
      text: "på gerne aften for af_slag af_slag",
      lines: ["på gerne aften for afslag", "afslag"],
      switchedOff: { $0.raggedLonePiece = 0 },
      otherwise: ["på gerne aften for afslag af-", "slag"]),
    Example(
      testDescription: "two hyphens in a row, justified", shape: .justified, measure: 39,
      text: "en og se af_slag af_slag maj maj an_søg_ningen bor_ger_ne os mødet den maj maj "
        + "by_rådet hente gerne",
      lines: [
        "en og se afslag afslag maj maj ansøg-", "ningen borgerne os mødet den maj maj",
        "byrådet hente gerne",
      ],
      switchedOff: { $0.doubleHyphen = 0 },
      otherwise: [
        "en og se afslag afslag maj maj ansøg-", "ningen borgerne os mødet den maj maj by-",
        "rådet hente gerne",
      ]),
    Example(
      testDescription: "a hyphen before the last line, justified", shape: .justified,
      measure: 22, text: "om får brev_et en brev_et den by_rådet",
      lines: ["om får brevet en brevet", "den byrådet"],
      switchedOff: { $0.finalHyphen = 0 },
      otherwise: ["om får brevet en brev-", "et den byrådet"]),
    Example(
      testDescription: "a word alone in the last line, justified", shape: .justified,
      measure: 23, text: "maj en svar støt_te bil i",
      lines: ["maj en svar støtte bil i"],
      switchedOff: { $0.loneWord = 0 },
      otherwise: ["maj en svar støtte bil", "i"]),
    Example(
      testDescription: "a piece alone in the last line, justified", shape: .justified,
      measure: 17, text: "at mødet om den mødet bor_ger_ne når an_søg_ningen",
      lines: ["at mødet om den", "mødet borgerne", "når ansøgningen"],
      switchedOff: { $0.lonePiece = 0 },
      otherwise: ["at mødet", "om den mødet bor-", "gerne når ansøg-", "ningen"]),
    Example(
      testDescription: "a tight line after a loose one, justified", shape: .justified,
      measure: 17, text: "hente maj hos hente når se støt_te vil",
      lines: ["hente maj", "hos hente når se", "støtte vil"],
      switchedOff: { $0.uneven = 0 },
      otherwise: ["hente", "maj hos hente når", "se støtte vil"]),
  ]

  @Test(arguments: examples)
  func `A fault is shunned as long as it costs`(example: Example) {
    let text = TypewriterText(example.text)
    var parameters = BreakParameters(shape: example.shape, ladder: 0)
    if example.shape == .justified { parameters.costs = .mild }
    func lines() -> [String] {
      text.lines(example.measure, .totalFit, parameters)
    }
    #expect(lines() == example.lines)
    example.switchedOff(&parameters.costs)
    #expect(lines() == example.otherwise)
  }

  @Test(arguments: [BreakParameters.Shape.ragged, .justified], [1, 2, 3])
  func `No more lines in a row end in a hyphen than the ladder allows`(
    shape: BreakParameters.Shape, ladder: Int
  ) {
    // Every word fills most of a line, so that each line would like to end in a hyphen.
    let text = TypewriterText(String(repeating: "abcdef_ghijklm_nopqrs ", count: 12))
    for breaking in BreakParameters.Method.allCases {
      func longestRun(_ ladder: Int) -> Int {
        let lines = text.lines(27, breaking, BreakParameters(shape: shape, ladder: ladder))
        var (run, longest) = (0, 0)
        for line in lines {
          run = line.hasSuffix("-") ? run + 1 : 0
          longest = max(longest, run)
        }
        return longest
      }
      #expect(longestRun(ladder) <= ladder)
      if breaking == .firstFit { #expect(longestRun(0) > ladder) }
    }
  }

  @Test func `A ladder is lengthened rather than a line made too wide`() {
    let text = TypewriterText("abcdefgh_abcdefgh_abcdefgh_abcdefgh")
    let lines = ["abcdefgh-", "abcdefgh-", "abcdefgh-", "abcdefgh"]
    for breaking in BreakParameters.Method.allCases {
      for shape in [BreakParameters.Shape.ragged, .justified] {
        #expect(text.lines(9, breaking, BreakParameters(shape: shape, ladder: 1)) == lines)
      }
    }
  }

  @Test func `A looser pass comes before a line too loose, and that before one too wide`() {
    func broken(_ text: String, _ measure: Double) -> BrokenParagraph {
      breakParagraph(
        TypewriterText(text).items, breaking: .totalFit, measures: [measure],
        parameters: BreakParameters(shape: .justified, ladder: 0))
    }
    // Ratio (150 - 130) / 10: too loose for the first pass, allowed in the second.
    let loose = broken("aaaa bbb cccc ddddd", 150)
    #expect(loose.breaks.map(\.ratio) == [2, 0])
    // Ratio (150 - 90) / 5 would be 12; what is left empty stays empty.
    let tooLoose = broken("aaaa bbbb ccccccccccccccc", 150)
    #expect(tooLoose.breaks.map(\.ratio) == [5, 0])
    #expect(tooLoose.overfull.isEmpty)
    let tooWide = broken("aaaa bbbb cccccccccccccccc dd", 150)
    #expect(tooWide.overfull == [1])
  }

  @Test func `Shrink is used up to its whole and no more`() {
    func lines(_ measure: Double) -> Int {
      breakParagraph(
        TypewriterText("aaaa bbbb cccc dddd").items, breaking: .totalFit, measures: [measure],
        parameters: BreakParameters(shape: .justified, ladder: 0)
      ).breaks.count
    }
    #expect(lines(181) == 1)
    #expect(lines(180) == 2)
  }
}
