import Foundation
import Proofing
import Testing

/// Every letter in `Examples/` against its references in `Tests/Goldens/`.
struct LetterGoldenTests {
  @Test(arguments: Project.examples)
  func `The layout of an example is its golden`(example: String) async throws {
    let run = try await letterpdf(
      "render", Project.path("Examples/\(example).md"), "--dump", "-o", "-")
    try #require(run.ending == .exit(0), "\(run)")
    try expectGolden(TextGolden(run.output), "\(example).txt")
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
