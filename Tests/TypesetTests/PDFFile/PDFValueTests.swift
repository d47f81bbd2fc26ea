import PDFFile
import Testing

/// Values say what is to be written, before anything is.
struct PDFValueTests {
  @Test func `A key has one value, and keeps its place`() {
    var entries: PDFDictionary = ["S": .name("P"), "K": 1]
    entries["S"] = .name("H1")
    entries["Alt"] = .text("Ord")
    #expect(entries.entries.map(\.key) == ["S", "K", "Alt"])
    #expect(entries["S"] == .name("H1"))
    entries["K"] = nil
    entries["None"] = nil
    #expect(entries == ["S": .name("H1"), "Alt": .text("Ord")])
    #expect(PDFDictionary([("A", 1), ("A", 2)]) == ["A": 2])
    let many = PDFDictionary((0..<100_000).map { ("K\($0 % 50_000)", .integer($0)) })
    #expect(many.entries.count == 50_000 && many.entries[7].value == 50_007)
  }

  @Test func `An object may be named before it is made`() {
    var body = PDFBody(pageCount: 2)
    let later = body.reserve()
    let stream = body.addStream([1, 2], ["Type": .name("XObject")])
    let list = body.add([.reference(later), 7])
    body.set(body.pages[1], "Contents", .reference(stream))
    body.set(later, "Next", .reference(list))
    body.set(stream, "StructParents", 3)
    body.set(list, "Key", 1)
    #expect(body[body.catalog] == .value([:]))
    #expect(body[body.pages[1]] == .value(["Contents": .reference(stream)]))
    #expect(body[later] == .value(["Next": .reference(list)]))
    #expect(body[stream] == .stream(["Type": .name("XObject"), "StructParents": 3], [1, 2]))
    #expect(body[list] == .value([.reference(later), 7]))
    #expect(body.references.count == 6)
    #expect(body.has(stream, "Type") && !body.has(list, "Key") && !body.has(later, "Type"))
  }

  @Test(arguments: [
    (0.0005, 3, ".001"), (-0.0004, 3, "0"), (595.2755905511812, 3, "595.276"), (12.5, 0, "13"),
    (-0.5, 3, "-.5"), (100, 3, "100"), (0.1 + 0.2, 5, ".3"), (.nan, 3, "0"),
  ])
  func `Numbers are rounded and end with a digit that counts`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(PDFSyntax.number(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    ("(a\\)b\\\\)", "a)b\\"), ("(\\101\\n)", "A\n"), ("<414>", "A@"), ("(a\\\nb)", "ab"),
  ])
  func `Strings are read as they were meant`(token: String, meaning: String) {
    #expect(PDFSyntax.string(Array(token.utf8)[...]) == Array(meaning.utf8))
  }

  @Test func `What is no string and what has an escape in it are told apart`() {
    #expect(PDFSyntax.string(Array("<<".utf8)[...]) == nil)
    #expect(PDFSyntax.string(Array("/A".utf8)[...]) == nil)
    #expect(PDFSyntax.name(Array("/A#20B#".utf8)[...]) == "A B#")
  }
}
