import Foundation
import Proofing
import Testing

/// Pictures made to use up the machine, or to end the program that reads them, end as a word about
/// the picture.
@Suite(.serialized) struct HostilePictureTests {
  /// A picture that nobody draws by accident.
  enum Hostile: String, CaseIterable, Sendable {
    case wide, widest, full, damaged, cut
    case letters, filters, noise, order, uses, entities, masks, depth, pixels

    var isDrawing: Bool { !["wide", "widest", "full", "damaged", "cut"].contains(rawValue) }
    var name: String { isDrawing ? "a.svg" : self == .cut ? "a.jpg" : "a.png" }
    /// Whether it is no more than unusual, and may be shown.
    var mayBeShown: Bool { [.order, .depth, .pixels, .letters, .masks].contains(self) }
  }

  /// Writes the picture; Python has the compression that a PNG takes.
  private func write(_ hostile: Hostile, to path: String) async throws {
    let script = """
      import base64, struct, sys, zlib
      kind, path = sys.argv[1:]
      def chunk(name, data):
          return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
      def png(width, height, rows):
          head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
          return (b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
      def zeros(count):
          deflate = zlib.compressobj(9)
          parts = [deflate.compress(bytes(1 << 20)) for _ in range(count >> 20)]
          return b"".join(parts) + deflate.compress(bytes(count & 0xFFFFF)) + deflate.flush()
      names = "xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'"
      def svg(inner, before="", size=100):
          return f"{before}<svg {names} width='{size}' height='{size}'>{inner}</svg>".encode()
      def filtered(effects):
          return svg(f"<filter id='f'>{effects}</filter><rect width='90' height='90' filter='url(#f)'/>")
      wide = lambda: png(14142, 14142, zeros(14142 * (14142 * 3 + 1)))
      made = {
          "wide": wide,
          "widest": lambda: png(100000, 100000, zeros(1 << 20)),
          "full": lambda: png(10, 10, zeros(1 << 30)),
          "damaged": lambda: png(10, 10, b"x" + zeros(310)),
          "cut": lambda: b"\\xff\\xd8\\xff\\xc0\\0\\x0b\\x08\\0\\x28\\0\\x3c\\1\\1\\x11\\0",
          "letters": lambda: svg("<text y='9'>" + "ab cd " * 170000 + "</text>"),
          "filters": lambda: filtered("<feGaussianBlur stdDeviation='50'/>" * 80000),
          "noise": lambda: filtered("<feTurbulence baseFrequency='.9' numOctaves='99999999'/>"),
          "order": lambda: filtered("<feConvolveMatrix order='1000' kernelMatrix='" + "1 " * 1000000 + "'/>"),
          "uses": lambda: svg("<defs><rect id='a0' width='1' height='1'/>" + "".join(
              f"<g id='a{i}'>" + f"<use x:href='#a{i - 1}'/>" * 10 + "</g>" for i in range(1, 12))
              + "</defs><use x:href='#a11'/>"),
          "entities": lambda: svg("<text>&a11;</text>", "<!DOCTYPE svg [<!ENTITY a0 'lol'>" + "".join(
              f"<!ENTITY a{i} '" + f"&a{i - 1};" * 10 + "'>" for i in range(1, 12)) + "]>"),
          "masks": lambda: svg("".join(
              f"<mask id='m{i}'><rect width='9999' height='9999' fill='#fff' mask='url(#m{i + 1})'/></mask>"
              for i in range(500)) + "<rect width='90' height='90' mask='url(#m0)'/>"),
          "depth": lambda: svg("<g>" * 20000 + "</g>" * 20000),
          "pixels": lambda: svg(
              "<image width='9' height='9' x:href='data:image/png;base64,"
              + base64.b64encode(wide()).decode() + "'/>"),
      }
      open(path, "wb").write(made[kind]())
      """
    let run = try await Run(Project.python, ["-c", script, hostile.rawValue, path])
    #expect(run.ending == .exit(0), "\(run)")
  }

  @Test(.timeLimit(.minutes(10)), arguments: Hostile.allCases)
  func `A hostile picture is told by its name`(hostile: Hostile) async throws {
    try await beforeOthers {
      let scratch = try Scratch()
      try await write(hostile, to: scratch.path(hostile.name))
      try scratch.write(smallLetter(body: "![En prik](\(hostile.name))"), as: "letter.md")
      let before = scratch.names
      // Ten seconds for the program; the machine may be busy with other tests.
      let run = try await letterpdf(
        "render", "letter.md", "--format", "png", "--dpi", "50", in: scratch.folder, limit: 20)
      if hostile.mayBeShown, run.ending == .exit(0) { return }
      #expect(run.ending == .exit(1), "\(run)")
      #expect(
        run.errorText.hasPrefix("letter.md:7:1: error: the image \"\(hostile.name)\""), "\(run)")
      #expect(scratch.names == before)
    }
  }

  @Test func `Without the program that opens pictures, the installation is at fault`() async throws
  {
    let scratch = try Scratch()
    // A program alone in its folder, and resources that nothing is installed beside.
    let alone = scratch.path("letterpdf")
    try FileManager.default.copyItem(atPath: Project.program.path, toPath: alone)
    let resources = scratch.path("deep/share/letterpdf")
    try FileManager.default.createDirectory(atPath: resources, withIntermediateDirectories: true)
    for folder in ["Fonts", "Languages", "Layouts"] {
      try FileManager.default.createSymbolicLink(
        atPath: resources + "/" + folder, withDestinationPath: Project.path(folder))
    }
    try scratch.write(
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", as: "a.svg")
    try scratch.write(smallLetter(body: "![En prik](a.svg)"), as: "letter.md")
    let run = try await Run(
      alone, ["render", "letter.md", "--resources", resources], in: scratch.folder)
    #expect(run.ending == .exit(70), "\(run)")
    #expect(
      run.errorText.contains("the program \"letterpdf-intake\" cannot be started"), "\(run)")
    // A letter without pictures does without it.
    try scratch.write(smallLetter(), as: "letter.md")
    let plain = try await Run(
      alone, ["render", "letter.md", "--resources", resources, "--dump"], in: scratch.folder)
    #expect(plain.ending == .exit(0), "\(plain)")
  }
}
