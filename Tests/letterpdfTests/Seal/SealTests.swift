import Foundation
import Proofing
import Testing

/// `letterpdf seal` as a user runs it, and what others say of what it makes.
struct SealTests {
  private static let time = "2026-11-22T12:00:00Z"
  private static let attributes = "content_type,message_digest,signing_certificate_v2"

  @Test(arguments: SealKeys.Kind.allCases)
  func `A sealed letter is valid to every judge`(kind: SealKeys.Kind) async throws {
    let keys = try await SealKeys(kind)
    let letter = try await keys.letter()
    let run = try await keys.seal("letter.pdf", as: "sealed.pdf")
    try #require(run.ending == .exit(0), "\(run)")
    #expect(run.errorText == "" && run.output == "")
    let sealed = try keys.scratch.read("sealed.pdf")
    #expect(sealed.starts(with: letter) && sealed.count < letter.count + 12_000)
    #expect(
      try await keys.verdicts("sealed.pdf") == [
        ["Seal", "valid", "whole", "none", Self.attributes, "-"]
      ])
    _ = try await output(of: "qpdf", "--check", keys.scratch.path("sealed.pdf"))
    let info = try await output(of: "mutool", "info", keys.scratch.path("sealed.pdf"))
    #expect(info.contains("Pages: 1"))
    let checked = try await keys.check("sealed.pdf")
    #expect(checked.ending == .exit(0), "\(checked)")
    let line = /sealed by Testby Kommune, 20[-0-9]+T[:0-9]+Z: the whole file, PAdES B-B\n/
    #expect(checked.output.contains(line), "\(checked.output)")
    #expect(try await keys.check("letter.pdf").ending == .exit(1))
    // Whom poppler trusts would be in a folder at home; it knows no RSA-PSS.
    let told = try await Run(
      "pdfsig", ["-nocert", "sealed.pdf"], environment: ["HOME": keys.scratch.folder.path],
      in: keys.scratch.folder
    ).output
    #expect(told.contains("Total document signed") && told.contains("ETSI.CAdES.detached"))
    if kind != .rsaPSS { #expect(told.contains("Signature is Valid"), "\(told)") }
  }

  @Test func `With one time and one key the bytes are the same, and the seal's words are in it`()
    async throws
  {
    let keys = try await SealKeys(.rsa)
    try await keys.letter()
    for name in ["one.pdf", "two.pdf"] {
      let run = try await keys.seal(
        "letter.pdf", as: name, "--at", Self.time, "--name", "Testby", "--reason", "Afgørelse",
        "--place", "Århus")
      #expect(run.ending == .exit(0) && run.errorText.contains("counts only from"), "\(run)")
    }
    let one = try keys.scratch.read("one.pdf")
    #expect(try keys.scratch.read("two.pdf") == one)
    let words = String(decoding: one, as: Unicode.ASCII.self)
    #expect(words.contains("/M(D:20261122120000Z)/Name(Testby)"))
    let later = try await keys.seal("letter.pdf", as: "later.pdf", "--at", "2036-11-22T12:00:00Z")
    #expect(later.ending == .exit(0))
    #expect(later.errorText.contains("warning: the certificate has expired on 20"), "\(later)")
    let curve = try await SealKeys(.p256)
    try curve.scratch.write(keys.scratch.read("letter.pdf"), as: "letter.pdf")
    var files: [[UInt8]] = []
    for name in ["one.pdf", "two.pdf"] {
      _ = try await curve.seal("letter.pdf", as: name, "--at", Self.time)
      files.append(try curve.scratch.read(name))
    }
    // A signature of this kind is another each time, and nothing else is.
    let gap = try #require(Self.gap(of: files[0]))
    let other = Self.gap(of: files[1])
    #expect(files[0] != files[1] && gap == other)
    #expect(files[0][..<gap.lowerBound] == files[1][..<gap.lowerBound])
    #expect(files[0][gap.upperBound...] == files[1][gap.upperBound...])
  }

  /// The room of the last seal in a file.
  private static func gap(of file: [UInt8]) -> Range<Int>? {
    let data = Data(file)
    guard let start = data.range(of: Data("/Contents<".utf8), options: .backwards)?.upperBound,
      let end = data.range(of: Data(">".utf8), in: start..<data.count)?.lowerBound
    else { return nil }
    return start..<end
  }

  @Test func `One changed byte breaks it, wherever it stands`() async throws {
    let keys = try await SealKeys()
    let letter = try await keys.letter()
    _ = try await keys.seal("letter.pdf", as: "sealed.pdf", "--reason", "Grund")
    let sealed = try keys.scratch.read("sealed.pdf")
    let gap = try #require(Self.gap(of: sealed))
    let words = Data(sealed)
    let reason = try #require(words.range(of: Data("Grund".utf8))).lowerBound
    let mark = try #require(words.range(of: Data("startxref".utf8), options: .backwards)).lowerBound
    let places = [
      7, letter.count / 2, letter.count - 3, reason, gap.upperBound + 40, mark - 30,
      sealed.count - 1,
    ]
    for (index, place) in places.enumerated() {
      var changed = sealed
      changed[place] ^= place == 7 ? 3 : 1
      let name = "changed-\(index).pdf"
      try keys.scratch.write(changed, as: name)
      #expect(try await keys.check(name).ending == .exit(1), "\(place)")
      let verdict = try await keys.verdicts(name).first
      #expect(verdict?[1] != "valid", "\(place): \(verdict ?? [])")
    }
    var forged = sealed
    let digit = gap.lowerBound + 2000
    forged[digit] = forged[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    try keys.scratch.write(forged, as: "forged.pdf")
    let verdict = try await keys.verdicts("forged.pdf").first
    #expect(verdict?[1] != "valid", "\(verdict ?? [])")
    // Behind the seal's own file.
    try keys.scratch.write(sealed + Array("\n% more\n".utf8), as: "longer.pdf")
    let longer = try await keys.check("longer.pdf")
    #expect(longer.output.contains("the seal does not cover the whole file"), "\(longer)")
  }

  @Test func `A second seal is a field of its own, and the first stays valid`() async throws {
    let keys = try await SealKeys()
    try await keys.letter()
    _ = try await keys.seal("letter.pdf", as: "one.pdf")
    let run = try await keys.seal("one.pdf", as: "two.pdf")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(try keys.scratch.read("two.pdf").starts(with: keys.scratch.read("one.pdf")))
    #expect(
      try await keys.verdicts("two.pdf").map { $0.prefix(4) } == [
        ["Seal", "valid", "part", "form_filling"], ["Seal2", "valid", "whole", "none"],
      ])
    let report = try await letterpdf(
      "check", "two.pdf", "--report", "json", in: keys.scratch.folder)
    let seals = report.output.matches(
      of:
        /"field":"(Seal2?)","holder":"Testby Kommune","time":"[^"]+Z","level":"B-B","whole":(true|false)/
    )
    #expect(seals.map { "\($0.1) \($0.2)" } == ["Seal false", "Seal2 true"], "\(report.output)")
    // The first is still looked at.
    var changed = try keys.scratch.read("two.pdf")
    changed[5000] ^= 1
    try keys.scratch.write(changed, as: "changed.pdf")
    let told = try await keys.check("changed.pdf")
    #expect(told.output.contains("the file was changed after it was sealed"), "\(told.output)")
  }

  @Test func `The file is written whole, beside the PDF, in its place, or to standard output`()
    async throws
  {
    let keys = try await SealKeys()
    let letter = try await keys.letter()
    let key = ["--key", "seal.p12", "--passphrase-file", "passphrase"]
    func seal(_ words: [String], input: [UInt8] = []) async throws -> Run {
      try await letterpdf(["seal"] + words + key, in: keys.scratch.folder, input: input)
    }
    #expect(try await seal(["letter.pdf"]).ending == .exit(0))
    #expect(try keys.scratch.read("letter-sealed.pdf").starts(with: letter))
    let piped = try await seal(["-"], input: letter)
    #expect(piped.ending == .exit(0) && piped.outputBytes.starts(with: letter))
    #expect(piped.outputBytes.count > letter.count)
    let over = try await seal(["letter.pdf", "-o", "letter.pdf"])
    #expect(over.errorText.contains("the output \"letter.pdf\" is the PDF itself"), "\(over)")
    for file in ["seal.p12", "passphrase"] {
      let before = try keys.scratch.read(file)
      let lost = try await seal(["letter.pdf", "-o", file])
      #expect(lost.errorText.contains("is a file of the seal's key itself"), "\(lost)")
      #expect(lost.ending == .exit(1))
      #expect(try keys.scratch.read(file) == before)
    }
    #expect(try keys.scratch.read("letter.pdf") == letter)
    #expect(try await seal(["letter.pdf", "--in-place"]).ending == .exit(0))
    #expect(try keys.scratch.read("letter.pdf").count > letter.count)
    #expect(try await seal(["letter.pdf", "--in-place", "-o", "x.pdf"]).ending == .exit(2))
    #expect(!keys.scratch.names.contains { $0.contains("partial") || $0 == "x.pdf" })
  }
}
