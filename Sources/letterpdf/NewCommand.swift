import ArgumentParser
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Typeset

/// `letterpdf new`: a letter to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a letter to fill in: all that one in a layout may have, with comments.",
    discussion: "A file that is there already is left as it is.")

  @Argument(
    help: "The letter's file, letter.md unless it is given; - is standard output.",
    completion: .file())
  var file = "letter.md"

  @Option(help: "A layout by name, or a layout file.", completion: .file())
  var layout = "brev"

  @Option(help: "The letter's language, such as da. Default: the layout's own.")
  var language: String?

  @Option(help: "The letter's date, YYYY-MM-DD. Default: today.")
  var date: String?

  @Option(
    help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
  var resources: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    try telling {
      let new = NewFile(file, suffix: ".md")
      try new.checkAbsent()
      let text = try typesetter(resources).newLetter(
        in: layout, called: try new.naming(layout), language: language, date: try day(),
        file: new.path == "-" ? "letter.md" : new.path)
      try new.write(text)
      if new.path != "-" {
        let told: DiagnosticText = "\(new.path): set it with letterpdf render \(new.path)"
        try Terminal.print(told.forReader)
      }
    }
  }

  /// The day given, or today where the user is.
  private func day() throws -> CalendarDate {
    if let date {
      guard let day = CalendarDate(iso8601: date) else {
        throw Failure.usage([
          Diagnostic(
            .error, .option, "--date cannot be \"\(date)\"",
            hints: ["write a day that there is, as 2024-03-11"])
        ])
      }
      return day
    }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    guard
      let today = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw Failure.usage("the machine's clock tells no day; give one with --date") }
    return today
  }
}
