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
    ("xmlns:fjernprint", "urn:oio:fjernprint:1.0.0"),
    ("xmlns:dkal", "urn:oio:dkal:1.0.0"),
    ("xmlns:dagpenge", "urn:oio:adir:dagpenge:2009.07.01"),
    ("xmlns:sagdok", "urn:oio:sagdok:3.0.0"),
    ("xmlns:itst", "http://rep.oio.dk/itst.dk/xml/schemas/2006/01/17/"),
    ("xmlns:dkcc2003", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2003/02/13/"),
    ("xmlns:dkcc2005", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/03/15/"),
    ("xmlns:postbox", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/13/"),
    ("xmlns:postline", "http://rep.oio.dk/ebxml/xml/schemas/dkcc/2005/05/19/"),
  ]

  /// The consignment as XML, and the identifier that its content gives it.
  ///
  /// - Parameter record: what the record calls itself, so that two records with the same letter have one each.
  package func xml(of record: String?) -> IdentifiedMessage {
    let content = enclosures.reduce(pdf.count) { $0 + $1.bytes.count }
    var text = XMLText(capacity: content / 3 * 4 + 8192)
    text.element("fjernprint:ForsendelseI", Self.namespaces) { root in
      root.element("fjernprint:AfsendelseIdentifikator", openUUID)
      root.element("fjernprint:ForsendelseTypeIdentifikator", kind.map(String.init))
      root.element("fjernprint:ForsendelseModtager") { writeRecipient(&$0) }
      root.element("dkal:FilformatNavn", "pdf")
      root.element("dkal:MeddelelseIndholdData", base64: pdf)
      root.element("fjernprint:TransaktionsParametreI") { _ in }
      root.element("fjernprint:DokumentParametre") { document in
        document.element("sagdok:TitelTekst", title)
        document.element("sagdok:BrevDato", date.iso8601)
      }
      if let user {
        root.element("fjernprint:KanalUafhaengigeParametreI") { element in
          element.element("fjernprint:EnhedTekst", unit)
          element.element("fjernprint:BrugerNavn", user)
          element.element("fjernprint:KonteringsGruppeTekst", account)
        }
      }
      root.element("fjernprint:PrintParametre") { print in
        print.element("fjernprint:SimplexDuplexKode", isOneSided ? "Simplex" : "Duplex")
        print.element("fjernprint:FarveSHKode", isInColor ? "Farve" : "SH")
        print.element("fjernprint:KuvertTypeKode", envelope?.rawValue)
      }
      root.element("fjernprint:PostParametre") { post in
        post.element("fjernprint:PostKategoriKode", category?.code)
        post.element("fjernprint:SideKvantitet", String(pages))
      }
      writeEnclosures(&root)
    }
    return IdentifiedMessage(text.bytes, as: "forsendelse " + (record ?? ""))
  }

  private func writeRecipient(_ element: inout XMLText) {
    element.element("dkal:AfsendelseModtager") { recipient in
      if let cvr {
        recipient.element("dagpenge:CVRnummerIdentifikator", cvr)
      } else {
        recipient.element("dagpenge:CPRnummerIdentifikator", Self.nobody)
      }
    }
    element.element("fjernprint:ModtagerAdresse") { part in
      part.element("itst:PersonName", address.name)
      part.element("fjernprint:CoNavn", address.careOf)
      part.element("dkcc2005:StreetName", address.street)
      part.element("dkcc2003:StreetBuildingIdentifier", address.number)
      part.element("dkcc2003:FloorIdentifier", address.floor)
      part.element("dkcc2003:SuiteIdentifier", address.door)
      part.element("dkcc2003:MailDeliverySublocationIdentifier", address.place)
      part.element("dkcc2005:PostCodeIdentifier", address.postcode)
      part.element("dkcc2005:DistrictSubdivisionIdentifier", address.district)
      part.element("postbox:PostOfficeBoxIdentifier", address.box)
      for (name, line) in zip(
        ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"], address.lines)
      {
        part.element("postline:PostalAddress\(name)LineText", line)
      }
      part.element(
        "dkcc2003:CountryIdentificationCode", address.country, [("scheme", "iso3166-alpha2")])
    }
  }

  private func writeEnclosures(_ root: inout XMLText) {
    guard !enclosures.isEmpty else { return }
    root.element("fjernprint:BilagSamling") { list in
      for (index, enclosure) in enclosures.enumerated() {
        list.element("fjernprint:Bilag") { element in
          element.element("fjernprint:BilagNavn", enclosure.name)
          element.element("dkal:FilformatNavn", enclosure.format)
          element.element("fjernprint:BilagSorteringsIndeksIdentifikator", String(index + 1))
          element.element("dkal:VedhaeftningIndholdData", base64: enclosure.bytes)
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
