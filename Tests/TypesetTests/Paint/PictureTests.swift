import Foundation
import Proofing
import Testing

@testable import Typeset

/// Every viewer shows the same page.
struct PictureTests {
  /// The grey values of a portable grey map.
  func pixels(_ path: String) throws -> (width: Int, height: Int, values: [UInt8]) {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var numbers: [Int] = []
    var position = 2
    while numbers.count < 3 {
      while bytes[position] <= 32 { position += 1 }
      if bytes[position] == UInt8(ascii: "#") {
        while bytes[position] != 10 { position += 1 }
        continue
      }
      var word = ""
      while bytes[position] > 32 {
        word.unicodeScalars.append(Unicode.Scalar(bytes[position]))
        position += 1
      }
      numbers.append(Int(word) ?? 0)
    }
    return (numbers[0], numbers[1], Array(bytes[(position + 1)...]))
  }

  /// The share of pixels that differ by more than anti-aliasing makes them, and of dark ones.
  func difference(_ a: String, _ b: String) throws -> (different: Double, dark: Double) {
    let (one, other) = (try pixels(a), try pixels(b))
    #expect(abs(one.width - other.width) <= 1 && abs(one.height - other.height) <= 1)
    // Blocks of 4 by 4 even out where an edge falls.
    var different = 0
    var dark = 0
    var count = 0
    for y in stride(from: 0, to: min(one.height, other.height) - 4, by: 4) {
      for x in stride(from: 0, to: min(one.width, other.width) - 4, by: 4) {
        var sums = (0, 0)
        for row in 0..<4 {
          for column in 0..<4 {
            sums.0 += Int(one.values[(y + row) * one.width + x + column])
            sums.1 += Int(other.values[(y + row) * other.width + x + column])
          }
        }
        count += 1
        if abs(sums.0 - sums.1) > 16 * 96 { different += 1 }
        if sums.0 < 16 * 200 { dark += 1 }
      }
    }
    return (Double(different) / Double(count), Double(dark) / Double(count))
  }

  @Test(arguments: [
    ["mutool", "draw", "-q", "-c", "gray", "-r", "150", "-o", "OUT", "IN", "1"],
    [
      "gs", "-q", "-sDEVICE=pgmraw", "-r150", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-o",
      "OUT", "IN",
    ],
    [
      Project.python, "-c",
      """
      import sys, pypdfium2
      page = pypdfium2.PdfDocument(sys.argv[1])[0]
      page.render(scale=150 / 72, grayscale=True).to_pil().convert("L").save(sys.argv[2])
      """, "IN", "OUT",
    ],
  ])
  func `Poppler, mupdf, ghostscript and PDFium agree on a page`(
    command: [String]
  ) async throws {
    let fonts = SamplePlan.fonts
    let composition = try FinishSample.letter().compose(fonts: fonts)
    let file = try FileOnDisk(
      finishPDF(try paintPDF(composition, fonts: fonts), composition))
    let poppler = file.scratch.path("poppler")
    _ = try await output(of: "pdftoppm", "-gray", "-r", "150", "-singlefile", file.path, poppler)
    let other = file.scratch.path("other.pgm")
    let arguments = command.dropFirst().map {
      $0 == "IN" ? file.path : $0 == "OUT" ? other : $0
    }
    let run = try await Run(command[0], arguments)
    #expect(run.ending == .exit(0), "\(run)")
    let (different, dark) = try difference(poppler + ".pgm", other)
    #expect(dark > 0.005, "the page is empty")
    #expect(different < 0.001)
  }
}
