// Texts are read as they are, for a record may fill them; whoever makes the message looks at their form.
extension Letter.Delivery {
  /// The keys under `delivery`.
  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "cpr", \.$cpr, .text(as: .cpr),
      "The recipient's CPR number, ten digits; from the record: `\"{{cpr}}\"`.",
      example: "\"{{cpr}}\"", otherwise: "cvr or authority says whom"),
    LetterKey(
      "cvr", \.$cvr, .text(as: .cvr), "The CVR number of a company or authority, eight digits.",
      example: "\"12345674\"", otherwise: "cpr or authority says whom"),
    LetterKey(
      "authority", \.$authority, .text, "An authority's own number, `MyndighedsID`.",
      example: "\"4711\"", otherwise: "cpr or cvr says whom"),
    LetterKey(
      "route", \.$route, .text(as: .filled(.choice(["auto", "digital", "print", "both"]))),
      "`digital`, `print`, `both`, or `auto`: digitally to who has a mailbox, in print to others. "
        + "`--route` comes before it.", example: "auto", otherwise: "what --route says"),
    LetterKey(
      "label", \.$label, .text, "The title in the mailbox.", example: "Ny affaldsordning",
      otherwise: "the letter's own title"),
    LetterKey(
      "notification", \.$notification, .text, "What the notice of the letter says.",
      example: "Du har fået et brev om affald", otherwise: "none"),
    LetterKey(
      "reply", \.$reply, .text(as: .yesOrNo), "Whether the recipient can answer, `yes` or `no`.",
      example: "no", otherwise: "it is not said"),
    LetterKey(
      "reply-by", \.$replyBy, .text(as: .dayOrTime),
      "Until when: a day, or day and time in Denmark, `2026-04-01 12:00`; also with its own offset, "
        + "`2026-04-01T12:00+02:00`.", example: "2026-04-01", otherwise: "no limit"),
    LetterKey(
      "mandatory", \.$mandatory, .text(as: .yesOrNo),
      "Whether it comes to those who are exempt as well.", example: "no",
      otherwise: "it is not said"),
    LetterKey(
      "legal-notification", \.$legalNotification, .text(as: .yesOrNo),
      "Whether receiving it has legal effect (`legalNotification`).", example: "no",
      otherwise: "it is not said"),
    LetterKey(
      "not-before", \.$notBefore, .text(as: .dayOrTime),
      "The day before which it is not delivered.", example: "2026-03-20", otherwise: "at once"),
    LetterKey(
      "post-type", \.$postType, .text, "The kind of post, as Digital Post names it.",
      example: "MYNDIGHEDSPOST", otherwise: "none"),
    LetterKey(
      "enclosures", \.$enclosures, .text(as: .filled(.choice(["appended", "separate"]))),
      "`appended`, as in the PDF, or `separate`: each file a document of its own in the message.",
      example: "separate", otherwise: "appended"),
    LetterKey(
      "address", form: { .keys(Address.keys.map { $0.described(nil) }) },
      "The address of a print, part by part.",
      example: "{street: Møllevej, number: 12, postcode: 3210}", otherwise: "read from to"
    ) { delivery, reader, problems in
      guard var part = reader.mapping("address", &problems) else { return }
      var address = Address()
      part.read(Address.keys, into: &address, &problems)
      delivery.address = address
    },
    LetterKey(
      "actions",
      form: {
        .list(
          .definition("action", "What the recipient is asked to do.") {
            .keys(Action.keys.map { $0.described(nil) })
          })
      }, "Buttons beside the letter: pay, book, sign and so on.",
      example: "[{kind: pay, label: Betal regningen, url: \"https://vejby.example/betal\"}]",
      otherwise: "none"
    ) { $0.actions = readActions(&$1, &$2) },
  ]
}

extension Letter.Delivery.Address {
  /// The keys under `delivery.address`.
  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "name", \.$name, .text, "Who gets it.", example: "Anna Sørensen",
      otherwise: "the first line of to"),
    LetterKey(
      "co", \.$careOf, .text, "With whom they live.", example: "Bo Krag", otherwise: "nobody"),
    LetterKey(
      "street", \.$street, .text, "The street, without the number.", example: "Møllevej",
      otherwise: "that of to"),
    LetterKey(
      "number", \.$number, .text, "The number of the house, as `12` or `12B`.", example: "12B",
      otherwise: "that of to"),
    LetterKey(
      "floor", \.$floor, .text, "The floor, as `3`, `st` or `kl`.", example: "st",
      otherwise: "that of to"),
    LetterKey(
      "door", \.$door, .text, "The door, as `tv` or `12`.", example: "tv", otherwise: "that of to"),
    LetterKey(
      "place", \.$place, .text, "A place within the address, as a building or farm.",
      example: "Møllegården", otherwise: "none"),
    LetterKey(
      "district", \.$district, .text, "The name of the place beside the post town.",
      example: "Nordby", otherwise: "none"),
    LetterKey(
      "postcode", \.$postcode, .text, "The postcode, four digits.", example: "\"3210\"",
      otherwise: "that of to"),
    LetterKey(
      "country", \.$country, .text(as: .country), "The country, two letters (ISO 3166-1).",
      example: "DK", otherwise: "DK"),
  ]
}

extension Letter.Delivery.Action {
  /// The keys of an item of `delivery.actions`.
  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "kind", \.$kind, .text(as: .actionKind),
      "`pay`, `sign`, `confirm`, `appointment`, `self-service`, `information`, `prepare` or "
        + "`register`.", example: "pay", otherwise: "needed"),
    LetterKey(
      "label", \.$label, .text, "The words on the button.", example: "Betal regningen",
      otherwise: "needed"),
    LetterKey(
      "url", \.$url, .text(as: .filled(.pattern("^https://"))), "Where it leads, `https://…`.",
      example: "https://vejby.example/betal", otherwise: "none"),
    LetterKey(
      "from", \.$from, .text, "From when it holds; for an appointment its beginning.",
      example: "2026-04-01", otherwise: "none"),
    LetterKey(
      "until", \.$until, .text, "Until when; for an appointment its end.", example: "2026-05-01",
      otherwise: "none"),
    LetterKey(
      "description", \.$description, .text, "What the appointment is.", example: "Samtale om sagen",
      otherwise: "none"),
    LetterKey(
      "summary", \.$summary, .text, "The same in a few words.", example: "Samtale",
      otherwise: "none"),
    LetterKey(
      "location", \.$location, .text, "Where it is.", example: "Rådhuset, lokale 12",
      otherwise: "none"),
    LetterKey(
      "organizer", \.$organizer, .text, "Who holds it.", example: "Ida Holm", otherwise: "none"),
    LetterKey(
      "organizer-email", \.$organizerEmail, .text, "The address to write to.",
      example: "ida@vejby.example", otherwise: "none"),
  ]
}

/// Reads `delivery`.
func readDelivery(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> Letter.Delivery? {
  guard var part = reader.mapping("delivery", &problems) else { return nil }
  var delivery = Letter.Delivery()
  delivery.place = reader.place(of: "delivery")
  part.read(Letter.Delivery.keys, into: &delivery, &problems)
  return delivery
}

private func readActions(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [Letter.Delivery.Action] {
  var actions: [Letter.Delivery.Action] = []
  for (index, node) in (reader.items("actions", &problems) ?? []).enumerated() {
    let path = "item \(index + 1) of delivery.actions"
    guard var part = MappingReader(node, path: path, &problems) else { continue }
    var action = Letter.Delivery.Action()
    action.place = node.range
    part.read(Letter.Delivery.Action.keys, into: &action, &problems)
    actions.append(action)
  }
  return actions
}
