package import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// What a program did: how it ended and what it wrote.
package struct Run: Sendable, CustomStringConvertible {
  /// How the program ended.
  package enum Ending: Sendable, Equatable {
    /// By itself, with this code.
    case exit(Int32)
    /// Killed by this signal: a crash.
    case signal(Int32)
  }

  package let ending: Ending
  package let outputBytes: [UInt8]
  package let errorText: String

  /// Standard output as text.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }

  package var description: String { "\(ending), standard error: \(errorText)" }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: a name to find on the path, or the path of the program.
  ///   - environment: variables to set, or with nil to take away.
  ///   - folder: the working folder.
  ///   - input: what it reads on standard input.
  ///   - limit: the seconds it may take once it has begun.
  /// - Throws: ``ToolFailure`` when it takes longer; it is killed then.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String?] = [:],
    in folder: URL? = nil, input: [UInt8] = [], limit: Int = 60
  ) async throws {
    // Messages are expected in English, whatever the language of who runs the tests.
    let plain: [String: String?] = ["LC_ALL": "C", "LANGUAGE": nil]
    let changes = Dictionary(
      uniqueKeysWithValues: plain.merging(environment) { $1 }.map {
        (Environment.Key(stringLiteral: $0.key), $0.value)
      })
    let executable: Executable =
      program.contains("/") ? .path(FilePath(program)) : .name(program)
    let bytes = input
    let result = try await Turnstile.processors.pass {
      try await withThrowingTaskGroup { group in
        group.addTask {
          try await Subprocess.run(
            executable, arguments: Arguments(arguments),
            environment: .inherit.updating(changes),
            workingDirectory: folder.map { FilePath($0.path) }, input: .array(bytes),
            output: .bytes(limit: 1 << 28), error: .bytes(limit: 1 << 24))
        }
        // A program that hangs is killed: cancelling the task that runs it does that.
        group.addTask {
          try await Task.sleep(for: .seconds(limit))
          throw ToolFailure(description: "\(program) took more than \(limit) seconds")
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
      }
    }
    switch result.terminationStatus {
    case .exited(let code): ending = .exit(code)
    case .signaled(let signal): ending = .signal(signal)
    }
    outputBytes = result.standardOutput
    errorText = String(decoding: result.standardError, as: UTF8.self)
  }
}

/// Runs the program that `make build` left, as a user does, for so many seconds at the most.
package func letterpdf(
  _ arguments: String..., environment: [String: String?] = [:], in folder: URL? = nil,
  input: [UInt8] = [], limit: Int = 60
) async throws -> Run {
  try await letterpdf(
    arguments, environment: environment, in: folder, input: input, limit: limit)
}

/// Runs the program that `make build` left, as a user does, for so many seconds at the most.
package func letterpdf(
  _ arguments: [String], environment: [String: String?] = [:], in folder: URL? = nil,
  input: [UInt8] = [], limit: Int = 60
) async throws -> Run {
  try await Run(
    Project.program.path, arguments, environment: environment, in: folder, input: input,
    limit: limit)
}

/// A tool that did not do its work.
package struct ToolFailure: Error, CustomStringConvertible {
  package let description: String
}

/// What a tool such as `pdftotext` writes on standard output.
///
/// - Throws: ``ToolFailure`` with the tool's own words when it ends with another code than 0.
package func output(
  of tool: String, _ arguments: String..., in folder: URL? = nil
) async throws -> String {
  let run = try await Run(tool, arguments, in: folder)
  guard run.ending == .exit(0) else { throw ToolFailure(description: "\(tool): \(run)") }
  return run.output
}
