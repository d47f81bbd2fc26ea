import Foundation
import Proofing
import Testing

/// The pages of the manual and the completions, made from the program that is tested.
final class ManualTests {
  private let scratch: Scratch

  /// What has groff complain of all that is odd, and print plainly.
  private static let toText = ["-ww", "-man", "-Tutf8", "-P-cbou"]

  init() async throws {
    scratch = try Scratch()
    _ = try await output(
      of: Project.path("scripts/make-manual"), Project.program.path, scratch.folder.path,
      "2026-11-22")
  }

  /// The names of all commands, as their pages have them.
  private func commands(below path: [String] = ["letterpdf"]) async throws -> [String] {
    let help = try await letterpdf(path.dropFirst() + ["--help"]).output
    let list = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first ?? ""
    let names = list.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    var found = [path.joined(separator: "-")]
    for name in names { found += try await commands(below: path + [name]) }
    return found
  }

  @Test func `Every command has a page of the manual, and no page says what is no roff`()
    async throws
  {
    let folder = scratch.path("man1")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let commands = try await commands()
    #expect(commands.count >= 13)
    #expect(pages == commands.map { $0 + ".1" }.sorted())
    for page in pages {
      let run = try await Run("groff", Self.toText + ["\(folder)/\(page)"])
      #expect(run.errorText == "", "\(page)")
      #expect(run.output.contains("NAME\n"), "\(page)")
    }
  }

  @Test func `A page tells every option with what it is for`() async throws {
    let page = try await Run("groff", Self.toText + [scratch.path("man1/letterpdf-render.1")])
    let help = try await letterpdf("render", "--help").output
    let options = help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) }
    #expect(options.count > 20)
    for option in Set(options) { #expect(page.output.contains(option), "\(option)") }
    #expect(page.output.contains("EXIT STATUS"))
    #expect(page.output.contains("/etc/letterpdf/layouts"))
  }

  @Test func `The completions know the commands and options`() async throws {
    try scratch.write(smallLetter(), as: "small.md")
    let bash = scratch.path("letterpdf.bash")
    // As bash asks: the words, the cursor, and what is offered for it.
    let script = """
      . "$1"
      COMP_WORDS=(letterpdf "${@:2}"); COMP_CWORD=$(($# - 1)); COMP_LINE="letterpdf ${*:2}"
      COMP_POINT=${#COMP_LINE}; _letterpdf letterpdf "${!#}" "${@: -2:1}"; printf '%s\\n' "${COMPREPLY[@]}"
      """
    for (words, offered) in [
      (["ren"], "render"), (["layout", "sh"], "show"), (["render", "--timi"], "--timings"),
      (["render", "--format", "p"], "png"), (["render", "sma"], "small.md"),
      (["layout", "check", "sma"], "small.md"),
    ] {
      let run = try await Run(
        "bash", ["-c", script, "bash", bash] + words, in: scratch.folder)
      #expect(run.errorText == "", "\(words)")
      #expect(
        run.output.split(separator: "\n").contains { $0.hasPrefix(offered) },
        "\(words): \(run.output)")
    }
    for path in ["_letterpdf", "letterpdf.fish"] {
      #expect(try scratch.read(path).count > 1000)
    }
  }
}
