import Foundation
import Proofing
import Testing

/// Runs that end before their time.
struct ResumeTests {
  @Test func `After kills at random the result is that of an undisturbed run`() async throws {
    let folder = try MergeFolder(400, faulty: [77, 300])
    _ = try await folder.merge("-o", "whole", "--name", "{{id}}", "--quiet")
    let whole = try folder.files("whole")
    var (kills, attempts) = (0, 0)
    while kills < 50, attempts < 500 {
      attempts += 1
      let run = try await folder.merge(
        "-o", "killed", "--name", "{{id}}", "--quiet", "--resume", until: "KILL",
        after: Double.random(in: 0.02...0.3))
      // What kills by signal 9 ends so itself, or with 128 and the signal.
      if run.ending == .exit(137) || run.ending == .signal(9) {
        kills += 1
        continue
      }
      #expect(run.ending == .exit(3), "\(run)")
      // Done before its time: take lines away and go on killing.
      let manifest = folder.scratch.path("killed/manifest.jsonl")
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: manifest)))
      try Data(bytes.prefix(Int.random(in: 0..<bytes.count))).write(to: URL(filePath: manifest))
    }
    #expect(kills == 50)
    let last = try await folder.merge("-o", "killed", "--name", "{{id}}", "--quiet", "--resume")
    #expect(last.ending == .exit(3), "\(last)")
    let killed = try folder.files("killed")
    let different = Set(killed.keys).union(whole.keys).filter { killed[$0] != whole[$0] }.sorted()
    #expect(different == [])
  }

  @Test func `A run whose layout has changed is not gone on with, but told of`() async throws {
    let folder = try MergeFolder(3)
    try folder.scratch.write("extends: kl\n", as: "own.yaml")
    _ = try await folder.merge("-o", "out", "--layout", "own.yaml", "--quiet")
    let again = try await folder.merge("-o", "out", "--layout", "own.yaml", "--quiet", "--resume")
    #expect(again.ending == .exit(0), "\(again)")
    try folder.scratch.write("extends: kl\ntext: {size: 11pt}\n", as: "own.yaml")
    let changed = try await folder.merge("-o", "out", "--layout", "own.yaml", "--resume")
    #expect(changed.ending == .exit(1))
    #expect(
      changed.errorText.contains(
        """
        error: the folder "out" holds a run with another layout
        hint: put the layout back as it was to go on with the run
        hint: start anew in another folder, with -o: then all letters are alike

        """), "\(changed)")
    let dated = try await folder.merge("-o", "out", "--layout", "kl", "--date", "2024-01-02")
    #expect(dated.errorText.contains("holds a run with another layout\n"))
    try folder.scratch.write("extends: kl\n", as: "own.yaml")
    let draft = try await folder.merge("-o", "out", "--layout", "own.yaml", "--draft", "--resume")
    #expect(draft.errorText.contains("holds a run with another --draft\n"))
  }

  @Test func `Ctrl-C ends the run in order and says how to go on`() async throws {
    let folder = try MergeFolder(3000)
    let run = try await folder.merge("-o", "out of it", until: "INT", after: 1)
    #expect(run.ending == .exit(130))
    #expect(
      run.errorText.contains(" merge letter.md --recipients records.csv -o 'out of it' --resume\n"))
    let files = try folder.files("out of it")
    let lines = (files["/manifest.jsonl"] ?? []).count { $0 == 10 }
    #expect(lines > 0)
    #expect(files.keys.filter { $0.hasSuffix(".pdf") }.count == lines)
    let summary = String(decoding: files["/summary.json"] ?? [], as: UTF8.self)
    #expect(summary.hasPrefix("{\"complete\":false,\"records\":\(lines),"))
  }

  @Test(.enabled(if: getuid() == 0, "only root may mount a small disk"))
  func `A full disk ends the run, and with more room it goes on`() async throws {
    let folder = try MergeFolder(60)
    _ = try await folder.merge("-o", "whole", "--quiet")
    let disk = folder.scratch.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = try await Run("mount", ["-t", "tmpfs", "-o", "size=300k", "letters", disk])
    guard mount.ending == .exit(0) else { return }
    let full = try await folder.merge("-o", "disk/out", "--quiet")
    let rest = try await {
      _ = try await Run("mount", ["-o", "remount,size=20m", disk])
      return try await folder.merge("-o", "disk/out", "--quiet", "--resume")
    }()
    let files = try folder.files("disk/out")
    _ = try await Run("umount", [disk])
    #expect(full.ending == .exit(1))
    #expect(full.errorText.contains("No space left on device"))
    #expect(rest.description == "exit(0), standard error: ")
    #expect(files == (try folder.files("whole")))
  }
}
