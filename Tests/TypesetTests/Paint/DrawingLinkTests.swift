import Foundation
import Proofing
import Testing

@testable import Pictures
@testable import Typeset

/// A drawing gives the letter its shapes, never a link.
struct DrawingLinkTests {
  static func svg(_ inner: String, before: String = "") -> [UInt8] {
    Array(
      """
      \(before)<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20" \
      xmlns:x="http://www.w3.org/1999/xlink" xmlns:s="http://www.w3.org/2000/svg">\(inner)</svg>
      """.utf8)
  }

  static let text = #"<text x="5" y="15" font-size="12">Klik</text>"#

  @Test(arguments: [
    svg(#"<a href="javascript:alert(1)">\#(text)</a>"#),
    svg(#"\#(text)<a x:href = 'https://example.org/>'><rect width="9" height="9"/></a>"#),
    svg(#"<s:a title="her" x:href="https://example.org">\#(text)</s:a>\#(text)"#),
    svg("<a>\(text)</a>", before: #"<!DOCTYPE svg [<!ATTLIST a href CDATA "javascript:x()">]>"#),
  ])
  func `A link of a drawing does not become a link of the letter`(bytes: [UInt8]) async throws {
    let drawing = ImageResource(
      name: "link.svg", format: .svg, bytes: bytes, pixelWidth: 90, pixelHeight: 20)
    for purpose in FinishOptions.Purpose.allCases {
      var options = FinishOptions()
      options.purpose = purpose
      let file = try FileOnDisk(PictureSample.letter(with: drawing).finish(options))
      let json = try await file.json()
      #expect(!json.contains("/Annot"))
      #expect(!json.contains("/URI"))
      #expect(try await file.breaches() == [])
    }
  }

  @Test func `All else of a drawing stays as it is`() {
    let plain = Self.svg(
      """
      <!-- <a href="x"> --><style><![CDATA[a { fill: red } /* <a href="y"> */]]></style>
      <a class="b" title="href=&quot;">æøå</a><abbr href="z"/><image href="data:,"/>
      """,
      before: #"<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C" "svg.dtd" [<!ENTITY n "m">]>"#)
    #expect(SVGCleaner.clean(plain) == plain)
    #expect(
      SVGCleaner.clean(Self.svg(#"<a href="x" class='b'>é</a>"#))
        == Self.svg("<a  class='b'>é</a>"))
    for broken in ["<a href=", "<a href=\"x", "<!DOCTYPE [", "<!--", "<a", "&#", "<", "<a href"] {
      #expect(SVGCleaner.clean(Array(broken.utf8)).count <= broken.utf8.count)
    }
  }

  @Test func `Words in characters for private use are refused, other places are not read`() throws {
    for inner in ["<text>\u{E000}</text>", "<text><tspan>&#xF8FF;</tspan></text>"] {
      let error = #expect(throws: Diagnostics.self) {
        try readImage(Self.svg(inner), name: "p.svg", at: nil, by: SamplePlan.intake)
      }
      #expect(error?.all.first?.message.contains("private use") == true)
    }
    for inner in [
      "<desc>\u{E000}</desc><text>a</text>", "<text/>\u{E000}", "<text>\u{FFFD}</text>",
    ] {
      _ = try readImage(Self.svg(inner), name: "p.svg", at: nil, by: SamplePlan.intake)
    }
    #expect(
      SVGCleaner.clean(Self.svg("<text>a\u{FEFF}b&#xFEFF;&#65279;</text>"))
        == Self.svg("<text>ab</text>"))
  }
}
