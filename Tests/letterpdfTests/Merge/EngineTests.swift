import Foundation
import Proofing
import Testing

/// The engines that share a run out over machines, with the files that are shipped for them.
struct EngineTests {
  @Test func `A Slurm array makes the single run`() async throws {
    let folder = try MergeFolder(30, faulty: [4])
    let run = try await Run(
      Project.python,
      [
        "-m", "slurm", Project.path("Integrations/slurm/letterpdf.sbatch"), "3",
        "LETTERPDF=\(Project.program.path)", "LETTER=\(folder.scratch.path("letter.md"))",
        "RECIPIENTS=\(folder.scratch.path("records.csv"))", "OUT=\(folder.scratch.path("out"))",
      ],
      environment: ["PYTHONPATH": Project.path("Tests"), "PYTHONDONTWRITEBYTECODE": "1"],
      limit: 240)
    if run.ending == .exit(77) { try Test.cancel("\(run.output)") }
    #expect(run.ending == .exit(0), "\(run.output)\(run)")
    let joined = try await letterpdf("manifest", "merge", "out", in: folder.scratch.folder)
    #expect(joined.ending == .exit(3))
    // Faults are told at their places, by the path that was given.
    _ = try await letterpdf(
      "merge", folder.scratch.path("letter.md"), "--recipients", folder.scratch.path("records.csv"),
      "-o", folder.scratch.path("whole"), "--name", "{{id}}")
    let shares = try folder.files("out").filter { !$0.key.contains("-of-") }
    #expect(shares == (try folder.files("whole")))
  }

  @Test func `The Kubernetes job is one that Kubernetes takes`() async throws {
    let run = try await Run(
      Project.path(".venv/bin/kubernetes-validate"),
      ["--strict", Project.path("Integrations/kubernetes/letterpdf-job.yaml")])
    #expect(run.ending == .exit(0), "\(run.output)\(run)")
  }
}
