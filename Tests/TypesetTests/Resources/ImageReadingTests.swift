import Foundation
import Proofing
import Testing

@testable import Typeset

@Suite struct ImageReadingTests {
  /// A PNG of one chunk of data and that size; its pixels do not matter here.
  private func png(_ width: UInt8, _ height: UInt8, isWhole: Bool = true) -> [UInt8] {
    PNGHeader.signature + [0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0, 0, 0, 0, 0]
      + (isWhole ? [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0] : [])
  }

  /// A JPEG of 60 by 40 dots, without the tables that decoding needs.
  private let jpeg: [UInt8] = [
    0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 40, 0, 60, 1, 1, 0x11, 0, 0xFF,
    0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9,
  ]

  private func size(_ bytes: [UInt8]) throws -> [Int] {
    let image = try readImage(bytes, name: "x", at: nil, by: SamplePlan.intake)
    return [image.pixelWidth, image.pixelHeight]
  }

  private func svg(_ text: String) throws -> [Int] { try size(Array(text.utf8)) }

  @Test func `Images are known by their bytes`() throws {
    #expect(try readImage(png(3, 4), name: "x.jpg", at: nil, by: SamplePlan.intake).format == .png)
    #expect(try size(png(3, 4)) == [3, 4])
    #expect(try readImage(jpeg, name: "x.png", at: nil, by: SamplePlan.intake).format == .jpeg)
    #expect(try size(jpeg) == [60, 40])
  }

  @Test func `A drawing says its size in many ways`() throws {
    #expect(try svg("<svg width='120' height=\"60px\"/>") == [120, 60])
    #expect(
      try svg("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<svg viewBox=\"0 0 300 150\"></svg>") == [
        300, 150,
      ])
    #expect(try svg("<svg width=\"100%\" viewBox=\"0,0,30,15\"/>") == [30, 15])
    let prefix = "svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\""
    #expect(try svg("<\(prefix) width=\"25.4mm\" viewBox=\"0 0 2 1\"/>") == [96, 48])
    #expect(try svg("<svg height=\"1pc\" viewBox=\"0 0 2 1\"/>") == [32, 16])
    #expect(try svg("<svg width=\"127mm\" height=\"50.8mm\"/>") == [480, 192])
    #expect(try svg("<svg width=\"10.2\" height=\"9.9\"/>") == [11, 10])
    #expect(try svg("<svg width=\"2em\" height=\"1em\"/>") == [24, 12])
    #expect(
      try svg("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg width=\"1in\" height=\"2in\"/>") == [96, 192])
  }

  /// A drawing with words of Danish, and the encoding that it says it is in.
  private func danish(_ encoding: String?) -> String {
    let said = encoding.map { " encoding='\($0)'" } ?? ""
    return "<?xml version='1.0'\(said)?>\n<svg width='9' height='7'><title>Blå ø</title></svg>"
  }

  @Test func `Drawings in UTF-16 and Latin-1 become UTF-8`() throws {
    let plain = Array(danish(nil).utf8)
    let little = Array(danish("UTF-16").utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(danish("utf-16").utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let latin = danish("ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
    for bytes in [
      plain, Array(danish("UTF-8").utf8), [0xEF, 0xBB, 0xBF] + plain, little, big,
      [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, latin, Array(danish("UTF-16").utf8),
    ] {
      let image = try readImage(bytes, name: "x", at: nil, by: SamplePlan.intake)
      #expect(image.format == .svg)
      #expect(image.bytes == plain)
      #expect(image.pixelWidth == 9)
    }
  }

  @Test func `Drawings in other encodings are told`() {
    let latin = danish("windows-1252").unicodeScalars.map { UInt8($0.value) }
    #expect(
      messages { _ = try readImage(latin, name: "x", at: nil, by: SamplePlan.intake) }.first
        == "the image \"x\" is broken: its text is in \"windows-1252\", which is not read here | "
        + "open it in an image program and save it again")
    let unsaid = danish(nil).unicodeScalars.map { UInt8($0.value) }
    #expect(
      messages { _ = try readImage(unsaid, name: "x", at: nil, by: SamplePlan.intake) }.first?
        .contains(
          "its text is not UTF-8") == true)
  }

  @Test(
    arguments: [
      ([], "the image \"x\" is broken: it is empty"),
      (Array("GIF89a".utf8), "the image \"x\" is neither PNG, JPEG nor SVG"),
      (PNGHeader.signature + [0, 0], "the image \"x\" is broken: its PNG header is cut off"),
      ([0xFF, 0xD8, 0xFF, 0xD9], "the image \"x\" is broken: it has no JPEG frame header"),
      (
        Array("<svg viewBox='0 0 0 9'/>".utf8),
        "the image \"x\" is broken: its <svg> has neither width and height nor a viewBox"
      ),
      (
        Array("<svg width='0' height='4'/>".utf8),
        "the image \"x\" is broken: its <svg> is 0.0 by 4.0 pixels"
      ),
      (
        Array("<svg width='9' height='9'><g>".utf8),
        "the image \"x\" is broken: XML parse error"
      ),
      (Array("<html><p></html>".utf8), "the image \"x\" is neither PNG, JPEG nor SVG"),
    ])
  func `Broken images are told`(bytes: [UInt8], message: String) {
    #expect(
      messages { _ = try readImage(bytes, name: "x", at: nil, by: SamplePlan.intake) }.first?
        .hasPrefix(message) == true)
  }

  @Test func `Images that end too early and that have no pixels are told`() {
    #expect(
      messages { _ = try size(png(3, 4, isWhole: false)) } == [
        "the image \"x\" is broken: it ends before its last PNG chunk | "
          + "open it in an image program and save it again"
      ])
    #expect(
      messages { _ = try size(png(0, 4)) } == [
        "the image \"x\" is broken: it has no pixels | "
          + "open it in an image program and save it again"
      ])
  }

  /// A folder with `a.png`, and one beside it with `secret.png` that a link in the first points to.
  private func withFolder(_ body: (LetterAssets) throws -> Void) throws {
    let scratch = try Scratch()
    try scratch.write(png(3, 4), as: "in/a.png")
    let secret = try scratch.write(png(3, 4), as: "out/secret.png")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("in/link.png"), withDestinationPath: secret)
    try withExtendedLifetime(scratch) { try body(.folder(scratch.path("in"))) }
  }

  @Test(
    arguments: [
      (
        "../out/secret.png", "the image \"../out/secret.png\" lies outside the folder of the letter"
      ),
      ("/etc/hostname", "the image \"/etc/hostname\" lies outside the folder of the letter"),
      ("link.png", "the image \"link.png\" lies outside the folder of the letter"),
      ("http://a/b.png", "the image \"http://a/b.png\" lies outside the folder of the letter"),
      ("b.png", "there is no image \"b.png\""), ("", "the image has no path"),
    ])
  func `Images are found in their folder alone`(path: String, message: String) throws {
    try withFolder { folders in
      let image = try folders.read(Located(value: "a.png", place: nil), of: .letter)
      #expect(image.pixelWidth == 3)
      let told = messages { _ = try folders.read(Located(value: path, place: nil), of: .letter) }
      #expect(told.first?.hasPrefix(message) == true)
    }
  }
}
