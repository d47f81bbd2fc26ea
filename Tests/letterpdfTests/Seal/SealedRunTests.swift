import Foundation
import Proofing
import Testing

/// `render --seal` and `merge --seal`.
struct SealedRunTests {
  private let keys: SealKeys

  init() async throws {
    keys = try await SealKeys(.rsa)
    try keys.scratch.write("key: seal.p12\npassphrase-file: passphrase\n", as: "seal.yaml")
    try keys.scratch.write(smallLetter(body: "Kære {{navn}}"), as: "letter.md")
    try keys.scratch.write("id,navn\n1,Ane\n2,Bo\n3,Ida\n", as: "people.csv")
  }

  private func run(_ arguments: String...) async throws -> Run {
    try await letterpdf(arguments, in: keys.scratch.folder)
  }

  private func merge(_ options: String...) async throws -> Run {
    try await letterpdf(
      ["merge", "letter.md", "--recipients", "people.csv", "--quiet"] + options,
      in: keys.scratch.folder)
  }

  @Test func `render seals every PDF of a letter, and without a seal the bytes are those before`()
    async throws
  {
    try keys.scratch.write(smallLetter(), as: "letter.md")
    let first = try await run("render", "letter.md", "-o", "bare.pdf")
    #expect(first.ending == .exit(0))
    let sealed = try await run(
      "render", "letter.md", "-o", "sealed.pdf", "--also", "print=print.pdf", "--seal", "seal.yaml",
      "--check", "digital-post")
    #expect(sealed.ending == .exit(0), "\(sealed)")
    let bare = try keys.scratch.read("bare.pdf")
    #expect(try keys.scratch.read("sealed.pdf").starts(with: bare))
    #expect(
      try await keys.verdicts("sealed.pdf", "print.pdf").map { $0.prefix(3) } == [
        ["Seal", "valid", "whole"], ["Seal", "valid", "whole"],
      ])
    let again = try await run("render", "letter.md", "-o", "again.pdf")
    #expect(again.ending == .exit(0))
    #expect(try keys.scratch.read("again.pdf") == bare)
    // By the command the same comes of it, where the time is the same.
    let time = "2026-11-22T12:00:00Z"
    _ = try await run(
      "render", "letter.md", "-o", "timed.pdf", "--seal", "seal.yaml", "--seal-at", time)
    _ = try await keys.seal("bare.pdf", as: "other.pdf", "--at", time)
    #expect(try keys.scratch.read("timed.pdf") == keys.scratch.read("other.pdf"))
  }

  @Test func `What is wrong with a seal leaves no letter, and nothing is written over its key`()
    async throws
  {
    try keys.scratch.write(smallLetter(), as: "letter.md")
    let lost = try await run("render", "letter.md", "-o", "seal.p12", "--seal", "seal.yaml")
    #expect(lost.ending == .exit(1))
    #expect(lost.errorText.contains("is a file of the seal's key itself"), "\(lost)")
    #expect(
      try await run("render", "letter.md", "-o", "x.pdf", "--seal", "seal.yaml").ending == .exit(0))
    try keys.scratch.write("key: seal.p12\npassphrase-file: seal.yaml\n", as: "wrong.yaml")
    let wrong = try await run("render", "letter.md", "-o", "y.pdf", "--seal", "wrong.yaml")
    #expect(wrong.ending == .exit(1), "\(wrong)")
    #expect(wrong.errorText.contains("the passphrase does not open"), "\(wrong)")
    #expect(!keys.scratch.names.contains("y.pdf"))
    for words in [
      ["--seal", "seal.yaml", "--watch"], ["--seal", "seal.yaml", "--format", "svg"],
      ["--seal-at", "2026-11-22T12:00:00Z"], ["--seal", "seal.yaml", "--seal-at", "now"],
    ] {
      let run = try await letterpdf(["render", "letter.md"] + words, in: keys.scratch.folder)
      #expect(run.ending == .exit(2), "\(words): \(run)")
    }
    let strict = try await run(
      "render", "letter.md", "-o", "z.pdf", "--seal", "seal.yaml", "--strict", "--seal-at",
      "2036-11-22T12:00:00Z")
    #expect(strict.ending == .exit(1) && strict.errorText.contains("has expired"), "\(strict)")
  }

  @Test func `merge seals each letter, and a run that is taken up keeps what was sealed`()
    async throws
  {
    let made = try await merge("-o", "out", "--seal", "seal.yaml", "--archive", "all.tar.zst")
    #expect(made.ending == .exit(0), "\(made)")
    let names = (1...3).map { "out/0001/000000\($0).pdf" }
    for name in names {
      #expect(try await keys.verdicts(name).map { $0.prefix(3) } == [["Seal", "valid", "whole"]])
    }
    let before = try keys.scratch.files(below: "out")
    let again = try await merge("-o", "out", "--seal", "seal.yaml", "--resume")
    #expect(again.ending == .exit(0), "\(again)")
    #expect(try keys.scratch.files(below: "out") == before)
    // Half a manifest: what it tells of stays, the rest is sealed.
    let manifest = String(decoding: try keys.scratch.read("out/manifest.jsonl"), as: UTF8.self)
    let lines = manifest.split(separator: "\n")
    try keys.scratch.write(lines[0] + "\n", as: "out/manifest.jsonl")
    let more = try await merge("-o", "out", "--seal", "seal.yaml", "--resume")
    #expect(more.ending == .exit(0), "\(more)")
    #expect(try keys.scratch.read(names[0]) == before["/0001/0000001.pdf"])
    #expect(try await keys.verdicts(names[2]).first?[1] == "valid")
    // A letter that is gone may have been sent: nothing is put in its place.
    try FileManager.default.removeItem(atPath: keys.scratch.path(names[1]))
    let lost = try await merge("-o", "out", "--seal", "seal.yaml", "--resume")
    #expect(lost.ending == .exit(1), "\(lost)")
    #expect(lost.errorText.contains("the sealed letter of record 2 is gone or changed"), "\(lost)")
    #expect(keys.scratch.bytes(names[1]) == nil)
    let bare = try await merge("-o", "out", "--resume")
    #expect(bare.ending == .exit(1), "\(bare)")
  }

  @Test func `A bound file has one seal; a trial and a preview have none`() async throws {
    let bound = try await merge("--bind", "print.pdf", "--seal", "seal.yaml")
    #expect(bound.ending == .exit(0), "\(bound)")
    #expect(
      try await keys.verdicts("print.pdf").map { $0.prefix(3) } == [["Seal", "valid", "whole"]])
    _ = try await output(of: "qpdf", "--check", keys.scratch.path("print.pdf"))
    let summary = String(decoding: try keys.scratch.read("print.summary.json"), as: UTF8.self)
    let count = try keys.scratch.read("print.pdf").count
    #expect(summary.contains("\"bytes\":\(count)"), "\(summary)")
    // Without a key that opens, since none is asked for.
    try keys.scratch.write("key: none.p12\n", as: "none.yaml")
    let trial = try await merge("--dry-run", "--seal", "none.yaml")
    #expect(trial.ending == .exit(0), "\(trial)")
    let shown = try await merge("--preview", "2", "-o", "shown.pdf", "--seal", "none.yaml")
    #expect(shown.ending == .exit(0), "\(shown)")
    #expect(try await keys.verdicts("shown.pdf").isEmpty)
    let lost = try await merge("--archive", "seal.yaml", "--seal", "seal.yaml")
    #expect(lost.ending == .exit(1) || lost.ending == .exit(2), "\(lost)")
    #expect(try keys.scratch.read("seal.yaml").starts(with: Array("key:".utf8)))
  }

  @Test func `A message holds the very file that is sealed`() async throws {
    let folder = Project.path("Examples/messages")
    let sending = ["--memo", "post", "--route", "digital", "--sender", "\(folder)/sender.yaml"]
    let run = try await letterpdf(
      ["merge", "\(folder)/letter.md", "--recipients", "\(folder)/citizens.csv", "-o", "out"]
        + ["--quiet", "--seal", "seal.yaml"] + sending, in: keys.scratch.folder)
    #expect(run.ending == .exit(3), "a record has no number: \(run)")
    let single = try await letterpdf(
      ["render", "\(folder)/letter.md", "--data", "\(folder)/citizens.csv", "--seal", "seal.yaml"]
        + ["-o", "out/0001/one.pdf", "--memo", "post/0001/one.xml"] + sending.dropFirst(2),
      in: keys.scratch.folder)
    #expect(single.ending == .exit(0), "\(single)")
    for name in ["0000001", "0000002", "one"] {
      let file = Data(try keys.scratch.read("out/0001/\(name).pdf")).base64EncodedData()
      let message = Data(try keys.scratch.read("post/0001/\(name).xml"))
      #expect(message.range(of: file) != nil, "\(name)")
      #expect(try await keys.verdicts("out/0001/\(name).pdf").first?[1] == "valid")
    }
  }

  @Test func `A letter without a seal loads no cryptography`() async throws {
    #if os(Linux)
      try keys.scratch.write(smallLetter(), as: "letter.md")
      func loads(_ options: String...) async throws -> Bool {
        let run = try await letterpdf(
          ["render", "letter.md", "-o", "x.pdf"] + options, environment: ["LD_DEBUG": "libs"],
          in: keys.scratch.folder)
        #expect(run.ending == .exit(0))
        return run.errorText.contains("libcrypto")
      }
      #expect(try await !loads())
      #expect(try await loads("--seal", "seal.yaml"))
    #endif
  }
}
