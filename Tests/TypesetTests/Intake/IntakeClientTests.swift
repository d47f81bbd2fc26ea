import Foundation
import Proofing
import Testing

@testable import Intake

/// Whatever the child does, the process that asks it stands and gets a word.
struct IntakeClientTests {
  static let program = IntakeLocation.find(resources: Project.folder)

  static func drawing(_ width: Int) -> MeasureDrawing {
    MeasureDrawing(
      Array("<svg xmlns='http://www.w3.org/2000/svg' width='\(width)' height='7'/>".utf8))
  }

  /// A program of a few lines of shell in the place of the intake.
  private func standIn(_ lines: String, in scratch: Scratch) throws -> String {
    let path = try scratch.write("#!/bin/sh\n\(lines)\n", as: "stand-in")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    waitForWriters(of: path)
    return path
  }

  /// Waits until nobody has a file open to write it: a program that another test starts meanwhile has,
  /// for a moment, what is open here, and the system starts no program that is being written.
  private func waitForWriters(of path: String) {
    #if os(Linux)
      let (setLease, shared, none): (Int32, Int32, Int32) = (1024, F_RDLCK, F_UNLCK)
      let file = open(path, O_RDONLY | O_CLOEXEC)
      defer { close(file) }
      for _ in 0..<200 {
        if fcntl(file, setLease, shared) == 0 {
          _ = fcntl(file, setLease, none)
          return
        }
        usleep(10_000)
      }
    #endif
  }

  private func fault(_ client: IntakeClient) -> IntakeFault? {
    #expect(throws: IntakeFault.self) { try client.ask(Self.drawing(9)) }
  }

  @Test func `A child answers, and is kept for the next request`() throws {
    let client = IntakeClient(program: Self.program)
    #expect(client.idleChildren == [])
    #expect(try client.ask(Self.drawing(9))?.width == 9)
    let first = client.idleChildren
    #expect(first.count == 1)
    #expect(try client.ask(Self.drawing(12))?.width == 12)
    #expect(client.idleChildren == first)
    #expect(try client.ask(MeasureDrawing(Array("<p>no drawing</p>".utf8))) == nil)
  }

  @Test func `A refusal keeps the child`() throws {
    let client = IntakeClient(program: Self.program)
    #expect(try client.ask(Self.drawing(9))?.width == 9)
    let first = client.idleChildren
    let broken = MeasureDrawing(Array("<svg xmlns='http://www.w3.org/2000/svg'><g>".utf8))
    guard
      case .refused(let refusal) = #expect(
        throws: IntakeFault.self,
        performing: {
          try client.ask(broken)
        })
    else {
      Issue.record("it is not refused")
      return
    }
    #expect(!refusal.reason.isEmpty)
    #expect(client.idleChildren == first)
  }

  @Test func `One child serves a thousand requests and grows no larger`() throws {
    let client = IntakeClient(program: Self.program)
    func residentPages() throws -> Int {
      let child = try #require(client.idleChildren.first)
      let numbers = try String(contentsOfFile: "/proc/\(child)/statm", encoding: .utf8)
      return try #require(numbers.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }
    for width in 1...100 { #expect(try client.ask(Self.drawing(width))?.width == width) }
    let before = try residentPages()
    for width in 1...900 { #expect(try client.ask(Self.drawing(width))?.width == width) }
    #expect(client.idleChildren.count == 1)
    #expect(try residentPages() - before < 256)
  }

  @Test func `Many tasks ask at the same time`() async throws {
    let client = IntakeClient(program: Self.program)
    try await withThrowingTaskGroup(of: (Int, Int?).self) { group in
      for width in 1...200 {
        group.addTask { (width, try client.ask(Self.drawing(width))?.width) }
      }
      for try await (asked, answered) in group { #expect(asked == answered) }
    }
    #expect(client.idleChildren.count <= ProcessInfo.processInfo.processorCount)
  }

  @Test func `A program that is not there is missing`() throws {
    #expect(fault(IntakeClient(program: nil)) == .missing("letterpdf-intake"))
    #expect(fault(IntakeClient(program: "/nowhere/at/all")) == .missing("/nowhere/at/all"))
  }

  @Test(arguments: [
    "exec <&- >&-; exec sleep 60", "exit 0", "kill -ABRT $$", "cat",
    "echo nonsense and more of it",
  ])
  func `A child that breaks off or talks nonsense has crashed`(lines: String) throws {
    let scratch = try Scratch()
    let client = IntakeClient(program: try standIn(lines, in: scratch))
    #expect(fault(client) == .crashed)
    #expect(client.idleChildren == [])
  }

  @Test func `A child without memory says so by its exit code`() throws {
    let scratch = try Scratch()
    #expect(
      fault(IntakeClient(program: try standIn("exit 3", in: scratch))) == .tookTooMuchMemory)
  }

  @Test func `A child that does not answer is ended`() throws {
    let scratch = try Scratch()
    let program = try standIn("echo $$ > \(scratch.path("process")); exec sleep 60", in: scratch)
    #expect(fault(IntakeClient(program: program, seconds: 0.5)) == .tookTooLong)
    let child = try #require(
      Int32(String(decoding: scratch.read("process"), as: UTF8.self).dropLast()))
    #expect(kill(child, 0) == -1)
  }

  @Test func `A request whose child is killed in the midst of it is asked anew`() async throws {
    let scratch = try Scratch()
    let mark = scratch.path("process")
    let real = try #require(Self.program)
    let program = try standIn(
      "if [ -e \(mark) ]; then exec \(real); fi; echo $$ > \(mark); exec sleep 600", in: scratch)
    // A thousand tests go on meanwhile: it may take long until somebody looks at the mark.
    let client = IntakeClient(program: program, seconds: 300)
    async let answer = Task.detached { try client.ask(Self.drawing(9))?.width }.value
    var child: Int32?
    while child == nil {
      try await Task.sleep(for: .milliseconds(20))
      child = scratch.bytes("process").flatMap {
        Int32(String(decoding: $0, as: UTF8.self).dropLast())
      }
    }
    kill(try #require(child), SIGKILL)
    #expect(try await answer == 9)
  }

  @Test func `Children that are killed again and again say nothing of the file`() throws {
    let scratch = try Scratch()
    let program = try standIn("echo >> \(scratch.path("starts")); kill -9 $$", in: scratch)
    let ended = fault(IntakeClient(program: program))
    #expect(ended == .killed && ended?.isOurs == true)
    #expect(scratch.bytes("starts")?.count == 4)
  }

  @Test func `One that was killed while it waited is replaced`() throws {
    let client = IntakeClient(program: Self.program)
    #expect(try client.ask(Self.drawing(9))?.width == 9)
    let first = try #require(client.idleChildren.first)
    kill(Int32(first), SIGKILL)
    #expect(try client.ask(Self.drawing(8))?.width == 8)
    #expect(client.idleChildren.count == 1 && client.idleChildren.first != first)
  }

  #if os(Linux)
    @Test func `A child has limits that it did not get from its parent`() throws {
      let client = IntakeClient(program: Self.program)
      _ = try client.ask(Self.drawing(9))
      let child = try #require(client.idleChildren.first)
      let limits = try String(contentsOfFile: "/proc/\(child)/limits", encoding: .utf8)
      func limit(_ name: String) -> Substring? {
        limits.split(separator: "\n").first { $0.hasPrefix("Max \(name) ") }?
          .dropFirst(26).split(separator: " ").first
      }
      #expect(limit("address space") == "536870912")
      #expect(limit("file size") == "0")
      #expect(limit("core file size") == "0")
      #expect(limit("open files") == "64")
      let status = try String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)
      #expect(status.contains("NoNewPrivs:\t1"))
      #expect(status.contains("Seccomp:\t2"))
      let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(child)/fd")
      #expect(files.sorted() == ["0", "1", "2"])
    }
  #endif

  @Test func `A child ends with its client`() throws {
    var client: IntakeClient? = IntakeClient(program: Self.program)
    _ = try client?.ask(Self.drawing(9))
    let child = try #require(client?.idleChildren.first)
    #expect(kill(Int32(child), 0) == 0)
    client = nil
    #expect(kill(Int32(child), 0) == -1)
  }
}
