import Testing

@testable import Typeset

/// Signers who share a line: `Anna Holm / Bo Krag`.
@Suite struct SignaturePairTests {
  /// The lines of each cell of each row.
  private func cells(_ signatures: String) throws -> [[[String]]] {
    try plan(letter("signatures: \(signatures)\n", "Tekst.")).plan.flow.compactMap { block in
      guard case .row(let row) = block else { return nil }
      return row.cells.map { cell in
        cell.blocks.compactMap { block in
          guard case .paragraph(let plan) = block else { return nil }
          return plan.inlines.words
        }
      }
    }
  }

  @Test func `A list within the list is one place to sign`() throws {
    #expect(try cells("[[Anna Holm, Bo Krag]]") == [[["Anna Holm\u{A0}/ Bo Krag"]]])
    #expect(
      try cells("[Carl, [Anna, Bo], Dan]") == [[["Carl"], ["Anna\u{A0}/ Bo"]], [["Dan"]]])
  }

  @Test func `Their titles stand below, a line below a line`() throws {
    #expect(
      try cells("[[{name: Anna, title: [Chef, Ret]}, {name: Bo, title: Fuldmægtig}]]") == [
        [["Anna\u{A0}/ Bo", "Chef\u{A0}/ Fuldmægtig", "Ret"]]
      ])
    #expect(
      try cells("[[Anna, {name: Bo, title: Fuldmægtig}]]") == [
        [["Anna\u{A0}/ Bo", "/ Fuldmægtig"]]
      ])
  }

  @Test func `A letter that is built says it of the second`() throws {
    var read = try parseLetter(SourceFile(name: "x", text: letter("", "Tekst."))).letter
    read.signatures = [
      Letter.Signature(name: "Anna", isJoined: true), Letter.Signature(name: "Bo", isJoined: true),
      Letter.Signature(name: "Carl"),
    ]
    let rows = try resolved(read, layout(smallLayout)).plan.flow.compactMap { block in
      if case .row(let row) = block { row.cells.count } else { nil }
    }
    #expect(rows == [2])
  }

  @Test func `Seven signers in pairs are too many, and two images on a line`() {
    #expect(
      messages { _ = try plan(letter("signatures: [[a, b], [c, d], [e, f], [g]]\n", "T")) } == [
        "4:39 signatures has 7 signers, more than the 6 there is room for | delete some of them"
      ])
    #expect(
      messages {
        _ = try plan(
          letter("signatures: [[{name: a, image: a.svg}, {name: b, image: b.svg}]]\n", "T"))
      }.contains { $0.contains("signers on one line have room for one image") })
  }
}
