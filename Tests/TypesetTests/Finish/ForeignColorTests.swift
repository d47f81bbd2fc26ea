import ForeignPDF
import Intake
import PDFFile
import Proofing
import Testing

@testable import Typeset

/// Colours of several files in one letter go together, whatever the files call them.
struct ForeignColorTests {
  /// A page painted in an ink.
  ///
  /// - Parameter before: objects before the function that leads from the ink to a screen.
  func page(_ tint: String, before: [String] = []) -> [UInt8] {
    HandmadePDF.page(
      "/C cs 1 scn 0 0 9 9 re f",
      resources: "/ColorSpace<</C[/Separation/Rosa/DeviceRGB \(6 + before.count) 0 R]>>",
      objects: before + ["<</FunctionType 2/Domain[0 1]/N 1/C0[1 1 1]/C1[\(tint)]>>"]
    ).bytes
  }

  @Test func `An ink is the same under whatever number its file has it`() throws {
    let letter = try EnclosingLetter([page("1 0.5 0.5"), page("1 .50 0.5", before: ["[]"])])
    #expect(try !letter.standard().1.contains("not the same"))
  }

  @Test func `An ink of two makes is told of the file that has it otherwise`() throws {
    let letter = try EnclosingLetter([page("1 0.5 0.5"), page("1 0.5 0.4")])
    let flaw = "its ink “Rosa” is not the same everywhere"
    let lines = try letter.standard().1.split(separator: "\n")
    #expect(lines.map { $0.contains(flaw) } == [false, true])
  }

  @Test func `Inks laid over each other and a profile of inks do not meet in one letter`() {
    var colors = ForeignColors(overprints: true)
    #expect(colors.join(ForeignColors()) == nil)
    #expect(
      colors.join(ForeignColors(hasInkProfile: true))
        == "its printing inks are laid over each other"
    )
  }
}
