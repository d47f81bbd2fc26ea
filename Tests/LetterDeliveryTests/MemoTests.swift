import Foundation
import Testing
import Typeset

@testable import LetterDelivery

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Messages of Digital Post.
struct MemoTests {
  private static let head = """
    ---
    layout: kl
    date: 2024-03-11
    case-id: S & <1>
    document-id: D-1
    subject: Svar > "spørgsmål"
    to: [Anna Sørensen]
    delivery:
      cpr: "0707614285"
    """

  private static let sender = """
    cvr: "55133018"
    label: Aarhus
    case-system: SBSYS
    print: {type: 17}
    """

  private static func outgoing(_ more: String = "") throws -> OutgoingLetter {
    let letter = try Letter(
      markdown: Array((head + "\n" + more + "\n---\nTekst\n").utf8), name: "letter.md")
    return OutgoingLetter(letter, language: "da", pdf: Array("%PDF-1.7 æ".utf8), pages: 1)
  }

  private static func maker(_ text: String = sender) throws -> MessageMaker {
    MessageMaker(
      sender: try SenderSetting(file: readSource(Array(text.utf8), name: "sender.yaml")))
  }

  private static func problems(_ more: String, _ text: String = sender) throws -> [String] {
    do {
      _ = try maker(text).memo(outgoing(more))
      return []
    } catch let error as Diagnostics {
      return error.all.map(\.message)
    }
  }

  /// The names of elements and their texts, in their order.
  private final class Reader: NSObject, XMLParserDelegate {
    var events: [String] = []
    var text = ""
    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      events.append(name)
      text = ""
    }
    func parser(_: XMLParser, foundCharacters characters: String) { text += characters }
    func parser(
      _: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if events.last == name { events[events.count - 1] = "\(name)=\(text)" }
    }
  }

  private static func events(_ bytes: [UInt8]) -> [String] {
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse())
    return reader.events
  }

  @Test func `A message has its parts in the order of the official examples`() throws {
    let made = try Self.maker().memo(
      Self.outgoing("  reply: yes\n  mandatory: no\n  not-before: 2024-03-20\n"))
    let content = Data("%PDF-1.7 æ".utf8).base64EncodedString()
    #expect(
      Self.events(made.message.bytes) == [
        "Message", "MessageHeader", "messageType=DIGITALPOST", "messageUUID=\(made.message.uuid)",
        "label=Svar > \"spørgsmål\"", "reply=true", "doNotDeliverUntilDate=2024-03-20",
        "mandatory=false", "Sender", "senderID=55133018", "idType=CVR", "label=Aarhus",
        "Recipient", "recipientID=0707614285", "idType=CPR", "label=Anna Sørensen", "ContentData",
        "CaseID", "caseID=S & <1>", "caseSystem=SBSYS", "MessageBody",
        "createdDateTime=2024-03-11T12:00:00Z", "MainDocument", "mainDocumentID=D-1",
        "label=Svar > \"spørgsmål\"", "File", "encodingFormat=application/pdf",
        "filename=Svar - -spørgsmål-.pdf", "language=da", "content=\(content)",
      ])
  }

  @Test func `The same letter has the same identifier, and any change another`() throws {
    let maker = try Self.maker()
    let first = try maker.memo(Self.outgoing())
    #expect(try maker.memo(Self.outgoing()).message.bytes == first.message.bytes)
    #expect(
      first.message.uuid.wholeMatch(
        of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    #expect(try maker.memo(Self.outgoing("  reply: yes")).message.uuid != first.message.uuid)
    let letter = try Self.outgoing().letter
    let other = OutgoingLetter(letter, language: "da", pdf: Array("%PDF-1.7 ø".utf8), pages: 1)
    #expect(try maker.memo(other).message.uuid != first.message.uuid)
  }

  @Test func `Actions become buttons, and an appointment a reservation`() throws {
    let made = try Self.maker().memo(
      Self.outgoing(
        """
          actions:
            - {kind: pay, label: Betal, url: "https://example.dk/?a=1&b=2", until: 2026-04-01}
            - {kind: appointment, label: Møde, from: 2026-03-25 12:00, until: 2026-03-25 13:00, location: Rådhuset, organizer: Anna}
        """))
    let events = Self.events(made.message.bytes)
    let actions = events.drop { $0 != "Action" }
    #expect(actions.contains("url=https://example.dk/?a=1&b=2"))
    #expect(
      actions.map { String($0.prefix { $0 != "=" }) } == [
        "Action", "label", "actionCode", "endDateTime", "EntryPoint", "url", "Action", "label",
        "actionCode", "startDateTime", "endDateTime", "Reservation", "description",
        "reservationUUID", "abstract", "location", "startDateTime", "endDateTime", "organizerName",
      ])
  }

  @Test(arguments: [
    ("  reply: måske", "delivery.reply is \"måske\""),
    ("  not-before: i morgen", "delivery.not-before is \"i morgen\", not a date"),
    (
      "  actions: [{kind: dance, label: a, url: 'https://a.dk'}]",
      "the kind of item 1 of delivery.actions is \"dance\""
    ),
    ("  actions: [{kind: pay, url: 'https://a.dk'}]", "item 1 of delivery.actions has no label"),
    (
      "  actions: [{kind: pay, label: a, url: 'javascript:x'}]",
      "the url of item 1 of delivery.actions is no address of the web"
    ),
    (
      "  actions: [{kind: pay, label: a, from: 2026-02-01}]",
      "item 1 of delivery.actions has no url"
    ),
    ("  cvr: '55133018'", "delivery has cpr and cvr (letter.md, line 10)"),
  ])
  func `What a message cannot hold is told`(_ more: String, _ expected: String) throws {
    #expect(try Self.problems(more) == [expected])
  }

  @Test func `Long titles and a sender that lacks something are told`() throws {
    let long = String(repeating: "æ", count: 257)
    #expect(
      try Self.problems("  label: \(long)") == [
        "the title has 257 characters, more than the 256 that a message takes"
      ])
    #expect(
      try Self.problems("", "print: {type: 17}") == [
        "the sender has no cvr or authority", "the sender has no label",
      ])
    #expect(
      try Self.problems("", "cvr: '55133018'\nlabel: Aarhus\n") == [
        "the letter has a case-id, and the sender no case-system that it is of"
      ])
    let lost = try Self.maker("print: {type: 17, account: '99'}")
    #expect(throws: Diagnostics.self) { try lost.check(digitally: false, inPrint: true) }
    #expect(throws: Diagnostics.self) { try Self.maker("cvr: '1'\nlable: x\n") }
  }

  @Test func `Enclosures are documents of their own, ten at most`() throws {
    func attachments(_ count: Int) -> [OutgoingLetter.Attachment] {
      (0..<count).map {
        OutgoingLetter.Attachment(
          title: "Bilag \($0)", name: "b\($0).pdf", mediaType: "application/pdf", bytes: [1, 2])
      }
    }
    let maker = try Self.maker()
    let made = try maker.memo(Self.outgoing().with(attachments: attachments(10)))
    #expect(Self.events(made.message.bytes).count { $0 == "AdditionalDocument" } == 10)
    #expect(throws: Diagnostics.self) {
      try maker.memo(Self.outgoing().with(attachments: attachments(11)))
    }
    let twice = attachments(1) + attachments(1)
    #expect(throws: Diagnostics.self) { try maker.memo(Self.outgoing().with(attachments: twice)) }
  }

  @Test func `Base64 is Foundation's, whatever the length`() {
    for count in 0...70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      var text = XMLText(capacity: 0)
      text.element("a", base64: bytes)
      let made = String(decoding: text.bytes, as: UTF8.self)
      #expect(made.hasSuffix("<a>\(Data(bytes).base64EncodedString())</a>"))
    }
  }
}
