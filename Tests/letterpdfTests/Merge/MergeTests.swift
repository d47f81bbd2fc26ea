import Foundation
import Proofing
import Testing

/// `letterpdf merge` as a user runs it.
struct MergeTests {
  @Test func `Each record has its letter, a line in the manifest, and a share in the summary`()
    async throws
  {
    let folder = try MergeFolder(3)
    let run = try await folder.merge("-o", "out", "--name", "{{id}} – {{name}}")
    #expect(run.ending == .exit(0))
    #expect(run.errorText == "columns used: id, name, street\n")
    let files = try folder.files("out")
    #expect(
      files.keys.sorted() == [
        "/0001/K1 – Navn 1.pdf", "/0001/K2 – Navn 2.pdf", "/0001/K3 – Navn 3.pdf",
        "/manifest.jsonl", "/run.json", "/summary.json",
      ])
    let manifest = String(decoding: files["/manifest.jsonl"] ?? [], as: UTF8.self)
    let line = try #require(manifest.split(separator: "\n").dropFirst().first)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["id"] as? String == "K2")
    #expect(object["title"] as? String == "Afgørelse til Navn 2")
    #expect(object["case-id"] as? String == "SAG-K2")
    #expect(object["bytes"] as? Int == files["/0001/K2 – Navn 2.pdf"]?.count)
    let sum = try await output(
      of: "sha256sum", folder.scratch.path("out/0001/K2 – Navn 2.pdf"))
    #expect(object["sha256"] as? String == sum.split(separator: " ").first.map(String.init))
    let text = try await output(
      of: "pdftotext", "-raw", folder.scratch.path("out/0001/K2 – Navn 2.pdf"), "-")
    #expect(text.contains("Kære Navn 2"))
    #expect(!text.contains("Navn 1"))
    #expect(run.output.hasPrefix("3 letters, 3 pages, 3 sheets, "))
  }

  @Test func `A letter is the same in any company`() async throws {
    let folder = try MergeFolder(12)
    let whole = try await folder.merge("-o", "whole", "--jobs", "1", "--quiet")
    #expect(whole.description == "exit(0), standard error: ")
    _ = try await folder.merge("-o", "jobs", "--jobs", "3")
    #expect(try folder.files("jobs") == (try folder.files("whole")))
    for share in 1...4 {
      _ = try await folder.merge("-o", "shares", "--shard", "\(share)/4")
    }
    let joined = try await letterpdf("manifest", "merge", "shares", in: folder.scratch.folder)
    #expect(joined.ending == .exit(0))
    let shares = try folder.files("shares").filter { !$0.key.contains("-of-") }
    #expect(shares == (try folder.files("whole")))
    _ = try await folder.merge("--preview", "K5", "-o", "five.pdf")
    #expect(folder.scratch.bytes("five.pdf") == (try folder.files("whole")["/0001/0000005.pdf"]))
  }

  @Test func `A letter of a run is the one that render sets with its record`() async throws {
    let folder = try MergeFolder(4)
    _ = try await folder.merge("-o", "out", "--small")
    let record = #"{"id": "K3", "name": "Navn 3", "street": "Gade 3"}"#
    try folder.scratch.write(record, as: "three.json")
    let run = try await letterpdf(
      "render", "letter.md", "--data", "three.json", "-o", "three.pdf", in: folder.scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(folder.scratch.bytes("three.pdf") == (try folder.files("out")["/0001/0000003.pdf"]))
  }

  @Test func `Records may come as a stream, in JSON Lines too`() async throws {
    let folder = try MergeFolder(3)
    _ = try await folder.merge("-o", "out")
    let lines = (1...3).map {
      "{\"id\":\"K\($0)\",\"name\":\"Navn \($0)\",\"street\":\"Gade \($0)\"}\n"
    }
    let run = try await letterpdf(
      "merge", "letter.md", "--recipients", "-", "-o", "lines", in: folder.scratch.folder,
      input: Array(lines.joined().utf8))
    #expect(run.ending == .exit(0), "\(run)")
    #expect(try folder.files("lines") == (try folder.files("out")))
  }

  @Test func `A faulty record costs its own letter only`() async throws {
    let folder = try MergeFolder(5, faulty: [2])
    let run = try await folder.merge("-o", "out")
    #expect(run.ending == .exit(3))
    #expect(run.errorText.contains("record 2"))
    #expect(try folder.files("out").keys.filter { $0.hasSuffix(".pdf") }.count == 4)
    let strict = try await folder.merge("-o", "strict", "--strict")
    #expect(strict.ending == .exit(3))
    #expect(
      try folder.files("strict").keys.filter { $0.hasSuffix(".pdf") } == ["/0001/0000001.pdf"])
    #expect(strict.errorText.contains("ended after 2 records; go on with:\n"))
  }

  @Test func `A record with the id of another is told, a fault where files are named by ids`()
    async throws
  {
    let folder = try MergeFolder(1)
    let rows = ["K1,Anna,Gade 1", ",Bo,Gade 2", "K1,Carl,Gade 3", "2,Dan,Gade 4", "K2,Eva,Gade 5"]
    try folder.scratch.write(
      "id,name,street\n" + rows.joined(separator: "\n") + "\n", as: "records.csv")
    func told(_ folder: MergeFolder, _ name: String) throws -> [String] {
      try BindTests.lines(folder, "\(name)/manifest.jsonl").map { line in
        let found = (line["diagnostics"] as? [[String: Any]] ?? []).map {
          "\($0["severity"] ?? "") \($0["message"] ?? "")"
        }
        return ([line["status"] as? String ?? ""] + found).joined(separator: ": ")
      }
    }
    let plain = try await folder.merge("-o", "plain", "--quiet")
    #expect(plain.ending == .exit(0))
    let second = "done: warning another record before has the id \"K1\""
    #expect(
      try told(folder, "plain") == [
        "done", "done", second, "done: warning another record before has the id \"2\"", "done",
      ])
    let named = try await folder.merge("-o", "named", "--name", "{{id}} {{name}}", "--quiet")
    #expect(named.ending == .exit(3))
    #expect(
      try told(folder, "named")[2] == "fault: error another record before has the id \"K1\"")
    // A share finds the same, though the first of the two is another's.
    _ = try await folder.merge("-o", "share", "--shard", "3/5", "--quiet")
    #expect(
      try BindTests.lines(folder, "share/manifest-3-of-5.jsonl").map {
        ($0["diagnostics"] as? [Any])?.count
      } == [1])
  }

  @Test func `A trial sets all letters and writes nothing`() async throws {
    let folder = try MergeFolder(4, faulty: [3])
    let run = try await folder.merge("--dry-run", "--report", "json")
    #expect(run.ending == .exit(3))
    #expect(
      run.output.hasPrefix(
        #"{"ending":"complete","kept":0,"complete":true,"records":4,"done":3,"faults":1,"#))
    #expect(folder.scratch.names == ["letter.md", "records.csv"])
  }

  @Test func `An archive holds what the folder would, and is the same bytes each time`()
    async throws
  {
    let folder = try MergeFolder(3)
    _ = try await folder.merge("-o", "out", "--archive", "a.tar.zst")
    _ = try await folder.merge("--archive", "b.tar.zst", "--jobs", "1")
    #expect(folder.scratch.bytes("a.tar.zst") == folder.scratch.bytes("b.tar.zst"))
    #expect(folder.scratch.names == ["a.tar.zst", "b.tar.zst", "letter.md", "out", "records.csv"])
    try FileManager.default.createDirectory(
      atPath: folder.scratch.path("taken"), withIntermediateDirectories: true)
    _ = try await output(
      of: "tar", "--zstd", "-xf", "a.tar.zst", "-C", "taken", in: folder.scratch.folder)
    var files = try folder.files("out")
    files["/run.json"] = nil
    #expect(try folder.files("taken") == files)
  }

  @Test func `A preview tells of all records and sets one`() async throws {
    let folder = try MergeFolder(12)
    let run = try await folder.merge("--preview", "3")
    #expect(
      run.output == """
        columns used: id, name, street
        records: 12
        first: record 1 (K1)
        longest address: record 10 (K10), 1 line: Navn 10
        most pages: record 10 (K10), 1
        preview-3.pdf: record 3 (K3), 1 page

        """)
    let none = try await folder.merge("--preview", "K99")
    #expect(none.ending == .exit(1))
    #expect(none.errorText == "error: no record has the number or id \"K99\"\n")
  }

  @Test(arguments: [
    ([], "error: the letters have nowhere to go"),
    (["-o", "out", "--shard", "3/2"], "error: --shard cannot be \"3/2\""),
    (["-o", "out", "--jobs", "0"], "error: --jobs cannot be \"0\""),
    (["-o", "out", "--dry-run"], "error: --dry-run writes nothing"),
    (["--archive", "a.tar.zst", "--resume"], "error: --resume goes on with a folder"),
  ])
  func `Options that make no sense are refused before anything is read`(
    options: [String], message: String
  ) async throws {
    let scratch = try Scratch()
    let run = try await letterpdf(
      ["merge", "no.md", "--recipients", "no.csv"] + options, in: scratch.folder)
    #expect(run.ending == .exit(2))
    #expect(run.errorText.hasPrefix(message))
    #expect(scratch.names.isEmpty)
  }

  @Test func `A field that the records lack stops the run before the first letter`() async throws {
    let folder = try MergeFolder(2)
    let run = try await folder.merge("-o", "out", "--name", "{{naem}}")
    #expect(run.ending == .exit(1))
    #expect(
      run.errorText == """
        error: --name asks for "naem", which the records do not have
        hint: did you mean name?


        """)
    #expect(!folder.scratch.names.contains("out"))
  }
}
