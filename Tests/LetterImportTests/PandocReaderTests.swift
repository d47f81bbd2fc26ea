import Testing
import Typeset

@testable import LetterImport

/// What is taken of what pandoc tells.
struct PandocReaderTests {
  private func read(_ blocks: String) throws -> (blocks: [WordBlock], told: [String]) {
    var reader = PandocReader()
    let source = SourceFile(name: "x", text: "{\"blocks\":[\(blocks)]}")
    let made = reader.document(try parseJSON(source))
    return (made, reader.losses.diagnostics.map(\.message))
  }

  private func list(from start: String, of words: String...) -> String {
    let items = words.map { "[{\"t\":\"Plain\",\"c\":[{\"t\":\"Str\",\"c\":\"\($0)\"}]}]" }
    return "{\"t\":\"OrderedList\",\"c\":[[\(start),{\"t\":\"Decimal\"},{\"t\":\"Period\"}],"
      + "[\(items.joined(separator: ","))]]}"
  }

  @Test(arguments: [
    ("9223372036854775807", "999999998. a\n999999999. b\n"),
    ("99999999999999999999999", "999999998. a\n999999999. b\n"),
    ("9999999999", "999999998. a\n999999999. b\n"), ("999999999", "999999998. a\n999999999. b\n"),
    ("-1", "0. a\n1. b\n"),
  ])
  func `A list begins with a number that a letter can have`(start: String, written: String) throws {
    let (blocks, told) = try read(list(from: start, of: "a", "b"))
    var text = MarkdownText { $0 }
    #expect(text.document(blocks) == written)
    #expect(
      told == [
        "the first number of a list is cut, for it is negative or has more than nine digits: "
          + "\"\(start)\""
      ])
  }

  @Test func `A list that begins within nine digits is kept as it is`() throws {
    let (blocks, told) = try read(list(from: "999999998", of: "a", "b"))
    var text = MarkdownText { $0 }
    #expect(text.document(blocks) == "999999998. a\n999999999. b\n")
    #expect(told.isEmpty)
  }

  @Test func `Lists with the last number there is are put together without a crash`() throws {
    let inner = "{\"t\":\"BulletList\",\"c\":[[\(list(from: "9223372036854775807", of: "x"))]]}"
    let outer = list(from: "9223372036854775807", of: "a")
    _ = try read(outer + "," + inner + "," + outer)
  }

  @Test func `Control characters are taken out and counted`() throws {
    let bytes = Array(
      "{\"a\":\"x\u{85}y\u{7F}\u{9F}\\u0001z\\u009f\\b\\f\\\\u0001éØ\u{A0}\\n\"}\n".utf8)
    let output = PandocOutput(bytes)
    #expect(output.text == "{\"a\":\"xyz\\\\u0001éØ\u{A0}\\n\"}\n")
    #expect(output.controls == 7)
    _ = try parseJSON(SourceFile(name: "x", text: output.text))
    #expect(PandocOutput([0x7B, 0x5C]).text == "{\\")
    #expect(PandocOutput([0xC2]).controls == 0)
  }
}
