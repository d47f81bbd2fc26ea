import Foundation
import FuzzTargets
import Proofing
import Testing

/// Every target takes what it began with, what it once failed at, and mutations of these.
///
/// The build is the plain one, so no test waits for a second build of everything: what traps or hangs is
/// found, what only a sanitizer sees is left to `make fuzz`. Each target has a process of its own.
@Suite(.serialized) struct FuzzSmokeTests {
  /// How long a target is fed mutations: all together have about a minute.
  private static let seconds = 3

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `A target takes what is kept, and mutations of it`(_ name: String) async throws {
    let scratch = try Scratch()
    let last = scratch.path("input")
    let run = await #expect(processExitsWith: .success) { [name, last = last as String] in
      let target = try #require(FuzzTarget.all.first { $0.name == name })
      try SmokeRun(target, last: last).run(seconds: Self.seconds)
    }
    guard run == nil, let input = scratch.bytes("input") else { return }
    Attachment.record(input, named: "\(name)-input")
    Issue.record("\(name) failed at \(Data(input).base64EncodedString()) (base64)")
  }

  @Test func `Mutations are the same in every run, and within the length`() {
    var one = Mutator([Array("abc".utf8), Array("{}".utf8)], longest: 20, seed: 7)
    var two = Mutator([Array("abc".utf8), Array("{}".utf8)], longest: 20, seed: 7)
    let inputs = (0..<100).map { _ in one.input() }
    #expect(inputs == (0..<100).map { _ in two.input() })
    #expect(Set(inputs).count > 50 && inputs.allSatisfy { $0.count <= 20 })
  }
}

/// One target in a process that a fault may end.
private struct SmokeRun {
  private let target: FuzzTarget
  private let last: String
  private let take: ([UInt8]) -> Bool

  /// - Parameter last: the file that holds the input that is being taken.
  init(_ target: FuzzTarget, last: String) {
    self.target = target
    self.last = last
    take = target.open(FuzzProject(root: Project.folder))
  }

  func run(seconds: Int) throws {
    let seeds = target.seeds(FuzzProject(root: Project.folder))
    let known =
      try seeds + Self.inputs("corpus/\(target.name)") + Self.inputs("crashes/\(target.name)")
    try #require(!known.isEmpty, "a target begins with something")
    for input in known { try feed(input) }
    var mutator = Mutator(
      known, longest: target.longest, seed: UInt64(target.name.utf8.reduce(0) { $0 * 31 + Int($1) })
    )
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end { try feed(mutator.input()) }
  }

  private func feed(_ input: [UInt8]) throws {
    try Data(input).write(to: URL(filePath: last))
    // An endless loop ends the process too, long after any input that is only slow.
    alarm(120)
    _ = take(input)
    alarm(0)
  }

  private static func inputs(_ folder: String) throws -> [[UInt8]] {
    let folder = Project.path("Tests/Fuzz/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.sorted().map {
      [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
    }
  }
}
