import Foundation
import Proofing
import Testing

/// The page on the worker shows programs that work.
struct WorkerPageTests {
  private static let path =
    "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"

  private static func block(_ language: String) throws -> String {
    let text = try Project.text("Docs/worker.md")
    let start = try #require(text.range(of: "```\(language)\n"))
    return String(text[start.upperBound...].prefix { $0 != "`" })
  }

  @Test func `The program in Python sets a letter`() async throws {
    let run = try await Run(
      Project.python, ["-c", try Self.block("python")], environment: ["PATH": Self.path])
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.output == "1 page, 0\n")
  }

  @Test(.enabled("there is no compiler of Java") { try await hasJava() })
  func `The program in Java sets a letter`() async throws {
    let scratch = try Scratch()
    try scratch.write(try Self.block("java"), as: "LetterWorker.java")
    let run = try await Run(
      "java", ["LetterWorker.java"], environment: ["PATH": Self.path, "LC_ALL": "C.UTF-8"],
      in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.output.contains("\"ok\":true") && run.output.hasSuffix("%PDF-\n"))
  }

  private static func hasJava() async throws -> Bool {
    // A run-time alone has no module that compiles.
    (try? await Run("java", ["--list-modules"]))?.output.contains("jdk.compiler") == true
  }

  @Test func `The command of the page answers`() async throws {
    let command = try Self.block("sh")
    let scratch = try Scratch()
    try scratch.write(WorkerFrames.request("{\"op\": \"hello\"}"), as: "requests")
    let run = try await Run(
      "sh", ["-c", command], environment: ["PATH": Self.path], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let answers = try #require(try WorkerFrames.answers(scratch.read("answers")))
    #expect(answers.count == 1 && answers[0].ok)
  }

  @Test func `Every operation, key and fault of the program is on the page`() async throws {
    let page = try Project.text("Docs/worker.md")
    let run = try await letterpdf(
      "worker",
      input: WorkerFrames.request("{\"op\": \"x\"}")
        + WorkerFrames.request("{\"op\": \"render\", \"letter\": {}, \"zzzzzzzz\": 1}"))
    let answers = try #require(try WorkerFrames.answers(run.outputBytes))
    let operations = try #require(answers[0].message).matches(of: /[a-z]+(?=,| or|$)/)
      .map { String($0.output) }
    #expect(operations.contains("render") && operations.contains("schema"))
    let keys = try #require(answers[1].diagnostics?.first?.hints.first).dropFirst("use ".count)
      .split { ", ".contains($0) }.map(String.init).filter { $0 != "or" }
    #expect(keys.contains("layout") && keys.contains("window"))
    for name in operations.dropFirst() + keys { #expect(page.contains("`\(name)`"), "\(name)") }
  }
}
