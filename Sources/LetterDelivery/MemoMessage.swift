import Typeset

/// A message of Digital Post, MeMo 1.2: a letter with who sends and who receives it.
///
/// Texts are checked by who makes it (``MessageMaker``); here they only have their order, which is that of
/// the official examples.
package struct MemoMessage: Hashable, Sendable {
  /// Who sends or receives.
  struct Party: Hashable, Sendable {
    let number: PartyNumber
    let label: String?
    var contact: Contact?
  }

  /// Where answers go.
  struct Contact: Hashable, Sendable {
    let group: String?
    let id: String
    let label: String
  }

  /// A file of a document.
  struct File: Hashable, Sendable {
    let mediaType: String
    let name: String
    let language: String
    let bytes: [UInt8]
  }

  /// A button of a document.
  struct Action: Hashable, Sendable {
    let label: String
    let code: String
    let start: MessageTime?
    let end: MessageTime?
    let url: String?
    let reservation: Reservation?
  }

  /// An appointment.
  struct Reservation: Hashable, Sendable {
    let description: String
    let uuid: String
    let abstract: String
    let location: String
    let start: MessageTime
    let end: MessageTime
    let organizerMail: String?
    let organizer: String?
  }

  /// A document: the letter, or what goes with it.
  struct Document: Hashable, Sendable {
    var id: String?
    var label: String?
    var files: [File]
    var actions: [Action] = []
  }

  var label: String
  var notification: String?
  var reply: Bool?
  var replyBy: MessageTime?
  var notBefore: CalendarDate?
  var mandatory: Bool?
  var legalNotification: Bool?
  var postType: String?
  var sender: Party
  var recipient: Party
  var caseID: String?
  var caseSystem: String?
  var created: MessageTime
  var main: Document
  var additional: [Document] = []

  /// The most that a message of a public sender has (R0710 of retsinformation.dk), in bytes and documents
  /// beside the letter.
  static let sizeLimit = 99_500_000
  static let additionalLimit = 10

  /// The message as XML, and the identifier that its content gives it.
  ///
  /// - Parameter record: what the record calls itself, so that two records with the same letter have one each.
  package func xml(of record: String?) -> IdentifiedMessage {
    let content = ([main] + additional).flatMap(\.files).reduce(0) { $0 + $1.bytes.count }
    var text = XMLText(capacity: content / 3 * 4 + 8192)
    text.element(
      "memo:Message",
      [("xmlns:memo", "https://DigitalPost.dk/MeMo-1"), ("memoVersion", "1.2")]
    ) { message in
      message.element("memo:MessageHeader") { writeHeader(&$0) }
      message.element("memo:MessageBody") { writeBody(&$0) }
    }
    return IdentifiedMessage(text.bytes, as: "memo " + (record ?? ""))
  }

  private func writeHeader(_ header: inout XMLText) {
    header.element("memo:messageType", "DIGITALPOST")
    header.element("memo:messageUUID", openUUID)
    header.element("memo:label", label)
    header.element("memo:notification", notification)
    header.element("memo:reply", reply)
    header.element("memo:replyByDateTime", replyBy?.text)
    header.element("memo:doNotDeliverUntilDate", notBefore?.iso8601)
    header.element("memo:mandatory", mandatory)
    header.element("memo:legalNotification", legalNotification)
    header.element("memo:postType", postType)
    header.element("memo:Sender") { party in
      party.element("memo:senderID", sender.number.digits)
      party.element("memo:idType", sender.number.kind)
      party.element("memo:label", sender.label)
      if let contact = sender.contact { Self.write(contact, &party) }
    }
    header.element("memo:Recipient") { party in
      party.element("memo:recipientID", recipient.number.digits)
      party.element("memo:idType", recipient.number.kind)
      party.element("memo:label", recipient.label)
    }
    guard let caseID, let caseSystem else { return }
    header.element("memo:ContentData") { data in
      data.element("memo:CaseID") { number in
        number.element("memo:caseID", caseID)
        number.element("memo:caseSystem", caseSystem)
      }
    }
  }

  private static func write(_ contact: Contact, _ party: inout XMLText) {
    party.element("memo:ContactPoint") { point in
      point.element("memo:contactGroup", contact.group)
      point.element("memo:contactPointID", contact.id)
      point.element("memo:label", contact.label)
    }
  }

  private func writeBody(_ body: inout XMLText) {
    body.element("memo:createdDateTime", created.text)
    body.element("memo:MainDocument") { Self.write(main, "memo:mainDocumentID", &$0) }
    for document in additional {
      body.element("memo:AdditionalDocument") {
        Self.write(document, "memo:additionalDocumentID", &$0)
      }
    }
  }

  private static func write(_ document: Document, _ idName: String, _ text: inout XMLText) {
    text.element(idName, document.id)
    text.element("memo:label", document.label)
    for file in document.files {
      text.element("memo:File") { element in
        element.element("memo:encodingFormat", file.mediaType)
        element.element("memo:filename", file.name)
        element.element("memo:language", file.language)
        element.element("memo:content", base64: file.bytes)
      }
    }
    for action in document.actions { text.element("memo:Action") { write(action, &$0) } }
  }

  private static func write(_ action: Action, _ text: inout XMLText) {
    text.element("memo:label", action.label)
    text.element("memo:actionCode", action.code)
    text.element("memo:startDateTime", action.start?.text)
    text.element("memo:endDateTime", action.end?.text)
    if let reservation = action.reservation {
      text.element("memo:Reservation") { element in
        element.element("memo:description", reservation.description)
        element.element("memo:reservationUUID", reservation.uuid)
        element.element("memo:abstract", reservation.abstract)
        element.element("memo:location", reservation.location)
        element.element("memo:startDateTime", reservation.start.text)
        element.element("memo:endDateTime", reservation.end.text)
        element.element("memo:organizerMail", reservation.organizerMail)
        element.element("memo:organizerName", reservation.organizer)
      }
    }
    if let url = action.url {
      text.element("memo:EntryPoint") { $0.element("memo:url", url) }
    }
  }
}
