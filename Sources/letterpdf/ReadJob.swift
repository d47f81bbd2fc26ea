import Inspection
import Intake
import Typeset

/// One run of `letterpdf read`: sets a letter, or takes a PDF, and listens to its tags.
struct ReadJob {
  /// Where the letter is and how it is to be set; its file may be a PDF, too.
  let options: RenderOptions

  /// The most bytes of a PDF that is read.
  private static let sizeLimit = 128 << 20

  /// Does it all.
  func run() throws {
    let faults = options.usageFaults
    guard faults.isEmpty else { throw Failure.usage(faults) }
    let resources = try ResourceLocation.folder(given: options.resources)
    let bytes: [UInt8]
    do throws(Diagnostics) {
      bytes = try pdf(by: Typesetter(resources: resources))
    } catch {
      tell(error.all)
      throw Failure.diagnostics(error)
    }
    let intake = IntakeClient(
      program: IntakeLocation.find(resources: resources.path), seconds: 5)
    let hearing = try hearing(of: bytes, by: intake)
    guard Terminal.write(Array(hearing.text.utf8), to: 1) else { throw Failure.outputIsFull }
    if hearing.isCutShort {
      throw Failure.user("there is more in \(name) than can be read")
    }
  }

  private var name: DiagnosticText {
    options.letter == "-" ? "standard input" : "\(quoted(options.letter))"
  }

  /// What is heard of a PDF; it ends within ten seconds, as a check does.
  private func hearing(of bytes: [UInt8], by intake: IntakeClient) throws(Failure) -> Hearing {
    let deadline = ContinuousClock.now + .seconds(9)
    let file: InspectedPDF
    do throws(IntakeFault) {
      file = try InspectedPDF(bytes, name: options.letter, by: intake)
    } catch {
      throw .user("\(name) \(DiagnosticText(error.predicate))", code: 70)
    }
    if file.encryption == .locked {
      throw .user("\(name) asks for a password, and is not read")
    }
    if file.pages.isEmpty {
      let damage = file.damages.first.map { DiagnosticText($0) }
      let reason: DiagnosticText = damage ?? "it has no pages"
      throw .user("\(name) cannot be read: \(reason)")
    }
    guard let hearing = listen(to: Subject(file, intake: intake, deadline: deadline)) else {
      throw .user(
        "\(name) has no tags, so nothing says in which order it is read",
        hints: ["make the PDF anew with a program that tags it"])
    }
    return hearing
  }

  /// The PDF: the file itself, or the letter as it is set for screens.
  private func pdf(by typesetter: Typesetter) throws(Diagnostics) -> [UInt8] {
    let isInput = options.letter == "-"
    let bytes =
      isInput
      ? Terminal.readInput(limit: Self.sizeLimit)
      : try readFile(at: options.letter, limit: Self.sizeLimit)
    // A broken file is told to be one, too.
    let isPDF = bytes.starts(with: Array("%PDF-".utf8)) || options.letter.hasSuffix(".pdf")
    if isPDF { return bytes }
    let source = try readSource(bytes, name: isInput ? "standard input" : options.letter)
    var letter = try Letter(source: source)
    if let layout = options.layout { letter.layout = layout }
    if let language = options.language { letter.language = LanguageTag(language) }
    if let date = options.date { letter.date = CalendarDate(iso8601: date) }
    let layout = try typesetter.layout(of: letter, from: options.letterFolder)
    let composed = try typesetter.compose(letter, in: layout, assets: options.assets)
    let made = try composed.pdf(FinishOptions(standard: .a2aUA1, onForeignPDF: .weaken))
    tell(composed.warnings + made.warnings)
    return made.bytes
  }

  private func tell(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    Terminal.printError(DiagnosticFormatter.forReader().format(diagnostics))
  }
}
