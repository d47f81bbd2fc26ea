import Foundation
import Proofing
import Testing

/// Messages of a generated run, read back by the code of others.
struct ReadBackTests {
  /// A run of records that differ in all that messages may hold.
  private static func run(
    in folder: MessageFolder, alternative: String
  ) async throws -> Run {
    let scratch = folder.folder.scratch
    try FileManager.default.copyItem(
      atPath: Project.path("Examples/images/underskrift.png"), toPath: scratch.path("image.png"))
    _ = try await letterpdf(
      ["render", Project.path("Examples/brev.md"), "-o", scratch.path("plan.pdf")])
    try scratch.write(
      MessageFolder.letter.replacingOccurrences(
        of: "delivery: {cpr: \"{{cpr}}\", reply: yes}",
        with: """
          enclosures: [{title: "Plan & <kort>", file: plan.pdf}, Følger senere]
          delivery:
            cpr: "{{cpr}}"
            reply: yes
            reply-by: 2026-10-25 02:30
            mandatory: ja
            not-before: 2026-03-20
            enclosures: separate
            actions:
              - {kind: pay, label: "Betal {{name}}", url: "https://example.dk/?a={{id}}&b=<c>"}
              - {kind: appointment, label: Møde, from: 2026-03-25 12:00, until: 2026-03-25 13:00, location: "{{city}}"}
          """) + "\n\n![Et billede](image.png)\n\n{{name}} & {{street}}\n",
      as: "letter.md")
    var records = "id;name;street;zip;city;cpr;route\n"
    let names = ["Søren Ærø", "A & B <i>", "\"O'Neill\"\"\"", "Ελένη", "Ærø]]> x", "Zoë\u{301}"]
    for number in 1...24 {
      let name = names[number % names.count]
      let quoted = name.contains("\"") ? "\"\"\"O'Neill\"\"\"" : name
      records +=
        "\(number);\(quoted);Vej \(number), \(number % 9 + 1). tv.;\(1000 + number);By \(number);070761428"
        + "5;\(["digital", "print", "both", "auto"][number % 4])\n"
    }
    try scratch.write(records, as: "records.csv")
    try scratch.write(
      MessageFolder.sender + "\nalternative: \(alternative)\n",
      as: "sender.yaml")
    return try await folder.folder.merge(
      "-o", "out", "--memo", "memo", "--forsendelse", "prints", "--sender", "sender.yaml",
      "--route", "route", "--quiet")
  }

  @Test(arguments: ["text", "html"])
  func `The package's classes read every message strictly and write the same`(
    _ alternative: String
  ) async throws {
    let folder = try MessageFolder()
    let run = try await Self.run(in: folder, alternative: alternative)
    #expect(run.ending == .exit(0), "\(run)")
    let judged = try await judge(
      "Tests/delivery/judging.py", folder.folder.scratch.path("out"), limit: 120)
    #expect(judged.ending == .exit(0), "\(judged.output)\(judged.errorText)")
    #expect(judged.output.contains("18 messages, 18 letters for print, 0 faults"), "\(judged)")
  }

  @Test func `The PDFs within messages comply with PDF/A-2a and PDF/UA-1`() async throws {
    let folder = try MessageFolder()
    _ = try await Self.run(in: folder, alternative: "none")
    let scratch = folder.folder.scratch
    var asked = ""
    for name in ["memo/0001/0000003.xml", "prints/0001/0000003.xml", "prints/0001/0000001.xml"] {
      let text = String(decoding: try scratch.read(name), as: UTF8.self)
      let contents = text.matches(of: /<[a-z]+:(?:content|MeddelelseIndholdData)>([^<]+)</)
      let pdf = try #require(contents.first.flatMap { Data(base64Encoded: String($0.output.1)) })
      let file = scratch.path(name.replacingOccurrences(of: "/", with: "-") + ".pdf")
      try pdf.write(to: URL(filePath: file))
      asked += "2a,ua1\t\(file)\n"
    }
    let verdicts = try await judge("Tests/verapdf", "-", input: asked, limit: 300)
      .output.split(separator: "\n")
    #expect(verdicts.count == 6)
    for verdict in verdicts { #expect(verdict.hasSuffix("\tcomplies"), "\(verdict)") }
  }
}
