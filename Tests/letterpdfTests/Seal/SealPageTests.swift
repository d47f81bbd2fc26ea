import Foundation
import Proofing
import Testing

/// The page on seals shows commands and files that work.
struct SealPageTests {
  private func blocks(_ language: String) throws -> [String] {
    try Project.text("Docs/seal.md").components(separatedBy: "\n```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  @Test func `Its commands run, one after the other, with its files`() async throws {
    let keys = try await SealKeys(.rsa)
    let scratch = keys.scratch
    try await keys.add(
      "tsa", uses: "digitalSignature", more: "extendedKeyUsage=critical,timeStamping")
    try await keys.letter()
    try scratch.write("id,navn\n1,Ane\n2,Bo\n", as: "citizens.csv")
    try scratch.write(scratch.read("seal.pem") + scratch.read("root.pem"), as: "chain.pem")
    for file in try blocks("yaml") + blocks("bash") {
      let name = try #require(file.firstMatch(of: /# ([a-z.]+):/)?.output.1, "\(file)")
      try scratch.write(file, as: String(name))
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path("sign"))
    let commands = try blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) }
    #expect(commands.count >= 8)
    let path = "\(Project.program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"
    for command in commands {
      let local = command.replacing("https://tsa.example.org/", with: "TSA")
      let run = try await judge(
        "Tests/seal/tsa.py", scratch.folder.path, "none", "env", "PATH=\(path)", "sh", "-c",
        "cd \(scratch.folder.path) && \(local)")
      #expect(run.ending == .exit(0), "\(command): \(run)")
    }
    let made = scratch.names.filter { $0.contains("sealed") && $0.hasSuffix(".pdf") }
    #expect(made.count >= 3)
    for file in made {
      #expect(try await keys.verdicts(file).allSatisfy { $0[1] == "valid" }, "\(file)")
    }
  }

  @Test func `Every option of seal is on the page, and every key of the file`() async throws {
    let page = try Project.text("Docs/seal.md")
    let help = try await letterpdf("seal", "--help").output
    for option in Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    where !["--version", "--help", "--locale", "--resources"].contains(option) {
      #expect(page.contains("`\(option)"), "\(option)")
    }
    let keys = try await SealKeys()
    try keys.scratch.write("x: 1\n", as: "seal.yaml")
    let told = try await letterpdf("seal", "x", "--settings", "seal.yaml", in: keys.scratch.folder)
    let known = try #require(
      told.errorText.firstMatch(of: /use ([a-z, -]+) or ([a-z-]+)/), "\(told)")
    for key in known.output.1.components(separatedBy: ", ") + [String(known.output.2)] {
      #expect(page.contains("| `\(key)` |"), "\(key)")
    }
  }
}
