import Foundation
import Proofing

/// Runs one of the judges that are written in Python, with the environment that `scripts/setup
/// --test` makes.
func judge(_ arguments: String..., input: String = "", limit: Int = 60) async throws -> Run {
  try await judge(arguments, input: input, limit: limit)
}

/// The same with arguments from a list.
func judge(_ arguments: [String], input: String = "", limit: Int = 60) async throws -> Run {
  try await Run(
    Project.path(".venv/bin/python"), arguments,
    environment: ["LETTERPDF_PROGRAM": Project.program.path, "PYTHONDONTWRITEBYTECODE": "1"],
    in: Project.root, input: [UInt8](input.utf8), limit: limit)
}
