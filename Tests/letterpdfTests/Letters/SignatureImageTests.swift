import Foundation
import Proofing
import Testing

struct SignatureImageTests {
  /// The baseline of the signer's name, with an image so high above it, on a page of one letter.
  private func baseline(imageHeight: String) async throws -> Double {
    let layout = """
      extends: kl
      signatures: {space-for-ink: 10mm, image-height: \(imageHeight)}
      """
    let letter = """
      ---
      layout: own.yaml
      date: 2024-03-11
      signatures: [{name: Ida Gråbøl, image: ink.png}]
      ---
      Tekst.
      """
    let ink = try Data(
      contentsOf: URL(filePath: Project.path("Examples/images/underskrift.png")))
    let set = try await SetLetter(
      letter, "--dump", "-o", "-",
      files: ["own.yaml": Array(layout.utf8), "ink.png": [UInt8](ink)])
    let name = try #require(set.run.output.firstMatch(of: /baseline ([\d.]+) .*Ida Gråbøl/))
    return try #require(Double(name.output.1))
  }

  @Test func `A signature that is higher than the room for ink moves its name down`() async throws {
    let low = try await baseline(imageHeight: "10mm")
    let high = try await baseline(imageHeight: "14mm")
    #expect(abs(high - low - 4) < 0.11)
    #expect(try await baseline(imageHeight: "8mm") == low)
  }
}
