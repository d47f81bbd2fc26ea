import Foundation
import Proofing
import Testing

/// A file that is made to break what reads it is a finding, in time and without a crash.
struct HostileCheckTests {
  /// Runs `letterpdf check`, which is ended and gives 124 if it takes too long; the limit is ten
  /// seconds, and others run at the same time.
  private func check(_ arguments: String...) async throws -> Run {
    try await Run("timeout", ["20", Project.program.path, "check"] + arguments)
  }

  @Test(arguments: HostilePDFTests.trials)
  func `A hostile file is not fit, and nothing ends badly`(trial: HostilePDFTests.Trial)
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.write(trial.pdf.bytes, as: "hostile.pdf")
    let run = try await check(
      file, "--for", "digital-post", "--for", "fjernprint", "--window", "20 45 85 45")
    #expect(run.ending == .exit(1), "\(run)")
    #expect(run.output.contains("error: "))
  }

  /// Files that a reader of enclosures does not mind, and that take endless looking.
  static let endless: [(name: String, pdf: HandmadePDF)] = {
    // Each form draws the next twice: a thousand million times in all.
    let forms = HandmadePDF.page(
      "/X Do", resources: "/XObject<</X 6 0 R>>",
      objects: (7...36).map {
        "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X \($0) 0 R>>>>>>stream:/X Do /X Do"
      })
    let headings = HandmadePDF.page(
      "0 g", catalog: "/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>",
      objects: ["<</K 7 0 R>>"]
        + (8..<60_000).map { "<</Type/StructElem/S/H1/P \($0 - 2) 0 R/K \($0) 0 R>>" })
    let words = (0..<100_000).map { "1 0 0 1 \($0 % 500) 700 Tm (w\($0)) Tj" }
    let row = HandmadePDF.page(
      "BT /F 10 Tf \(words.joined(separator: " ")) ET",
      resources: "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>")
    return [("forms", forms), ("headings", headings), ("words", row)]
  }()

  @Test(arguments: endless.indices)
  func `Looking at a file ends, however much there is to see`(index: Int) async throws {
    let scratch = try Scratch()
    let file = try scratch.write(Self.endless[index].pdf.bytes, as: "endless.pdf")
    let run = try await check(
      file, "--for", "digital-post", "--for", "accessible", "--for", "print")
    #expect(run.ending == .exit(1))
    #expect(run.output.contains("[damage]") || Self.endless[index].name == "headings")
  }

  @Test func `Letters with bytes broken, cut and mixed end in findings`() async throws {
    let scratch = try Scratch()
    let whole = scratch.path("whole.pdf")
    _ = try await letterpdf("render", Project.path("Examples/notat.md"), "-o", whole)
    var breaker = Breaker(seed: 13)
    let variants = breaker.variants(of: try scratch.read("whole.pdf"), count: 60)
    for (index, bytes) in variants.enumerated() {
      try scratch.write(bytes, as: "in/\(index).pdf")
    }
    let run = try await letterpdf(
      "check", scratch.path("in"), "--for", "digital-post", "--for", "archive", "--for",
      "accessible", "--report", "json")
    #expect(run.ending == .exit(1), "\(run)")
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    #expect((tree["files"] as? [Any])?.count == variants.count)
  }
}
