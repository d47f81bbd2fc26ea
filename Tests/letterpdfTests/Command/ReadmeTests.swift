import Foundation
import Proofing
import Testing

/// Every command and every link of the README works.
struct ReadmeTests {
  let readme = Result { try Project.text("README.md") }

  /// The lines of the README's shell blocks, without their comments.
  func commands() throws -> [String] {
    var isShell = false
    var found: [String] = []
    for line in try readme.get().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell {
        let command = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        if !command.isEmpty { found.append(command) }
      }
    }
    return found
  }

  @Test func `Its commands do what it says`() async throws {
    let commands = try commands()
    #expect(commands.count >= 8)
    let scratch = try Scratch()
    for command in commands where command.hasPrefix("letterpdf ") {
      var words = command.split(separator: " ").map(String.init)
      words.removeFirst()
      words = words.map { $0.hasPrefix("Examples/") ? Project.path($0) : $0 }
        .map { $0.trimmingCharacters(in: ["'"]) }
      let run = try await letterpdf(words, in: scratch.folder)
      #expect(run.ending == .exit(0), "\(command): \(run)")
      for (index, word) in words.enumerated() where word == "-o" {
        let name = words[index + 1]
        let written = scratch.names.contains { $0 == name || $0.hasPrefix("kl-2019-1") }
        #expect(written, "\(command) wrote no \(name)")
      }
    }
  }

  @Test func `make letter sets the letter and says where it is`() async throws {
    #expect(try commands().contains("make letter"))
    // `make test` has built the program; building within a test would wait for itself.
    let run = try await Run(
      "make", ["-o", "build", "letter"], in: URL(filePath: Project.path("")))
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.output.contains("out/kl-2024.pdf: 2 pages, "))
  }

  @Test func `Its links lead somewhere`() throws {
    for match in try readme.get().matches(of: /\]\(([^)#]+)\)/) {
      let target = String(match.output.1)
      guard !target.contains("://") else { continue }
      #expect(FileManager.default.fileExists(atPath: Project.path(target)), "\(target)")
    }
  }
}
