/// Codes of messages for Digital Post and remote print.
extension DiagnosticCode {
  package static let messageSender = DiagnosticCode(
    "message.sender",
    cause:
      "The sender of messages lacks something that each of them needs, or has it in another form.",
    cure:
      "Write it under sender in the layout, or in the file for --sender, as Docs/messages.md has it."
  )
  package static let messageRecipient = DiagnosticCode(
    "message.recipient",
    cause: "A letter that goes digitally has no recipient's number, or none that can be one.",
    cure: "Mend the record, or send the letter in print.")
  package static let messageNumberShown = DiagnosticCode(
    "message.number-shown",
    cause: "The recipient's number would stand in a title, an id or a file name, which others see.",
    cure: "Make them of another column.")
  package static let messageText = DiagnosticCode(
    "message.text",
    cause:
      "Something that is said under delivery is too long, empty, or in a form that messages lack.",
    cure: "Write it as Docs/messages.md has it.")
  package static let messageAction = DiagnosticCode(
    "message.action",
    cause: "A button of the letter lacks something, or has it in another form.",
    cure: "Give it a kind, a label and an address that begins with https://.")
  package static let messageEnclosure = DiagnosticCode(
    "message.enclosure",
    cause: "An enclosure that goes as a file of its own cannot be sent so.",
    cure: "Send at most ten, each with a name of its own, and PDFs where they are printed.")
  package static let messageSize = DiagnosticCode(
    "message.size",
    cause: "A message is larger than Digital Post takes.",
    cure: "Make images and enclosures smaller.")
  package static let printAddress = DiagnosticCode(
    "message.address",
    cause: "Remote print does not take the address of the recipient.",
    cure: "Shorten the line that is told of, or write the address in parts under delivery.")
  package static let printWindow = DiagnosticCode(
    "message.window",
    cause: "Nobody says what the envelope of remote print shows.",
    cure: "Write window into the layout, or give --window.")
  package static let messageRoute = DiagnosticCode(
    "message.route",
    cause: "A letter has no route, one that does not exist, or one for which no message is made.",
    cure: "Write digital, print, both or auto, and name --memo and --forsendelse as they need.")
  package static let messageContainer = DiagnosticCode(
    "message.container",
    cause: "The container of messages cannot be made under that name.",
    cure: "Name one that ends in .tar.lzma and is not there yet.")

  static let messageCodes: [DiagnosticCode] = [
    .messageSender, .messageRecipient, .messageNumberShown, .messageText, .messageAction,
    .messageEnclosure, .messageSize, .printAddress, .printWindow, .messageRoute, .messageContainer,
  ]
}
