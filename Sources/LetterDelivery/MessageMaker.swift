package import Typeset
import MailRun

/// A letter that is to be sent: what it says of itself, and its files.
package struct OutgoingLetter: Sendable {
  /// A file beside the letter's own.
  package struct Attachment: Sendable {
    let title: String
    let name: String
    let mediaType: String
    let bytes: [UInt8]

    /// - Parameter name: the file's own name, with its suffix.
    package init(title: String, name: String, mediaType: String, bytes: [UInt8]) {
      (self.title, self.name, self.mediaType, self.bytes) = (title, name, mediaType, bytes)
    }
  }

  let letter: Letter
  /// The language of the letter, two letters (ISO 639-1).
  let language: String
  let pdf: [UInt8]
  let pages: Int
  /// The same letter in another form.
  var alternative: (mediaType: String, suffix: String, bytes: [UInt8])?
  /// What goes with it in files of their own.
  var attachments: [Attachment] = []

  /// Takes a letter that is set.
  package init(_ letter: Letter, language: String, pdf: [UInt8], pages: Int) {
    (self.letter, self.language, self.pdf, self.pages) = (letter, language, pdf, pages)
  }

  /// The same with another form of the letter.
  package func with(
    alternative bytes: [UInt8], _ mediaType: String, suffix: String
  ) -> OutgoingLetter {
    var with = self
    with.alternative = (mediaType, suffix, bytes)
    return with
  }

  /// The same with files of their own.
  package func with(attachments: [Attachment]) -> OutgoingLetter {
    var with = self
    with.attachments = attachments
    return with
  }

  fileprivate var title: Located<String>? {
    letter.delivery?.$label ?? letter.$title ?? letter.$subject
  }
}

/// A message that is made, ready to be written.
package struct MadeMessage: Sendable {
  /// The XML, with the identifier that its content gives it.
  package let message: IdentifiedMessage
  /// What is noticed of it.
  package let warnings: [Diagnostic]
}

/// Makes messages of letters for one sender.
package struct MessageMaker: Sendable {
  private let sender: SenderSetting

  /// - Parameter sender: who sends; the layout's, or that of a file.
  package init(sender: SenderSetting) { self.sender = sender }

  /// Sees whether the sender says all that messages need.
  ///
  /// - Parameters:
  ///   - digitally: whether messages of Digital Post are made.
  ///   - inPrint: whether consignments of remote print are made.
  /// - Throws: everything that is missing.
  package func check(digitally: Bool, inPrint: Bool) throws(Diagnostics) {
    var texts = MessageTexts()
    if digitally { _ = party(&texts) }
    if inPrint {
      _ = kind(&texts)
      if sender.print.user == nil, let lost = sender.print.$unit ?? sender.print.$account {
        texts.tell(
          .messageSender, "the sender has print.unit or print.account without print.user",
          at: lost.place, "write user, which remote print takes them with")
      }
    }
    guard !texts.hasErrors else { throw Diagnostics(texts.problems) }
  }

  // MARK: Digital Post

  /// The message of a letter.
  ///
  /// - Throws: everything that keeps it from being one.
  package func memo(_ outgoing: OutgoingLetter) throws(Diagnostics) -> MadeMessage {
    let letter = outgoing.letter
    let delivery = letter.delivery ?? Letter.Delivery()
    var texts = MessageTexts()
    let sender = party(&texts)
    let recipient = recipient(of: letter, delivery, &texts)
    let label = texts.text(outgoing.title, "the title")
    if label == nil {
      texts.tell(
        .messageText, "the letter has no title for the mailbox", at: delivery.place,
        "write its subject, or delivery.label")
    }
    guard let date = letter.date, let sender, let recipient, let label else {
      throw Diagnostics(texts.problems)
    }
    var message = MemoMessage(
      label: label, sender: sender, recipient: recipient, created: MessageTime(day: date),
      main: document(outgoing, label, &texts))
    message.notification = texts.text(delivery.$notification, "delivery.notification")
    message.reply = texts.flag(delivery.$reply, "delivery.reply")
    message.replyBy = texts.time(delivery.$replyBy, "delivery.reply-by", isEnd: true)
    message.notBefore = texts.day(delivery.$notBefore, "delivery.not-before")
    message.mandatory = texts.flag(delivery.$mandatory, "delivery.mandatory")
    message.legalNotification = texts.flag(
      delivery.$legalNotification, "delivery.legal-notification")
    message.postType = texts.text(delivery.$postType, "delivery.post-type")
    addCase(of: letter, to: &message, &texts)
    message.main.actions = actions(delivery, &texts)
    message.additional = additional(outgoing, &texts)
    guard !texts.hasErrors else { throw Diagnostics(texts.problems) }
    let made = message.xml(of: letter.recordID)
    guard made.bytes.count <= MemoMessage.sizeLimit else {
      throw Diagnostics([
        Diagnostic(
          .error, .messageSize,
          "the message has \(made.bytes.count) bytes, more than the 99.5 MB it may have",
          at: delivery.place, hints: ["make images and enclosures smaller"])
      ])
    }
    return MadeMessage(message: made, warnings: texts.problems)
  }

  private func party(_ texts: inout MessageTexts) -> MemoMessage.Party? {
    var numbers = NumberReader()
    let number = numbers.number(
      cpr: nil, cvr: sender.$cvr, authority: sender.$authority, of: "sender")
    texts.add(numbers.problems)
    let label = texts.text(sender.$label, "sender.label")
    let advice: DiagnosticText = "write it under sender in the layout, or in a file for --sender"
    if number == nil, !numbers.problems.contains(where: { $0.severity == .error }) {
      texts.tell(.messageSender, "the sender has no cvr or authority", at: sender.place, advice)
    }
    if label == nil {
      texts.tell(.messageSender, "the sender has no label", at: sender.place, advice)
    }
    let contact = contact(&texts)
    return number.map { MemoMessage.Party(number: $0, label: label, contact: contact) }
  }

  private func contact(_ texts: inout MessageTexts) -> MemoMessage.Contact? {
    let group = texts.text(sender.contact.$group, "sender.contact.group")
    let id = texts.text(sender.contact.$id, "sender.contact.id")
    let label = texts.text(sender.contact.$label, "sender.contact.label")
    guard group != nil || id != nil || label != nil else { return nil }
    guard let id, let label else {
      texts.tell(
        .messageSender,
        id == nil ? "the sender's contact has no id" : "the sender's contact has no label",
        at: sender.place,
        "write group, id and label as Digital Post has them")
      return nil
    }
    return MemoMessage.Contact(group: group, id: id, label: label)
  }

  private func recipient(
    of letter: Letter, _ delivery: Letter.Delivery, _ texts: inout MessageTexts
  ) -> MemoMessage.Party? {
    var numbers = NumberReader()
    let number = numbers.number(
      cpr: delivery.$cpr, cvr: delivery.$cvr, authority: delivery.$authority, of: "delivery")
    texts.add(numbers.problems)
    guard let number else {
      if numbers.problems.isEmpty {
        texts.tell(
          .messageRecipient, "the recipient has no number", at: delivery.place,
          "write cpr, cvr or authority under delivery, as cpr: \"{{cpr}}\"")
      }
      return nil
    }
    let name = letter.recipients.first?.$lines.first
    return MemoMessage.Party(number: number, label: name.flatMap { texts.text($0, "the name") })
  }

  private func addCase(
    of letter: Letter, to message: inout MemoMessage, _ texts: inout MessageTexts
  ) {
    guard let number = texts.text(letter.$fields["case-id"], "case-id") else { return }
    message.caseID = number
    message.caseSystem = texts.text(sender.$caseSystem, "sender.case-system")
    if message.caseSystem == nil {
      texts.tell(
        .messageSender, "the letter has a case-id, and the sender no case-system that it is of",
        at: letter.$fields["case-id"]?.place, "write case-system under sender")
    }
  }

  private func document(
    _ outgoing: OutgoingLetter, _ label: String, _ texts: inout MessageTexts
  ) -> MemoMessage.Document {
    let stem = FileNameRules.safe(String(label.prefix(80)), suffix: "").name ?? "Brev"
    var files = [
      MemoMessage.File(
        mediaType: "application/pdf", name: stem + ".pdf", language: outgoing.language,
        bytes: outgoing.pdf)
    ]
    if let other = outgoing.alternative {
      files.append(
        MemoMessage.File(
          mediaType: other.mediaType, name: stem + other.suffix, language: outgoing.language,
          bytes: other.bytes))
    }
    return MemoMessage.Document(
      id: texts.text(outgoing.letter.$fields["document-id"], "document-id"), label: label,
      files: files)
  }

  private func additional(
    _ outgoing: OutgoingLetter, _ texts: inout MessageTexts
  ) -> [MemoMessage.Document] {
    let place = outgoing.letter.delivery?.place
    if outgoing.attachments.count > MemoMessage.additionalLimit {
      texts.tell(
        .messageEnclosure,
        "the letter has \(outgoing.attachments.count) enclosures of their own, more than the \(MemoMessage.additionalLimit) that a message takes",
        at: place, "append some: delivery.enclosures: appended")
    }
    var names: Set<String> = []
    return outgoing.attachments.map { attachment in
      let title = texts.text(
        Located(value: attachment.title, place: place), "the title of an enclosure")
      let name = FileNameRules.safe(attachment.name, suffix: "").name ?? "Bilag"
      if !names.insert(name.lowercased()).inserted {
        texts.tell(
          .messageEnclosure, "two enclosures have the file name \"\(name)\"", at: place,
          "name one of them otherwise")
      }
      return MemoMessage.Document(
        label: title,
        files: [
          MemoMessage.File(
            mediaType: attachment.mediaType, name: name, language: outgoing.language,
            bytes: attachment.bytes)
        ])
    }
  }

  // MARK: Remote print

  /// The consignment of a letter.
  ///
  /// - Throws: everything that keeps it from being one.
  package func forsendelse(_ outgoing: OutgoingLetter) throws(Diagnostics) -> MadeMessage {
    let letter = outgoing.letter
    let delivery = letter.delivery ?? Letter.Delivery()
    var texts = MessageTexts()
    let kind = kind(&texts)
    let address = address(of: letter, delivery, &texts)
    let title = texts.text(outgoing.title, "the title")
    guard let date = letter.date, let address, !texts.hasErrors else {
      throw Diagnostics(texts.problems)
    }
    var numbers = NumberReader()
    let number = numbers.number(cpr: nil, cvr: delivery.$cvr, authority: nil, of: "delivery")
    texts.add(numbers.problems)
    let print = sender.print
    let consignment = Forsendelse(
      kind: kind, cvr: number?.digits, address: address, pdf: outgoing.pdf,
      title: title ?? "Brev", date: date, user: texts.text(print.$user, "sender.print.user"),
      unit: texts.text(print.$unit, "sender.print.unit"),
      account: texts.text(print.$account, "sender.print.account"),
      isOneSided: print.sides == .one, isInColor: print.inColor, envelope: print.envelope,
      category: print.category, pages: outgoing.pages,
      enclosures: outgoing.attachments.map {
        Forsendelse.Enclosure(name: $0.title, format: Self.format(of: $0.name), bytes: $0.bytes)
      })
    for attachment in outgoing.attachments where attachment.mediaType != "application/pdf" {
      texts.tell(
        .messageEnclosure,
        "the enclosure \"\(attachment.name)\" is no PDF, so it cannot be printed",
        at: delivery.place, "make a PDF of it")
    }
    guard !texts.hasErrors else { throw Diagnostics(texts.problems) }
    let made = consignment.xml(of: letter.recordID)
    return MadeMessage(message: made, warnings: texts.problems)
  }

  /// The number that the printer has given for the kind of consignment.
  private func kind(_ texts: inout MessageTexts) -> Int? {
    guard let written = sender.print.$kind else {
      texts.tell(
        .messageSender, "the sender has no print.type", at: sender.place,
        "write the number that the printer has given, under sender in the layout or in a file for --sender"
      )
      return nil
    }
    if let number = Int(written.value), number >= 0, number < 1 << 31 { return number }
    texts.tell(
      .messageSender, "sender.print.type is \"\(written.value)\", not a number", at: written.place,
      "write the number that the printer has given")
    return nil
  }

  private static func format(of name: String) -> String {
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    return String(suffix.prefix(10))
  }

  private func address(
    of letter: Letter, _ delivery: Letter.Delivery, _ texts: inout MessageTexts
  ) -> PostalAddress? {
    let first = letter.recipients.first
    // An address may be written as one recipient of many lines, or as a list of lines.
    let lines = letter.recipients.flatMap { $0.lines }
    let place = delivery.place ?? first?.$lines.first?.place
    var address: PostalAddress?
    if let parts = delivery.address, parts.street != nil || parts.postcode != nil {
      var made = PostalAddress(name: parts.name ?? first?.lines.first ?? "")
      made.careOf = parts.careOf
      made.street = parts.street
      made.number = parts.number?.uppercased()
      made.floor = parts.floor?.lowercased()
      made.door = parts.door
      made.place = parts.place
      made.district = parts.district
      made.postcode = parts.postcode
      made.country = parts.country?.uppercased() ?? "DK"
      address = made
    } else {
      address = PostalAddress(lines: lines, country: delivery.address?.country?.uppercased())
    }
    guard let address else {
      texts.tell(
        .printAddress, "the letter has no recipient to print for", at: delivery.place,
        "write to, or delivery.address")
      return nil
    }
    if address.lines.isEmpty,
      address.street == nil || address.number == nil || address.postcode == nil
    {
      texts.tell(
        .printAddress, "the address has no street, number or postcode", at: place,
        "write all three, or the whole address under to")
    }
    for misfit in address.misfits {
      texts.tell(.printAddress, misfit.message, at: place, misfit.hint)
    }
    return address
  }
}
