import Foundation
import Testing

/// A PDF in a file of its own, looked at with programs that know nothing of this library.
final class FileOnDisk {
  let path: String

  init(_ bytes: [UInt8], suffix: String = "pdf") throws {
    path = NSTemporaryDirectory() + UUID().uuidString + "." + suffix
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What breaks a standard, by `Tests/pdfcheck`; empty when nothing does.
  func breaches(of standard: String = "2a+ua") throws -> [String] {
    let (status, output) = try run(
      python, SamplePlan.root.appending(path: "Tests/pdfcheck").path, path, standard)
    let lines = output.split(separator: "\n").map(String.init)
    if status == 0, lines.count == 1, lines[0].hasSuffix("no breach") { return [] }
    return lines.isEmpty ? ["pdfcheck ended with status \(status)"] : lines
  }

  /// The structure tree with its text, by `Tests/pdfcheck`.
  func tree() throws -> String {
    try run(
      python, SamplePlan.root.appending(path: "Tests/pdfcheck").path, "--tree", path
    ).output.trimmingCharacters(in: .newlines)
  }
}

/// The Python with the packages that `scripts/setup` installs, or the machine's own.
let python: String = {
  let own = SamplePlan.root.appending(path: ".venv/bin/python").path
  return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
}()

/// Runs a program and waits for it.
func run(_ program: String, _ arguments: String...) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
