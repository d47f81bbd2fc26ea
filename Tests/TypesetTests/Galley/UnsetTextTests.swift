import Testing

@testable import Typeset

/// What is set in part goes on in another column where it was left.
struct UnsetTextTests {
  let sample = SamplePlan(breaking: .totalFit)

  func set(_ blocks: [FlowBlock], width: Length) -> [Slug] {
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    return ColumnSetter(shaper: shaper, width: width).set(blocks)
  }

  func runs(_ slugs: some Sequence<Slug>) -> [GlyphRun] {
    slugs.flatMap(\.items).flatMap { placed -> [GlyphRun] in
      if case .line(let line) = placed.item { line.runs.map(\.item) } else { [] }
    }
  }

  /// The text without the hyphens of divided words and without spaces.
  func text(_ slugs: some Sequence<Slug>) -> String {
    runs(slugs).filter { $0.actualText == nil }.map(\.text).joined()
      .replacing("\u{AD}", with: "").replacing(" ", with: "")
  }

  static let prose =
    "Kommunalbestyrelsen drøftede udviklingssamtalerne, ansættelsesvilkårene og arbejdsmarkedets"
    + " uddannelsesmuligheder i forsyningssikkerhedens navn, som borgmesteren har understreget."

  @Test(arguments: [25.0, 40, 60])
  func `Every line may be the last of its column`(width: Double) throws {
    let blocks: [FlowBlock] = [
      .paragraph(sample.paragraph("Før.")), .paragraph(sample.paragraph(Self.prose)),
      .paragraph(sample.paragraph("Efter.")),
    ]
    let slugs = set(blocks, width: .mm(width))
    var divided = 0
    for index in slugs.indices.dropFirst() {
      let rest = set(blocks.rest(from: try #require(slugs[index].start)), width: .mm(123))
      #expect(text(Array(slugs[..<index]) + rest) == text(slugs))
      // The pieces on either side name the same word.
      if let word = runs([slugs[index - 1]]).last?.word {
        divided += 1
        #expect(runs(rest.prefix(1)).first?.word == word)
      }
      #expect(rest[0].gapBefore == .zero)
    }
    #expect(divided > 0)
  }

  @Test func `A word divided where nothing allows it goes on within`() throws {
    let word = String(repeating: "qzx", count: 40)
    let blocks = [FlowBlock.paragraph(sample.paragraph("Se \(word) her."))]
    let slugs = set(blocks, width: .mm(30))
    #expect(slugs.contains { $0.isOverfull })
    for index in slugs.indices.dropFirst() {
      let rest = set(blocks.rest(from: try #require(slugs[index].start)), width: .mm(123))
      #expect(text(Array(slugs[..<index]) + rest) == text(slugs))
    }
  }

  @Test func `A mark is set once, where its line stands`() throws {
    var plan = sample.paragraph(Self.prose)
    var mark = sample.inline("")
    mark.content = .footnoteMark(0)
    plan.inlines.append(mark)
    let blocks = [FlowBlock.paragraph(plan)]
    let slugs = set(blocks, width: .mm(40))
    #expect(slugs.flatMap(\.notes) == [0])
    let rest = set(blocks.rest(from: try #require(slugs[2].start)), width: .mm(123))
    #expect(rest.flatMap(\.notes) == [0])
    #expect(slugs[..<2].flatMap(\.notes) == [])
  }

  @Test func `A label stays with the line it stands beside`() throws {
    var plan = sample.paragraph(Self.prose)
    plan.label = LabelPlan(inlines: [sample.inline("1.")], x: .zero, width: .mm(5))
    plan.indentLeft = .mm(5)
    let blocks = [FlowBlock.paragraph(plan)]
    let slugs = set(blocks, width: .mm(40))
    #expect(text(slugs.prefix(1)).hasPrefix("1."))
    let rest = set(blocks.rest(from: try #require(slugs[1].start)), width: .mm(123))
    #expect(!text(rest).contains("1."))
  }
}
