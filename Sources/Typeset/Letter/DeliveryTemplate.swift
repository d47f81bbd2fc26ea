/// Which texts of a delivery are filled, and how.
struct DeliveryTemplate: Sendable {
  /// A part of a delivery with the texts of it that are filled.
  struct Part<Whole>: Sendable {
    let texts: [(value: Letter.Delivery.Value<Whole>, template: TextTemplate)]

    init(
      _ whole: Whole, _ values: [Letter.Delivery.Value<Whole>],
      _ problems: inout DiagnosticCollector
    ) {
      var texts: [(value: Letter.Delivery.Value<Whole>, template: TextTemplate)] = []
      for value in values {
        guard let text = whole[keyPath: value], holdsTags(text.value) else { continue }
        let template = TextTemplate(text.value, at: text.place ?? .unplaced, &problems)
        texts.append((value, template))
      }
      self.texts = texts
    }
  }

  private let delivery: Part<Letter.Delivery>
  private let address: Part<Letter.Delivery.Address>?
  private let actions: [Part<Letter.Delivery.Action>]

  /// The templates of the recipient's numbers.
  let secrets: [TextTemplate]
  /// Those of what a mailbox shows before the letter is opened.
  let shown: [TextTemplate]

  init(_ delivery: Letter.Delivery, _ problems: inout DiagnosticCollector) {
    let filled = Part(delivery, Letter.Delivery.values, &problems)
    self.delivery = filled
    address = delivery.address.map { Part($0, Letter.Delivery.Address.values, &problems) }
    actions = delivery.actions.map { Part($0, Letter.Delivery.Action.values, &problems) }
    func templates(_ values: [Letter.Delivery.Value<Letter.Delivery>]) -> [TextTemplate] {
      filled.texts.filter { text in values.contains { $0 == text.value } }.map(\.template)
    }
    secrets = templates(Letter.Delivery.secrets)
    shown = templates([\.$label, \.$notification])
  }

  /// Fills a delivery; a text whose fields are all empty is left out.
  fileprivate func fill(_ delivery: inout Letter.Delivery, by filler: inout Filler) {
    filler.fill(self.delivery, of: &delivery)
    if let address, var filled = delivery.address {
      filler.fill(address, of: &filled)
      delivery.address = filled
    }
    for (index, action) in actions.enumerated() {
      filler.fill(action, of: &delivery.actions[index])
    }
  }
}

extension DeliveryTemplate: FieldHolder {
  func tellFields(_ needs: inout FieldNeeds) {
    for text in delivery.texts { text.template.tellFields(&needs) }
    for text in address?.texts ?? [] { text.template.tellFields(&needs) }
    for text in actions.flatMap(\.texts) { text.template.tellFields(&needs) }
  }
}

extension Filler {
  /// Fills how a letter is sent.
  mutating func fillDelivery(_ template: DeliveryTemplate, of letter: inout Letter) {
    guard var delivery = letter.delivery else { return }
    template.fill(&delivery, by: &self)
    letter.delivery = delivery
  }

  fileprivate mutating func fill<Whole>(
    _ part: DeliveryTemplate.Part<Whole>, of whole: inout Whole
  ) {
    for (value, template) in part.texts {
      let filled = fill(template)
      let text = filled.text
      whole[keyPath: value] =
        filled.isHollow || text.isEmpty ? nil : Located(value: text, place: template.place)
    }
  }
}
