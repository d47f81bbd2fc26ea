import Foundation
import Proofing
import Testing

/// Seals over PDFs that other programs made: see `Tests/seal/foreign.py`.
struct ForeignSealTests {
  private func prepared() async throws -> SealKeys {
    let keys = try await SealKeys()
    try await keys.letter()
    try await keys.add("other")
    let made = try await judge(
      "Tests/seal/foreign.py", keys.scratch.path("letter.pdf"), keys.scratch.path("other.key"),
      keys.scratch.path("other.pem"), keys.scratch.folder.path)
    try #require(made.ending == .exit(0), "\(made)")
    return keys
  }

  @Test func `Tables, forms, files without an identifier and signed ones take a seal`() async throws
  {
    let keys = try await prepared()
    for name in ["table", "linear", "form", "inner", "bare", "signed", "open"] {
      let run = try await keys.seal("\(name).pdf", as: "\(name)-sealed.pdf")
      #expect(run.ending == .exit(0), "\(name): \(run)")
      let before = try keys.scratch.read("\(name).pdf")
      #expect(try keys.scratch.read("\(name)-sealed.pdf").starts(with: before), "\(name)")
      let checked = try await Run(
        "qpdf", ["--check", "\(name)-sealed.pdf"], in: keys.scratch.folder)
      // A file that was made for quick reading and grew is told of, and read.
      #expect(checked.ending == .exit(0) || name == "linear", "\(name): \(checked)")
      let verdicts = try await keys.verdicts("\(name)-sealed.pdf")
      // Another field has the usual name.
      let field = ["form", "inner"].contains(name) ? "Seal2" : "Seal"
      #expect(
        verdicts.last.map { $0.prefix(4) } == [field, "valid", "whole", "none"],
        "\(name): \(verdicts)")
      if ["signed", "open"].contains(name) {
        #expect(verdicts.first.map { $0.prefix(3) } == ["Other", "valid", "part"], "\(verdicts)")
      }
      #expect(try await keys.check("\(name)-sealed.pdf").ending == .exit(0), "\(name)")
      let again = try await keys.seal("\(name)-sealed.pdf", as: "again.pdf")
      #expect(again.ending == .exit(0), "\(name): \(again)")
      let all = try await keys.verdicts("again.pdf")
      #expect(all.count == verdicts.count + 1 && all.allSatisfy { $0[1] == "valid" }, "\(all)")
    }
  }

  @Test func `Encrypted, broken and certified files are refused in words`() async throws {
    let keys = try await prepared()
    try keys.scratch.write("no PDF", as: "noise.pdf")
    try keys.scratch.write(Array("\n".utf8) + keys.scratch.read("letter.pdf"), as: "behind.pdf")
    let cases = [
      "locked": "it is encrypted", "owned": "it is encrypted",
      "certified": "who certified it forbids every change", "xfa": "its form is of XFA",
      "broken": "it is damaged", "cut": "it is damaged", "noise": "cannot be sealed",
      "behind": "it does not begin as a PDF does",
    ]
    for (name, words) in cases {
      let run = try await keys.seal("\(name).pdf", as: "x.pdf")
      #expect(run.ending == .exit(1) && run.errorText.contains(words), "\(name): \(run)")
      #expect(!keys.scratch.names.contains("x.pdf"))
    }
    // A letter's source is told of as such.
    let source = try await keys.seal("letter.md", as: "x.pdf")
    #expect(source.ending == .exit(1) && source.errorText.contains("letter"), "\(source)")
  }

  @Test func `A broken or hostile file is refused, or its seal fits`() async throws {
    let keys = try await SealKeys()
    try await keys.letter()
    var breaker = Breaker(seed: 17)
    let variants = breaker.variants(of: try keys.scratch.read("letter.pdf"), count: 40)
    let hostile = HostilePDFTests.trials.map(\.pdf.bytes)
    for (index, bytes) in (variants + hostile).enumerated() {
      try keys.scratch.write(bytes, as: "in/\(index).pdf")
    }
    try FileManager.default.createDirectory(
      atPath: keys.scratch.path("out"), withIntermediateDirectories: true)
    let each = """
      for file in in/*.pdf; do
        "$0" seal "$file" -o "out/${file#in/}" --key seal.p12 --passphrase-file passphrase 2>words
        code=$?
        echo $code
        [ $code = 0 ] || grep -q '^error: ' words || echo "no word of $file"
      done
      """
    let run = try await Run(
      "sh", ["-c", each, Project.program.path], in: keys.scratch.folder, limit: 300)
    let codes = run.output.split(separator: "\n")
    #expect(codes.count == variants.count + hostile.count)
    #expect(codes.allSatisfy { ["0", "1"].contains($0) }, "\(run.output)")
    let sealed = try keys.scratch.files(below: "out").count
    #expect(sealed == codes.count { $0 == "0" } && sealed > 3)
    let report = try await letterpdf(
      "check", "out", "--for", "digital-post", "--report", "json", in: keys.scratch.folder,
      limit: 300)
    let files = report.output.components(separatedBy: "{\"file\":").dropFirst()
    let others = files.filter { !$0.contains("\"level\":\"B-B\",\"whole\":true}") }
    // Some can be sealed that nobody can read.
    let isRight = others.allSatisfy { $0.contains("the file takes too long to read") }
    #expect(files.count == sealed && isRight, "\(others)")
    #expect(!report.output.contains("the seal"), "\(report.output)")
  }
}
