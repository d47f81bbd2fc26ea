import LetterDelivery
import LetterRequests
import MailRun
import Typeset

/// All that the letters of a run have in common, read once.
struct MergeInput: Sendable {
  let template: LetterTemplate
  let layout: Layout
  let name: TextTemplate?
  let typesetter: Typesetter
  /// What the letters are made of beside their records, for a run that is taken up again.
  let makings: String
  private let assets: String
  private let composing: ComposeOptions
  private let finishing: FinishOptions
  private let makesFiles: Bool
  private let isStrict: Bool
  private let bind: BindOptions?
  private let check: DeliveryCheck?
  private let messages: MessageDesk?
  private let seal: SealDesk?

  /// Reads letter and layout, and sees that the records have what they ask for.
  ///
  /// - Parameters:
  ///   - columns: the names that the records have.
  ///   - check: what each letter must keep.
  /// - Throws: everything that is wrong with them.
  init(
    _ options: MergeOptions, columns: [String], typesetter: Typesetter,
    check: DeliveryCheck? = nil, resources: String
  ) throws(Diagnostics) {
    let command = options.letter
    let source =
      command.letter == "-"
      ? try readSource(Terminal.readInput(limit: sourceSizeLimit), name: "standard input")
      : try readSource(
        try readFile(at: command.letter, limit: sourceSizeLimit), name: command.letter)
    var template = try LetterTemplate(source: source)
    if let layout = command.layout { template.layout = layout }
    if let language = command.language { template.language = LanguageTag(language) }
    if let date = command.date { template.date = CalendarDate(iso8601: date) }
    assets = command.letterFolder
    layout = try typesetter.layout(of: template.letter, from: assets)
    self.template = try typesetter.settle(template, in: layout)
    self.typesetter = typesetter
    try self.template.check(columns: columns)
    let (settled, layout) = (self.template, self.layout)
    name = try options.name.map { (text) throws(Diagnostics) in
      let name = try TextTemplate(text, name: "--name")
      try Self.check(name, columns)
      return try typesetter.settle(name, as: settled, in: layout)
    }
    isStrict = options.isStrict
    if isStrict { try refuse(self.template.warnings) }
    makesFiles = options.makesFiles
    bind = options.bind
    try bind?.check(columns)
    composing = ComposeOptions(
      isDraft: command.draft, isForPaper: command.purpose == .print, remembersParagraphs: true)
    finishing = FinishOptions(
      standard: command.standard ?? .a2aUA1,
      onForeignPDF: command.standard == nil ? .weaken : .refuse, purpose: command.purpose,
      blankLastSide: command.duplex, form: options.isSmall ? .small : .quick)
    self.check = check
    let folder = assets
    messages = try options.delivery.map { (delivery) throws(Diagnostics) in
      try MessageDesk(
        delivery, in: layout, columns: columns, window: command.window, assets: .folder(folder),
        resources: resources)
    }
    if messages != nil { try Self.checkSecrets(settled, name) }
    seal = try options.seal.map { (seal) throws(Diagnostics) in
      try SealDesk(seal, resources: resources)
    }
    if isStrict, let seal { try refuse(seal.warnings) }
    makings = Self.makings(
      options, source, layout, typesetter, sender: messages?.senderText ?? "",
      seal: seal?.settingsDigest ?? "")
  }

  /// Sees that no number of a recipient stands where others see it.
  private static func checkSecrets(
    _ template: LetterTemplate, _ name: TextTemplate?
  ) throws(Diagnostics) {
    let secrets = template.secretFields
    var problems: [Diagnostic] = []
    func refuse(_ shown: some Sequence<String>, _ message: DiagnosticText, _ hint: DiagnosticText) {
      for field in shown where secrets.contains(field) {
        problems.append(
          Diagnostic(
            .error, .messageNumberShown, "{{\(field)}} is the recipient's number\(message)",
            hints: [hint]))
      }
    }
    refuse(
      name?.fields ?? [], ", and --name puts it into file names", "name files by another column")
    refuse(
      ["id"], ", and the manifest tells of records by their id",
      "call the column otherwise, as cpr")
    refuse(
      template.shownFields.sorted(),
      ", and stands in the title, the notice or the numbers of case and document, which others see",
      "write them without it")
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }

  private static func check(_ name: TextTemplate, _ columns: [String]) throws(Diagnostics) {
    let unknown = name.fields.filter { !columns.contains($0) }
    guard unknown.isEmpty else {
      throw Diagnostics(
        unknown.map { field in
          let near = nearestName(to: field, in: columns)
          return Diagnostic(
            .error, .noSuchField, "--name asks for \"\(field)\", which the records do not have",
            hints: [near.map { "did you mean \($0)?" } ?? "write one of their columns"])
        })
    }
  }

  /// What makes a letter of a record: nothing else goes into its file.
  private static func makings(
    _ options: MergeOptions, _ source: SourceFile, _ layout: Layout, _ typesetter: Typesetter,
    sender: String, seal: String
  ) -> String {
    let command = options.letter
    let parts = [
      ("letter", sha256(Array(source.text.utf8))),
      ("layout", sha256(layout.sourceBytes)), ("fonts", fontDigest(of: layout, typesetter)),
      ("named-layout", command.layout ?? ""),
      ("date", command.date ?? ""), ("language", command.language ?? ""),
      ("standard", command.standard?.rawValue ?? ""), ("for", command.purpose.rawValue),
      ("duplex", command.duplex ? "yes" : ""), ("draft", command.draft ? "yes" : ""),
      ("small", options.isSmall ? "yes" : ""), ("check", command.check.joined(separator: " ")),
      ("window", command.window ?? ""), ("name", options.name ?? ""),
      (
        "messages",
        options.delivery.map {
          ($0.makesMemos ? "memo" : "") + ($0.makesPrints ? " forsendelse" : "")
        } ?? ""
      ),
      ("route", options.delivery?.route ?? ""),
      ("sender", sender.isEmpty ? "" : sha256(Array(sender.utf8))),
      ("seal", seal), ("version", LetterPDF.version),
    ]
    return jsonObject(parts.filter { !$0.1.isEmpty })
  }

  /// The SHA-256 of all font files that letters in a layout may be set with.
  private static func fontDigest(of layout: Layout, _ typesetter: Typesetter) -> String {
    let digests = typesetter.fontFiles(of: layout).map { path in
      (try? readFile(at: path, limit: 1 << 28)).map { sha256($0) } ?? ""
    }
    return sha256(Array(digests.joined().utf8))
  }

  /// The column that says how letters go; nil for none.
  var routeColumn: String? { messages?.routeColumn }

  /// What is to be told of the key that seals.
  var sealWarnings: [Diagnostic] { seal?.warnings ?? [] }

  /// Puts a seal behind a bound file; nil where nothing is sealed.
  var boundSeal: (([UInt8], String) throws(Diagnostics) -> [UInt8])? {
    guard let seal else { return nil }
    return { (bytes, name) throws(Diagnostics) in try seal.sealed(bytes, named: name) }
  }

  /// - Throws: that what the run writes would take the place of a file that it seals with.
  func keepSealFiles(from paths: [String]) throws(Diagnostics) {
    for path in seal?.files ?? [] {
      try OutputPlaces(paths: paths).keep(path, "a file of the seal's key")
    }
  }

  /// What a bound file claims if every letter keeps it.
  var boundStandard: FinishOptions.Standard { finishing.standard }

  /// Sets the letter of a record.
  ///
  /// - Throws: what is wrong with the record or its letter.
  func make(_ record: Record) throws(Diagnostics) -> MadeLetter {
    var letter = try template.fill(with: record)
    var attachments: [OutgoingLetter.Attachment] = []
    if let messages { (letter, attachments) = try messages.parted(letter) }
    let route = try messages?.route(of: letter, record)
    let editions = LetterEditions(finishing, composing, sealedBy: seal) {
      (options) throws(Diagnostics) in
      try compose(letter, options)
    }
    let composed = makesFiles ? try editions.own().letter : nil
    let file = makesFiles ? try editions.own().pdf : nil
    let sent = try route.flatMap { (route) throws(Diagnostics) in
      try messages?.messages(
        of: letter, attachments, language: language(of: letter), as: route, editions.files)
    }
    let bound = try bindable(composed, letter, record)
    let pages = bound?.letter.letter.pageCount ?? editions.pageCount ?? 0
    var warnings = composed?.warnings ?? []
    let noticed = try file.map { (file) throws(Diagnostics) in
      try check?.check(file.bytes, named: "-") ?? []
    }
    for warning in (file?.warnings ?? []) + (bound?.warnings ?? []) + (noticed ?? [])
      + (sent?.warnings ?? [])
    where !warnings.contains(warning) { warnings.append(warning) }
    if isStrict { try refuse(warnings) }
    return MadeLetter(
      bytes: file?.bytes ?? [], pages: composed?.pages.count ?? pages,
      facts: LetterFacts(
        title: letter.title ?? letter.subject, caseID: letter.fields["case-id"],
        documentID: letter.fields["document-id"]),
      warnings: warnings, route: route?.rawValue, messages: sent?.messages ?? [],
      bound: bound?.letter)
  }

  /// The letter's language, two letters where it has them.
  private func language(of letter: Letter) -> String {
    (letter.language ?? layout.language).languageCode
  }

  /// The letter for the printer's file; nil in a run that binds none.
  ///
  /// - Parameter composed: the letter for a file of its own, which serves where it is the same.
  private func bindable(
    _ composed: ComposedLetter?, _ letter: Letter, _ record: Record
  ) throws(Diagnostics) -> (letter: LetterToBind, warnings: [Diagnostic])? {
    guard let bind else { return nil }
    let isMarked = layout.sheetMarks(isOneSided: bind.isOneSided) != nil
    let onPaper: ComposedLetter
    if let composed, !isMarked, composing.isForPaper || !composed.differsOnPaper {
      onPaper = composed
    } else {
      var options = composing
      options.isForPaper = true
      options.leavesSheetMarks = true
      options.isOneSided = bind.isOneSided
      onPaper = try compose(letter, options)
    }
    var finishing = finishing
    finishing.purpose = .print
    let made = try onPaper.bound(finishing) { sha256($0) }
    let name = letter.recipients.first?.lines.first
    return (
      LetterToBind(
        made.letter, id: record.id,
        title: ([record.id] + [name].compactMap { $0 }).joined(separator: " – "),
        key: bind.key(of: record, letter)), onPaper.warnings + made.warnings
    )
  }

  /// Composes a letter that is filled in.
  func compose(_ letter: Letter) throws(Diagnostics) -> ComposedLetter {
    try compose(letter, composing)
  }

  private func compose(
    _ letter: Letter, _ options: ComposeOptions
  ) throws(Diagnostics) -> ComposedLetter {
    try typesetter.compose(letter, in: layout, assets: .folder(assets), options: options)
  }
}
