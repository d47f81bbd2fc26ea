import CPangoCairo
import Proofing
import Testing

@testable import Typeset

/// A program that sets letters finds its process as it was.
struct HostTests {
  @Test func `Fontconfig's fonts stay those of the process`() throws {
    let config = FcConfigGetCurrent()
    let setter = Typesetter(resources: .folder(Project.folder))
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    letter.subject = "Tegning"
    letter.body = [.image(Image(path: "a.svg", alternative: "Ord"))]
    // Text in a drawing is set by librsvg, with fonts that it finds by itself.
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">\
      <text y="15" font-family="Liberation Sans">Ord</text></svg>
      """
    let composed = try setter.compose(
      letter, in: setter.layout("brev"), assets: .memory(["a.svg": Array(drawing.utf8)]))
    #expect(try composed.pdf().bytes.count > 1000)
    #expect(FcConfigGetCurrent() == config)
  }
}
