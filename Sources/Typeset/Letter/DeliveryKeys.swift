extension Letter.Delivery {
  /// The keys under `delivery`.
  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "cpr", \.$cpr, .text,
      "The recipient's CPR number, ten digits; from the record: `\"{{cpr}}\"`."
    ),
    LetterKey("cvr", \.$cvr, .text, "The CVR number of a company or authority, eight digits."),
    LetterKey("authority", \.$authority, .text, "An authority's own number, `MyndighedsID`."),
    LetterKey(
      "route", \.$route, .text,
      "`digital`, `print`, `both`, or `auto`: digitally to who has a mailbox, in print to others. "
        + "`--route` comes before it."),
    LetterKey(
      "label", \.$label, .text, "The title in the mailbox; the letter's own when left out."),
    LetterKey("notification", \.$notification, .text, "What the notice of the letter says."),
    LetterKey("reply", \.$reply, .text, "Whether the recipient can answer, `yes` or `no`."),
    LetterKey(
      "reply-by", \.$replyBy, .text,
      "Until when: a day, or day and time in Denmark, `2026-04-01 12:00`; also with its own offset, "
        + "`2026-04-01T12:00+02:00`."),
    LetterKey(
      "mandatory", \.$mandatory, .text, "Whether it comes to those who are exempt as well."),
    LetterKey(
      "legal-notification", \.$legalNotification, .text,
      "Whether receiving it has legal effect (`legalNotification`)."),
    LetterKey("not-before", \.$notBefore, .text, "The day before which it is not delivered."),
    LetterKey(
      "post-type", \.$postType, .text, "The kind of post, as Digital Post names it."),
    LetterKey(
      "enclosures", \.$enclosures, .text,
      "`appended`, as in the PDF, or `separate`: each file a document of its own in the message."),
    LetterKey(
      "address", form: { .keys(Address.keys.map { $0.described(nil) }) },
      "The address of a print, part by part; read from `to` when left out."
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
      }, "Buttons beside the letter: pay, book, sign and so on."
    ) { $0.actions = readActions(&$1, &$2) },
  ]
}

extension Letter.Delivery.Address {
  /// The keys under `delivery.address`.
  static let keys: [LetterKey<Self>] = [
    LetterKey("name", \.$name, .text, "Who gets it; the first line of `to` when left out."),
    LetterKey("co", \.$careOf, .text, "With whom they live."),
    LetterKey("street", \.$street, .text, "The street, without the number."),
    LetterKey("number", \.$number, .text, "The number of the house, as `12` or `12B`."),
    LetterKey("floor", \.$floor, .text, "The floor, as `3`, `st` or `kl`."),
    LetterKey("door", \.$door, .text, "The door, as `tv` or `12`."),
    LetterKey("place", \.$place, .text, "A place within the address, as a building or farm."),
    LetterKey("district", \.$district, .text, "The name of the place beside the post town."),
    LetterKey("postcode", \.$postcode, .text, "The postcode, four digits."),
    LetterKey(
      "country", \.$country, .text, "The country, two letters (ISO 3166-1); `DK` unless given."),
  ]
}

extension Letter.Delivery.Action {
  /// The keys of an item of `delivery.actions`.
  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "kind", \.$kind, .text,
      "`pay`, `sign`, `confirm`, `appointment`, `self-service`, `information`, `prepare` or "
        + "`register`."),
    LetterKey("label", \.$label, .text, "The words on the button."),
    LetterKey("url", \.$url, .text, "Where it leads, `https://…`."),
    LetterKey("from", \.$from, .text, "From when it holds; for an appointment its beginning."),
    LetterKey("until", \.$until, .text, "Until when; for an appointment its end."),
    LetterKey("description", \.$description, .text, "What the appointment is."),
    LetterKey("summary", \.$summary, .text, "The same in a few words."),
    LetterKey("location", \.$location, .text, "Where it is."),
    LetterKey("organizer", \.$organizer, .text, "Who holds it."),
    LetterKey("organizer-email", \.$organizerEmail, .text, "The address to write to."),
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
