import Testing
import Typeset

@testable import LetterDelivery

/// Addresses in the parts that remote print takes.
struct PostalAddressTests {
  @Test(
    arguments: [
      ("Vestergade 12", "Vestergade", "12", nil, nil),
      ("Vestergade 12B, 3. tv.", "Vestergade", "12B", "3", "tv"),
      ("Vestergade 12 b, st. th", "Vestergade", "12B", "st", "th"),
      ("Ny Kongensgade 7, kl.", "Ny Kongensgade", "7", "kl", nil),
      ("Gl. Kongevej 100A, 12. 4", "Gl. Kongevej", "100A", "12", "4"),
    ] as [(String, String, String, String?, String?)])
  func `A street has a name, a number, a floor and a door`(
    _ line: String, _ name: String, _ number: String, _ floor: String?, _ door: String?
  ) {
    let street = StreetLine(line)
    #expect(street?.name == name)
    #expect(street?.number == number)
    #expect(street?.floor == floor)
    #expect(street?.door == door)
  }

  @Test(arguments: [
    "Vestergade", "12", "Vestergade 012", "Vestergade 1234", "Vestergade 12-14",
    "Vestergade 12, bagbygningen", "Vestergade 12, 3. tv. bag", "",
  ])
  func `A line that is not understood has no parts`(_ line: String) {
    #expect(StreetLine(line) == nil)
  }

  @Test func `An address is told in parts where every line is understood`() {
    let address = PostalAddress(
      lines: ["Anna Sørensen", "c/o Bo Krag", "Vej 12, 1. mf.", "DK-2300 København S"], country: nil
    )
    #expect(address?.name == "Anna Sørensen")
    #expect(address?.careOf == "Bo Krag")
    #expect(address?.street == "Vej")
    #expect(address?.door == "mf")
    #expect(address?.postcode == "2300")
    #expect(address?.lines == [])
    #expect(address?.misfits.isEmpty == true)
    let box = PostalAddress(lines: ["KL", "Postboks 3370", "2300 København S"], country: nil)
    // The schema has no box without a street.
    #expect(box?.lines == ["Postboks 3370", "2300 København S"])
    let both = PostalAddress(
      lines: ["KL", "Weidekampsgade 10", "Postboks 3370", "2300 København S"], country: nil)
    #expect(both?.box == "3370")
    #expect(both?.street == "Weidekampsgade")
  }

  @Test func `An address that is not understood keeps its lines`() {
    let lines = ["Firma", "Att. Eva", "Bagbygningen", "1234 By"]
    #expect(PostalAddress(lines: lines, country: nil)?.lines == Array(lines.dropFirst()))
    let abroad = PostalAddress(lines: ["Eva", "Storgatan 1", "123 45 Lund"], country: "SE")
    #expect(abroad?.lines == ["Storgatan 1", "123 45 Lund"])
    #expect(abroad?.country == "SE")
    #expect(PostalAddress(lines: [], country: nil) == nil)
  }

  @Test func `What remote print does not take is told line by line`() {
    var address = PostalAddress(name: String(repeating: "n", count: 131))
    address.lines = [String(repeating: "x", count: 35), "", "a", "b", "c", "d", "e"]
    address.country = "Danmark"
    #expect(
      address.misfits.map(\.message.english) == [
        "the name of the address has 131 characters, more than the 130 that remote print takes",
        "the country is none that remote print takes",
        "line 2 of the address has 35 characters, more than the 34 that remote print takes",
        "line 3 of the address is empty",
        "the address has 8 lines, more than the 7 that remote print takes",
      ])
    var parts = PostalAddress(name: "Anna")
    parts.street = String(repeating: "s", count: 40)
    parts.number = "999Z"
    parts.floor = "99"
    parts.postcode = "0800"
    #expect(parts.misfits.isEmpty)
    parts.street?.append("s")
    parts.number = "0"
    parts.floor = "100"
    parts.door = "12345"
    parts.postcode = "800"
    #expect(parts.misfits.count == 5)
  }
}
