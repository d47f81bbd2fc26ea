import Foundation
import Proofing
import Testing

/// A letter that is sent, its records and its sender.
struct MessageFolder {
  let folder: MergeFolder

  static let letter = """
    ---
    layout: fjernprint
    date: 2026-03-11
    case-id: S-17
    document-id: "D-{{id}}"
    subject: Opkrævning
    to: ["{{name}}", "{{street}}", "{{zip}} {{city}}"]
    opening: Kære {{name}}
    closing: Med venlig hilsen
    signatures: [Anna Holm]
    delivery: {cpr: "{{cpr}}", reply: yes}
    ---
    Du skal betale 12 kr.
    """

  static let sender = """
    cvr: "55133018"
    label: Kommunen
    case-system: SBSYS
    print: {type: 1234, user: letterpdf}
    """

  /// The numbers of the records, which nothing but messages may hold.
  static let numbers = ["0707614285", "0101901234", "3213901234", "2512484916"]

  static let records = """
    id;name;street;zip;city;cpr;route
    1;Anna Sørensen;Vestergade 12 B, 3. tv.;1234;By;070761-4285;digital
    2;Bo Krag;Lange Vej 7;8000;Aarhus C;0101901234;both
    3;Uden Nummer;Vej 1;1234;By;;print
    4;Forkert;Vej 1;1234;By;3213901234;digital
    5;Lang;\(String(repeating: "Vej", count: 15)) bagved;1234;By;2512484916;print
    6;Brudt "x;Vej 1;1234;By;2512484916;print

    """

  init() throws {
    folder = try MergeFolder(1)
    try folder.scratch.write(Self.letter, as: "letter.md")
    try folder.scratch.write(Self.records, as: "records.csv")
    try folder.scratch.write(Self.sender, as: "sender.yaml")
  }

  var lines: [[String: Any]] {
    get throws { try BindTests.lines(folder, "out/manifest.jsonl") }
  }

  /// The forms of the messages of a record.
  func forms(_ line: [String: Any]) -> [String] {
    (line["deliveries"] as? [[String: Any]] ?? []).compactMap { $0["form"] as? String }
  }
}

/// `letterpdf merge --memo --forsendelse --route`, as a user makes a run.
struct MessageTests {
  @Test func `A column says how each letter goes, and a fault is its record's alone`() async throws
  {
    let folder = try MessageFolder()
    let run = try await folder.folder.merge(
      "-o", "out", "--memo", "out/memo", "--forsendelse", "prints", "--sender", "sender.yaml",
      "--route", "route")
    #expect(run.ending == .exit(3), "\(run)")
    let lines = try folder.lines
    #expect(
      lines.map { $0["status"] as? String ?? "" } == [
        "done", "done", "done", "fault", "fault", "fault",
      ])
    #expect(
      lines.map(folder.forms) == [["memo"], ["memo", "forsendelse"], ["forsendelse"], [], [], []])
    #expect(lines.map { $0["route"] as? String } == ["digital", "both", "print", nil, nil, nil])
    let files = try folder.folder.files(".")
    for line in lines {
      for delivery in line["deliveries"] as? [[String: Any]] ?? [] {
        let name = try #require(delivery["file"] as? String)
        let path = name.hasPrefix("../") ? "/" + name.dropFirst(3) : "/out/" + name
        let bytes = try #require(files[path], "\(path)")
        #expect(bytes.count == delivery["bytes"] as? Int)
        let uuid = try #require(delivery["uuid"] as? String)
        #expect(String(decoding: bytes, as: UTF8.self).contains(uuid))
      }
    }
    #expect(files.keys.filter { $0.hasSuffix(".xml") }.count == 4)
    // Messages may lie in the run's own folder, also when it is gone on with.
    let again = try await folder.folder.merge(
      "-o", "out", "--memo", "out/memo", "--forsendelse", "prints", "--sender", "sender.yaml",
      "--route", "route", "--resume")
    #expect(again.ending == .exit(3), "\(again)")
    #expect(again.output.contains("6 kept"), "\(again.output)")
    #expect(try folder.folder.files(".") == files)
  }

  @Test func `Numbers of persons stand in messages and nowhere else`() async throws {
    let folder = try MessageFolder()
    let run = try await folder.folder.merge(
      "-o", "out", "--memo", "memo", "--forsendelse", "prints", "--sender", "sender.yaml",
      "--route", "route", "--report", "json")
    #expect(run.ending == .exit(3))
    let said = run.errorText + run.output
    for number in MessageFolder.numbers {
      #expect(!said.contains(number))
      #expect(!said.contains(number.prefix(6) + "-" + number.suffix(4)))
    }
    for (path, bytes) in try folder.folder.files(".")
    where !path.hasPrefix("/memo/0001/") && path != "/records.csv" {
      let text = String(decoding: bytes, as: UTF8.self)
      for number in MessageFolder.numbers { #expect(!text.contains(number), "\(path)") }
    }
  }

  @Test func `Numbers cannot be put where others see them`() async throws {
    for (change, word) in [
      ("subject: Opkrævning", "subject: Opkrævning {{cpr}}"),
      ("case-id: S-17", "case-id: \"{{cpr}}\""),
      ("cpr: \"{{cpr}}\"", "cpr: \"{{cpr}}\", notification: \"{{cpr}}\""),
      ("cpr: \"{{cpr}}\"", "cpr: \"{{id}}\""),
    ] {
      let folder = try MessageFolder()
      try folder.folder.scratch.write(
        MessageFolder.letter.replacingOccurrences(of: change, with: word), as: "letter.md")
      let run = try await folder.folder.merge("--memo", "memo", "--sender", "sender.yaml")
      #expect(run.ending == .exit(1), "\(word)")
      #expect(run.errorText.contains("is the recipient's number"), "\(run)")
    }
    let folder = try MessageFolder()
    let run = try await folder.folder.merge(
      "--memo", "memo", "--sender", "sender.yaml", "--name", "{{cpr}}")
    #expect(run.ending == .exit(1))
    #expect(run.errorText.contains("and --name puts it into file names"), "\(run)")
  }

  @Test func `A run of messages is taken up again, and notices another recipient`() async throws {
    let folder = try MessageFolder()
    let options = ["--memo", "out", "--sender", "sender.yaml", "--route", "digital", "--quiet"]
    func merge(_ more: [String] = []) async throws -> Run {
      try await letterpdf(
        ["merge", "letter.md", "--recipients", "records.csv"] + options + more,
        in: folder.folder.scratch.folder)
    }
    _ = try await merge()
    let whole = try folder.folder.files("out")
    #expect(whole.keys.filter { $0.hasSuffix(".xml") }.count == 3)
    #expect(!whole.keys.contains { $0.hasSuffix(".pdf") })
    try FileManager.default.removeItem(atPath: folder.folder.scratch.path("out/0001/0000002.xml"))
    let again = try await merge(["--resume"])
    #expect(again.ending == .exit(3), "\(again)")
    #expect(try folder.folder.files("out") == whole)
    try folder.folder.scratch.write(
      MessageFolder.records.replacingOccurrences(of: "070761-4285", with: "0101901235"),
      as: "records.csv")
    let changed = try await merge(["--resume"])
    #expect(changed.ending == .exit(1))
    #expect(changed.errorText.contains("record 1 is another now"), "\(changed)")
  }

  @Test func `All messages go into one container, the same at any number of jobs`() async throws {
    let folder = try MessageFolder()
    for jobs in ["1", "4"] {
      let run = try await folder.folder.merge(
        "--memo-archive", "all-\(jobs).tar.lzma", "--route", "digital", "--sender", "sender.yaml",
        "--jobs", jobs, "--quiet")
      #expect(run.ending == .exit(3), "\(run)")
    }
    let files = try folder.folder.files(".")
    #expect(files["/all-1.tar.lzma"] != nil)
    #expect(files["/all-1.tar.lzma"] == files["/all-4.tar.lzma"])
    let list = try await output(
      of: "tar", "--lzma", "-tf", folder.folder.scratch.path("all-1.tar.lzma"))
    let names = list.split(separator: "\n").map(String.init)
    #expect(names.count == 3 && names.allSatisfy { $0.hasSuffix(".xml") })
    let lines = try BindTests.lines(folder.folder, "all-1.manifest.jsonl")
    #expect(lines.compactMap { $0["file"] as? String } == names)
  }

  @Test func `A single letter is sent both ways`() async throws {
    let folder = try MessageFolder()
    let scratch = folder.folder.scratch
    let run = try await letterpdf(
      [
        "render", "letter.md", "--data", "records.csv", "--record", "2", "-o", "brev.pdf", "--memo",
        "brev.xml", "--forsendelse", "print.xml", "--sender", "sender.yaml",
      ], in: scratch.folder)
    #expect(run.ending == .exit(0), "\(run)")
    let memo = String(decoding: try scratch.read("brev.xml"), as: UTF8.self)
    let pdf = Data(try scratch.read("brev.pdf")).base64EncodedString()
    #expect(memo.contains("<memo:content>\(pdf)</memo:content>"))
    #expect(memo.contains("<memo:recipientID>0101901234</memo:recipientID>"))
    let print = String(decoding: try scratch.read("print.xml"), as: UTF8.self)
    #expect(print.contains(">Bo Krag</itst:PersonName>"))
    #expect(!print.contains("0101901234"))
  }

  @Test(arguments: [
    (["--route", "digital"], 2, "--route and --sender are about messages"),
    (["--memo", "m", "--route", "rute"], 1, "--route cannot be \"rute\""),
    (["--memo", "m", "--route", "nowhere.csv"], 1, "nowhere.csv"),
    (["--memo", "m"], 1, "the sender has no cvr or authority"),
    (["--forsendelse", "p"], 1, "the sender has no print.type"),
    (["--memo-archive", "m.tar.gz", "--sender", "sender.yaml"], 1, "the container cannot be"),
    (["--memo", "m", "--sender", "letter.md"], 1, "letter.md"),
  ])
  func `What cannot be sent is told before anything is written`(
    _ options: [String], _ code: Int32, _ words: String
  ) async throws {
    let folder = try MessageFolder()
    let run = try await letterpdf(
      ["merge", "letter.md", "--recipients", "records.csv"]
        + (options.contains("--memo") || options.contains("--forsendelse")
          || options.contains("--memo-archive")
          ? [] : ["-o", "out"]) + options,
      in: folder.folder.scratch.folder)
    #expect(run.ending == .exit(code), "\(run)")
    #expect(run.errorText.contains(words), "\(run)")
    #expect(
      try !folder.folder.files(".").keys.contains { $0.hasPrefix("/m") || $0.hasPrefix("/p") })
  }
}
