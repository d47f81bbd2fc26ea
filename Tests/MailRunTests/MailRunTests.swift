import Foundation
import MailRun
import Proofing
import Synchronization
import Testing
import Typeset

/// Runs of letters that take no time, so that many can be broken off.
struct MailRunTests {
  /// Records that say how they go.
  private final class Numbers: RunSource, Sendable {
    let count: Int
    let faulty: Set<Int>
    let changed: Int?
    private let last = Mutex(0)

    init(_ count: Int, faulty: Set<Int> = [], changed: Int? = nil) {
      self.count = count
      self.faulty = faulty
      self.changed = changed
    }

    func next() throws(Diagnostics) -> RunEntry<Int>? {
      let number = last.withLock { next in
        next += 1
        return next
      }
      guard number <= count else { return nil }
      let fault = Diagnostics([Diagnostic(.error, "the amount is missing")])
      let digest = number == changed ? "other" : "data \(number)"
      return RunEntry(
        number: number, id: "id-\(number)", name: "letter \(number)", digest: { _ in digest },
        record: faulty.contains(number) ? .failure(fault) : .success(number))
    }
  }

  private let scratch: Scratch
  private let made = MadeCount()

  private final class MadeCount: Sendable {
    let count = Mutex(0)
  }

  init() throws { scratch = try Scratch() }

  private func plan(_ folder: String, jobs: Int = 2) -> RunPlan {
    var plan = RunPlan()
    plan.folder = scratch.path(folder)
    plan.jobs = jobs
    plan.makings = "{}"
    return plan
  }

  @discardableResult
  private func run(_ source: Numbers, _ plan: RunPlan) throws -> RunResult {
    let made = made
    return try MailRun(plan: plan, source: source) { (number) throws(Diagnostics) in
      made.count.withLock { $0 += 1 }
      // Letters end in another order than they begin.
      if number % 7 == 0 { usleep(300) }
      return MadeLetter(
        bytes: Array("letter \(number)".utf8), pages: number % 3 + 1,
        facts: LetterFacts(title: "Title", caseID: "S-\(number)", documentID: nil), warnings: [])
    }.run()
  }

  /// Every file of a folder by its path, with its bytes.
  private func files(_ folder: String) throws -> [String: [UInt8]] {
    try scratch.files(below: folder)
  }

  @Test func `Files, manifest and summary are the same for any number of jobs`() throws {
    try run(Numbers(2500, faulty: [17, 2000]), plan("one", jobs: 1))
    try run(Numbers(2500, faulty: [17, 2000]), plan("seven", jobs: 7))
    let one = try files("one")
    #expect(one == (try files("seven")))
    #expect(one.count == 2498 + 3)
    #expect(one["/0001/letter 16.pdf"] == Array("letter 16".utf8))
    #expect(one["/0003/letter 2500.pdf"] != nil)
    #expect(scratch.names == ["one", "seven"])
    let lines = String(decoding: one["/manifest.jsonl"] ?? [], as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2500)
    #expect(
      lines[15] == """
        {"number":16,"id":"id-16","status":"done","file":"0001/letter 16.pdf","pages":2,"sheets":1,\
        "bytes":9,"sha256":"\(sha256(Array("letter 16".utf8)))","title":"Title","case-id":"S-16",\
        "record":"data 16","diagnostics":[]}
        """)
    #expect(
      lines[16] == """
        {"number":17,"id":"id-17","status":"fault","record":"data 17","diagnostics":[{"severity":"error",\
        "message":"the amount is missing","hints":[]}]}
        """)
    #expect(
      String(decoding: one["/summary.json"] ?? [], as: UTF8.self).hasPrefix(
        "{\"complete\":true,\"records\":2500,\"done\":2498,\"faults\":2,"))
  }

  @Test func `A manifest cut off anywhere is gone on with to the same result`() throws {
    try run(Numbers(1200, faulty: [5]), plan("whole"))
    let whole = try files("whole")
    let manifest = whole["/manifest.jsonl"] ?? []
    for seed in 1...12 {
      let folder = "cut-\(seed)"
      try run(Numbers(1200, faulty: [5]), plan(folder))
      let kept = manifest.count * seed / 13
      try scratch.write(manifest[..<kept], as: "\(folder)/manifest.jsonl")
      // A letter that is gone, one that is short, and what a killed run leaves behind.
      try? FileManager.default.removeItem(atPath: scratch.path("\(folder)/0001/letter 3.pdf"))
      try scratch.write("lett", as: "\(folder)/0001/letter 4.pdf")
      try scratch.write("part", as: "\(folder)/.partial/0")
      try? FileManager.default.removeItem(atPath: scratch.path("\(folder)/summary.json"))
      var plan = plan(folder)
      plan.isResumed = true
      let result = try run(Numbers(1200, faulty: [5]), plan)
      #expect(result.kept == manifest[..<kept].count { $0 == 10 })
      #expect(try files(folder) == whole)
    }
  }

  @Test func `What the manifest holds is not set again`() throws {
    try run(Numbers(300), plan("out"))
    made.count.withLock { $0 = 0 }
    var plan = plan("out")
    plan.isResumed = true
    let result = try run(Numbers(300), plan)
    #expect(result.kept == 300)
    #expect(made.count.withLock { $0 } == 0)
  }

  @Test func `Shares make the single run, and their manifests its manifest`() throws {
    try run(Numbers(1100, faulty: [1001]), plan("whole"))
    for index in 1...3 {
      var plan = plan("shares")
      plan.shard = try #require(Shard("\(index)/3"))
      try run(Numbers(1100, faulty: [1001]), plan)
    }
    let manifests = shareManifests(of: scratch.path("shares"))
    #expect(manifests.count == 3)
    _ = try mergeManifests(manifests, into: scratch.path("shares"))
    let joined = try files("shares").filter { !$0.key.contains("-of-") }
    #expect(joined == (try files("whole")))
    #expect(throws: Diagnostics.self) {
      try mergeManifests(Array(manifests.dropFirst()), into: scratch.path("shares"))
    }
    #expect(throws: Diagnostics.self) {
      try mergeManifests(manifests + manifests.prefix(1), into: scratch.path("shares"))
    }
  }

  @Test func `A limit of faults ends the run at that record, whatever was set beside it`() throws {
    for jobs in [1, 5] {
      var plan = plan("limit-\(jobs)", jobs: jobs)
      plan.faultLimit = 2
      let result = try run(Numbers(400, faulty: [10, 20, 30]), plan)
      #expect(result.ending == .faultLimit)
      #expect(result.summary.records == 20)
    }
    let files = try files("limit-5")
    #expect(files == (try self.files("limit-1")))
    #expect(files.keys.filter { $0.hasSuffix(".pdf") }.count == 18)
  }

  @Test func `A run does not begin where it would harm another`() throws {
    try run(Numbers(3), plan("out"))
    func message(_ body: () throws -> Void) -> String? {
      do { try body() } catch let error as Diagnostics { return error.all.first?.message } catch {}
      return nil
    }
    #expect(
      message { try run(Numbers(3), self.plan("out")) }?
        .hasPrefix("there is a run in the folder already") == true)
    var plan = plan("out")
    plan.isResumed = true
    #expect(
      message { try run(Numbers(3, changed: 2), plan) }
        == "record 2 is another now than when the run began")
    #expect(
      message { try run(Numbers(2), plan) }
        == "there are fewer records now than the manifest tells of")
    plan.makings = "{\"letter\":\"other\"}"
    #expect(
      message { try run(Numbers(3), plan) }?.hasSuffix("holds a run with another letter")
        == true)
    try scratch.write("mine", as: "mine/notes.txt")
    #expect(
      message { try run(Numbers(3), self.plan("mine")) }?.contains("\"notes.txt\"") == true)
  }
}
