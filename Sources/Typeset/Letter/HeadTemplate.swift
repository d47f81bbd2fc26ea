/// The head of a template: which of its values are filled, and how.
struct HeadTemplate: Sendable {
  /// A value of the head that is one text.
  struct Text: Sendable {
    let value: any WritableKeyPath<Letter, Located<String>?> & Sendable
    let template: TextTemplate
  }

  struct Recipient: Sendable {
    let lines: [ListLine]
    let attention: TextTemplate?
  }

  struct Signature: Sendable {
    let signature: Letter.Signature
    let name: TextTemplate
    let title: [ListLine]
    let image: TextTemplate?
  }

  struct Enclosure: Sendable {
    let title: TextTemplate
    let file: TextTemplate?
  }

  /// A line of a list, with a say of the record or without.
  enum ListLine: Sendable {
    case fixed(Located<String>)
    case filled(TextTemplate)
  }

  private(set) var texts: [Text] = []
  private(set) var fields: [(key: String, template: TextTemplate)] = []
  /// nil where all recipients stay as they are; so with the other lists.
  private(set) var recipients: [Recipient]?
  private(set) var signatures: [Signature]?
  private(set) var enclosures: [Enclosure]?
  private(set) var copies: [ListLine]?
  /// nil where nothing of it is filled.
  private(set) var delivery: DeliveryTemplate?
  /// The day that each record has.
  var date: TextTemplate?

  private static let values: [any WritableKeyPath<Letter, Located<String>?> & Sendable] = [
    \.$subject, \.$title, \.$author, \.$confidentiality, \.$opening, \.$closing, \.$postscript,
  ]

  /// What of it mailboxes and manifests show.
  var shown: [TextTemplate] {
    let titles = texts.filter { $0.value == \.$subject || $0.value == \.$title }.map(\.template)
    return titles + fields.filter { ["case-id", "document-id"].contains($0.key) }.map(\.template)
      + (delivery?.shown ?? [])
  }

  /// Finds what is filled in the head of a letter.
  init(_ letter: Letter, date: Located<String>?, _ problems: inout DiagnosticCollector) {
    func template(_ text: Located<String>) -> TextTemplate {
      TextTemplate(text.value, at: text.place ?? .unplaced, &problems)
    }
    func line(_ text: Located<String>) -> ListLine {
      holdsTags(text.value) ? .filled(template(text)) : .fixed(text)
    }
    self.date = date.map(template)
    for value in Self.values {
      guard let text = letter[keyPath: value], holdsTags(text.value) else { continue }
      texts.append(Text(value: value, template: template(text)))
    }
    for (key, text) in letter.$fields.sorted(by: { $0.key < $1.key })
    where holdsTags(text.value) {
      fields.append((key, template(text)))
    }
    let addresses = letter.recipients.flatMap { $0.lines + [$0.attention ?? ""] }
    if addresses.contains(where: holdsTags) {
      recipients = letter.recipients.map {
        Recipient(lines: $0.$lines.map(line), attention: $0.$attention.map(template))
      }
    }
    let signers = letter.signatures.flatMap { [$0.name, $0.image ?? ""] + $0.title }
    if signers.contains(where: holdsTags) {
      signatures = letter.signatures.map {
        Signature(
          signature: $0, name: template($0.$name), title: $0.$title.map(line),
          image: $0.$image.map(template))
      }
    }
    if letter.enclosures.contains(where: { holdsTags($0.title) || holdsTags($0.file ?? "") }) {
      enclosures = letter.enclosures.map {
        Enclosure(title: template($0.$title), file: $0.$file.map(template))
      }
    }
    if letter.copies.contains(where: holdsTags) { copies = letter.$copies.map(line) }
    delivery = letter.delivery.map { DeliveryTemplate($0, &problems) }
  }
}

extension HeadTemplate: FieldHolder {
  func tellFields(_ needs: inout FieldNeeds) {
    date?.tellFields(&needs)
    for recipient in recipients ?? [] {
      recipient.lines.tellFields(&needs)
      recipient.attention?.tellFields(&needs)
    }
    for text in texts { text.template.tellFields(&needs) }
    for field in fields { field.template.tellFields(&needs) }
    for signature in signatures ?? [] {
      signature.name.tellFields(&needs)
      signature.title.tellFields(&needs)
      signature.image?.tellFields(&needs)
    }
    for enclosure in enclosures ?? [] {
      enclosure.title.tellFields(&needs)
      enclosure.file?.tellFields(&needs)
    }
    copies?.tellFields(&needs)
    delivery?.tellFields(&needs)
  }
}

extension [HeadTemplate.ListLine] {
  fileprivate func tellFields(_ needs: inout FieldNeeds) {
    for case .filled(let template) in self { template.tellFields(&needs) }
  }
}
