import Proofing
import Testing

@testable import Typeset

@Suite struct ShippedLayoutTests {
  static let names = [
    "brev", "din-5008-a", "din-5008-b", "fjernprint", "kl", "kl-2019", "ministry", "nf",
    "norway-c5", "notat", "sn-left", "sn-right",
  ]

  @Test(arguments: names) func `Every layout has a name and says what it is for`(name: String)
    throws
  {
    let layout = try shippedLayout(name)
    #expect(!layout.name.isEmpty && layout.name != layout.file.name)
    #expect(!layout.description.isEmpty)
  }

  /// Window, fold marks and punch mark in millimetres, as the standards have them.
  @Test(
    arguments: [
      ("din-5008-b", [20, 45, 85, 45, 105, 210, 148.5]),
      ("din-5008-a", [20, 27, 85, 45, 87, 192, 148.5]),
      ("sn-right", [112, 45, 90, 45, 105, 210]), ("sn-left", [20, 35.5, 100, 45, 105, 210]),
      ("nf", [100, 35, 100, 45, 99, 198]), ("norway-c5", [15, 44, 105, 35]),
    ])
  func `Windows and marks stand where the standards say`(name: String, places: [Double]) throws {
    let layout = try shippedLayout(name)
    let window = try #require(layout.zones.first { $0.name == "window" }).rect
    let lengths =
      [window.minX, window.minY, window.size.width, window.size.height] + layout.marks.fold
      + layout.marks.punch
    #expect(lengths.map { ($0.millimetres * 100).rounded() / 100 } == places)
  }

  @Test(arguments: [
    "din-5008-a", "din-5008-b", "fjernprint", "nf", "norway-c5", "sn-left", "sn-right",
  ])
  func `What lies in the window lies in it by the layout`(name: String) throws {
    let layout = try shippedLayout(name)
    let window = try #require(layout.zones.first { $0.name == "window" })
    let address = try #require(layout.recipient.frame)
    #expect(window.rect.contains(address.rect))
    for frame in layout.frames where frame.rect.intersects(window.rect) && frame.pages.first {
      #expect([.recipient, .returnLine].contains(frame.kind), "\(frame.name)")
      #expect(window.rect.contains(frame.rect), "\(frame.name)")
    }
    #expect(!window.rect.intersects(layout.regions.first))
  }

  @Test(arguments: ["da", "de", "en", "fi", "fo", "fr", "kl", "nb", "nn", "sv"])
  func `The same letter stands in every language`(language: String) throws {
    for name in ["brev", "ministry", "notat", "din-5008-b", "kl-2024"] {
      let composed = try composedLetter(
        packageFile("Examples/\(name).md"), in: Project.path("Examples"),
        language: LanguageTag(language)
      ).composition
      let lacksPatterns = ["fo", "kl"].contains(language)
      let note =
        "note: there are no hyphenation patterns for \"\(language)\": its words are not divided"
      #expect(composed.warnings.map(brief) == (lacksPatterns ? [note] : []), "\(name)")
      #expect(composed.metadata.language == LanguageTag(language), "\(name)")
    }
  }

  @Test(arguments: names) func `Every layout has a letter that keeps to it`(name: String) throws {
    let example = name == "kl" ? "kl-2024" : name
    #expect(try composedExample(example).warnings.map(brief) == [])
  }
}
