import Foundation
import Testing

@testable import Typeset

/// Images come into the file as they are, no larger than paper can show, within the standards.
struct ImageTests {
  /// What `pdfimages -list` says of the first image: its kind, size, colour and coding.
  func image(in file: FileOnDisk) throws -> [Substring] {
    let lines = try run("pdfimages", "-list", file.path).output.split(separator: "\n")
    return try #require(lines.dropFirst(2).first).split(separator: " ")
  }

  @Test(arguments: ["jpeg", "jpeggray", "png16m", "pnggray", "pngalpha"])
  func `Pictures of every kind keep the standards`(device: String) throws {
    let picture = try PictureSample.picture(device)
    let file = try FileOnDisk(PictureSample.letter(with: picture).finish())
    let breaches = try file.breaches()
    #expect(breaches == [])
    let row = try image(in: file)
    #expect(row[3] == "\(picture.pixelWidth)" && row[4] == "\(picture.pixelHeight)")
    #expect(row[8] == (device.hasPrefix("jpeg") ? "jpeg" : "image"))
    // The letter is black on white, and a PNG that holds no colour is kept in grey.
    #expect(row[5] == (device == "jpeg" ? "rgb" : "gray"))
  }

  @Test func `A JPEG goes in byte for byte`() throws {
    let picture = try PictureSample.picture("jpeg")
    let finished = try PictureSample.letter(with: picture).finish()
    #expect(Data(finished).range(of: Data(picture.bytes)) != nil)
  }

  @Test(arguments: ["jpeg", "png16m"])
  func `A picture with too many pixels is scaled to the resolution of the print`(
    device: String
  ) throws {
    let picture = try PictureSample.picture(device, dotsPerInch: 300)
    let file = try FileOnDisk(PictureSample.letter(with: picture, resolution: 150).finish())
    let row = try image(in: file)
    // 60 mm at 150 dots per inch.
    #expect(row[3] == "354")
    #expect(row[4] == "501")
    let breaches = try file.breaches()
    #expect(breaches == [])
    // It still shows the letter: white paper with some ink.
    let ink = try run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", file.path).output
    let black = try #require(ink.split(separator: " ").dropFirst(3).first.flatMap { Double($0) })
    #expect(black > 0.0005 && black < 0.1)
  }

  @Test func `A picture in printing inks becomes one for screens, which the standard allows`()
    throws
  {
    let picture = try PictureSample.picture("jpegcmyk")
    #expect(JPEGHeader(picture.bytes)?.components == 4)
    let file = try FileOnDisk(PictureSample.letter(with: picture).finish())
    let breaches = try file.breaches()
    #expect(breaches == [])
    #expect(try image(in: file)[5] == "rgb")
  }

  @Test func `A drawing stays a drawing, in grey where it is grey`() throws {
    let file = try FileOnDisk(PictureSample.letter(with: PictureSample.drawing).finish())
    let breaches = try file.breaches()
    #expect(breaches == [])
    let images = try run("pdfimages", "-list", file.path).output.split(separator: "\n")
    #expect(images.count == 2)
  }

  @Test func `A page with something seen through says so, and one without does not`() throws {
    func hasGroup(_ bytes: [UInt8]) throws -> Bool {
      let file = try FileOnDisk(bytes)
      return try run("qpdf", "--json", "--json-key=qpdf", file.path).output
        .contains("/Transparency")
    }
    #expect(try hasGroup(PictureSample.letter(with: PictureSample.drawing).finish()))
    #expect(try !hasGroup(FinishSample.letter().finish()))
  }

  @Test(arguments: [ImageResource.Format.png, .jpeg, .svg])
  func `A broken picture is an error that names it`(format: ImageResource.Format) throws {
    let broken = ImageResource(
      name: "knust", format: format, bytes: Array("intet billede".utf8), pixelWidth: 4000,
      pixelHeight: 4000)
    let problems = #expect(throws: Diagnostics.self) {
      try PictureSample.letter(with: broken).finish()
    }
    #expect(problems?.all.first?.message.contains("the image knust") == true)
  }

  @Test func `The same picture twice is stored once`() throws {
    let picture = try PictureSample.picture("png16m")
    var letter = try PictureSample.letter(with: picture)
    let figure = letter.element(.figure, alternative: "Det samme brev")
    letter.add(
      picture, size: Size(width: .mm(60), height: .mm(85)),
      part: .content(figure, order: letter.nextOrder()))
    let file = try FileOnDisk(letter.finish())
    let json = try run("qpdf", "--json", "--json-key=qpdf", file.path).output
    #expect(json.matches(of: /"\/Subtype": "\/Image"/).count == 1)
  }
}
