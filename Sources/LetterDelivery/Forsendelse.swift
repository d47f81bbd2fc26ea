import Typeset

/// A letter for remote print, `ForsendelseI` (OIO Fjernprint 1.0.0).
///
/// The order of its elements and their names are those of the official schemas, as the classes of
/// python-serviceplatformen, which are made from them, have them.
package struct Forsendelse: Hashable, Sendable {
  /// A document that is printed behind the letter.
  struct Enclosure: Hashable, Sendable {
    let name: String
    let format: String
    let bytes: [UInt8]
  }

  var kind: Int?
  /// The company that receives it; persons are not named by number in prints.
  var cvr: String?
  var address: PostalAddress
  var pdf: [UInt8]
  var title: String
  var date: CalendarDate
  var user: String?
  var unit: String?
  var account: String?
  var isOneSided: Bool
  var isInColor: Bool
  var envelope: SenderSetting.Envelope?
  var category: SenderSetting.Category?
  var pages: Int
  var enclosures: [Enclosure] = []

  /// Who stands for a recipient that is not named by a number.
  private static let nobody = "0000000000"

  private static let namespaces: [(name: String, value: String)] = [
    ("xmlns:f", "urn:oio:fjernprint:1.0.0"),
    ("xmlns:d", "urn:oio:dkal:1.0.0"),
    ("xmlns:a", "urn:oio:adir:dagpenge:2009.07.01"),
    ("xmlns:s", "urn:oio:sagdok:3.0.0"),
    ("xmlns:i", "http://rep.oio.dk/itst.dk/xml/schemas/2006/01/17/"),
    ("xmlns:k3", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2003/02/13/"),
    ("xmlns:k5", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/03/15/"),
    ("xmlns:b", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/13/"),
    ("xmlns:l", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/19/"),
  ]

  /// The consignment as XML, and the identifier that its content gives it.
  package func xml() -> (bytes: [UInt8], uuid: String) {
    let content = enclosures.reduce(pdf.count) { $0 + $1.bytes.count }
    var text = XMLText(capacity: content / 3 * 4 + 8192)
    text.element("f:ForsendelseI", Self.namespaces) { root in
      root.element("f:AfsendelseIdentifikator", openUUID)
      root.element("f:ForsendelseTypeIdentifikator", kind.map(String.init))
      root.element("f:ForsendelseModtager") { writeRecipient(&$0) }
      root.element("d:FilformatNavn", "pdf")
      root.element("d:MeddelelseIndholdData", base64: pdf)
      root.element("f:TransaktionsParametreI") { _ in }
      root.element("f:DokumentParametre") { document in
        document.element("s:TitelTekst", title)
        document.element("s:BrevDato", date.iso8601)
      }
      if let user {
        root.element("f:KanalUafhaengigeParametreI") { element in
          element.element("f:EnhedTekst", unit)
          element.element("f:BrugerNavn", user)
          element.element("f:KonteringsGruppeTekst", account)
        }
      }
      root.element("f:PrintParametre") { print in
        print.element("f:SimplexDuplexKode", isOneSided ? "Simplex" : "Duplex")
        print.element("f:FarveSHKode", isInColor ? "Farve" : "SH")
        print.element("f:KuvertTypeKode", envelope?.rawValue)
      }
      root.element("f:PostParametre") { post in
        post.element("f:PostKategoriKode", category?.code)
        post.element("f:SideKvantitet", String(pages))
      }
      writeEnclosures(&root)
    }
    return identified(text.bytes, as: "forsendelse")
  }

  private func writeRecipient(_ element: inout XMLText) {
    element.element("d:AfsendelseModtager") { recipient in
      if let cvr {
        recipient.element("a:CVRnummerIdentifikator", cvr)
      } else {
        recipient.element("a:CPRnummerIdentifikator", Self.nobody)
      }
    }
    element.element("f:ModtagerAdresse") { part in
      part.element("i:PersonName", address.name)
      part.element("f:CoNavn", address.careOf)
      part.element("k5:StreetName", address.street)
      part.element("k3:StreetBuildingIdentifier", address.number)
      part.element("k3:FloorIdentifier", address.floor)
      part.element("k3:SuiteIdentifier", address.door)
      part.element("k3:MailDeliverySublocationIdentifier", address.place)
      part.element("k5:PostCodeIdentifier", address.postcode)
      part.element("k5:DistrictSubdivisionIdentifier", address.district)
      part.element("b:PostOfficeBoxIdentifier", address.box)
      for (name, line) in zip(
        ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"], address.lines)
      {
        part.element("l:PostalAddress\(name)LineText", line)
      }
      part.element(
        "k3:CountryIdentificationCode", address.country, [("scheme", "iso3166-alpha2")])
    }
  }

  private func writeEnclosures(_ root: inout XMLText) {
    guard !enclosures.isEmpty else { return }
    root.element("f:BilagSamling") { list in
      for (index, enclosure) in enclosures.enumerated() {
        list.element("f:Bilag") { element in
          element.element("f:BilagNavn", enclosure.name)
          element.element("d:FilformatNavn", enclosure.format)
          element.element("f:BilagSorteringsIndeksIdentifikator", String(index + 1))
          element.element("d:VedhaeftningIndholdData", base64: enclosure.bytes)
        }
      }
    }
  }
}

extension SenderSetting.Category {
  /// The word that remote print has for it (`PostKategoriKode`).
  fileprivate var code: String {
    switch self {
    case .priority: "Prioritaire"
    case .economy: "Economique"
    case .bulk: "Bulk"
    case .registered: "Rekommanderet"
    case .registeredWithReceipt: "Rekommanderet med modtagerbevis"
    case .service: "Forkyndelse"
    }
  }
}
