import Foundation
import Proofing
import Testing

struct GoldenTests {
  @Test func `Equal texts do not differ`() {
    #expect(TextGolden("a\nb\n").difference(from: TextGolden("a\nb\n")) == nil)
  }

  @Test(arguments: [
    ("a\nb\nc\n", "a\nx\nc\n", "line 2 was \"x\", is \"b\"; 1 lines differ"),
    ("a\n", "a\nb", "line 2 was \"b\", is \"\"; 1 lines differ"),
    ("a", "a\nb", "line 2 was \"b\", is the end; 1 lines differ"),
    ("a\nb\nc", "a", "line 2 was the end, is \"b\"; 2 lines differ"),
  ])
  func `A text's difference names the first line that changed`(
    actual: String, expected: String, reason: String
  ) {
    let difference = TextGolden(actual).difference(from: TextGolden(expected))
    #expect(difference?.reason == reason)
    #expect(difference?.evidence == Data(actual.utf8))
  }

  @Test func `A picture may be off by 1 of 255, not by 2`() throws {
    var picture = Picture(width: 8, height: 8)
    let white = PageImageGolden(picture)
    picture.pixels[4 * 10] = 254
    #expect(try PageImageGolden(picture).difference(from: white) == nil)
    picture.pixels[4 * 10] = 253
    let difference = try PageImageGolden(picture).difference(from: white)
    #expect(difference?.reason == "1 pixels are off, by up to 2 of 255, the first at 2, 1")
  }

  @Test func `The evidence shows expected, difference and actual beside each other`() throws {
    var picture = Picture(width: 8, height: 6)
    picture.pixels[0] = 0
    let golden = PageImageGolden(picture)
    let difference = try golden.difference(from: PageImageGolden(Picture(width: 8, height: 6)))
    let evidence = try PageImageGolden(reference: try #require(difference).evidence).picture
    #expect(evidence.width == 3 * 8 + 2 * 4)
    #expect(evidence.height == 6)
    #expect(Array(evidence.pixels[0..<3]) == [255, 255, 255])
    #expect(Array(evidence.pixels[12 * 4..<12 * 4 + 3]) == [0, 0, 255])
    #expect(Array(evidence.pixels[24 * 4..<24 * 4 + 3]) == [0, 255, 255])
  }

  @Test func `Pictures of other sizes differ`() throws {
    let difference = try PageImageGolden(Picture(width: 8, height: 8))
      .difference(from: PageImageGolden(Picture(width: 8, height: 9)))
    #expect(difference?.reason == "was 8 by 9 pixels, is 8 by 8")
  }

  @Test func `A picture survives its reference`() throws {
    var picture = Picture(width: 5, height: 3)
    picture.pixels[4 * 7 + 1] = 17
    #expect(try PageImageGolden(reference: try picture.png()).picture == picture)
  }

  @Test func `A missing reference is a fault, is written when goldens are updated, then holds`()
    throws
  {
    let scratch = try Scratch()
    func fault(_ text: String, isUpdating: Bool) throws -> String? {
      try compareWithGolden(
        TextGolden(text), "a.txt", in: scratch.folder, isUpdating: isUpdating)?.reason
    }
    let missing = "there is no reference yet; "
    #expect(
      try fault("page 1\n", isUpdating: false)
        == missing + "look, and accept with make goldens a.txt")
    #expect(scratch.names.isEmpty)
    #expect(
      try fault("page 1\n", isUpdating: true)
        == missing + "the reference is now what this run made")
    #expect(scratch.bytes("a.txt") == Array("page 1\n".utf8))
    #expect(try fault("page 1\n", isUpdating: true) == nil)
    let changed = try fault("page 2\n", isUpdating: false)
    #expect(changed?.hasPrefix("line 1 was \"page 1\", is \"page 2\"") == true)
    #expect(scratch.bytes("a.txt") == Array("page 1\n".utf8))
  }

  @Test(arguments: [
    ("brev", ["brev.txt", "brev-page-1.png"]), ("kl", []), ("kl-2024.txt", ["kl-2024.txt"]),
    ("1", ["brev.txt", "brev-page-1.png", "kl-2024.txt", "kl-2024-page-2.png"]), ("", []),
  ])
  func `A run accepts the goldens that are named, and no others`(names: String, files: [String]) {
    let all = ["brev.txt", "brev-page-1.png", "kl-2024.txt", "kl-2024-page-2.png"]
    #expect(all.filter(GoldenRun(accepting: names).accepts) == files)
  }

  @Test func `The picture of a page that is no more is a fault, and goes when it is accepted`()
    throws
  {
    let scratch = try Scratch()
    try scratch.write("old", as: "brev-page-3.png")
    func fault(accepting names: String) throws -> String? {
      try faultOfStaleGolden(
        "brev-page-3.png", in: scratch.folder, for: GoldenRun(accepting: names))
    }
    #expect(
      try fault(accepting: "kl") == "is of no page; delete it with make goldens brev-page-3.png")
    #expect(scratch.names == ["brev-page-3.png"])
    #expect(try fault(accepting: "brev") == "deleted, since there is no such page")
    #expect(scratch.names == [])
    #expect(try fault(accepting: "") == nil)
  }
}
