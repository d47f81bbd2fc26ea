import LetterRequests
import Proofing
import Testing
import Typeset

/// What the desk makes of requests, without a program around it.
struct RequestDeskTests {
  private let desk = RequestDesk(resources: .folder(Project.folder))

  private func request(_ body: String) -> LetterRequest {
    LetterRequest(
      letter: Array("---\nlayout: kl\ndate: 2024-03-11\n---\n\(body)\n".utf8))
  }

  @Test func `Answers do not depend on what was asked before`() throws {
    let first = try desk.render(request("Kære Anna"))
    for body in ["Kære Bo", "- a\n- b", "## Overskrift\n\nTekst"] {
      for form in FinishOptions.Form.allCases {
        var other = request(body)
        other.form = form
        _ = try desk.render(other)
      }
    }
    #expect(try desk.render(request("Kære Anna")).files == first.files)
  }

  @Test func `What the request says comes before what the letter says`() throws {
    var wanted = request("Kære Anna")
    wanted.layout = "brev"
    wanted.date = CalendarDate(year: 2026, month: 1, day: 2)
    wanted.language = LanguageTag("en")
    wanted.format = .dump
    let dump = String(decoding: try desk.render(wanted).files[0].bytes, as: UTF8.self)
    #expect(dump.contains("2 January 2026"), "\(dump)")
  }

  @Test func `Fields are filled, and one that the data lack is told`() throws {
    var wanted = request("Kære {{navn}}, du skal betale {{beløb | number 2}} kr.")
    wanted.data = Array(#"{"navn": "*Bo*", "beløb": 1250.5}"#.utf8)
    wanted.format = .dump
    let dump = String(decoding: try desk.render(wanted).files[0].bytes, as: UTF8.self)
    #expect(dump.contains("Kære *Bo*, du skal betale 1.250,50 kr."), "\(dump)")
    wanted.data = Array(#"{"name": "Bo", "beløb": 1}"#.utf8)
    let fault = #expect(throws: RequestFault.self) { try desk.render(wanted) }
    #expect(fault?.kind == .invalid)
    #expect(fault?.diagnostics.first?.message == "the records have no field \"navn\"")
  }

  @Test func `All that is wrong with letter and layout is told at once`() throws {
    let fault = #expect(throws: RequestFault.self) {
      try desk.render(
        LetterRequest(letter: Array("---\nlayout: kll\ndate: 11\n---\nA\n".utf8)))
    }
    let messages = fault?.diagnostics.map(\.message) ?? []
    #expect(messages == ["date is \"11\", not a date", "there is no layout \"kll\""])
  }

  @Test func `A letter without braces has no warning, one with a field has`() throws {
    #expect(try desk.render(request("Kære Anna")).report.diagnostics.isEmpty)
    let warnings = try desk.render(request("Kære {{navn}}")).report.diagnostics
    #expect(warnings.count == 1)
  }
}
