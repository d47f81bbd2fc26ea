import Foundation
import Proofing
import Testing

/// The package for Python, by its own tests over the program that is tested.
struct PythonPackageTests {
  private func python(_ arguments: String..., limit: Int = 60) async throws -> Run {
    try await Run(
      Project.path(".venv/bin/python"), arguments,
      environment: [
        "LETTERPDF_PROGRAM": Project.program.path, "PYTHONDONTWRITEBYTECODE": "1",
        "MYPY_CACHE_DIR": "/dev/null",
      ],
      in: Project.root.appending(path: "Bindings/python"), limit: limit)
  }

  @Test func `Its tests pass: threads, killed workers, forks, and the programs of its page`()
    async throws
  {
    let run = try await python("-m", "pytest", "-q", "-p", "no:cacheprovider", limit: 300)
    #expect(run.ending == .exit(0), "\(run.output)")
    #expect(run.output.firstMatch(of: /([0-9]+) passed/).flatMap { Int($0.output.1) } ?? 0 >= 20)
  }

  @Test func `Its types are sound`() async throws {
    let run = try await python("-m", "mypy", limit: 300)
    #expect(run.ending == .exit(0), "\(run.output)")
  }

  @Test func `It becomes a wheel that says it has types`() async throws {
    let scratch = try Scratch()
    let run = try await python(
      "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
      "--disable-pip-version-check", "--no-index", "-w", scratch.folder.path, ".", limit: 120)
    #expect(run.ending == .exit(0), "\(run)")
    let wheel = try #require(scratch.names.first)
    #expect(scratch.names.count == 1 && wheel.hasSuffix("-py3-none-any.whl"))
    let list = try await output(
      of: Project.python, "-m", "zipfile", "-l", scratch.path(wheel))
    #expect(list.contains("letterpdf/py.typed") && list.contains("letterpdf/_worker.py"))
  }
}
