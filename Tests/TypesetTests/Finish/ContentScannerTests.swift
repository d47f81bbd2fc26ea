import Testing

@testable import Typeset

/// Content streams are read token by token, whatever stands in strings and images.
struct ContentScannerTests {
  func rewrite(_ content: String, marks: [String] = [], dropsInner: [Bool] = []) -> String {
    var rewriter = ContentRewriter(
      marks: marks.map { Array($0.utf8) }, dropsInner: dropsInner)
    return String(decoding: rewriter.rewrite(Array(content.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("0 0 0 rg", "0 g"), ("0.5 0.5 0.5 RG\nS", "0.5 G\nS"), ("1 0 0 rg", "1 0 0 rg"),
    ("0 0 0 1 k", "0 0 0 1 k"), ("q 0 0 0 rg 1 1 1 rg Q", "q 0 g 1 g Q"),
    ("0 0.0 0 rg", "0 0.0 0 rg"),
  ])
  func `Equal parts of three colours are grey`(content: String, wanted: String) {
    #expect(rewrite(content) == wanted)
  }

  @Test(arguments: [
    "(0 0 0 rg) Tj", "(a\\) 0 0 0 rg (nested) \\\\) Tj", "<303020726720> Tj",
    "[(0 0 0 rg) 12 <00>] TJ", "% 0 0 0 rg\nS", "/0 0 0 /rg gs",
    "BI /W 1 /H 1 ID 0 0 0 rg EIX EI\nS", "<</A (0 0 0 rg)>> /B DP",
  ])
  func `What looks like an operator within something else is left alone`(content: String) {
    #expect(rewrite(content) == content)
  }

  @Test(arguments: [
    "(", "<", "<<", "[", "BI ID", "/", "0 0 0", "\\", ")", ">>", "]", "BI\nID EI", "%", "(\\",
  ])
  func `Broken content comes out as it is`(content: String) {
    #expect(rewrite(content) == content)
  }

  @Test func `The n-th sequence with an identifier is the n-th mark`() {
    let content = "/P <</MCID 7 >> BDC (a) Tj EMC /P<</MCID 3>>BDC (b) Tj EMC"
    #expect(
      rewrite(content, marks: ["/H1<</MCID 0>>BDC", "/Artifact BMC"])
        == "/H1<</MCID 0>>BDC (a) Tj EMC /Artifact BMC (b) Tj EMC")
  }

  @Test func `Text within text is dropped where asked, with its own end`() {
    let content =
      "/P<</MCID 0>>BDC (a) Tj /Span<</ActualText(x)>>BDC (b) Tj EMC (c) Tj EMC (d) Tj"
    #expect(
      rewrite(content, marks: ["/Q BMC"], dropsInner: [true])
        == "/Q BMC (a) Tj  (b) Tj  (c) Tj EMC (d) Tj")
    #expect(
      rewrite(content, marks: ["/Q BMC"], dropsInner: [false])
        == "/Q BMC (a) Tj /Span<</ActualText(x)>>BDC (b) Tj EMC (c) Tj EMC (d) Tj")
  }
}
