import Foundation
import MailRun
import Proofing
import Synchronization
import Testing
import Typeset

/// Containers of messages.
struct MessageArchiveTests {
  /// Records that are their numbers.
  private final class Numbers: RunSource, Sendable {
    private let count: Int
    private let last = Mutex(0)

    init(_ count: Int) { self.count = count }

    func next() throws(Diagnostics) -> RunEntry<Int>? {
      let number = last.withLock { last in
        last += 1
        return last
      }
      guard number <= count else { return nil }
      return RunEntry(
        number: number, id: "\(number)", name: nil, digest: { _ in "" }, record: .success(number))
    }
  }

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Puts messages of a hundred bytes each into containers; the third record has none.
  private func containers(_ path: String, of count: Int, limit: Int) throws -> Int {
    let archive = try MessageArchive(path: scratch.path(path), form: "memo", limit: limit)
    _ = try MailRun(plan: RunPlan(), source: Numbers(count)) { (number) throws(Diagnostics) in
      let bytes = [UInt8](repeating: UInt8(number), count: 100)
      let message = LetterMessage(
        form: number == 3 ? "forsendelse" : "memo", bytes: bytes, uuid: "u\(number)", secret: "s")
      return MadeLetter(
        bytes: [], pages: 1, facts: LetterFacts(title: nil, caseID: nil, documentID: nil),
        warnings: [], route: "digital", messages: [message])
    }.run(sinks: [archive])
    return try archive.finish()
  }

  private func list(_ name: String) async throws -> [String] {
    let run = try await Run("tar", ["--lzma", "-tf", scratch.path(name)])
    #expect(run.ending == .exit(0), "\(run)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func `A container that would be too large is divided, and the manifest says where each is`()
    async throws
  {
    #expect(try containers("all.tar.lzma", of: 8, limit: 250) == 4)
    #expect(
      scratch.names.sorted() == [
        "all-001.tar.lzma", "all-002.tar.lzma", "all-003.tar.lzma", "all-004.tar.lzma",
        "all.manifest.jsonl",
      ])
    #expect(try await list("all-001.tar.lzma") == ["u1.xml", "u2.xml"])
    #expect(try await list("all-002.tar.lzma") == ["u4.xml", "u5.xml"])
    #expect(try await list("all-004.tar.lzma") == ["u8.xml"])
    let lines = String(decoding: try scratch.read("all.manifest.jsonl"), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == 8)
    #expect(!lines[2].contains("container"))
    #expect(lines[5].contains("\"container\":3,\"file\":\"u6.xml\",\"bytes\":100,"))
  }

  @Test func `One that holds all has the name itself, and none is written over`() async throws {
    #expect(try containers("all.tar.lzma", of: 3, limit: 200) == 1)
    #expect(scratch.names.sorted() == ["all.manifest.jsonl", "all.tar.lzma"])
    #expect(try await list("all.tar.lzma") == ["u1.xml", "u2.xml"])
    #expect(throws: Diagnostics.self) { try containers("all.tar.lzma", of: 3, limit: 200) }
    #expect(try containers("other.tar.lzma", of: 3, limit: 100) == 2)
    #expect(throws: Diagnostics.self) { try containers("other.tar.lzma", of: 3, limit: 100) }
    #expect(throws: Diagnostics.self) { try containers("all.tar.gz", of: 3, limit: 100) }
  }
}
