extension Filler {
  /// Fills the head of a letter; a line whose fields are all empty falls away.
  mutating func fillHead(_ head: HeadTemplate, of letter: inout Letter) {
    if let date = head.date { letter.$date = day(date) }
    for text in head.texts {
      let value = fill(text.template).text
      letter[keyPath: text.value] =
        value.isEmpty ? nil : Located(value: value, place: text.template.place)
    }
    if !head.fields.isEmpty {
      var fields = letter.$fields
      for (key, template) in head.fields { fields[key] = located(template) }
      letter.$fields = fields
    }
    if let templates = head.recipients {
      letter.recipients = recipients(templates, of: letter)
    }
    if let templates = head.signatures { letter.signatures = signatures(templates) }
    if let templates = head.enclosures { letter.enclosures = enclosures(templates) }
    if let template = head.delivery { fillDelivery(template, of: &letter) }
    if let templates = head.copies { letter.$copies = lines(templates, areAddress: false) }
  }

  /// A text, or nil where nothing of it is the record's that should be.
  private mutating func located(_ template: TextTemplate) -> Located<String>? {
    let filled = fill(template)
    let text = filled.text
    return filled.isHollow || text.isEmpty ? nil : Located(value: text, place: template.place)
  }

  private mutating func day(_ template: TextTemplate) -> Located<CalendarDate>? {
    let before = problems.count
    let written = fill(template).text
    if let date = CalendarDate(iso8601: written) {
      return Located(value: date, place: template.place)
    }
    if problems.count == before {
      tell(
        written.isEmpty ? "the letter's date is missing" : "date is \(quoted(written)), not a date",
        at: template.place, hint: "write year, month and day, as 2024-03-11")
    }
    return nil
  }

  /// Lines of which each may be left out, or stand for several.
  ///
  /// - Parameter areAddress: whether the line ends of a value end lines.
  private mutating func lines(
    _ lines: [HeadTemplate.ListLine], areAddress: Bool
  ) -> [Located<String>] {
    var result: [Located<String>] = []
    for line in lines {
      switch line {
      case .fixed(let text): result.append(text)
      case .filled(let template):
        for filled in fillEach(template) where !filled.isHollow {
          let texts =
            areAddress && filled.verbatim.utf8.contains { $0 == 0x0A || $0 == 0x0D }
            ? withPlainLineEnds(filled.verbatim).split(separator: "\n").map {
              collapseSpaces(String($0))
            } : [filled.text]
          for text in texts where !text.isEmpty {
            result.append(Located(value: text, place: template.place))
          }
        }
      }
    }
    return result
  }

  private mutating func recipients(
    _ templates: [HeadTemplate.Recipient], of letter: Letter
  ) -> [Letter.Recipient] {
    var recipients: [Letter.Recipient] = []
    for template in templates {
      let lines = lines(template.lines, areAddress: true)
      let attention = template.attention.flatMap { located($0) }
      if !lines.isEmpty {
        recipients.append(Letter.Recipient(lines: lines, attention: attention))
      }
    }
    if recipients.isEmpty {
      tell(
        "no line of the recipient is left", at: letter.recipients.first?.$lines.first?.place,
        hint: "give the record a name and an address")
    }
    return recipients
  }

  private mutating func signatures(
    _ templates: [HeadTemplate.Signature]
  ) -> [Letter.Signature] {
    var signatures: [Letter.Signature] = []
    for template in templates {
      guard let name = located(template.name) else { continue }
      var signature = Letter.Signature(
        name: name, title: lines(template.title, areAddress: false),
        image: template.image.flatMap { located($0) })
      signature.isJoined = template.signature.isJoined && !signatures.isEmpty
      signatures.append(signature)
    }
    return signatures
  }

  private mutating func enclosures(
    _ templates: [HeadTemplate.Enclosure]
  ) -> [Letter.Enclosure] {
    var enclosures: [Letter.Enclosure] = []
    for template in templates {
      let file = template.file.flatMap { located($0) }
      for title in fillEach(template.title) where !title.isHollow && !title.text.isEmpty {
        enclosures.append(
          Letter.Enclosure(
            title: Located(value: title.text, place: template.title.place), file: file))
      }
    }
    return enclosures
  }
}
