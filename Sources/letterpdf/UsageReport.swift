import Typeset

/// What `--report json` tells of a command that was used wrongly: so much as the command line itself
/// says, for it may be one that cannot be read.
enum UsageReport {
  /// Tells sentences, each as the terminal has it.
  static func tell(_ sentences: [String]) {
    let mark = "error: "
    tell(
      sentences.map { text in
        let text = text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text
        return Diagnostic(
          .error, .option,
          DiagnosticText(text.split(separator: "\n").first.map(String.init) ?? text))
      })
  }

  /// Tells diagnostics on standard output or in the file where the report is to go; nowhere if no
  /// report in JSON is asked for.
  static func tell(_ diagnostics: [Diagnostic]) {
    let words = Array(CommandLine.arguments.dropFirst())
    let text = Report(failure: Diagnostics(diagnostics)).json()
    // Standard output that takes no more has no one to be told.
    if value(of: "--report", in: words)?.text == "json" { try? Terminal.print(text) }
    guard let path = value(of: "--report-to", in: words) else { return }
    // A file that is named a second time may be the letter, and is not written over.
    let place = FileIdentity(path: path.text)
    let isNamedElsewhere = words.enumerated().contains { index, word in
      index != path.index && place != nil && FileIdentity(path: word) == place
    }
    guard !isNamedElsewhere else { return }
    try? writeWhole([(path.text, Array((text + "\n").utf8))])
  }

  /// What stands after an option, or behind its equals sign, and as which word.
  static func value(
    of option: String, in words: [String]
  ) -> (text: String, index: Int)? {
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { return (words[index + 1], index + 1) }
      if word.hasPrefix(option + "=") { return (String(word.dropFirst(option.count + 1)), index) }
    }
    return nil
  }
}
