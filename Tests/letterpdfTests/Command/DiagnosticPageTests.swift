import Foundation
import Proofing
import Testing

/// The page on diagnostics shows commands that work, and codes are where it says.
struct DiagnosticPageTests {
  private let letter = "---\nlayout: kl\nsubjet: Prøve\ndate: 2024-03-11\n---\nHej\n"

  @Test func `The commands of the page tell what it shows`() async throws {
    let page = try Project.text("Docs/diagnostics.md")
    let commands = try #require(page.firstMatch(of: /```sh\n((?s).*?)```/)).output.1
      .split(separator: "\n").map(String.init)
    let shown = try #require(page.firstMatch(of: /```text\n((?s).*?)```/)).output.1
    #expect(commands.count == 3)
    let scratch = try Scratch()
    try scratch.write(letter, as: "letter.md")
    for command in commands {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let run = try await letterpdf(words, in: scratch.folder)
      if words[0] == "render" {
        #expect(run.ending == .exit(1))
        #expect(run.errorText.contains(shown))
      } else {
        #expect(run.ending == .exit(0), "\(command): \(run)")
        #expect(run.output.contains("unknown-key"))
        #expect(run.output.contains("A key is not one of those that can stand there"))
      }
    }
  }

  @Test func `A code that there is not is told with the nearest`() async throws {
    let run = try await letterpdf("explain", "letter.no-dat")
    #expect(run.ending == .exit(2))
    #expect(
      run.errorText == "error: there is no code \"letter.no-dat\"\nhint: write letter.no-date\n\n")
  }

  @Test func `Reports have codes, and people only where they ask`() async throws {
    let scratch = try Scratch()
    try scratch.write(letter, as: "letter.md")
    let run = try await letterpdf(
      "render", "letter.md", "--report", "json", in: scratch.folder)
    #expect(run.output.contains("\"code\" : \"letter.unknown-key\""))
    #expect(!run.errorText.contains("letter.unknown-key"))
    let wrong = try await letterpdf("render", "letter.md", "--no-such", "--report", "json")
    #expect(wrong.output.contains("\"code\" : \"usage.option\""))
  }

  /// The codes of what a letter, a layout or a command line is told of.
  @Test(arguments: [
    ("---\nlayout: kl\n---\nHej\n", ["letter.no-date"]),
    ("---\nlayout: nowhere\ndate: 2024-03-11\n---\n", ["layout.no-such-layout"]),
    ("---\nlayout: own.yaml\ndate: 2024-03-11\n---\n", ["layout.unknown-key", "layout.no-unit"]),
    ("---\nlayout: kl\ndate: 2024-03-11\n---\n![a](no.png)\n", ["picture.missing"]),
    ("---\nlayout: kl\ndate: 2024-03-11\n---\n<b>Hej</b>\n", ["letter.html"]),
    ("---\nlayout: kl\ndate: [\n---\n", ["letter.yaml-syntax"]),
    ("{\"layout\": \"kl\", \"date\": }", ["letter.json-syntax"]),
    ("[{\"layout\": \"kl\"}]", ["letter.list"]),
    ("---\nlayout: kl\ndate: 2024-03-11\n---\nHej\u{1F9FF}\n", ["page.no-character"]),
  ])
  func `What is wrong has a code of its own`(letter: String, codes: [String]) async throws {
    let scratch = try Scratch()
    try scratch.write(letter, as: "letter.md")
    try scratch.write("extends: kl\npge: {}\ntext: {size: 12}\n", as: "own.yaml")
    let run = try await letterpdf(
      "render", "letter.md", "--report", "json", in: scratch.folder)
    let told = run.output.matches(of: /"code" : "([^"]+)"/).map { String($0.output.1) }
    for code in codes { #expect(told.contains(code), "\(told)") }
    #expect(told.count == run.output.matches(of: /"severity"/).count, "\(run.output)")
  }
}
