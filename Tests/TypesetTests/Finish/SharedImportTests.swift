import Foundation
import Proofing
import PDFFile
import Testing

@testable import Typeset

/// A PDF is read once for a letter, whatever is made of the letter.
struct SharedImportTests {
  /// A letter with an enclosure that keeps its tags and one that is drawn.
  func letter() throws -> EnclosingLetter {
    try EnclosingLetter([
      try FinishSample.everything().finish(),
      HandmadePDF.page("q 0 0 9 9 re f", resources: "/Properties<<>>").bytes,
    ])
  }

  func bytes(_ letter: EnclosingLetter, _ options: FinishOptions) throws -> Data {
    Data(try letter.finish(options).bytes())
  }

  @Test func `Each file is the same as if it were made alone`() throws {
    let usual = FinishOptions(onForeignPDF: .weaken)
    var print = usual
    print.purpose = .print
    var later = usual
    later.standard = .a4UA2
    let kept = try letter()
    for options in [usual, print, later, usual] {
      #expect(try bytes(kept, options) == bytes(try letter(), options))
    }
  }

  @Test func `Two tasks may finish one letter at a time`() async throws {
    let letter = try letter()
    let composition = letter.composition
    let painted = try letter.paint()
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try finishPDF(painted, composition, options: FinishOptions(onForeignPDF: .weaken))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(files.count == 4 && Set(files).count == 1)
  }
}
