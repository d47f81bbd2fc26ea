import Testing

@testable import Typeset

struct YAMLTests {
  @Test func `Scalars keep their text, collections their order`() throws {
    let node = try yaml(
      "b: 3424914\na: '1'\nlist: [x, ~, {k: v}]\nempty:\nlong: |\n  one\n  two\n")
    #expect(
      dump(node) == "{b: 3424914, a: '1', list: [x, null, {k: v}], empty: null, long: 'one\ntwo\n'}"
    )
  }

  @Test func `Every value knows its first and last byte, also after letters of several bytes`()
    throws
  {
    let node = try yaml("æøå: 'Łódź 🏛'\nnext: {a: [bæ, c ]}\nlist:\n- en\n- to\n\n# end\n")
    let entries = try entries(of: node)
    #expect(entries.map(\.keyRange.text) == ["æøå", "next", "list"])
    #expect(entries.map(\.value.range.text) == ["'Łódź 🏛'", "{a: [bæ, c ]}", "- en\n- to"])
    #expect(entries[1].keyRange.line == 2)
    #expect(entries[1].value.range.column == 7)
  }

  @Test func `A stretch of a file is read with places in the whole file`() throws {
    let file = SourceFile(name: "a.md", text: "---\nå: æ\n---\n")
    let node = try parseYAML(file, in: 4..<10)
    let entries = try entries(of: node)
    #expect(entries.first?.value.range.text == "æ")
    #expect(entries.first?.value.range.line == 2)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "3:1 the key \"a\" is here twice | keep this one or the one in line 1"),
    (
      "a: *x",
      "1:4 \"*x\" is a YAML alias, which is not allowed | write the value out, or put it in quotes if it is text"
    ),
    (
      "a: &x 1",
      "1:4 \"&x\" is a YAML anchor, which is not allowed | delete it, or put the value in quotes if it is text"
    ),
    (
      "a: !!str 1",
      "1:4 \"!!str\" is a YAML tag, which is not allowed | delete it, or put the value in quotes if it is text"
    ),
    ("a: 1\n---\nb: 2", "2:1 a second YAML document begins here | keep one document in the file"),
    (
      "opening: Kære: alle",
      "1:14 a \":\" is not allowed here | put the whole value in quotes if the colon belongs to it: \"Kære: alle\" | check that the line is indented like its neighbours"
    ),
    ("a: @b", "1:4 a value cannot begin with \"@\" | put the value in quotes"),
    ("a:\n\t- b", "2:1 the line is indented with a tab | indent with spaces"),
    ("a: 1\nbc\nd: 1", "2:1 this line has no \":\" after its key | write it as key: value"),
    ("a: &", "1:4 a value cannot begin with \"&\" | put the value in quotes"),
    ("a: *;b", "1:4 a value cannot begin with \"*\" | put the value in quotes"),
    ("a: !x[y", "1:4 a value cannot begin with \"!\" | put the value in quotes"),
    (
      "a: \"b",
      "1:4 this quotation mark has no partner | close the quotes, or put the text between quotes of the other kind"
    ),
    (
      "a: [b, c\nd: 1", "1:4 this list is not closed | close it with ], or put commas between items"
    ),
    ("a: {b: c", "1:4 this mapping is not closed | close it with }, or put commas between entries"),
    (
      "a: \"\\q\"",
      "1:5 this escape after \"\\\" is unknown | write \\\\ for a backslash, or use single quotes"
    ),
    ("a: \"\\a\"", "1:4 this text holds the control character U+0007"),
    (
      "a: - b",
      "1:4 a list cannot begin here | begin it on a line of its own under its key | put the value in quotes if the hyphen belongs to it"
    ),
    (
      "a: 'b' c",
      "1:8 text stands behind the quotation mark that ends the value | put the whole value in quotes: \"'b' c\""
    ),
    (
      "[a]: 1",
      "1:1 a key must be text, not a list | write a word before the colon, or put the value in quotes"
    ),
  ])
  func `What is not allowed is told with its place and what to write`(
    text: String, message: String
  ) {
    #expect(messages { _ = try yaml(text) } == [message])
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `Nesting ends at 64 levels, however deep the input`(opening: String) {
    let deep = String(repeating: opening, count: 10_000)
    #expect(messages { _ = try yaml(deep) }.first?.contains("nested more than 64 deep") == true)
  }

  @Test func `A big file is read in linear time`() throws {
    let lines = String(repeating: "- 'æøå and some more words'\n", count: 100_000)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try yaml(lines) }
    #expect(time < .seconds(5))
  }
}
