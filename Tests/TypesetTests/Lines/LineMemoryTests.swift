import Proofing
import Testing

@testable import Typeset

/// What is kept of paragraphs from letter to letter.
struct LineMemoryTests {
  let sample = SamplePlan()

  /// A paragraph as a file of its own has it.
  func paragraph(_ text: String, from name: String, _ inlines: [InlinePlan] = []) -> ParagraphPlan {
    let file = SourceFile(name: name, text: text)
    var plan = sample.paragraph(text)
    plan.inlines += inlines
    plan.place = file.range(0, text.utf8.count)
    for index in plan.inlines.indices { plan.inlines[index].place = file.range(0, 1) }
    return plan
  }

  @Test func `A paragraph of another letter's is known again, wherever it stands there`() {
    let memory = LineMemory()
    var set = 0
    for name in ["one.md", "another.md"] {
      let lines = memory.lines(
        of: paragraph("Kære borger", from: name), measure: .mm(100), page: .none
      ) {
        set += 1
        return []
      }
      #expect(lines.isEmpty)
    }
    #expect(set == 1)
    _ = memory.lines(of: paragraph("Kære bruger", from: "one.md"), measure: .mm(100), page: .none) {
      set += 1
      return []
    }
    #expect(set == 2)
  }

  @Test func `An image among words is set anew, for it tells its place`() {
    let memory = LineMemory()
    let image = InlineImageTests().image(height: .pt(6))
    var set = 0
    for name in ["one.md", "another.md"] {
      _ = memory.lines(
        of: paragraph("Kære borger", from: name, [image]), measure: .mm(100), page: .none
      ) {
        set += 1
        return []
      }
    }
    #expect(set == 2)
  }
}
