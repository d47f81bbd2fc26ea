import Proofing
import Testing

@testable import Typeset

/// Abbreviations are found where they are words of their own, and nowhere else.
struct ExpansionTests {
  private static let expansions = Expansions([
    ("jf.", "jævnfør"), ("nr.", "nummer"), ("m.v.", "med videre"), ("stk. {number}", "stykke"),
    ("z. B.", "zum Beispiel"), ("bl.a.", "blandt andet"), ("å.", "år"),
  ])

  private func read(_ text: String) -> String {
    var read = ""
    var end = 0
    let bytes = Array(text.utf8)
    for found in Self.expansions.find(in: text) {
      read += String(decoding: bytes[end..<found.range.lowerBound], as: UTF8.self)
      read += "[\(found.expansion)]"
      end = found.range.upperBound
    }
    return read + String(decoding: bytes[end...], as: UTF8.self)
  }

  @Test(arguments: [
    ("jf. § 7, stk. 2, nr. 4", "[jævnfør] § 7, [stykke] 2, [nummer] 4"),
    ("(jf. loven) og veje m.v.", "([jævnfør] loven) og veje [med videre]"),
    ("Jf. CVR-nr. og nr.:", "[Jævnfør] CVR-[nummer] og [nummer]:"),
    ("5 stk. og stk.\u{A0}3", "5 stk. og [stykke]\u{A0}3"),
    ("z. B., z.\u{202F}B.", "[zum Beispiel], [zum Beispiel]"),
    ("»bl.a.«…nr.", "»[blandt andet]«…[nummer]"),
    ("1 å. siden", "1 [år] siden"),
  ])
  func `An abbreviation is read as what it stands for`(text: String, read: String) {
    #expect(self.read(text) == read)
  }

  @Test(arguments: [
    "Veje.", "sådanr.", "jf", "x.nr.y", "www.nr.dk", "m.v.x", "z. b", "z.", "... nr", "stk. to",
    "stk.", "",
  ])
  func `Other words are left as they are`(text: String) {
    #expect(read(text) == text)
  }

  @Test(arguments: LanguageFileTests.tags)
  func `Those of a language are found in its own words`(tag: String) throws {
    let path = Project.path("Languages/\(tag)/language.yaml")
    let text = String(decoding: try readFile(at: path, limit: 100_000), as: UTF8.self)
    let pack = try parseLanguage(SourceFile(name: path, text: text))
    let lines = text.split(separator: "\n").drop { $0 != "abbreviations:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }
    #expect(lines.isEmpty == (tag == "kl"))
    for line in lines {
      let pair = line.trimmingPrefix("  ").split(separator: ": ", maxSplits: 1)
      let written = pair[0].replacing("{number}", with: "2")
      let found = pack.expansions.find(in: "ord \(written)")
      #expect(found.map(\.expansion) == [String(pair[1])], "\(line)")
    }
  }

  @Test(arguments: [
    (
      "abbreviations: {jf: x}",
      "1:17 abbreviations has \"jf\", which does not end in a full stop | write it with one, or leave it out"
    ),
    (
      "calling-code: '45'",
      "1:15 calling-code is \"45\", not a plus and figures | write it as \"+45\""
    ),
    ("trunk-prefix: x", "1:15 trunk-prefix is \"x\", not figures | write it as \"0\""),
  ])
  func `What is wrong with them in a language file is told`(text: String, message: String) {
    let found = messages { _ = try parseLanguage(SourceFile(name: "x.yaml", text: text)) }
    #expect(found.contains(message), "\(found)")
  }
}

/// Telephone numbers lead to where they are called from anywhere.
struct CallingFormTests {
  private static let danish = CallingForm(code: "+45")
  private static let german = CallingForm(code: "+49", trunkPrefix: "0")

  @Test(arguments: [
    ("3370 3458", "tel:+4533703458"), ("Telefon 48 70 00 00", "tel:+4548700000"),
    ("+45 33 00 00 00", "tel:+4533000000"), ("0046 8 123 45 67", "tel:+4681234567"),
    ("Tlf.: 33-70-34-58", "tel:+4533703458"), ("(+45) 33 70 34 58", "tel:+4533703458"),
    ("+49 (0) 30 123456", "tel:+4930123456"), ("( +45 ) 33703458", "tel:+4533703458"),
  ])
  func `A Danish number is called in Denmark`(text: String, uri: String) {
    #expect(Self.danish.uri(of: text) == uri)
  }

  @Test(arguments: [
    ("0461 555-212", "tel:+49461555212"), ("+49 (0) 461 555212", "tel:+49461555212"),
    ("(0461) 555 212", "tel:+49461555212"),
  ])
  func `What is called within a country alone is left out`(text: String, uri: String) {
    #expect(Self.german.uri(of: text) == uri)
  }

  @Test(arguments: [
    "", "lokal 12", "112", "33 70 34 58 eller 59", "kl.dk", "33703458x", "1234567890123456",
  ])
  func `Other words are no numbers`(text: String) {
    #expect(Self.danish.uri(of: text) == nil)
  }

  @Test func `Without its code a national number leads nowhere`() {
    #expect(Self.german.uri(of: "555 212") == nil)
    #expect(CallingForm().uri(of: "3370 3458") == nil)
    #expect(CallingForm().uri(of: "+45 3370 3458") == "tel:+4533703458")
  }
}
