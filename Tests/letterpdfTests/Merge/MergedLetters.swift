import Foundation
import Proofing

/// A letter to many, and the records for it.
let mergeLetter = """
  ---
  layout: kl
  date: 2024-03-11
  case-id: "SAG-{{id}}"
  subject: Afgørelse til {{name}}
  to:
    - "{{name}}"
    - "{{street}}"
  ---

  Kære {{name}}

  Vi har modtaget din ansøgning.

  """

/// Records in CSV; those whose numbers are faulty have a field too few.
func mergeRecords(_ count: Int, faulty: Set<Int> = []) -> String {
  "id,name,street\n"
    + (1...count).map { number in
      faulty.contains(number)
        ? "K\(number),Navn \(number)\n" : "K\(number),Navn \(number),Gade \(number)\n"
    }.joined()
}

/// A folder with a letter and its records, in which the built program merges them.
struct MergeFolder {
  let scratch: Scratch

  init(_ count: Int, faulty: Set<Int> = []) throws {
    scratch = try Scratch()
    try scratch.write(mergeLetter, as: "letter.md")
    try scratch.write(mergeRecords(count, faulty: faulty), as: "records.csv")
  }

  /// Merges with further options.
  func merge(_ options: String...) async throws -> Run {
    try await letterpdf(
      ["merge", "letter.md", "--recipients", "records.csv"] + options, in: scratch.folder)
  }

  /// Merges until a signal comes.
  ///
  /// - Parameter seconds: when it comes.
  func merge(_ options: String..., until signal: String, after seconds: Double) async throws -> Run
  {
    try await Run(
      "timeout",
      [
        // In the background timeout sends the signal twice: to the program, and to its own group.
        "--foreground", "--preserve-status", "-s", signal, String(seconds),
        Project.program.path, "merge", "letter.md", "--recipients", "records.csv",
      ] + options, in: scratch.folder)
  }

  /// Every file of a folder by its path, with its bytes, hidden ones too.
  func files(_ folder: String) throws -> [String: [UInt8]] {
    try scratch.files(below: folder)
  }
}
