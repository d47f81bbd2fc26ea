import Testing

@testable import LetterPreview

/// How a line is opened in an editor.
struct EditorCommandTests {
  @Test(
    arguments: [
      ("code -g {file}:{line}", ["code", "-g", "/a b/x.md:7"]),
      ("vim", ["vim", "/a b/x.md"]),
      (
        "'/opt/my editor/run' --line={line} \"{file}\"",
        ["/opt/my editor/run", "--line=7", "/a b/x.md"]
      ),
    ])
  func `The file and the line stand where the command has them`(text: String, words: [String])
    throws
  {
    let command = try #require(EditorCommand(text))
    #expect(command.arguments(file: "/a b/x.md", line: 7) == words)
  }

  @Test func `What a file is called is never a command`() throws {
    let command = try #require(EditorCommand("code -g {file}:{line}"))
    #expect(
      command.arguments(file: "/x; rm -rf {line}.md", line: 1)
        == ["code", "-g", "/x; rm -rf {line}.md:1"])
  }

  @Test(arguments: ["", "  ", "'code", "\"\""])
  func `What names no program is refused`(text: String) {
    #expect(EditorCommand(text) == nil)
  }
}
