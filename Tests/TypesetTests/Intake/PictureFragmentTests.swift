import Foundation
import Intake
import PDFFile
import Proofing
import Testing

@testable import Typeset

/// Pictures become objects of a PDF: their own rows where that can be, shapes and words where they are
/// drawn, and look as they did.
struct PictureFragmentTests {
  static let fonts = DrawingFonts(folder: Project.path("Fonts"))

  private func make(
    _ image: ImageResource, width: Int? = nil, isForPaper: Bool = false
  ) throws -> MakePicture.Made {
    let width = width ?? image.pixelWidth
    return try image.picture(
      width: width, height: image.pixelHeight * width / image.pixelWidth, fonts: Self.fonts,
      isForPaper: isForPaper, by: SamplePlan.intake)
  }

  /// A page of 100 points each way that the picture covers.
  private func file(_ made: MakePicture.Made) throws -> FileOnDisk {
    var body = PDFBody(pageCount: 1)
    let adopted = body.adopt(made.fragment)
    var side = (1.0, 1.0)
    if case .stream(let entries, _) = made.fragment.objects[0],
      case .array(let box) = entries["BBox"], case .real(let width) = box[2],
      case .real(let height) = box[3]
    {
      side = (width, height)
    }
    let content = body.addStream(
      Array("q \(100 / side.0) 0 0 \(100 / side.1) 0 0 cm /X Do Q".utf8))
    let page = body.pages[0]
    body.set(page, "MediaBox", [0, 0, 100, 100])
    body.set(page, "Contents", .reference(content))
    body.set(
      page, "Resources",
      ["XObject": ["X": .reference(adopted[PDFReference(index: 0)])]])
    return try FileOnDisk(
      PDFWriter(body).write(version: "1.7") { _ in Array("0123456789abcdef".utf8) })
  }

  private func entries(_ made: MakePicture.Made) throws -> PDFDictionary {
    let first = try #require(made.fragment.objects.first)
    var entries: PDFDictionary?
    if case .stream(let own, _) = first { entries = own }
    return try #require(entries)
  }

  /// The grey values of the page as poppler shows it, 100 by 100.
  private func look(_ file: FileOnDisk) async throws -> [UInt8] {
    let target = file.scratch.path("look")
    _ = try await output(of: "pdftoppm", "-gray", "-r", "72", "-singlefile", file.path, target)
    return Array(try file.scratch.read("look.pgm").suffix(100 * 100))
  }

  @Test(arguments: ["png16m", "pnggray", "pngmono", "png256", "pngalpha"])
  func `A PNG looks the same whichever way it is stored`(device: String) async throws {
    let picture = try await PictureSample.picture(device)
    let made = try make(picture)
    let page = try file(made)
    let whole = try await look(page)
    // What Cairo decodes and samples anew, as a picture with too many pixels is.
    let small = try await look(try file(try make(picture, width: picture.pixelWidth / 3)))
    #expect(whole.contains { $0 < 200 })
    let sums = (whole.reduce(0) { $0 + Int($1) }, small.reduce(0) { $0 + Int($1) })
    #expect(abs(sums.0 - sums.1) < sums.0 / 100)
    // The picture is a page of black text: colours that are all grey are one ink.
    let wanted = ["png256": "Indexed"]
    let space = try #require(try entries(made)["ColorSpace"])
    if case .array(let items) = space { #expect(items[0] == .name(wanted[device] ?? "")) }
    if case .name(let name) = space { #expect(name == wanted[device] ?? "DeviceGray") }
    #expect(try await output(of: "qpdf", "--check", page.path).contains("No syntax"))
  }

  @Test func `A PNG's own rows are kept, and those of another kind are refused`() async throws {
    let picture = try await PictureSample.picture("pnggray")
    let made = try make(picture)
    guard case .stream(_, let bytes) = made.fragment.objects[0] else { return }
    #expect(Data(picture.bytes).range(of: Data(bytes.prefix(1000))) != nil)
    var damaged = picture.bytes
    let data = try #require(damaged.firstRange(of: Array("IDAT".utf8)))
    damaged[data.upperBound + 8] ^= 0xFF
    let broken = ImageResource(
      name: "x", format: .png, bytes: damaged, pixelWidth: picture.pixelWidth,
      pixelHeight: picture.pixelHeight)
    #expect(throws: IntakeFault.refused(Refusal("its PNG data are damaged"))) { try make(broken) }
  }

  @Test func `A photograph goes in as it is, without what a camera adds`() async throws {
    let picture = try await PictureSample.picture("jpeg")
    let place = Array("Exif\0\0MM 55.67 12.56".utf8)
    let bytes =
      picture.bytes.prefix(2) + [0xFF, 0xE1, 0, UInt8(place.count + 2)] + place
      + picture.bytes.dropFirst(2) + Array("and more".utf8)
    let photo = ImageResource(
      name: "x", format: .jpeg, bytes: Array(bytes), pixelWidth: picture.pixelWidth,
      pixelHeight: picture.pixelHeight)
    let (plain, made) = (try make(picture), try make(photo))
    #expect(plain == made)
    guard case .stream(let entries, let stored) = made.fragment.objects[0] else { return }
    #expect(entries["Filter"] == .name("DCTDecode"))
    #expect(Data(stored).range(of: Data("Exif".utf8)) == nil)
    #expect(Data(stored).range(of: Data("ICC_PROFILE".utf8)) == nil)
    guard case .array(let space) = entries["ColorSpace"] else {
      Issue.record("it has no profile")
      return
    }
    #expect(space[0] == .name("ICCBased"))
    #expect(try await look(file(made)).contains { $0 < 200 })
  }

  @Test(arguments: ["jpeg", "jpegcmyk"])
  func `A photograph of too many dots or of inks is made anew`(device: String) async throws {
    let picture = try await PictureSample.picture(device)
    let made = try make(picture, width: picture.pixelWidth / 2)
    #expect(try entries(made)["Width"] == .integer(picture.pixelWidth / 2))
    let sum = try await look(file(made)).reduce(0) { $0 + Int($1) }
    #expect(sum > 100 * 100 * 200 && sum < 100 * 100 * 255)
  }

  @Test func `A drawing's words stay words, in fonts of ours`() async throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><rect width="90" height="20"
      fill="#eee"/><text x="5" y="15" font-family="Arial" font-size="12">Diagram office</text></svg>
      """
    let drawing = ImageResource(
      name: "ord.svg", format: .svg, bytes: Array(svg.utf8), pixelWidth: 90, pixelHeight: 20)
    let made = try make(drawing)
    let page = try file(made)
    #expect(try await output(of: "pdftotext", page.path, "-").contains("Diagram office"))
    let fonts = try await output(of: "pdffonts", page.path)
    #expect(fonts.contains("LiberationSans") && fonts.contains("yes yes yes"))
    #expect(!made.hasTransparency)
    // Grey is told as grey.
    let form = try #require(
      made.fragment.objects.compactMap { object -> String? in
        guard case .stream(let entries, let bytes) = object,
          entries["Subtype"] == .name("Form")
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
      }.first { $0.contains(" g") })
    #expect(!form.contains(" rg"))
    #expect(try await output(of: "qpdf", "--check", page.path).contains("No syntax"))
  }

  @Test func `What is seen through is told, and nearly black is black for paper`() throws {
    #expect(try make(PictureSample.drawing).hasTransparency)
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
      + "<rect width='9' height='9' fill='#100c0a'/></svg>"
    let dark = ImageResource(
      name: "x", format: .svg, bytes: Array(svg.utf8), pixelWidth: 9, pixelHeight: 9)
    func content(_ isForPaper: Bool) throws -> String {
      try make(dark, isForPaper: isForPaper).fragment.objects.map { object in
        guard case .stream(_, let bytes) = object else { return "" }
        return String(decoding: bytes, as: UTF8.self)
      }.joined()
    }
    #expect(try content(false).contains(" rg"))
    #expect(try content(true).contains("0 g") && !content(true).contains(" rg"))
  }

  @Test func `A picture does not depend on those that were made before`() async throws {
    let own = IntakeClient(program: IntakeClientTests.program)
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'>"
      + "<text y='15' font-family='DejaVu Sans'>Ord</text></svg>"
    let request = MakePicture(
      Array(svg.utf8), .svg, width: 90, height: 20, fonts: Self.fonts)
    let first = try own.ask(request)
    let other = svg.replacing("Ord", with: "Andre ord").replacing(
      "DejaVu Sans", with: "Liberation Serif")
    var sizes: [Int] = []
    for index in 0..<160 {
      _ = try own.ask(
        MakePicture(Array(other.utf8), .svg, width: 90 + index % 40, height: 20, fonts: Self.fonts))
      let child = try #require(own.idleChildren.first)
      let numbers = try String(contentsOfFile: "/proc/\(child)/statm", encoding: .utf8)
      sizes.append(numbers.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
    }
    #expect(own.idleChildren.count == 1)
    #expect(try own.ask(request) == first)
    #expect(try #require(sizes.last) - sizes[80] < 512)
  }
}
