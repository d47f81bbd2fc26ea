import ArgumentParser
import LetterRequests
import Typeset

/// In which language diagnostics are told.
///
/// Only what people read depends on it: letters, reports and manifests are the same wherever they are
/// made.
enum MessageLanguage {
  /// What people are told in, by `--locale` or else by the environment; nil for English.
  static let translation: Translation? = {
    if let asked = askedName { return MessageLocale(argument: asked)?.translation }
    return ReaderLanguage(ofEnvironmentIn: MessageLocale.resources).translation
  }()

  /// What reports for programs tell besides the English: only where `--locale` asks for it.
  static let asked: Translation? = askedName == nil ? nil : translation

  private static let askedName = UsageReport.value(
    of: "--locale", in: Array(CommandLine.arguments.dropFirst()))?.text

  /// A line for people that may begin with its severity, which is told in their language.
  static func told(_ line: String) -> String {
    for severity in [Diagnostic.Severity.error, .warning] {
      let mark = severity.rawValue + ": "
      guard line.hasPrefix(mark), let translation else { continue }
      return severity.word.told(in: translation) + ": " + line.dropFirst(mark.count)
    }
    return line
  }
}

/// A language of messages, as `--locale` and the environment name it: `da`, `da_DK.UTF-8`.
struct MessageLocale: ExpressibleByArgument {
  /// Its texts; nil for English, in which they are written.
  let translation: Translation?

  /// The language of a locale, if there are messages in it.
  init?(argument: String) {
    guard let found = ReaderLanguage(locale: argument, in: Self.resources) else { return nil }
    translation = found.translation
  }

  /// The folder that is given, and the one that belongs to the program.
  static var resources: [ResourceFolder] {
    let given = UsageReport.value(
      of: "--resources", in: Array(CommandLine.arguments.dropFirst()))?.text
    let own = try? ResourcePlace.folder(given: nil)
    return [given.map { .folder($0) }, own].compactMap { $0 }
  }
}

/// The option that every command has for the language of its messages.
struct MessageOptions: ParsableArguments {
  @Option(
    help: """
      The language of messages, as da. Default: that of the environment, or else English; letters \
      and reports do not depend on it.
      """)
  var locale: MessageLocale?
}

extension DiagnosticFormatter {
  /// Writes diagnostics for whoever runs the program.
  static func forReader(showsCodes: Bool = false) -> DiagnosticFormatter {
    DiagnosticFormatter(showsCodes: showsCodes, translation: MessageLanguage.translation)
  }
}
