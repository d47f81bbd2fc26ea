import LetterDelivery
import MailRun
import Typeset

/// The messages of a single letter, `letterpdf render --memo FILE --forsendelse FILE`.
struct RenderMessages {
  private let desk: MessageDesk
  private let options: DeliveryOptions
  private let attachments: [OutgoingLetter.Attachment]
  private let language: String
  /// The letter without the enclosures that go as files of their own.
  let letter: Letter

  /// Reads who sends; nil for a letter that is not sent.
  init?(
    _ command: RenderOptions, _ input: RenderInput, resources: String
  ) throws(Diagnostics) {
    guard let options = command.delivery else { return nil }
    self.options = options
    desk = try MessageDesk(
      options, in: input.layout, columns: [], window: command.window,
      assets: command.assets, resources: resources)
    (letter, attachments) = try desk.parted(input.letter)
    language = (letter.language ?? input.layout.language).languageCode
  }

  /// The files of the messages, and what was noticed of them.
  ///
  /// - Parameter editions: the letter's files.
  func files(
    _ editions: LetterEditions
  ) throws(Diagnostics) -> (files: [RenderJob.File], warnings: [Diagnostic]) {
    let route = try desk.route(of: letter, nil)
    let made = try desk.messages(
      of: letter, attachments, language: language, as: route, editions.files)
    let paths = ["memo": options.memo, "forsendelse": options.forsendelse]
    return (
      made.messages.compactMap { message in
        (paths[message.form] ?? nil).map { RenderJob.File(path: $0, bytes: message.bytes) }
      }, made.warnings
    )
  }
}
