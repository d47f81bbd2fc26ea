import Foundation
import Proofing
import Testing

/// `render --data`, as its page says.
struct DataTests {
  private func blocks(_ language: String) throws -> [String] {
    try Project.text("Docs/merge.md").split(separator: "```").compactMap { part in
      part.hasPrefix("\(language)\n") ? String(part.dropFirst(language.count + 1)) : nil
    }
  }

  /// The files of the page, in a folder of their own.
  private func files() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(try #require(blocks("markdown").first), as: "letter.md")
    try scratch.write(try #require(blocks("json").first), as: "data.json")
    try scratch.write(try #require(blocks("csv").first), as: "people.csv")
    return scratch
  }

  @Test func `The letter and the commands of the page`() async throws {
    let scratch = try files()
    let commands = try blocks("sh").joined().split(separator: "\n").filter {
      $0.contains(" render ")
    }
    #expect(commands.count == 2)
    let expected = [
      [
        "Anna Sørensen\nVej 12\n1234 By", "Du skal betale 1.250,50 kr. senest 1. april 2026.",
        "1.000,00",
      ],
      ["Krag; Bo\nc/o Holm\nVej 14", "980,00 kr.", "Beløbet er det samme som sidste år."],
    ]
    for (command, words) in zip(commands, expected) {
      let run = try await letterpdf(
        command.split(separator: " ").dropFirst().map(String.init), in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
      let text = try await output(of: "pdftotext", "-raw", scratch.path("letter.pdf"), "-")
      for word in words { #expect(text.contains(word), "\(word) in \(text)") }
    }
  }

  @Test func `What is wrong is told with the places in letter and record`() async throws {
    let scratch = try files()
    let rows = try scratch.read("people.csv")
    try scratch.write(
      String(decoding: rows, as: UTF8.self).replacing("980,00", with: "mange"), as: "bad.csv")
    let faulty = try await letterpdf(
      "render", "letter.md", "--data", "bad.csv", "--record", "2", in: scratch.folder)
    #expect(faulty.ending == .exit(1))
    #expect(
      faulty.errorText.contains(
        "letter.md:9:16: error: record 2 (\"8\"): amount is \"mange\", not a number"))
    #expect(faulty.errorText.contains("hint: see line 3 of bad.csv"))
    try scratch.write(
      String(decoding: rows, as: UTF8.self).replacing("amount", with: "amuont"), as: "bad.csv")
    let unknown = try await letterpdf(
      "render", "letter.md", "--data", "bad.csv", in: scratch.folder)
    #expect(unknown.ending == .exit(1))
    #expect(unknown.errorText.contains("error: the records have no field \"amount\""))
    #expect(unknown.errorText.contains("hint: write amuont"))
    let absent = try await letterpdf(
      "render", "letter.md", "--data", "people.csv", "--record", "9", in: scratch.folder)
    #expect(absent.ending == .exit(1))
    #expect(absent.errorText.contains("has no record \"9\""))
    #expect(!scratch.names.contains("letter.pdf"))
  }

  @Test func `Fields that no record fills are told with their places`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      ---
      layout: kl
      date: 2024-03-11
      subject: "Til {{name}}"
      ---

      Kære {{name}}, du får {{amount | number 2}} kr.; `{{code}}` og \\{{braces}} er tekst.

      """, as: "letter.md")
    let run = try await letterpdf("render", "letter.md", "-o", "out.pdf", in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let warnings = run.errorText.split(separator: "\n").filter { $0.contains("warning:") }
    #expect(
      warnings == [
        "letter.md:4:15: warning: {{name}} prints as it stands, for no record fills it",
        "letter.md:7:23: warning: {{amount}} prints as it stands, for no record fills it",
      ])
    let filled = try await letterpdf(
      "render", "letter.md", "--data", "-", "-o", "out.pdf", in: scratch.folder,
      input: Array(#"{"name": "Bo", "amount": "1"}"#.utf8))
    #expect(filled.description == "exit(0), standard error: ")
  }

  @Test func `A filled letter is the letter that would have been written`() async throws {
    let scratch = try Scratch()
    try scratch.write(
      smallLetter(
        head: smallHead + "\nto: ['{{name}}', '{{co}}', By]",
        body: "Kære {{name}}, *{{what}}* er {{n | number 1}}"),
      as: "a.md")
    try scratch.write(
      smallLetter(head: smallHead + "\nto: [Bo, By]", body: "Kære Bo, *dette* er 2,5"), as: "b.md")
    try scratch.write(#"{"name": "Bo", "co": null, "what": "dette", "n": 2.5}"#, as: "d.json")
    for command in [["a.md", "--data", "d.json"], ["b.md"]] {
      let run = try await letterpdf(["render"] + command, in: scratch.folder)
      #expect(run.ending == .exit(0), "\(run)")
    }
    #expect(try scratch.read("a.pdf") == scratch.read("b.pdf"))
  }
}
