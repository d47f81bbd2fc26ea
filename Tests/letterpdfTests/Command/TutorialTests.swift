import Foundation
import Proofing
import Testing

/// What the tutorial tells a designer to do works as it stands there.
struct TutorialTests {
  /// The contents of the blocks of one language, in order.
  func blocks(_ language: String) throws -> [String] {
    let parts = try Project.text("Docs/your-letterhead.md").split(separator: "```")
    return parts.compactMap { part in
      part.hasPrefix("\(language)\n") ? String(part.dropFirst(language.count + 1)) : nil
    }
  }

  @Test func `Every file and command of the tutorial`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'><rect width='99' height='40'/></svg>",
      as: "logo.svg")
    let layouts = try blocks("yaml")
    #expect(layouts.count == 3)
    for (index, command) in try blocks("sh").enumerated() {
      let words = command.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
      // The layout grows from step to step.
      if index == 3 {
        try scratch.write(layouts[0] + layouts[1], as: "vejby.yaml")
      }
      let run = try await letterpdf(words, in: scratch.folder)
      #expect(run.ending == .exit(0), "\(command): \(run)")
    }
    #expect(scratch.names.contains("letter.pdf"))
    try scratch.write(layouts[2], as: "window.yaml")
    let run = try await letterpdf(
      "render", "letter.md", "--layout", "window.yaml", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
  }
}
