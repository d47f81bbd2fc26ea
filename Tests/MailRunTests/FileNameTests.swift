import MailRun
import Testing

/// Names that Digital Post takes, from data that may hold anything.
struct FileNameTests {
  private func name(_ text: String) -> String? {
    FileNameRules.safe(text, suffix: ".pdf").name
  }

  @Test(arguments: [
    ("101 – København", "101 – København.pdf"), ("Jensen A/S", "Jensen A-S.pdf"),
    ("a<b>c:d\"e\\f|g?h*i", "a-b-c-d-e-f-g-h-i.pdf"), ("to\r\nlinjer", "to linjer.pdf"),
    ("hård\u{A0}mellem\u{2003}rum\u{3000}", "hård mellem rum.pdf"), ("slut. ", "slut.pdf"),
    ("\u{202E}fdp.exe", "fdp.exe.pdf"), ("nul\u{0}tegn", "nul tegn.pdf"),
  ])
  func `What Digital Post rejects is replaced`(text: String, expected: String) {
    #expect(name(text) == expected)
  }

  @Test(arguments: [
    "", "  ", ".", "..", ".skjult", "../../etc/passwd", "a/../b", "..\\b", "navn/..",
  ])
  func `What is empty, hidden or a path is refused`(text: String) {
    let safe = FileNameRules.safe(text, suffix: ".pdf")
    #expect(safe.name == nil)
    #expect(safe.refusal != nil)
  }

  @Test func `A name has no more bytes than a file system takes, and ends in whole characters`() {
    let long = name(String(repeating: "å", count: 300))
    #expect(long?.utf8.count == 254)
    #expect(long?.hasSuffix("å.pdf") == true)
  }

  @Test func `A folder holds a thousand letters, and finds the name that is given twice`() {
    #expect(
      [1, 1000, 1001, 9_999_001].map { NameRegister.folder(of: $0) } == [
        "0001", "0001", "0002", "10000",
      ])
    var register = NameRegister()
    #expect(register.take("Anna.pdf", for: 1) == nil)
    #expect(register.take("anna.pdf", for: 2) == 1)
    #expect(register.take("anna.pdf", for: 1001) == nil)
  }

  @Test func `Shares deal out every record once`() {
    let shares = (1...3).compactMap { Shard("\($0)/3") }
    #expect(shares.count == 3)
    for number in 1...10 { #expect(shares.filter { $0.holds(number) }.count == 1) }
    for text in ["0/3", "4/3", "1", "1/2/3", "a/b", "1/0", "-1/2", ""] {
      #expect(Shard(text) == nil)
    }
  }
}
