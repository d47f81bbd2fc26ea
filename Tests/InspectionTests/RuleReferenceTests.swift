import Foundation
import Inspection
import Proofing
import Testing

/// The page on rules is made from the rules and profiles; `make reference` writes it anew.
struct RuleReferenceTests {
  private let writes = ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil

  private func page() throws -> String {
    var text = """
      # Rules and profiles

      Made by `make reference` from the rules in the source and the files in `Profiles`. What rules look at, and how
      profiles are written, is told in [checking PDFs](check.md).

      """
    let shelf = ProfileShelf(resources: Project.folder)
    for name in shelf.names {
      let profile = try shelf.profile(name)
      text += "\n## \(name)\n\n\(profile.about)\n\n| Rule | Weight | Limits | Source |\n"
      text += "| --- | --- | --- | --- |\n"
      for use in profile.uses {
        let limits = use.rule.settings.compactMap { setting in
          use.values.shown(setting).map { "`\(setting.name)` \($0)" }
        }
        text += row([
          "`\(use.rule.name)`", use.severity.rawValue, limits.joined(separator: ", "), use.source,
        ])
      }
    }
    text += "\n## Every rule\n\n| Rule | What holds where it is kept | What profiles set |\n"
    text += "| --- | --- | --- |\n"
    for rule in Rule.all {
      let settings = rule.settings.map { setting in
        "`\(setting.name)` (\(setting.form.name)\(setting.isRequired ? ", needed" : "")): \(setting.meaning)"
      }
      text += row(["`\(rule.name)`", rule.meaning, settings.joined(separator: " ")])
    }
    return text
  }

  private func row(_ cells: [String]) -> String {
    "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n"
  }

  @Test func `The page on rules tells of every rule and profile`() throws {
    let path = "Docs/profiles.md"
    let text = try page()
    guard (try? Project.text(path)) != text else { return }
    if writes { try text.write(toFile: Project.path(path), atomically: true, encoding: .utf8) }
    Issue.record(
      "\(path) \(writes ? "is made anew" : "is stale: make it anew with make reference")")
  }
}
