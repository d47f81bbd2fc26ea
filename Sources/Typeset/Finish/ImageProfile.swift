import ForeignPDF
import Intake
import PDFFile

/// Gives photographs the colour profile that they carry (ISO 19005-2, 6.2.4.2).
struct ImageProfile {
  /// Sets an image's colour space to its own profile, if it has a sound one.
  static func apply(to image: PDFObject, in pdf: borrowing PDFDocument) throws(PDFError) {
    let dictionary = pdf.dictionary(of: image)
    defer { pdf.release(dictionary) }
    guard pdf.name(dictionary, "Filter") == "DCTDecode",
      let header = JPEGHeader(try pdf.encodedContents(of: image)),
      isSound(header.profile, components: header.components)
    else { return }
    let profile = pdf.addStream(header.profile, ["N": .integer(header.components)])
    pdf.set(dictionary, "ColorSpace", pdf.makeArray([pdf.make(.name("ICCBased")), profile]))
    pdf.release(profile)
  }

  /// Whether a profile is whole and of a kind that PDF/A allows: for input, display, output or
  /// colour space conversion, in grey or RGB, before version 5.
  private static func isSound(_ profile: [UInt8], components: Int) -> Bool {
    guard profile.count >= 132, profile[8] < 5, profile[36..<40].elementsEqual("acsp".utf8),
      profile[0..<4].reduce(0, { $0 << 8 | Int($1) }) == profile.count
    else { return false }
    let kind = String(decoding: profile[12..<16], as: UTF8.self)
    let space = String(decoding: profile[16..<20], as: UTF8.self)
    return ["scnr", "mntr", "prtr", "spac"].contains(kind)
      && (space == "RGB " && components == 3 || space == "GRAY" && components == 1)
  }
}
