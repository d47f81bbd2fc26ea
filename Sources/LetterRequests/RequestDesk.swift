internal import Inspection
internal import Intake
package import Typeset

/// Answers requests, any number at the same time, with fonts, layouts and languages read once.
///
/// An answer depends on its request and on what is installed, never on what was asked before.
package final class RequestDesk: Sendable {
  /// How much one request may ask for.
  package let limits: RequestLimits
  /// The program's version.
  package let version: String
  /// The folder of what is installed.
  let resources: String
  let typesetter: Typesetter
  let intake: IntakeClient

  /// Works with the fonts, languages, layouts and profiles of a folder; nothing is read yet.
  package init(
    resources: ResourceFolder, limits: RequestLimits = RequestLimits(), version: String = ""
  ) {
    self.resources = resources.path
    self.version = version
    self.limits = limits
    typesetter = Typesetter(resources: resources)
    intake = IntakeClient(
      program: IntakeLocation.find(resources: resources.path), seconds: min(8, limits.seconds))
  }

  /// Sets a letter.
  ///
  /// - Throws: everything that is wrong with it, or the limit that it goes over.
  package func render(_ request: LetterRequest) throws(RequestFault) -> LetterAnswer {
    let timer = RequestTimer(limits)
    let input = try letter(of: request)
    return try timer.answer { try self.made(input, request, timer) }
  }

  // MARK: Reading

  /// A letter that can be set.
  struct Input {
    let letter: Letter
    let layout: Layout
    var warnings: [Diagnostic] = []
  }

  /// Reads a letter, filled in where there is data, and its layout.
  private func letter(of request: LetterRequest) throws(RequestFault) -> Input {
    try checkSize(of: request)
    do throws(Diagnostics) {
      guard let data = request.data else { return try plainLetter(request) }
      let series = try LetterSeries(request, by: self)
      let record = try Record(json: data, name: "data")
      try series.check(record)
      return try series.input(for: record)
    } catch {
      throw RequestFault(error)
    }
  }

  private func plainLetter(_ request: LetterRequest) throws(Diagnostics) -> Input {
    let source = try readSource(request.letter, name: request.name)
    var (letter, problems) = Letter.read(source)
    let isWhole = !problems.contains { $0.severity == .error }
    if let language = request.language { letter.language = language }
    if let date = request.date { letter.date = date }
    if let name = request.layout { letter.layout = name }
    guard isWhole || letter.layout != nil else { throw Diagnostics(problems) }
    let layout: Layout
    do throws(Diagnostics) {
      layout = try installedLayout(of: letter)
    } catch {
      throw Diagnostics(isWhole ? error.all : problems + error.all)
    }
    guard isWhole else { throw Diagnostics(problems) }
    // Most letters have no braces, and are not read again.
    let unfilled =
      source.text.contains("{{") ? (try? LetterTemplate(source: source))?.unfilled ?? [] : []
    return Input(letter: letter, layout: layout, warnings: unfilled)
  }

  /// The layout that a letter asks for, by the name that it is installed under.
  func installedLayout(of letter: Letter) throws(Diagnostics) -> Layout {
    if let name = letter.$layout { try checkName(name, "layout") }
    return try typesetter.layout(of: letter)
  }

  /// Sees that a name is none of a file: requests read no files of the machine's.
  func checkName(_ name: Located<String>, _ kind: DiagnosticText) throws(Diagnostics) {
    let isPath =
      name.value.contains("/") || name.value.hasSuffix(".yaml") || name.value.hasSuffix(".yml")
    guard isPath else { return }
    throw Diagnostics([
      Diagnostic(
        .error, .requestPath,
        "the \(kind) \(quoted(name.value)) is a path, which requests cannot name",
        at: name.place, hints: ["write the name of an installed \(kind)"])
    ])
  }

  private func checkSize(of request: LetterRequest) throws(RequestFault) {
    let size = request.letter.count
    if size > limits.letterBytes {
      throw RequestFault(
        .tooLarge, "the letter has \(size) bytes, more than the \(limits.letterBytes) it may have",
        hint: "send images and enclosures as files of their own")
    }
    if request.files.count > limits.files {
      throw RequestFault(
        .tooLarge,
        "\(request.files.count) files came with the letter, more than the \(limits.files) that may",
        hint: "send only the files that the letter names")
    }
    let bytes = request.files.values.reduce(size) { $0 + $1.count }
    if bytes > limits.requestBytes {
      throw RequestFault(
        .tooLarge,
        "the request has \(bytes) bytes, more than the \(limits.requestBytes) it may have",
        hint: "make images and enclosures smaller")
    }
  }

  // MARK: Setting

  /// Sets a letter that was read.
  func made(
    _ input: Input, _ request: LetterRequest, _ timer: RequestTimer
  ) throws -> LetterAnswer {
    let check = try deliveryCheck(request)
    let composed = try typesetter.compose(
      input.letter, in: input.layout, assets: RequestFiles(request.files),
      options: ComposeOptions(
        isDraft: request.isDraft, isForPaper: request.purpose == .print,
        remembersParagraphs: request.form == .quick),
      checking: timer.check)
    guard composed.pages.count <= limits.pages else {
      throw RequestFault(
        .tooManyPages,
        "the letter has \(composed.pages.count) pages, more than the \(limits.pages) it may have",
        hint: "send its parts as letters of their own")
    }
    let made = try files(of: composed, request, check)
    try timer.check()
    var warnings = input.warnings + composed.warnings
    for warning in made.warnings where !warnings.contains(warning) { warnings.append(warning) }
    return LetterAnswer(
      files: request.format == .report ? [] : made.files,
      report: LetterReport(
        pages: composed.pages.count, bytes: made.files.reduce(0) { $0 + $1.bytes.count },
        standard: made.standard, fonts: composed.fontNames, diagnostics: warnings,
        boxes: request.format == .report ? composed.pages.map(\.boxes) : []))
  }

  /// The files of a letter, and what is noted of them.
  private struct Made {
    var files: [AnsweredFile]
    var standard: FinishOptions.Standard?
    var warnings: [Diagnostic] = []
  }

  private func files(
    of letter: ComposedLetter, _ request: LetterRequest, _ check: DeliveryCheck?
  ) throws -> Made {
    switch request.format {
    case .pdf, .report:
      let pdf = try letter.pdf(
        FinishOptions(
          standard: request.standard ?? .a2aUA1,
          onForeignPDF: request.standard == nil ? .weaken : .refuse, purpose: request.purpose,
          blankLastSide: request.isDuplex, form: request.form))
      let noticed = try check?.check(pdf.bytes, named: "letter.pdf") ?? []
      let file = AnsweredFile(
        name: "letter.pdf", mediaType: "application/pdf", bytes: pdf.bytes)
      return Made(files: [file], standard: pdf.standard, warnings: pdf.warnings + noticed)
    case .png:
      let pages = try letter.png(dotsPerInch: request.dotsPerInch, page: try page(request, letter))
      return Made(files: Self.numbered(pages, request.page, "png", "image/png"))
    case .svg:
      let pages = try letter.svg(page: try page(request, letter))
      return Made(files: Self.numbered(pages, request.page, "svg", "image/svg+xml"))
    case .dump:
      let file = AnsweredFile(
        name: "letter.txt", mediaType: "text/plain; charset=utf-8", bytes: Array(letter.dump.utf8))
      return Made(files: [file])
    }
  }

  /// The page that is wanted, which the letter must have.
  private func page(_ request: LetterRequest, _ letter: ComposedLetter) throws -> Int? {
    guard let page = request.page else { return nil }
    guard letter.pages.indices.contains(page - 1) else {
      let count = letter.pages.count
      throw RequestFault(
        .invalid,
        count == 1
          ? "there is no page \(page) in a letter of one page"
          : "there is no page \(page) in a letter of \(count)",
        hint: count == 1 ? "ask for page 1" : "ask for a page from 1 to \(count)")
    }
    return page
  }

  private static func numbered(
    _ pages: [[UInt8]], _ page: Int?, _ suffix: String, _ mediaType: String
  ) -> [AnsweredFile] {
    pages.enumerated().map { index, bytes in
      AnsweredFile(
        name: "letter-\(page ?? index + 1).\(suffix)", mediaType: mediaType, bytes: bytes)
    }
  }

  private func deliveryCheck(_ request: LetterRequest) throws(Diagnostics) -> DeliveryCheck? {
    guard !request.profiles.isEmpty else { return nil }
    return DeliveryCheck(try profiles(request.profiles, request.window), intake: intake)
  }

  /// Installed profiles by their names.
  func profiles(_ names: [String], _ window: Area?) throws(Diagnostics) -> [Profile] {
    for name in names { try checkName(Located(value: name), "profile") }
    return try ProfileChoice(
      names, window: window, windowHint: "give window: x y width height in mm",
      resources: resources
    ).profiles
  }
}
