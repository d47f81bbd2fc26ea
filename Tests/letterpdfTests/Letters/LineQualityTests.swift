import Foundation
import Proofing
import Testing

/// The figures of `make lines` on prose that nobody tuned on, held to what was reached.
struct LineQualityTests {
  /// One row of the table that `Benchmarks/lines` prints.
  struct Figures {
    let engine: String
    /// Line ends with a hyphen, for 100 lines.
    let hyphens: Double
    let ladders, stubs, namesDivided, lastWordsDivided: Double
    /// What lines leave empty in the mean, in millimetres.
    let raggedness: Double
    let fragments: Double

    init?(_ row: Substring) {
      let fields = row.split(separator: " ")
      guard fields.count == 16, let hyphens = Double(fields[4]) else { return nil }
      func number(_ index: Int) -> Double { Double(fields[index]) ?? .nan }
      engine = String(fields[2])
      self.hyphens = hyphens
      (ladders, stubs) = (number(5), number(6))
      (namesDivided, lastWordsDivided) = (number(8), number(9))
      (raggedness, fragments) = (number(10), number(14))
    }
  }

  @Test(arguments: [
    // Typst's optimizer on the same prose: 29.0 and 3.35 mm, 14.9 and 4.00 mm, 10.8 and 4.46 mm.
    (60, 18.5, 4.85), (125, 8.5, 5.5), (140, 7.0, 5.96),
  ])
  func `Ragged prose is divided seldom and stays even`(
    measure: Int, hyphens: Double, raggedness: Double
  ) async throws {
    let run = try await Run(
      Project.python,
      [
        Project.path("Benchmarks/lines"), "--program", Project.program.path, "--measures",
        String(measure), "--shapes", "ragged", "--engines", "total-fit,first-fit",
      ], limit: 300)
    try #require(run.ending == .exit(0), "\(run)")
    let rows = run.output.split(separator: "\n").compactMap(Figures.init)
    let total = try #require(rows.first { $0.engine == "total-fit" })
    let first = try #require(rows.first { $0.engine == "first-fit" })
    #expect(total.hyphens < hyphens)
    #expect(total.raggedness < raggedness)
    #expect(total.ladders < first.ladders / 3 && total.stubs < first.stubs / 8)
    #expect(total.namesDivided < first.namesDivided)
    #expect(total.lastWordsDivided == 0 && first.lastWordsDivided > 0)
    #expect(total.fragments == 0 && first.fragments > 0)
  }
}
