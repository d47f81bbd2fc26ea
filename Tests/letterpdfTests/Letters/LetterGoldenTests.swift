import Foundation
import Proofing
import Testing

/// Every letter in `Examples/` against its references in `Tests/Goldens/`.
struct LetterGoldenTests {
  @Test func `The layouts of the examples are their goldens`() async throws {
    let run = GoldenRun.current
    let accepted = Project.examples.filter { run.accepts("\($0).txt") }
    let others = Project.examples.filter { !accepted.contains($0) }
    for (names, options) in [(accepted, ["--update"]), (others, [])] where !names.isEmpty {
      let told = try await letterpdf(
        ["golden", Project.path("Examples"), "--expected", Project.goldens.path] + options + names)
      for name in names {
        let line = try #require(
          told.output.firstMatch(of: try Regex("(?m)^\(name) +[0-9]+ pages? +(.*)$")), "\(told)")
        let summary = String(line.output[1].substring ?? "")
        guard summary != "same" else {
          run.note("\(name).txt", "as before")
          continue
        }
        let fault =
          summary
          + (options.isEmpty
            ? "; look, and accept with make goldens \(name)"
            : "; the reference is now what this run made")
        run.note("\(name).txt", fault)
        Issue.record("\(name).txt: \(fault)")
      }
    }
  }

  @Test(arguments: Project.examples)
  func `The pages of an example look like their goldens`(example: String) async throws {
    let set = try await SetLetter(example: example)
    try #require(set.run.ending == .exit(0), "\(set.run)")
    let pages = try await Picture.pages(
      ofPDF: set.scratch.path("letter.pdf"), dotsPerInch: 72)
    for (index, page) in pages.enumerated() {
      try expectGolden(PageImageGolden(page), "\(example)-page-\(index + 1).png")
    }
    for page in pages.count + 1...pages.count + 20 {
      try expectNoGolden("\(example)-page-\(page).png")
    }
  }
}
