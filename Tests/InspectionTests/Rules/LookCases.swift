extension RuleCase {
  private static let standard =
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

  private static func trueType(_ name: String, flags: Int = 32, count: Int = 95) -> String {
    "<</Type/Font/Subtype/TrueType/BaseFont/\(name)/FirstChar 32/LastChar 126/Widths[\(String(repeating: "500 ", count: count))]/Encoding/WinAnsiEncoding/FontDescriptor<</Flags \(flags)/FontFile2 60 0 R>>/ToUnicode 6 0 R>>"
  }

  /// Fonts.
  static let ofFonts: [RuleCase] = [
    RuleCase("fonts-embedded") {
      $0.font = standard
    } passing: {
      $0.font = trueType("ABCDEF+A")
      $0.streams[60] = ("<<>>", [0])
    },
    RuleCase("fonts-subset") {
      $0.font = trueType("Abcdef+A"); $0.streams[60] = ("<<>>", [0])
    } passing: {
      $0.font = trueType("AAAAAA+A")
      $0.streams[60] = ("<<>>", [0])
    },
    RuleCase("fonts-whole") {
      $0.font = trueType("ABCDEF+A", count: 94); $0.streams[60] = ("<<>>", [0])
    } passing: {
      $0.font = trueType("ABCDEF+A")
      $0.streams[60] = ("<<>>", [0])
    },
    RuleCase("fonts-whole") {
      $0.font = trueType("ABCDEF+A", flags: 4); $0.streams[60] = ("<<>>", [0])
    } passing: {
      $0.font = trueType("ABCDEF+A", flags: 32)
      $0.streams[60] = ("<<>>", [0])
    },
    RuleCase("unicode") {
      $0.characters =
        "1 beginbfrange <20> <7D> <0020> endbfrange 1 beginbfchar <7E> <E000> endbfchar";
      $0.pages[0].append(.init(words: "~", y: 170))
    } passing: {
      $0.characters =
        "1 beginbfrange <20> <7D> <0020> endbfrange 1 beginbfchar <7E> <E000> endbfchar"
      $0.pages[0].append(.init(words: "}", y: 170))
    },
  ]

  private static func image(_ space: String, pixels: Int) -> @Sendable (inout SoundPDF) -> Void {
    { pdf in
      // 72 pt, an inch.
      pdf.resources = "/XObject<</I 60 0 R>>"
      pdf.raw[0] = "/Artifact BMC q 72 0 0 72 100 200 cm /I Do Q EMC"
      pdf.streams[60] = (
        "<</Type/XObject/Subtype/Image/Width \(pixels)/Height \(pixels)/BitsPerComponent 1/ColorSpace/\(space)/Filter/FlateDecode>>",
        [1]
      )
    }
  }

  /// Colours and images.
  static let ofColors: [RuleCase] = [
    RuleCase("output-intent") {
      $0.intents = ""
    } passing: {
      $0.intents = $0.intents.replacing("GTS_PDFA1", with: "GTS_PDFX")
    },
    RuleCase("output-intent") {
      $0.profile[3] = 131
    } passing: {
      $0.profile += [0, 0, 0, 0]; $0.profile[3] = 136
    },
    RuleCase("device-colors") {
      $0.pages[0][4].before = "0 0 0 1 k"
    } passing: {
      $0.pages[0][4].before = "0.2 0.2 0.2 rg"
    },
    RuleCase("one-ink-black") {
      $0.pages[0][4].before = "0.1 0.1 0.1 rg"
    } passing: {
      $0.pages[0][4].before = "0.13 0.13 0.13 rg"
    },
    RuleCase("gray-only") {
      $0.pages[0][4].before = "0.5 0 0 rg"
    } passing: {
      $0.pages[0][4].before = "0.4 0.41 0.4 rg"
    },
    RuleCase(
      "gray-only", breaking: image("DeviceRGB", pixels: 200),
      passing: image("DeviceGray", pixels: 200)),
    RuleCase("transparency") {
      $0.resources = "/ExtGState<</G<</ca 0.9>>>>"
      $0.pages[0][4].before = "/G gs"
    } passing: {
      $0.resources = "/ExtGState<</G<</ca 1/CA 1/BM/Normal/SMask/None>>>>"
      $0.pages[0][4].before = "/G gs"
    },
    RuleCase(
      "resolution", breaking: image("DeviceGray", pixels: 99),
      passing: image("DeviceGray", pixels: 100)),
    RuleCase(
      "resolution", breaking: image("DeviceGray", pixels: 301),
      passing: image("DeviceGray", pixels: 300)),
  ]

  /// Places on the page.
  static let ofPlaces: [RuleCase] = [
    RuleCase("text-free") {
      $0.pages[0].append(.init(words: "x", x: 13, y: 140))
    } passing: {
      $0.pages[0].append(.init(words: "x", x: 15.1, y: 140))
      $0.pages[0].append(.init(words: "x", x: 12, y: 94))
    },
    RuleCase("ink-free") {
      $0.raw[0] = "/Artifact BMC 560 800 20 20 re f EMC"
    } passing: {
      // 20 mm are 56.7 pt.
      $0.raw[0] = "/Artifact BMC 500 800 38 20 re f 560 760 20 20 re f EMC"
    },
    RuleCase("window") {
      $0.pages[0].removeFirst(3)
    } passing: {
      for line in 0..<3 { $0.pages[0][line].y -= 6.5 }
    },
    RuleCase("window") {
      $0.pages[0][0].y = 45
    } passing: {
      for line in 0..<3 { $0.pages[0][line].y += 24 }
    },
    RuleCase("window") {
      $0.pages[0][1].words = "010203-4567"
    } passing: {
      $0.pages[0][1].words = "0102034-567"
    },
    RuleCase("window") {
      $0.pages[0].append(.init(words: "slides", y: 93.5))
    } passing: {
      $0.pages[0].append(.init(words: "slides", y: 97))
    },
    RuleCase("window") {
      $0.raw[0] = "/Artifact BMC 200 600 20 20 re f EMC"
    } passing: {
      $0.raw[0] = "/Artifact BMC 200 540 20 20 re f 1 g 200 600 20 20 re f EMC"
    },
    RuleCase("window") { pdf in
      pdf.pages[0] += (1...5).map { .init(words: "line", y: 65 + Double($0) * 4.4) }
    } passing: { pdf in
      pdf.pages[0] += (1...4).map { .init(words: "line", y: 65 + Double($0) * 4.4) }
    },
    RuleCase("address-type") {
      $0.pages[0][1].size = 10
    } passing: {
      for line in 0..<3 { $0.pages[0][line].size = 10 }
    },
    RuleCase("address-type") {
      for line in 0..<3 { $0.pages[0][line].size = 9.9 }
    } passing: {
      for line in 0..<3 { $0.pages[0][line].size = 12 }
    },
    RuleCase("address-type") {
      $0.pages[0][2].x = 26
    } passing: {
      $0.pages[0][2].x = 25.4
    },
    RuleCase("address-type") {
      $0.pages[0][2].y = 67.5
    } passing: {
      $0.pages[0][2].y = 66.5
    },
    RuleCase("margins") {
      $0.pages[0].append(.init(words: "low", y: 287.4))
    } passing: {
      $0.pages[0].append(.init(words: "low", y: 286.8))
    },
    RuleCase("margins") {
      $0.pages[0].append(.init(words: "xxxxxxxxxx", x: 182, y: 200))
    } passing: {
      $0.pages[0].append(.init(words: "xxxxxxxxxx", x: 180.5, y: 200))
    },
  ]

  /// What can be seen.
  static let ofSight: [RuleCase] = [
    RuleCase("contrast") {
      $0.pages[0][4].before = "0.47 g"
    } passing: {
      $0.pages[0][4].before = "0.46 g"
    },
    RuleCase("contrast") {
      $0.pages[0][4].before = "0.7 g 50 500 300 30 re f 0.35 g"
    } passing: {
      $0.pages[0][4].before = "0.9 g 50 500 300 30 re f 0.35 g"
    },
    RuleCase("hidden-text") {
      $0.pages[0][4].before = "3 Tr"
    } passing: {
      $0.pages[0][4].before = "0 Tr"
    },
    RuleCase("hidden-text") {
      $0.pages[0][4].size = 0.9
    } passing: {
      $0.pages[0][4].size = 1
    },
    RuleCase("hidden-text") {
      $0.pages[0][4].before = "0 0 10 10 re W n"
    } passing: {
      $0.pages[0][4].before = "0 0 590 840 re W n"
    },
    RuleCase("hidden-text") {
      $0.raw[0] = "/Artifact BMC 0.5 g 60 500 500 40 re f EMC"
    } passing: {
      $0.raw[0] = "/Artifact BMC 0.5 g 60 500 10 40 re f EMC"
    },
    RuleCase("hidden-text") {
      $0.layer("OFF")
    } passing: {
      $0.layer("ON")
    },
    RuleCase("overlapping-text") {
      $0.annotate("/Subtype/Widget/F 4/AP<</N 91 0 R>>")
      $0.streams[91] = (
        "<</Subtype/Form/BBox[0 0 128 20]/Resources<</Font<</F 5 0 R>>>>>>",
        Array("BT /F 11 Tf 1 0 0 1 2 6 Tm (filled) Tj 0 1 Td (over it) Tj ET".utf8)
      )
    } passing: {
      $0.annotate("/Subtype/Widget/F 4/AP<</N 91 0 R>>")
      $0.streams[91] = (
        "<</Subtype/Form/BBox[0 0 128 20]/Resources<</Font<</F 5 0 R>>>>>>",
        Array("BT /F 11 Tf 1 0 0 1 2 6 Tm (filled) Tj ET".utf8)
      )
    },
    RuleCase("overlapping-text") {
      $0.pages[0].append(.init(words: "over", y: 115.5))
    } passing: {
      $0.pages[0].append(.init(words: "The first line of the letter", y: 115))
      $0.pages[0].append(.init(words: "under", y: 123.5))
    },
  ]
}
