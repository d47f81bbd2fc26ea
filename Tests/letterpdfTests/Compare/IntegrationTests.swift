import Foundation
import Proofing
import Testing

/// What is shipped for test runners and build servers does its work.
struct IntegrationTests {
  /// Where the built program is found by its name.
  private static let path =
    "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"

  private static func python(_ module: String) async throws -> Bool {
    try await Run(Project.python, ["-c", "import \(module)"]).ending == .exit(0)
  }

  @Test(.enabled("there is no pytest") { try await python("pytest") })
  func `The plugin of pytest tells what differs, and accepts`() async throws {
    let scratch = try Scratch()
    for (name, day) in [("was", 3), ("is", 4)] {
      let set = try await SetLetter(smallLetter(body: "Frist er den \(day). april."))
      try scratch.write(try #require(set.pdf), as: "\(name).pdf")
    }
    try scratch.write(
      """
      import os

      def test_letter(golden_pdf):
          golden_pdf(os.environ["LETTER"], "letter.pdf", ignore=["metadata"])

      """, as: "test_letter.py")
    func pytest(_ letter: String, _ options: String...) async throws -> Run {
      try await Run(
        Project.python, ["-m", "pytest", "-q", "-p", "pytest_letterpdf"] + options,
        environment: [
          "PATH": Self.path, "LETTER": "\(letter).pdf", "PYTHONDONTWRITEBYTECODE": "1",
          "PYTHONPATH": Project.path("Integrations/pytest"),
        ], in: scratch.folder)
    }
    let first = try await pytest("was")
    #expect(first.ending == .exit(1))
    #expect(first.output.contains("nothing is accepted under this name yet"))
    #expect(try await pytest("was", "--update-goldens").ending == .exit(1))
    let same = try await pytest("was")
    #expect(same.ending == .exit(0), "\(same.output)")
    let other = try await pytest("is", "--golden-evidence", "evidence")
    #expect(other.ending == .exit(1))
    #expect(other.output.contains("page 1: '3.' is now '4.'"), "\(other.output)")
    #expect(scratch.bytes("evidence/letter.pdf.png")?.count ?? 0 > 1000)
    #expect(scratch.bytes("evidence/letter.pdf") == scratch.bytes("is.pdf"))
  }

  /// Runs the shell of a step of a build server, as it would be run there.
  private func run(
    _ script: String, _ variables: [String: String], in scratch: Scratch
  ) async throws -> Run {
    let all = variables.merging(["PATH": Self.path]) { $1 }
    return try await Run(
      "bash", ["-eo", "pipefail", "-c", script], environment: all.mapValues { $0 },
      in: scratch.folder)
  }

  /// The lines below a key of a YAML file that are a shell script, without their indentation.
  private func block(_ key: String, of file: String) throws -> String {
    let lines = try Project.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix(key) })
    let indent = lines[start + 1].prefix { $0 == " " }.count
    return lines[(start + 1)...].prefix { $0.prefix { $0 == " " }.count >= indent }
      .map { $0.dropFirst(indent) }.joined(separator: "\n")
  }

  @Test func `The action of GitHub and the job of GitLab hold letters to what was accepted`()
    async throws
  {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "my letters/a.md")
    let action = try block("run: |", of: "Integrations/github/action.yml")
    let job = try block("script:", of: "Integrations/gitlab/golden-letters.yml")
      .split(separator: "\n").map { $0.drop { $0 == "-" || $0 == " " } }.joined(separator: "\n")
    let github = [
      "LETTERS": "my letters", "OPTIONS": "--mask 'SAG-\\d+'", "REPORT": "report",
      "GITHUB_STEP_SUMMARY": scratch.path("summary.md"),
    ]
    let gitlab = ["LETTERS": "my letters", "OPTIONS": "--ignore metadata"]
    #expect(try await run(action, github, in: scratch).ending == .exit(1))
    #expect(try await run(job, gitlab, in: scratch).ending == .exit(1))
    let accepted = try await letterpdf("golden", "my letters", "--update", in: scratch.folder)
    #expect(accepted.ending == .exit(0))
    let done = try await run(action, github, in: scratch)
    #expect(done.ending == .exit(0), "\(done)")
    #expect(try await run(job, gitlab, in: scratch).ending == .exit(0))
    for file in ["report/letters.html", "report/letters.xml", "letterpdf-report/letters.xml"] {
      #expect(scratch.bytes(file)?.isEmpty == false, "\(file)")
    }
    let summary = String(decoding: try scratch.read("summary.md"), as: UTF8.self)
    #expect(summary.contains("0 of 1 differ"))
  }
}
