import Typeset

/// What a recipient may be asked to do, and the code that messages have for it (`actionCode`).
private enum ActionKind: String, CaseIterable {
  case pay, sign, confirm, appointment
  case selfService = "self-service"
  case information, prepare, register

  var code: String {
    switch self {
    case .pay: "BETALING"
    case .sign: "UNDERSKRIV"
    case .confirm: "BEKRAEFT"
    case .appointment: "AFTALE"
    case .selfService: "SELVBETJENING"
    case .information: "INFORMATION"
    case .prepare: "FORBEREDELSE"
    case .register: "TILMELDING"
    }
  }
}

extension MessageMaker {
  /// The buttons of a letter; one whose texts a record leaves empty is left out.
  func actions(
    _ delivery: Letter.Delivery, _ texts: inout MessageTexts
  ) -> [MemoMessage.Action] {
    delivery.actions.enumerated().compactMap { index, action in
      let name: DiagnosticText = "item \(index + 1) of delivery.actions"
      if action.url == nil, action.from == nil, action.location == nil { return nil }
      return self.action(action, name, &texts)
    }
  }

  private func action(
    _ action: Letter.Delivery.Action, _ name: DiagnosticText, _ texts: inout MessageTexts
  ) -> MemoMessage.Action? {
    let kind = texts.choice(action.$kind, "the kind of \(name)", of: ActionKind.self)
    if action.kind == nil {
      texts.tell(
        .messageAction, "\(name) has no kind", at: action.place, "write kind: pay, or another")
    }
    let label = texts.text(action.$label, "the label of \(name)")
    if label == nil {
      texts.tell(
        .messageAction, "\(name) has no label", at: action.place, "write the words on its button")
    }
    let start = texts.time(action.$from, "from of \(name)", isEnd: false)
    let end = texts.time(action.$until, "until of \(name)", isEnd: true)
    if let start, let end, end < start {
      texts.tell(
        .messageAction, "\(name) ends before it begins", at: action.place, "write another until")
    }
    let url = address(action, name, &texts)
    guard let kind, let label else { return nil }
    let reservation =
      kind == .appointment
      ? reservation(action, name, label: label, start, end, &texts) : nil
    if kind != .appointment, url == nil {
      texts.tell(
        .messageAction, "\(name) has no url", at: action.place, "write where its button leads")
    }
    return MemoMessage.Action(
      label: label, code: kind.code, start: start, end: end, url: url, reservation: reservation)
  }

  private func address(
    _ action: Letter.Delivery.Action, _ name: DiagnosticText, _ texts: inout MessageTexts
  ) -> String? {
    guard let url = texts.text(action.$url, "the url of \(name)") else { return nil }
    let isPlain = !url.contains(" ") && url.hasPrefix("https://") && url.utf8.count > 8
    if !isPlain {
      texts.tell(
        .messageAction, "the url of \(name) is no address of the web", at: action.$url?.place,
        "write one that begins with https://")
    }
    return url
  }

  private func reservation(
    _ action: Letter.Delivery.Action, _ name: DiagnosticText, label: String, _ start: MessageTime?,
    _ end: MessageTime?, _ texts: inout MessageTexts
  ) -> MemoMessage.Reservation? {
    let location = texts.text(action.$location, "the location of \(name)")
    guard let start, let end, let location else {
      if action.from == nil || action.until == nil || location == nil {
        texts.tell(
          .messageAction, "\(name) is an appointment without from, until or location",
          at: action.place,
          "write all three")
      }
      return nil
    }
    let description = texts.text(action.$description, "the description of \(name)") ?? label
    let content = [description, location, start.text, end.text].joined(separator: "\n")
    return MemoMessage.Reservation(
      description: description, uuid: contentUUID(of: Array(content.utf8), as: "reservation"),
      abstract: texts.text(action.$summary, "the summary of \(name)") ?? label, location: location,
      start: start, end: end,
      organizerMail: texts.text(action.$organizerEmail, "the organizer-email of \(name)"),
      organizer: texts.text(action.$organizer, "the organizer of \(name)"))
  }
}
