package import Foundation

/// Where the parts of this project lie.
package enum Project {
  /// The folder that holds `Package.swift`.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path of that folder.
  package static let folder = root.path

  /// The Python with the packages that `scripts/setup --test` installs, or the machine's own.
  package static let python: String = {
    let own = path(".venv/bin/python")
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }()

  /// The references of golden tests.
  package static let goldens = root.appending(path: "Tests/Goldens")

  /// The program that `make build` leaves, or another that `LETTERPDF_PROGRAM` names, such as the
  /// debug build while one works.
  package static let program: URL = {
    let other = ProcessInfo.processInfo.environment["LETTERPDF_PROGRAM"]
    return root.appending(path: other ?? ".build/release/letterpdf")
  }()

  /// The letters that come with the project, by name without suffix, sorted.
  package static let examples: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path("Examples"))) ?? []
    return names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  /// The absolute path of something in the project.
  package static func path(_ relative: String) -> String { root.appending(path: relative).path }

  /// The text of a file in the project.
  package static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }
}
