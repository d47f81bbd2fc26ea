import Foundation
import Proofing
import Testing

/// Seals over every kind of file that letters are set to, before veraPDF and pyHanko.
struct SealedStandardTests {
  /// Seals files of the keys' folder, each to its name with -sealed, and has them judged.
  ///
  /// - Parameter flavours: what each must comply with.
  private func judgeSealed(_ keys: SealKeys, _ flavours: [String: String]) async throws {
    var asked = ""
    for (name, flavour) in flavours {
      let run = try await keys.seal("\(name).pdf", as: "\(name)-sealed.pdf")
      #expect(run.ending == .exit(0), "\(name): \(run)")
      asked += "\(flavour)\t\(keys.scratch.path("\(name)-sealed.pdf"))\n"
      _ = try await output(of: "qpdf", "--check", keys.scratch.path("\(name)-sealed.pdf"))
      let verdict = try await keys.verdicts("\(name)-sealed.pdf")
      #expect(verdict.map { $0.prefix(4) } == [["Seal", "valid", "whole", "none"]], "\(name)")
    }
    let run = try await judge("Tests/verapdf", "-", input: asked, limit: 300)
    let verdicts = run.output.split(separator: "\n")
    #expect(verdicts.count >= flavours.count, "\(run.errorText)")
    for verdict in verdicts { #expect(verdict.hasSuffix("\tcomplies"), "\(verdict)") }
  }

  @Test func `Every example keeps PDF/A-2a and PDF/UA-1 under a seal`() async throws {
    let keys = try await SealKeys(.rsa)
    for name in Project.examples {
      let run = try await letterpdf(
        "render", Project.path("Examples/\(name).md"), "-o", keys.scratch.path("\(name).pdf"))
      try #require(run.ending == .exit(0), "\(run)")
    }
    try await judgeSealed(
      keys, Dictionary(uniqueKeysWithValues: Project.examples.map { ($0, "2a,ua1") }))
  }

  @Test func `Each standard is kept under a seal, with files attached too`() async throws {
    let keys = try await SealKeys()
    for (standard, _) in VeraTests.flavours {
      let letter = Project.path("Examples/kl-2024.md")
      let run = try await letterpdf(
        "render", letter, "--standard", standard, "-o", keys.scratch.path("\(standard).pdf"))
      try #require(run.ending == .exit(0), "\(run)")
    }
    try await keys.letter("--attach", "seal.pem")
    try keys.scratch.write(keys.scratch.read("letter.pdf"), as: "attached.pdf")
    try await judgeSealed(
      keys, VeraTests.flavours.merging(["attached": "3a,ua1"]) { first, _ in first })
  }
}
