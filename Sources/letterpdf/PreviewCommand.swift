import ArgumentParser
import Intake
import LetterRequests
import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `letterpdf preview`: shows a letter in the browser while it is written.
///
/// The service shows it, which knows HTTP; the command becomes the service, so that signals and the
/// exit code need nobody between.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows a letter or a layout in the browser, as its files are at each moment.",
    discussion: """
      Pages change when a file is saved. letterpdf-server serves them, to this machine alone; \
      Docs/preview.md tells more. Ctrl-C ends it.
      """)

  @Argument(
    help: "The letter; or a layout by its file or its name, which is shown in letters.",
    completion: .file())
  var file: String

  @Argument(
    help: "Letters to set in the layout. Default: those beside it that ask for it.",
    completion: .file())
  var letters: [String] = []

  @Option(help: "The letter's date, YYYY-MM-DD; comes before the letter's own.")
  var date: String?

  @Option(help: "Opens a line in an editor: 'code -g {file}:{line}'.")
  var editor: String?

  @Flag(name: .customLong("no-open"), help: "Does not open the browser.")
  var opensNothing = false

  @Option(
    help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    if let date, CalendarDate(iso8601: date) == nil {
      throw Failure.usage([
        Diagnostic(
          .error, .option, "--date is \"\(date)\", which is no day", hints: ["write YYYY-MM-DD"])
      ])
    }
    let folder = try ResourceLocation.find(given: resources)
    guard let server = ServerLocation.find(resources: folder) else {
      throw Failure.user(
        "letterpdf-server is not installed, which shows the preview",
        hints: [
          "install it with: make install-server",
          "set the letter at each save with: letterpdf render \(file) --watch",
        ])
    }
    var words = [server, "preview"]
    if let resources { words += ["--resources", resources] }
    if let date { words += ["--date", date] }
    if let editor { words.append("--editor=\(editor)") }
    if let language = MessageLanguage.translation?.language {
      words += ["--locale", language]
    } else {
      words += ["--locale", "en"]
    }
    if opensNothing { words.append("--no-open") }
    words += ["--", file] + letters
    var copies = words.map { strdup($0) } + [nil]
    execv(server, &copies)
    throw Failure.user("cannot start \(quoted(server))")
  }
}

/// Finds the program of the service.
enum ServerLocation {
  /// The path of the program: beside the running one where both are installed, or where
  /// `make server` leaves it.
  ///
  /// - Parameter resources: the folder of fonts, layouts and languages.
  static func find(resources: String) -> String? {
    let own = IntakeLocation.programFolder()
    // A plain build leaves a program of that name which cannot serve.
    let installed = own.flatMap { $0.contains("/.build/") ? nil : $0 }
    let kinds = own?.hasSuffix("/debug") == true ? ["debug", "release"] : ["release", "debug"]
    let places =
      [installed].compactMap(\.self) + kinds.map { resources + "/.build-server/" + $0 }
    return places.map { $0 + "/letterpdf-server" }.first { access($0, X_OK) == 0 }
  }
}
