import Foundation
import Proofing
import Testing

/// The language of messages: asked for, or that of the environment, and never that of what is written.
struct LocaleTests {
  private let letter = "---\nlayout: kl\nsubjet: Prøve\ndate: 2024-02-31\n---\nHej\n"
  private let danish = "letter.md:4:7: fejl: date er \"2024-02-31\", en dag, der ikke findes\n"
  private let english = "letter.md:4:7: error: date is \"2024-02-31\", a day that does not exist\n"

  private func render(
    _ arguments: [String] = [], _ environment: [String: String?] = [:]
  ) async throws -> Run {
    let scratch = try Scratch()
    try scratch.write(letter, as: "letter.md")
    return try await letterpdf(
      ["render", "letter.md"] + arguments, environment: environment, in: scratch.folder)
  }

  @Test(arguments: ["da", "da_DK.UTF-8", "da-DK", "DA"])
  func `Messages are told in the language that is asked for`(locale: String) async throws {
    let run = try await render(["--locale", locale])
    #expect(run.ending == .exit(1))
    #expect(run.errorText.contains(danish))
    #expect(run.errorText.contains("\nråd: se på år, måned og dag\n"))
  }

  @Test(
    arguments: [
      ["LC_ALL": "da_DK.UTF-8"], ["LC_ALL": "", "LC_MESSAGES": "da_DK", "LANG": "en_US.UTF-8"],
      ["LC_ALL": nil, "LANG": "da"], ["LC_ALL": "sv_SE.UTF-8", "LANGUAGE": "sv:da:en"],
    ] as [[String: String?]])
  func `Without the option it is the language of the environment`(
    environment: [String: String?]
  ) async throws {
    #expect(try await render([], environment).errorText.contains(danish))
  }

  @Test(
    arguments: [
      ["LC_ALL": "C"], ["LC_ALL": "POSIX", "LANG": "da_DK"], ["LC_ALL": "tr_TR.UTF-8"],
      ["LC_ALL": "C.UTF-8", "LANGUAGE": "da"], ["LC_ALL": "../../da"],
      ["LC_ALL": "en_GB", "LANG": "da_DK"],
    ] as [[String: String?]])
  func `English is told for all other environments`(
    environment: [String: String?]
  ) async throws {
    #expect(try await render([], environment).errorText.contains(english))
    let asked = try await render(["--locale", "en"], ["LC_ALL": "da_DK.UTF-8"])
    #expect(asked.errorText.contains(english))
  }

  @Test func `A language without messages is refused where it is asked for`() async throws {
    let run = try await render(["--locale", "xx"])
    #expect(run.ending == .exit(2))
    #expect(run.errorText.contains("The value 'xx' is invalid for '--locale <locale>'"))
  }

  @Test func `Reports tell the other language only where it is asked for`() async throws {
    let plain = try await render(["--report", "json"], ["LC_ALL": "da_DK.UTF-8"])
    #expect(plain.output.contains("a day that does not exist"))
    #expect(!plain.output.contains("localized"))
    #expect(plain.errorText.contains(danish))
    let asked = try await render(["--report", "json", "--locale", "da"])
    #expect(asked.output.contains("a day that does not exist"))
    #expect(asked.output.contains("\"message\" : \"date er \\\"2024-02-31\\\", en dag"))
  }

  @Test func `What is written does not depend on the language of messages`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    for (name, locale) in [("en.pdf", "en"), ("da.pdf", "da")] {
      let run = try await letterpdf(
        "render", "letter.md", "-o", name, "--locale", locale, in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
    #expect(try scratch.read("en.pdf") == scratch.read("da.pdf"))
  }

  @Test func `Sums and explanations are told in the language`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    try scratch.write("id\n1\n2\n", as: "people.csv")
    let merged = try await letterpdf(
      "merge", "letter.md", "--recipients", "people.csv", "-o", "out", "--locale", "da",
      in: scratch.folder)
    #expect(merged.ending == .exit(0), "\(merged)")
    #expect(merged.output.hasPrefix("2 breve, 2 sider, 2 ark, "))
    let told = try await letterpdf("explain", "letter.unknown-key", "--locale", "da")
    #expect(told.output.contains("En nøgle er ikke en af dem, der kan stå der"))
  }

  @Test func `Findings of a check are told in the language`() async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let made = try await letterpdf("render", "letter.md", "--standard", "none", in: scratch.folder)
    try #require(made.ending == .exit(0), "\(made)")
    let run = try await letterpdf(
      "check", "letter.pdf", "--for", "archive", "--locale", "da", in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(run.output.hasPrefix("letter.pdf: ikke egnet: "))
    #expect(run.output.contains("fejl: filen angiver ikke at være PDF/A ["))
    let report = try await letterpdf(
      "check", "letter.pdf", "--for", "archive", "--report", "json",
      environment: ["LC_ALL": "da_DK.UTF-8"], in: scratch.folder)
    #expect(report.output.contains("the file does not claim to be PDF/A"))
  }

  /// The commands as `letterpdf` itself tells them, so that a new one is among them.
  @Test func `Every command takes the option`() async throws {
    func commands(below words: [String]) async throws -> [[String]] {
      let help = try await letterpdf(["help"] + words).output
      guard let list = help.firstMatch(of: /SUBCOMMANDS:\n((?s).*?)\n\n/) else { return [words] }
      var all: [[String]] = []
      for name in list.output.1.matches(of: /(?m)^  ([a-z]+)/) {
        all += try await commands(below: words + [String(name.output.1)])
      }
      return all
    }
    let all = try await commands(below: [])
    #expect(all.contains(["preview"]) && all.contains(["layout", "new"]) && all.count > 15)
    for command in all {
      let help = try await letterpdf(["help"] + command)
      #expect(help.output.contains("--locale <locale>"), "\(command)")
    }
  }

  /// What goes wrong in each command, as its user reads it.
  @Test(arguments: [
    (["explain", "x.y"], "fejl: koden \"x.y\" findes ikke\nråd: letterpdf explain viser alle\n"),
    (["new", "letter.md"], "fejl: \"letter.md\" findes allerede\nråd: angiv et andet navn\n"),
    (["new", "x.md", "--date", "x"], "fejl: --date kan ikke være \"x\"\nråd: skriv en dag, der"),
    (["read", "missing.pdf"], "fejl: filen \"missing.pdf\" findes ikke\nråd: se efter"),
    (["read", "bad.pdf"], "fejl: \"bad.pdf\" kan ikke læses: "),
    (["schema", "x"], "fejl: emnet kan ikke være \"x\"\nråd: skriv letter, layout, "),
    (["render", "letter.md", "--date", "x"], "fejl: --date er \"x\", som ikke er en dag\nråd"),
    (["render", "letter.md", "--resources", "x"], "fejl: ressourcemappen \"x\" har ikke Fonts"),
    (["golden", "letter.md"], "fejl: \"letter.md\" er ikke en mappe med breve\n"),
    (["compare", ".", "letter.md"], "fejl: en mappe sammenlignes med en mappe og en fil"),
    (["check", "letter.md", "--jobs", "x"], "fejl: --jobs kan ikke være \"x\"\nråd: skriv et"),
    (
      ["merge", "letter.md", "--recipients", "people.csv", "--preview", "9"],
      "fejl: ingen datapost har nummeret eller id’et \"9\"\n"
    ),
    (["preview", "letter.md", "--date", "x"], "fejl: --date er \"x\", som ikke er en dag\n"),
  ])
  func `What goes wrong is told in one language`(
    arguments: [String], told: String
  ) async throws {
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    try scratch.write("%PDF-1", as: "bad.pdf")
    try scratch.write("id\n1\n", as: "people.csv")
    let run = try await letterpdf(
      arguments, environment: ["LC_ALL": "da_DK.UTF-8"], in: scratch.folder)
    #expect(run.ending != .exit(0))
    #expect(run.errorText.contains(told), "\(run.errorText)")
    #expect(!run.errorText.contains(/\b(the|there|write|error|hint)\b/), "\(run.errorText)")
  }

  @Test func `What a command has done is told in the language`() async throws {
    let scratch = try Scratch()
    try scratch.write("id\n1\n2\n", as: "people.csv")
    let environment: [String: String?] = ["LC_ALL": "da_DK.UTF-8"]
    let new = try await letterpdf(["new", "brev.md"], environment: environment, in: scratch.folder)
    #expect(new.output == "brev.md: sæt brevet med letterpdf render brev.md\n")
    let shown = try await letterpdf(
      ["merge", "brev.md", "--recipients", "people.csv", "--preview", "1", "-o", "x.pdf"],
      environment: environment, in: scratch.folder)
    #expect(
      shown.output.hasPrefix("brugte kolonner: id\ndataposter: 2\nførste: datapost 1\n"), "\(shown)"
    )
    let merged = try await letterpdf(
      ["merge", "brev.md", "--recipients", "people.csv", "-o", "out"], environment: environment,
      in: scratch.folder)
    #expect(merged.errorText.contains("advarsel: ") && !merged.errorText.contains("warning: "))
  }

  @Test func `The commands of the page run, and its entry is in the table`() async throws {
    let page = try Project.text("Docs/translations.md")
    let scratch = try Scratch()
    try scratch.write(smallLetter(), as: "letter.md")
    let path = Project.program.deletingLastPathComponent().path
    let commands = try #require(page.firstMatch(of: /```sh\n((?s).*?)```/)).output.1
    let run = try await Run(
      "bash", ["-euc", "PATH=\"\(path):$PATH\"\n" + commands], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    #expect(run.output.contains("En længde er et bart tal"))
    let entry = try #require(page.firstMatch(of: /```po\n((?s).*?)```/)).output.1
    #expect(try Project.text("Translations/da.po").contains(entry))
  }

  /// `scripts/translations` reads the sources and each table.
  @Test func `No text lacks its translation`() async throws {
    let run = try await Run(
      "python3", [Project.path("scripts/translations")], environment: [:])
    #expect(run.ending == .exit(0), "\(run.output)")
  }
}
