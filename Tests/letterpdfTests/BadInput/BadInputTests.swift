import Foundation
import Proofing
import Testing

/// No input makes the program crash, hang, or leave half a file.
struct BadInputTests {
  /// Something to set: a letter, and a layout where the layout is what is broken.
  struct Trial: Sendable {
    let name: String
    let letter: [UInt8]
    var layout: [UInt8]?
    var files: [String: [UInt8]] = [:]
  }

  static func letter(_ name: String) throws -> [UInt8] {
    Array(try Project.text("Examples/\(name).md").utf8)
  }

  @Test func `Broken letters are refused or set, and nothing in between`() async throws {
    var breaker = Breaker(seed: 2024)
    var trials: [Trial] = []
    for name in ["kl-2019", "kl-2024"] {
      let letter = try Self.letter(name)
      trials += breaker.variants(of: letter, count: 80).enumerated().map {
        Trial(name: "variant \($0) of \(name)", letter: $1)
      }
      trials += keysDoubled(String(decoding: letter, as: UTF8.self)).enumerated().map {
        Trial(name: "\(name) with key \($0) twice", letter: Array($1.utf8))
      }
    }
    #expect(trials.count > 180)
    try await expectNoCrash(trials)
  }

  @Test func `Broken JSON letters are refused or set, and nothing in between`() async throws {
    let json = """
      {"layout": "kl", "date": "2024-03-11", "subject": "Dialog \\u00e6", "to": ["A", ["B", "C"]],
       "signatures": [{"name": "M", "title": "T"}], "body": "# Æ\\n\\nEn *to* [tre](https://a.dk)"}
      """
    var breaker = Breaker(seed: 8259)
    try await expectNoCrash(
      breaker.variants(of: Array(json.utf8), count: 60).enumerated().map {
        Trial(name: "variant \($0) of a JSON letter", letter: $1)
      })
  }

  @Test func `Broken layouts are refused or used, and nothing in between`() async throws {
    let letter = try Self.letter("kl-2024")
    var breaker = Breaker(seed: 5008)
    let layout = try Project.text("Layouts/kl.yaml")
    var trials = breaker.variants(of: Array(layout.utf8), count: 80).enumerated().map {
      Trial(name: "variant \($0) of Layouts/kl.yaml", letter: letter, layout: $1)
    }
    trials += Monsters.layoutLines.map {
      Trial(
        name: "a layout with \($0)", letter: letter, layout: Array("extends: kl\n\($0)\n".utf8))
    }
    try await expectNoCrash(trials)
  }

  @Test(.timeLimit(.minutes(5)))
  func `Monstrous letters are refused or set, and nothing in between`() async throws {
    try await beforeOthers {
      try await expectNoCrash(
        Monsters.letters.map { Trial(name: $0.name, letter: Array($0.text.utf8)) })
    }
  }

  @Test func `Broken pictures are refused, and nothing in between`() async throws {
    var breaker = Breaker(seed: 15948)
    let scratch = try Scratch()
    try Picture(width: 40, height: 20, fill: 90).write(png: scratch.path("a.png"))
    let png = try #require(scratch.bytes("a.png"))
    let svg = Array("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".utf8)
    let pictures = breaker.variants(of: png, count: 24) + breaker.variants(of: svg, count: 16)
    let letter = """
      ---
      layout: kl
      date: 2024-03-11
      subject: Prøve
      signatures: [{name: Martin Damm, image: NAME}]
      ---
      Tekst
      """
    try await expectNoCrash(
      pictures.enumerated().map { index, picture in
        let name = index < 24 ? "broken.png" : "broken.svg"
        return Trial(
          name: "picture \(index)", letter: Array(letter.replacing("NAME", with: name).utf8),
          files: [name: picture])
      })
  }

  @Test func `Broken enclosures are refused or set, and nothing in between`() async throws {
    let inner = try await SetLetter(
      smallLetter(body: "# Bilag\n\n- En [henvisning](https://kl.dk)\n\n|A|B|\n|-|-|\n|1|2|"))
    var breaker = Breaker(seed: 32000)
    let letter = smallLetter(head: smallHead + "\nenclosures: [{title: Bilag, file: bilag.pdf}]")
    try await expectNoCrash(
      breaker.variants(of: try #require(inner.pdf), count: 60).enumerated().map {
        Trial(
          name: "enclosure \($0)", letter: Array(letter.utf8), files: ["bilag.pdf": $1])
      })
  }

  /// Sets every trial: exit code 0 with a whole PDF, or 1 with an error in words and no file.
  ///
  /// All ask for their turn at once; who asked a few at a time would wait for all other tests again and
  /// again.
  private func expectNoCrash(_ trials: [Trial]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for trial in trials { group.addTask { try await expectNoCrash(trial) } }
      try await group.waitForAll()
    }
  }

  private func expectNoCrash(_ trial: Trial) async throws {
    let scratch = try Scratch()
    var arguments = ["render", try scratch.write(trial.letter, as: "letter.md")]
    arguments += ["-o", scratch.path("out.pdf")]
    if let layout = trial.layout {
      arguments += ["--layout", try scratch.write(layout, as: "monster.yaml")]
    }
    for (name, bytes) in trial.files { try scratch.write(bytes, as: name) }
    let before = scratch.names
    let run: Run
    do {
      run = try await letterpdf(arguments, in: scratch.folder, limit: 30)
    } catch {
      Issue.record("\(trial.name): \(error)")
      return
    }
    let pdf = scratch.bytes("out.pdf")
    switch run.ending {
    case .exit(0):
      #expect(pdf?.starts(with: Array("%PDF-1.7".utf8)) == true, "\(trial.name): no PDF")
      #expect(
        pdf?.suffix(8).split(separator: 0x0A).last == Array("%%EOF".utf8)[...],
        "\(trial.name): half a PDF")
    case .exit(1):
      #expect(run.errorText.contains("error: "), "\(trial.name): refused without a word")
      #expect(scratch.names == before, "\(trial.name): refused, but left \(scratch.names)")
      #expect(run.outputBytes.isEmpty, "\(trial.name): wrote to standard output")
    case .exit, .signal:
      Issue.record("\(trial.name): \(run)")
      // What broke the program is kept, so that it can be fed to it again.
      for name in before { Attachment.record(scratch.bytes(name) ?? [], named: name) }
    }
  }
}
