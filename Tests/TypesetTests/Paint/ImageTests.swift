import Foundation
import Proofing
import Testing

@testable import Intake
@testable import Typeset

/// Images come into the file as they are, no larger than paper can show, within the standards.
struct ImageTests {
  /// What `pdfimages -list` says of the first image: its kind, size, colour and coding.
  func image(in file: FileOnDisk) async throws -> [Substring] {
    let lines = try await output(of: "pdfimages", "-list", file.path).split(separator: "\n")
    return try #require(lines.dropFirst(2).first).split(separator: " ")
  }

  @Test(arguments: ["jpeg", "jpeggray", "png16m", "pnggray", "pngalpha"])
  func `Pictures of every kind keep the standards`(device: String) async throws {
    let picture = try await PictureSample.picture(device)
    let file = try FileOnDisk(PictureSample.letter(with: picture).finish())
    let breaches = try await file.breaches()
    #expect(breaches == [])
    let row = try await image(in: file)
    #expect(row[3] == "\(picture.pixelWidth)" && row[4] == "\(picture.pixelHeight)")
    #expect(row[8] == (device.hasPrefix("jpeg") ? "jpeg" : "image"))
    // The letter is black on white, and a PNG that holds no colour is kept in grey; ghostscript
    // gives its JPEGs a profile.
    #expect(row[5] == (device.hasPrefix("jpeg") ? "icc" : "gray"))
  }

  @Test(arguments: ["jpeg", "png16m", "svg"])
  func `A picture may be the first thing on a page`(device: String) async throws {
    let picture = device == "svg" ? PictureSample.drawing : try await PictureSample.picture(device)
    var letter = FinishSample()
    let size = Size(width: .mm(60), height: .mm(150))
    for name in ["Forrest", "Igen"] {
      let figure = letter.element(.figure, alternative: name)
      letter.add(picture, size: size, part: .content(figure, order: letter.nextOrder()))
      letter.add("Et ord efter \(name)", as: .paragraph)
    }
    let file = try FileOnDisk(letter.finish())
    #expect(try await output(of: "pdfinfo", file.path).contains(/Pages: +2/))
    #expect(
      try await file.tree()
        == "Document\n  Figure\n  P Et ord efter Forrest\n  Figure\n  P Et ord efter Igen")
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A JPEG's picture goes in byte for byte, and nothing else of the file`() async throws {
    let picture = try await PictureSample.picture("jpeg")
    let secret = Array("Exif\0\0Hemmeligt sted".utf8)
    let photo = try readImage(
      adding(0xE1, secret, to: picture), name: "foto.jpeg", at: nil, by: SamplePlan.intake)
    let finished = Data(try PictureSample.letter(with: photo).finish())
    // From the first scan (ITU-T T.81, B.2.3) to the end.
    let scan = try #require(Data(picture.bytes).range(of: Data([0xFF, 0xDA])))
    #expect(finished.range(of: Data(picture.bytes)[scan.lowerBound...]) != nil)
    #expect(finished.range(of: Data("Hemmeligt".utf8)) == nil)
  }

  @Test(arguments: ["jpeg", "png16m"])
  func `A picture with too many pixels is scaled to the resolution of the print`(
    device: String
  ) async throws {
    let picture = try await PictureSample.picture(device, dotsPerInch: 300)
    let file = try FileOnDisk(PictureSample.letter(with: picture, resolution: 150).finish())
    let row = try await image(in: file)
    // 60 mm at 150 dots per inch.
    #expect(row[3] == "354")
    #expect(row[4] == "501")
    let breaches = try await file.breaches()
    #expect(breaches == [])
    // It still shows the letter: white paper with some ink.
    let ink = try await output(of: "gs", "-q", "-o", "-", "-sDEVICE=inkcov", file.path)
    let black = try #require(ink.split(separator: " ").dropFirst(3).first.flatMap { Double($0) })
    #expect(black > 0.0005 && black < 0.1)
  }

  @Test func `A picture in printing inks becomes one for screens, which the standard allows`()
    async throws
  {
    let picture = try await PictureSample.picture("jpegcmyk")
    #expect(JPEGHeader(picture.bytes)?.components == 4)
    let file = try FileOnDisk(PictureSample.letter(with: picture).finish())
    let breaches = try await file.breaches()
    #expect(breaches == [])
    #expect(try await image(in: file)[5] == "rgb")
    // White paper with some ink, and not the other way round.
    let ink = try await output(of: "gs", "-q", "-o", "-", "-sDEVICE=inkcov", file.path)
    let black = try #require(ink.split(separator: " ").dropFirst(3).first.flatMap { Double($0) })
    #expect(black > 0.0005 && black < 0.1)
  }

  @Test func `A drawing stays a drawing, in grey where it is grey`() async throws {
    let file = try FileOnDisk(PictureSample.letter(with: PictureSample.drawing).finish())
    let breaches = try await file.breaches()
    #expect(breaches == [])
    let images = try await output(of: "pdfimages", "-list", file.path).split(separator: "\n")
    #expect(images.count == 2)
  }

  @Test func `Words in a drawing are set in the letter's fonts, not the machine's`() async throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">
      <text x="5" y="15" font-family="Nimbus Sans, DejaVu Serif" font-size="12">Diagram</text></svg>
      """
    let drawing = ImageResource(
      name: "ord.svg", format: .svg, bytes: Array(svg.utf8), pixelWidth: 90, pixelHeight: 20)
    let file = try FileOnDisk(PictureSample.letter(with: drawing).finish())
    let fonts = try await output(of: "pdffonts", file.path).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    #expect(fonts.allSatisfy { $0.contains("LiberationSans") || $0.contains("DejaVuSans") })
    #expect(try await output(of: "pdftotext", file.path, "-").contains("Diagram"))
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A page with something seen through says so, and one without does not`() async throws {
    func hasGroup(_ bytes: [UInt8]) async throws -> Bool {
      let file = try FileOnDisk(bytes)
      return try await file.json()
        .contains("/Transparency")
    }
    #expect(try await hasGroup(PictureSample.letter(with: PictureSample.drawing).finish()))
    #expect(try await !hasGroup(FinishSample.letter().finish()))
  }

  @Test(arguments: [ImageResource.Format.png, .jpeg, .svg])
  func `A broken picture is an error that names it`(format: ImageResource.Format) throws {
    let broken = ImageResource(
      name: "knust", format: format, bytes: Array("intet billede".utf8), pixelWidth: 4000,
      pixelHeight: 4000)
    let problems = #expect(throws: Diagnostics.self) {
      try PictureSample.letter(with: broken).finish()
    }
    #expect(problems?.all.first?.message.contains("the image \"knust\"") == true)
  }

  @Test func `The same picture twice is stored once`() async throws {
    let picture = try await PictureSample.picture("png16m")
    var letter = try PictureSample.letter(with: picture)
    let figure = letter.element(.figure, alternative: "Det samme brev")
    letter.add(
      picture, size: Size(width: .mm(60), height: .mm(85)),
      part: .content(figure, order: letter.nextOrder()))
    let file = try FileOnDisk(letter.finish())
    let json = try await file.json()
    #expect(json.matches(of: /"\/Subtype": "\/Image"/).count == 1)
  }

  /// A JPEG with a further segment after its first marker.
  func adding(_ marker: UInt8, _ segment: [UInt8], to picture: ImageResource) -> [UInt8] {
    let length = segment.count + 2
    return Array(picture.bytes.prefix(2))
      + [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + segment
      + withoutProfile(picture.bytes).dropFirst(2)
  }

  /// A JPEG without the profile that ghostscript gives it.
  func withoutProfile(_ bytes: [UInt8]) -> [UInt8] {
    var result = Array(bytes.prefix(2))
    var position = 2
    while position + 4 <= bytes.count, bytes[position + 1] != 0xDA {
      let end = position + 2 + (Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
      if bytes[position + 1] != 0xE2 { result += bytes[position..<end] }
      position = end
    }
    return result + bytes[position...]
  }

  @Test func `A photograph keeps its colour profile`() async throws {
    let picture = try await PictureSample.picture("jpeg")
    let bytes = adding(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + ColorProfile.sRGB, to: picture)
    let photo = try readImage(bytes, name: "foto.jpeg", at: nil, by: SamplePlan.intake)
    let file = try FileOnDisk(PictureSample.letter(with: photo).finish())
    #expect(try await image(in: file)[5] == "icc")
    let breaches = try await file.breaches()
    #expect(breaches == [])
    // A damaged one would break the standard, so it is left out.
    let damaged = adding(
      0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + ColorProfile.sRGB.dropLast(9), to: picture)
    let other = try FileOnDisk(
      PictureSample.letter(
        with: readImage(damaged, name: "foto.jpeg", at: nil, by: SamplePlan.intake)
      ).finish())
    #expect(try await image(in: other)[5] == "rgb")
  }

  @Test(arguments: [UInt8(1), 3, 6, 8])
  func `A photograph stands as the camera was held`(orientation: UInt8) async throws {
    let picture = try await PictureSample.picture("jpeg")
    // A directory of one entry: tag 274, a short, the value.
    let exif: [UInt8] =
      Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0]
      + [orientation, 0, 0, 0, 0, 0, 0]
    let photo = try readImage(
      adding(0xE1, exif, to: picture), name: "foto.jpeg", at: nil, by: SamplePlan.intake)
    let isTurned = orientation >= 5
    #expect(photo.pixelWidth == (isTurned ? picture.pixelHeight : picture.pixelWidth))
    let fonts = SamplePlan.fonts
    let letter = try PictureSample.letter(with: photo, resolution: 50)
    let composition = try letter.compose(fonts: fonts)
    let file = try FileOnDisk(finishPDF(paintPDF(composition, fonts: fonts), composition))
    let breaches = try await file.breaches()
    #expect(breaches == [])
    // The letter in the picture has its ink at the top left: 3 and 6, 8 carry it elsewhere.
    let content = try await file.readable()
    let matrix = try #require(
      content.firstMatch(
        of: /([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) [-\d.]+ [-\d.]+ cm\s[^\n]*\/X\d+ Do/))
    let signs = [matrix.output.1, matrix.output.2, matrix.output.3, matrix.output.4].map {
      Double($0).map { $0 == 0 ? 0 : $0 > 0 ? 1 : -1 } ?? 9
    }
    let wanted: [UInt8: [Int]] = [
      1: [1, 0, 0, 1], 3: [-1, 0, 0, -1], 6: [0, -1, 1, 0], 8: [0, 1, -1, 0],
    ]
    #expect(signs == wanted[orientation])
  }
}
