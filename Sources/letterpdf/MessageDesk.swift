import Inspection
import LetterDelivery
import LetterRequests
import MailRun
import Typeset

/// Makes the messages of letters: of Digital Post, of remote print, or both, as each goes.
struct MessageDesk: Sendable {
  private let options: DeliveryOptions
  private let routes: RouteBook
  private let maker: MessageMaker
  private let alternative: SenderSetting.Alternative
  private let printCheck: DeliveryCheck?
  private let assets: any AssetStore
  /// Who sends, as it was read, for a run that is taken up again.
  let senderText: String

  /// Reads who sends, and sees that nothing is missing that every message needs.
  ///
  /// - Parameters:
  ///   - columns: the names that the records have.
  ///   - assets: the letter's folder.
  init(
    _ options: DeliveryOptions, in layout: Layout, columns: [String], window: String?,
    assets: any AssetStore, resources: String
  ) throws(Diagnostics) {
    self.options = options
    routes = try RouteBook(options.route, columns: columns)
    var sender = layout.sender
    var text = ""
    if let path = options.sender {
      let file = try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path)
      sender = try SenderSetting(file: file)
      text = file.text
    }
    senderText = text
    alternative = sender.alternative
    maker = MessageMaker(sender: sender)
    try maker.check(digitally: options.makesMemos, inPrint: options.makesPrints)
    self.assets = assets
    printCheck =
      options.makesPrints
      ? try DeliveryCheck(
        ["fjernprint"], window: try Self.window(window, in: layout), resources: resources) : nil
  }

  /// The column that says how letters go; nil for none.
  var routeColumn: String? {
    if case .column(let name) = routes { name } else { nil }
  }

  /// The window that prints lie behind, in mm.
  private static func window(
    _ given: String?, in layout: Layout
  ) throws(Diagnostics) -> String {
    if let given { return given }
    guard let frame = layout.windowFrame else {
      throw Diagnostics([
        Diagnostic(
          .error, .printWindow,
          "the layout has no window, so nobody knows what remote print's envelope shows",
          hints: ["give --window 'x y width height' in mm", "write window into the layout"])
      ])
    }
    return [frame.origin.x, frame.origin.y, frame.size.width, frame.size.height]
      .map { String(($0.millimetres * 100).rounded() / 100) }.joined(separator: " ")
  }

  /// How the letter of a record goes.
  ///
  /// - Throws: that it cannot go as is said.
  func route(of letter: Letter, _ record: Record?) throws(Diagnostics) -> Route {
    let said = try routes.route(of: letter, record)
    let hasNumber =
      letter.delivery?.cpr != nil || letter.delivery?.cvr != nil
      || letter.delivery?.authority != nil
    let usual: Route =
      options.makesMemos && options.makesPrints ? .auto : options.makesMemos ? .digital : .print
    var route = said ?? usual
    if route == .auto {
      // Who has no number has no mailbox that one could ask for.
      if options.makesPrints, !hasNumber || !options.makesMemos { route = .print }
      if !options.makesPrints { route = .digital }
    }
    if route.isDigital, !options.makesMemos {
      throw Self.fault("the letter goes digitally, and nothing says where to", "name --memo")
    }
    if route.isPrinted, !options.makesPrints {
      throw Self.fault("the letter goes in print, and nothing says where to", "name --forsendelse")
    }
    return route
  }

  private static func fault(_ message: DiagnosticText, _ hint: DiagnosticText) -> Diagnostics {
    Diagnostics([Diagnostic(.error, .messageRoute, message, hints: [hint])])
  }

  /// The letter without the enclosures that go as files of their own, and these.
  ///
  /// - Throws: that one cannot be read.
  func parted(
    _ letter: Letter
  ) throws(Diagnostics) -> (letter: Letter, attachments: [OutgoingLetter.Attachment]) {
    guard let written = letter.delivery?.$enclosures else { return (letter, []) }
    switch written.value.lowercased() {
    case "appended": return (letter, [])
    case "separate": break
    default:
      throw Diagnostics([
        Diagnostic(
          .error, .messageText, "delivery.enclosures is \"\(written.value)\"", at: written.place,
          hints: ["write appended or separate"])
      ])
    }
    var parted = letter
    var attachments: [OutgoingLetter.Attachment] = []
    for (index, enclosure) in letter.enclosures.enumerated() {
      guard let file = enclosure.$file else { continue }
      parted.enclosures[index].file = nil
      do throws(AssetError) {
        let bytes = try assets.bytes(of: file.value, limit: 99_500_000)
        let name = file.value.split(separator: "/").last.map(String.init) ?? file.value
        attachments.append(
          OutgoingLetter.Attachment(
            title: enclosure.title, name: name, mediaType: MediaType.of(name), bytes: bytes))
      } catch {
        throw Diagnostics([Self.diagnostic(error, file)])
      }
    }
    return (parted, attachments)
  }

  private static func diagnostic(_ error: AssetError, _ file: Located<String>) -> Diagnostic {
    switch error {
    case .missing:
      Diagnostic(
        .error, .noImage, "there is no file \"\(file.value)\"", at: file.place,
        hints: ["put it beside the letter"])
    case .outside:
      Diagnostic(
        .error, .outside, "\"\(file.value)\" lies outside the letter's folder", at: file.place,
        hints: ["put it beside the letter"])
    case .refused(let message, let hints):
      Diagnostic(.error, .refused, message, at: file.place, hints: hints)
    }
  }

  /// A letter's files, each made when it is asked for.
  struct Files {
    /// The PDF for screens, and how many pages it has.
    let screen: () throws(Diagnostics) -> (letter: ComposedLetter, pdf: FinishedPDF)
    /// The PDF for paper.
    let paper: () throws(Diagnostics) -> (letter: ComposedLetter, pdf: FinishedPDF)
  }

  /// What was made of a letter.
  struct Made {
    var messages: [LetterMessage] = []
    var warnings: [Diagnostic] = []
  }

  /// The messages of a letter that goes some way.
  ///
  /// - Parameters:
  ///   - letter: the letter that is filled and has a date.
  ///   - language: its language, two letters.
  func messages(
    of letter: Letter, _ attachments: [OutgoingLetter.Attachment], language: String,
    as route: Route,
    _ files: Files
  ) throws(Diagnostics) -> Made {
    var made = Made()
    var problems: [Diagnostic] = []
    if route.isPrinted {
      Self.keep(&problems) { () throws(Diagnostics) in
        let (composed, pdf) = try files.paper()
        let noticed = try printCheck?.check(pdf.bytes, named: "-") ?? []
        let message = try maker.forsendelse(
          OutgoingLetter(letter, language: language, pdf: pdf.bytes, pages: composed.pages.count)
            .with(attachments: attachments))
        made.add(message, form: "forsendelse", composed.warnings + pdf.warnings + noticed)
      }
    }
    if route.isDigital {
      Self.keep(&problems) { () throws(Diagnostics) in
        let (composed, pdf) = try files.screen()
        var outgoing = OutgoingLetter(
          letter, language: language, pdf: pdf.bytes, pages: composed.pages.count
        ).with(attachments: attachments)
        switch alternative {
        case .none: break
        case .text:
          outgoing = outgoing.with(
            alternative: composed.plainText(), "text/plain", suffix: ".txt")
        case .html:
          outgoing = outgoing.with(alternative: composed.html(), "text/html", suffix: ".html")
        }
        made.add(
          try maker.memo(outgoing), form: "memo", composed.warnings + pdf.warnings)
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return made
  }

  private static func keep(
    _ problems: inout [Diagnostic], _ make: () throws(Diagnostics) -> Void
  ) {
    do throws(Diagnostics) {
      try make()
    } catch {
      for problem in error.all where !problems.contains(problem) { problems.append(problem) }
    }
  }
}

extension MessageDesk.Made {
  fileprivate mutating func add(
    _ message: MadeMessage, form: String, _ noticed: [Diagnostic]
  ) {
    // The first is that of Digital Post, whatever is made first.
    let made = LetterMessage(
      form: form, bytes: message.message.bytes, uuid: message.message.uuid,
      secret: message.message.secret)
    messages.insert(made, at: form == "memo" ? 0 : messages.count)
    for warning in noticed + message.warnings where !warnings.contains(warning) {
      warnings.append(warning)
    }
  }
}
