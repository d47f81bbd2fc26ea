import Foundation
import Proofing
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `letterpdf check` as a user runs it.
struct CheckTests {
  /// A page with a line of text in a font that is not embedded.
  static func plain(_ words: String = "Hello", x: Int = 100, y: Int = 700) -> [UInt8] {
    HandmadePDF.page(
      "BT /F 12 Tf \(x) \(y) Td (\(words)) Tj ET",
      resources: "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>", claim: nil
    ).bytes
  }

  private struct Report: Decodable {
    struct File: Decodable {
      struct Finding: Decodable {
        struct Area: Decodable { let x, y, width, height: Double }
        let profile, rule, severity, message, advice, source: String
        let page: Int?
        let area: Area?
      }
      let file: String
      let fit: Bool
      let pages: Int
      let findings: [Finding]
    }
    let fit: Bool
    let profiles: [String]
    let files: [File]
  }

  private func report(_ run: Run) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
  }

  @Test(arguments: Project.examples)
  func `Our own letters are fit for mailbox, archive and every reader`(name: String) async throws {
    let scratch = try Scratch()
    let file = scratch.path("\(name).pdf")
    let made = try await letterpdf("render", Project.path("Examples/\(name).md"), "-o", file)
    try #require(made.ending == .exit(0), "\(made)")
    let run = try await letterpdf(
      "check", file, "--for", "digital-post", "--for", "archive", "--for", "accessible", "--report",
      "json")
    let report = try report(run)
    #expect(run.ending == .exit(0), "\(run.output)")
    #expect(report.fit && report.profiles == ["digital-post", "archive", "accessible"])
    #expect(report.files.first?.findings.allSatisfy { $0.severity == "warning" } == true)
  }

  @Test func `DIN letters stand in their window, and not in a window elsewhere`() async throws {
    let scratch = try Scratch()
    let file = scratch.path("letter.pdf")
    _ = try await letterpdf("render", Project.path("Examples/din-5008-b.md"), "-o", file)
    #expect(try await letterpdf("check", file, "--for", "din-5008").ending == .exit(0))
    let elsewhere = try await letterpdf(
      "check", file, "--for", "din-5008", "--window", "110 200 85 45")
    #expect(elsewhere.ending == .exit(1))
    #expect(elsewhere.output.contains("[window]"))
    #expect(elsewhere.output.contains("mm, y"))
  }

  @Test func `Our print layouts keep the rules of the services that they are for`() async throws {
    let scratch = try Scratch()
    for (name, options) in [
      ("fjernprint", ["--for", "fjernprint", "--window", "20 40 90 47"]),
      ("norway-c5", ["--for", "digipost-no", "--for", "print"]),
    ] {
      let file = scratch.path("\(name).pdf")
      let letter = Project.path("Examples/\(name).md")
      let made = try await letterpdf("render", letter, "-o", file, "--for", "print")
      try #require(made.ending == .exit(0), "\(made)")
      let run = try await letterpdf(["check", file] + options)
      #expect(run.ending == .exit(0), "\(run.output)")
    }
  }

  @Test func `People are told page, place, what to do and where the rule comes from`() async throws
  {
    let scratch = try Scratch()
    try scratch.write(Self.plain(x: 5), as: "letter.pdf")
    let run = try await letterpdf("check", "letter.pdf", "--for", "print", in: scratch.folder)
    #expect(run.ending == .exit(1))
    #expect(run.output.hasPrefix("letter.pdf: not fit: 2 errors\n  page 1\n    error: "))
    #expect(
      run.output.contains(
        "    error: a word stands in the margin: “Hello” [margins]\n      at x 1.8–"))
    #expect(run.output.contains("      move it further from the edge\n"))
    #expect(run.output.contains("      print: what office printers reach; unverified\n"))
    #expect(run.output.contains("the font Helvetica is not in the file [fonts-embedded]"))
    #expect(run.errorText == "")
  }

  @Test func `Digipost's rules hold at their limits`() async throws {
    let scratch = try Scratch()
    // Fonts that every reader has are taken; 15 mm are 42.5 pt, 95 mm from the top are 572.7 pt.
    let fit = try scratch.write(Self.plain(x: 43, y: 500), as: "fit.pdf")
    let strip = try scratch.write(Self.plain(x: 40, y: 500), as: "strip.pdf")
    let above = try scratch.write(Self.plain(x: 40, y: 575), as: "above.pdf")
    func rules(_ file: String) async throws -> [String] {
      let run = try await letterpdf("check", file, "--for", "digipost-no", "--report", "json")
      return try report(run).files[0].findings.map(\.rule)
    }
    #expect(try await rules(fit) == [])
    #expect(try await rules(above) == [])
    #expect(try await rules(strip) == ["text-free"])
  }

  @Test func `Several files are told in their order, and counted`() async throws {
    let scratch = try Scratch()
    for index in 0..<30 {
      let x = index == 17 ? 5 : 100
      try scratch.write(Self.plain(x: x), as: "in/\(index + 10).pdf")
    }
    let own = try scratch.write(
      "rules: {margins: {left: 10mm, source: ours}}", as: "own.yaml")
    let run = try await letterpdf("check", scratch.path("in"), "--for", own, "--jobs", "4")
    #expect(run.ending == .exit(1))
    #expect(run.output.contains("/in/27.pdf: not fit: 1 error\n"))
    #expect(run.output.hasSuffix("29 of 30 files are fit for own\n"))
    let told = try report(
      try await letterpdf("check", scratch.path("in"), "--for", own, "--report", "json"))
    #expect(told.files.map(\.file) == (10..<40).map { scratch.path("in/\($0).pdf") })
    #expect(told.files.filter { !$0.fit }.map(\.file) == [scratch.path("in/27.pdf")])
  }

  @Test func `Standard input is a file`() async throws {
    let run = try await letterpdf(["check", "-", "--for", "print"], input: Self.plain())
    #expect(run.ending == .exit(1))
    #expect(run.output.hasPrefix("-: not fit"))
  }

  @Test func `SARIF and JUnit say the same as the text`() async throws {
    let scratch = try Scratch()
    try scratch.write(Self.plain(x: 5), as: "a <b>.pdf")
    let sarif = try await letterpdf(
      "check", "a <b>.pdf", "--for", "print", "--report", "sarif", in: scratch.folder)
    #expect(sarif.ending == .exit(1))
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(sarif.outputBytes)) as? [String: Any])
    #expect(tree["version"] as? String == "2.1.0")
    let run = try #require((tree["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["fonts-embedded", "margins"])
    #expect(results.allSatisfy { $0["level"] as? String == "error" })
    #expect(sarif.output.contains("\"uri\":\"a%20%3Cb%3E.pdf\""))
    let junit = try await letterpdf(
      "check", "a <b>.pdf", "--for", "print", "--report", "junit", in: scratch.folder)
    let document = try XMLDocument(data: Data(junit.outputBytes))
    let failures = try document.nodes(forXPath: "//testcase[failure]/@name").map(\.stringValue)
    #expect(failures == ["fonts-embedded", "margins"])
    let suite = try #require(document.nodes(forXPath: "//testsuite").first as? XMLElement)
    #expect(suite.attribute(forName: "failures")?.stringValue == "2")
    #expect(suite.attribute(forName: "name")?.stringValue == "a <b>.pdf")
  }

  @Test func `A picture shows zones and breaches in colour`() async throws {
    let scratch = try Scratch()
    let file = try scratch.write(Self.plain(x: 40, y: 500), as: "letter.pdf")
    let run = try await letterpdf(
      "check", file, "--for", "digipost-no", "--picture", scratch.path("out.png"))
    #expect(run.ending == .exit(1))
    let picture = try Picture(png: scratch.path("out.png"))
    #expect(picture.width == 827 && abs(picture.height - 1169) <= 1)
    func color(_ x: Int, _ y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
      let start = (y * picture.width + x) * 4
      return (picture.pixels[start + 2], picture.pixels[start + 1], picture.pixels[start])
    }
    // The strip's edge in blue at 15 mm, 150 mm; the breach in red around the word.
    let edge = (56..<62).map { color($0, 590) }
    #expect(edge.contains { $0.blue > 150 && $0.red < 100 })
    let reds = (40..<150).map { color($0, 468) }.filter { $0.red > 180 && $0.green < 80 }
    #expect(!reds.isEmpty)
  }

  @Test func `Wrong usage ends with 2 and says what to write`() async throws {
    let scratch = try Scratch()
    let file = try scratch.write(Self.plain(), as: "letter.pdf")
    for (arguments, words) in [
      (["--for", "digital-pst"], "write digital-post"),
      (["--for", "fjernprint"], "give --window 'x y width height' in mm"),
      (["--window", "1 2 3"], "--window cannot be \"1 2 3\""),
      (["--report", "xml"], "write json, sarif or junit"),
      (["--jobs", "0"], "--jobs cannot be \"0\""),
      (["--picture", "x.png", file], "--picture is for one PDF, and there are 2"),
    ] {
      let run = try await letterpdf(["check", file] + arguments)
      #expect(run.ending == .exit(2), "\(arguments)")
      #expect(run.errorText.contains(words), "\(run.errorText)")
    }
    let missing = try await letterpdf("check", scratch.path("none.pdf"))
    #expect(missing.ending == .exit(1))
    #expect(missing.errorText.contains("none.pdf"))
  }

  @Test func `Without poppler, what needs pixels is a broken tool, and the rest goes on`()
    async throws
  {
    let scratch = try Scratch()
    let file = try scratch.write(Self.plain(), as: "letter.pdf")
    let own = try scratch.write(
      "rules: {ink-free: {zones: {name: a, area: [0mm, 0mm, 9mm, 9mm]}, source: ours}}",
      as: "own.yaml")
    #expect(try await letterpdf("check", file, "--for", own).ending == .exit(0))
    let stand = try scratch.write("#!/bin/sh\nexit 99\n", as: "bin/pdftoppm")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stand)
    let broken = try await letterpdf(
      ["check", file, "--for", own], environment: ["PATH": scratch.path("bin")])
    #expect(broken.ending == .exit(1))
    #expect(broken.output.contains("pdftoppm could not read the file"))
  }

  @Test func `veraPDF is asked for what a file claims`() async throws {
    let scratch = try Scratch()
    let file = scratch.path("letter.pdf")
    _ = try await letterpdf("render", Project.path("Examples/kl-2024.md"), "-o", file)
    let stand = try scratch.write(
      """
      #!/bin/sh
      echo "$@" >> \(scratch.path("asked"))
      cat <<END
      <?xml version="1.0" encoding="utf-8"?>
      <report><jobs><job><validationReport isCompliant="false"><details failedRules="1">
      <rule specification="ISO 19005-2:2011" clause="6.1.3" testNumber="1" status="failed" failedChecks="2">
      <description>The file trailer shall contain the ID &amp; more</description><object>CosDocument</object>
      <check status="failed"><context>root</context></check></rule></details></validationReport></job></jobs></report>
      END
      exit 1
      """, as: "verapdf")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stand)
    let run = try await letterpdf("check", file, "--for", "archive", "--verapdf", stand)
    #expect(run.ending == .exit(1))
    #expect(
      run.output.contains(
        "veraPDF: The file trailer shall contain the ID & more (2 times) [verapdf]"))
    #expect(run.output.contains("archive: ISO 19005-2:2011, 6.1.3, test 1"))
    #expect(
      String(decoding: try scratch.read("asked"), as: UTF8.self)
        == "--format xml --flavour 2a \(file)\n")
    let none = try await letterpdf(
      "check", file, "--for", "archive", "--verapdf", scratch.path("none"))
    #expect(none.ending == .exit(70))
  }
}
