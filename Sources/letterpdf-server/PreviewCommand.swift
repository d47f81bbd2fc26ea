#if Server
  import ArgumentParser
  import LetterPreview
  import LetterRequests
  import Typeset

  /// `letterpdf-server preview`: shows a letter in the browser while it is written; what `letterpdf
  /// preview` starts.
  struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview",
      abstract: "Shows a letter or a layout in the browser, as its files are at each moment.",
      discussion: "Docs/preview.md describes it. Ctrl-C ends it.")

    @Argument(help: "The letter; or a layout by its file or its name.")
    var file: String

    @Argument(help: "Letters to set in the layout. Default: those beside it that ask for it.")
    var letters: [String] = []

    @Option(help: "The letter's date, YYYY-MM-DD; comes before the letter's own.")
    var date: String?

    @Option(help: "Opens a line in an editor: 'code -g {file}:{line}'.")
    var editor: String?

    @Flag(name: .customLong("no-open"), help: "Does not open the browser.")
    var opensNothing = false

    @Option(help: "The folder that holds Fonts, Languages and Layouts.")
    var resources: String?

    @Option(
      help: """
        The language of the page and of what is told on it, as da. Default: that of the environment, \
        or else English.
        """)
    var locale: String?

    func validate() throws {
      if let date, CalendarDate(iso8601: date) == nil {
        throw ValidationError("--date is \"\(date)\", which is no day; write YYYY-MM-DD")
      }
      if let editor, EditorCommand(editor) == nil {
        throw ValidationError("--editor is \"\(editor)\", which is no command")
      }
    }

    func run() async throws {
      let subject = PreviewSubject(
        path: file, letters: letters, date: date.flatMap(CalendarDate.init(iso8601:)))
      var words = PreviewWords()
      do {
        let folder = try folder()
        words = try self.words(in: folder)
        try await PreviewService(
          subject: subject, resources: folder, editor: editor.flatMap(EditorCommand.init),
          words: words, opensBrowser: !opensNothing
        ).run()
      } catch let failure as StartFailure {
        ServiceLog.tell("\(words.say("error")): \(failure.message)")
        throw ExitCode(1)
      }
    }

    /// The words of the language that is asked for, or that of the environment.
    private func words(in folder: ResourceFolder) throws -> PreviewWords {
      let folders = [folder] + [try? ResourcePlace.folder(given: nil)].compactMap { $0 }
      guard let locale else {
        return PreviewWords(ReaderLanguage(ofEnvironmentIn: folders).translation)
      }
      guard let language = ReaderLanguage(locale: locale, in: folders) else {
        throw ValidationError("--locale is \"\(locale)\", in which there are no messages")
      }
      return PreviewWords(language.translation)
    }

    private func folder() throws -> ResourceFolder {
      do {
        return try ResourcePlace.folder(given: resources)
      } catch {
        throw StartFailure(message: error.message)
      }
    }
  }
#endif
