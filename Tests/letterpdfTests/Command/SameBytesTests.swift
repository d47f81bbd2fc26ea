import Foundation
import Proofing
import Testing

/// The same letter gives the same bytes, wherever and however the program runs.
struct SameBytesTests {
  private static func sameAsPlain(
    _ example: String, environment: [String: String?] = [:]
  ) async throws -> Bool {
    let plain = try await SetLetter(example: example)
    let other = try await SetLetter(example: example, environment: environment)
    return plain.pdf != nil && plain.pdf == other.pdf
  }

  @Test(arguments: Project.examples)
  func `Two runs give the same bytes`(example: String) async throws {
    #expect(try await Self.sameAsPlain(example))
  }

  @Test(arguments: [
    ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"], ["LC_ALL": "C"],
    ["LC_ALL": "da_DK.ISO-8859-1"],
    ["LANGUAGE": "ar", "PANGO_LANGUAGE": "ja:zh"], ["TZ": "Pacific/Kiritimati"],
    ["TZ": "America/Los_Angeles"], ["HOME": "/nonexistent"], ["HOME": nil, "PATH": nil],
    ["FONTCONFIG_FILE": "/nonexistent", "FONTCONFIG_PATH": "/nonexistent"],
    ["SOURCE_DATE_EPOCH": "1"], ["TMPDIR": "/nonexistent"], ["PANGOCAIRO_BACKEND": "win32"],
    ["G_MESSAGES_DEBUG": "all"],
  ])
  func `The environment changes nothing`(environment: [String: String?]) async throws {
    #expect(try await Self.sameAsPlain("kl-2024", environment: environment))
  }

  @Test func `Fonts that are installed change nothing`() async throws {
    let home = try Scratch()
    for folder in [".fonts", ".local/share/fonts"] {
      try FileManager.default.createDirectory(
        at: home.folder.appending(path: folder), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Project.path("Fonts/LiberationMono-Regular.ttf"),
        toPath: home.path("\(folder)/LiberationSans-Regular.ttf"))
    }
    try home.write(
      """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>\(home.path(".fonts"))</dir>
      <match target="pattern"><test name="family"><string>Liberation Sans</string></test>
      <edit name="family" mode="assign" binding="strong"><string>Liberation Mono</string></edit>
      <edit name="size" mode="assign"><double>30</double></edit></match>
      <match target="font"><edit name="hinting" mode="assign"><bool>true</bool></edit>
      <edit name="embolden" mode="assign"><bool>true</bool></edit></match></fontconfig>
      """, as: ".config/fontconfig/fonts.conf")
    let configuration = home.path(".config/fontconfig/fonts.conf")
    #expect(
      try await Self.sameAsPlain(
        "kl-2024",
        environment: [
          "HOME": home.folder.path, "FONTCONFIG_FILE": configuration, "XDG_CONFIG_HOME": nil,
          "XDG_DATA_HOME": nil,
        ]))
  }

  @Test func `Where the letter and the program lie changes nothing`() async throws {
    let scratch = try Scratch()
    let text = try Project.text("Examples/kl-2024.md")
    try scratch.write(text, as: "a b/brev.md")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("program"), withDestinationPath: Project.program.path)
    let run = try await Run(
      scratch.path("program"), ["render", "a b/brev.md", "-o", "brev.pdf"], in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(scratch.bytes("brev.pdf") == (try await SetLetter(example: "kl-2024")).pdf)
  }

  @Test func `Resources in another place give the same bytes`() async throws {
    let scratch = try Scratch()
    for folder in ["Fonts", "Languages", "Layouts"] {
      try FileManager.default.copyItem(
        atPath: Project.path(folder), toPath: scratch.path(folder))
    }
    let run = try await letterpdf(
      "render", Project.path("Examples/kl-2024.md"), "--resources", ".", "-o", "brev.pdf",
      in: scratch.folder)
    #expect(run.ending == .exit(0))
    #expect(scratch.bytes("brev.pdf") == (try await SetLetter(example: "kl-2024")).pdf)
  }

  @Test func `The date of creation is the letter's date`() async throws {
    let set = try await SetLetter(example: "kl-2019")
    let told = try await output(
      of: "pdfinfo", "-isodates", set.scratch.path("letter.pdf"))
    #expect(told.contains("CreationDate:    2019-02-05T"))
    #expect(!told.contains(" 20\(Calendar.current.component(.year, from: Date()) % 100)-"))
  }
}
