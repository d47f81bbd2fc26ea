import Foundation
import Proofing
import Testing

/// What a run shows to somebody who watches it, through a terminal of Python's making.
struct ProgressTests {
  /// What the command writes to a terminal on its standard error, with escapes as they are written
  /// in Python.
  func terminal(_ folder: MergeFolder, _ options: String...) async throws -> String {
    let words = [
      Project.program.path, "merge", "letter.md", "--recipients", "records.csv", "--jobs", "1",
    ]
    let run = try await Run(
      Project.python, ["-c", Self.script, folder.scratch.folder.path] + words + options)
    #expect(run.ending == .exit(0), "\(run)")
    return run.output
  }

  private static let script = """
    import os, pty, subprocess, sys
    ours, theirs = pty.openpty()
    child = subprocess.Popen(sys.argv[2:], cwd=sys.argv[1], stderr=theirs, stdout=subprocess.DEVNULL)
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 4096)
        except OSError:
            break
        if not more:
            break
        said += more
    print(child.wait(), ascii(said.decode()))
    """

  @Test func `A bar grows on a terminal, tells the rate and the faults, and is taken away`()
    async throws
  {
    let folder = try MergeFolder(2000, faulty: [2])
    let said = try await terminal(folder, "-o", "out")
    #expect(said.hasPrefix("3 'columns used: id, name, street"))
    let bars = said.matches(
      of: /\\r\\x1b\[K\[(#*)(\.*)\] (\d+) of 2000 records, \d+ a second(, \d+ s left)?, 1 fault/)
    let settled = bars.compactMap { Int($0.output.3) }
    #expect(settled.count >= 2, "\(said)")
    #expect(settled == settled.sorted() && settled.allSatisfy { $0 <= 2000 })
    for bar in bars {
      #expect(bar.output.1.count + bar.output.2.count == 24)
      #expect(bar.output.1.count == (Int(bar.output.3) ?? 0) * 24 / 2000)
    }
    #expect(said.contains("record 2:"))
    // A bar is taken away before anything else is said, and at the end.
    #expect(said.hasSuffix("\\r\\x1b[K'\n"), "\(said.suffix(80))")
  }

  @Test func `A quiet run shows no bar`() async throws {
    let folder = try MergeFolder(60)
    #expect(try await terminal(folder, "-o", "out", "--quiet") == "0 ''\n")
  }
}
