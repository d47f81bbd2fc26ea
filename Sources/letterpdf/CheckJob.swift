import Inspection
import Intake
import LetterRequests
import Typeset

/// One run of `letterpdf check`.
struct CheckJob {
  private let options: CheckOptions
  /// The most bytes of a file that is looked at.
  private static let sizeLimit = 128 << 20

  init(options: CheckOptions) { self.options = options }

  /// Looks at all files; tells of each as soon as those before it are told.
  func run() throws {
    let folder = try ResourceLocation.find(given: options.resources)
    let profiles = try profiles(in: folder)
    let files = try expandedFiles()
    if options.picture != nil, files.count != 1 {
      throw Failure.usage("--picture is for one PDF, and there are \(files.count)")
    }
    let intake = IntakeClient(program: IntakeLocation.find(resources: folder), seconds: 5)
    let teller = CheckTeller(options, total: files.count)
    let crew = CheckCrew(files: files, jobs: options.jobs)
    let veraPDF = options.veraPDF.map { VeraPDF(path: $0) }
    let results = crew.run { file in
      Self.look(at: file, by: profiles, intake, veraPDF)
    } telling: {
      teller.tell($0)
    }
    teller.clear()
    if let picture = options.picture { try draw(picture, results.first, profiles) }
    try tell(results.map(\.result), profiles)
    try settle(results)
  }

  private func profiles(in folder: String) throws -> [Profile] {
    do {
      return try ProfileChoice(
        options.profiles, window: options.window, windowHint: CheckOptions.windowHint,
        resources: folder
      ).profiles
    } catch {
      throw Failure.usage(error.all)
    }
  }

  /// The files, folders replaced by the PDFs in them.
  private func expandedFiles() throws -> [String] {
    var files: [String] = []
    for file in options.files {
      guard file != "-", FolderListing.isFolder(file) else {
        files.append(file)
        continue
      }
      let found = FolderListing.files(in: file, suffix: ".pdf")
      guard !found.isEmpty else { throw Failure.usage("the folder \"\(file)\" holds no PDF") }
      files += found
    }
    return files
  }

  /// Looks at one file.
  ///
  /// Reading, rules and pixels together end within ten seconds, whatever the file is.
  private static func look(
    at file: String, by profiles: [Profile], _ intake: IntakeClient, _ veraPDF: VeraPDF?
  ) -> CheckedFile {
    let deadline = ContinuousClock.now + .seconds(9)
    let bytes: [UInt8]
    do throws(Diagnostics) {
      if file == "-" {
        bytes = Terminal.readInput(limit: sizeLimit)
      } else {
        bytes = try readFile(at: file, limit: sizeLimit)
      }
    } catch {
      return CheckedFile(name: file, unreadable: error)
    }
    if let letter = letterForPDF(bytes, name: file) {
      return CheckedFile(name: file, unreadable: Diagnostics(letter))
    }
    do throws(IntakeFault) {
      let pdf = try InspectedPDF(bytes, name: file, by: intake)
      var result = inspect(Subject(pdf, intake: intake, deadline: deadline), by: profiles)
      if let veraPDF { result = veraPDF.judging(result, of: pdf, at: file, by: profiles) }
      return CheckedFile(result: result, pdf: pdf)
    } catch {
      return CheckedFile(name: file, fault: error)
    }
  }

  private func draw(
    _ path: String, _ checked: CheckedFile?, _ profiles: [Profile]
  ) throws {
    guard let checked, let pdf = checked.pdf else { return }
    let pictures: [(page: Int, png: [UInt8])]
    do throws(ToolFault) {
      pictures = try BreachPicture.draw(pdf, checked.result, by: profiles)
    } catch {
      if error.isOurs { throw Failure(text: "error: \(error.message)", code: 70) }
      Terminal.printError("warning: no picture: \(error.message)")
      return
    }
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    do {
      try writeWhole(
        pictures.map { page, png in
          // As `render` names its pages, where there are several.
          (pictures.count == 1 ? path : "\(path[..<dot])-\(page)\(path[dot...])", png)
        })
    } catch {
      Terminal.printError(DiagnosticFormatter.forReader().format(error.all))
      throw Failure.diagnostics(error)
    }
  }

  private func tell(_ results: [InspectionResult], _ profiles: [Profile]) throws {
    switch options.report {
    case .json:
      let isFit = results.allSatisfy(\.isFit)
      let report = JSON.object([
        "fit": .flag(isFit), "profiles": .array(profiles.map { .string($0.name) }),
        "files": .array(results.map(\.json)),
      ])
      try Terminal.print(report.text)
    case .sarif:
      try Terminal.print(
        sarifReport(of: results, by: profiles, version: LetterPDF.version).text)
    case .junit: try Terminal.print(String(junitReport(of: results, by: profiles).dropLast()))
    case nil:
      guard !options.isQuiet, results.count > 1 else { return }
      let fit = results.filter(\.isFit).count
      let sum: DiagnosticText =
        "\(fit) of \(results.count) files are fit for \(listed(profiles.map(\.name), "and"))"
      try Terminal.print(sum.forReader)
    }
  }

  /// Picks the exit code.
  private func settle(_ results: [CheckedFile]) throws {
    if results.contains(where: \.isOurFault) { throw Failure(text: "", code: 70) }
    if results.contains(where: { !$0.result.isFit }) { throw Failure(text: "", code: 1) }
  }
}
