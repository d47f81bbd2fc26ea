import Foundation

/// A PDF in a file of its own, looked at with programs that know nothing of this library.
package struct FileOnDisk: Sendable {
  /// The folder of the file, for what programs make of it.
  package let scratch: Scratch
  package let path: String
  private let name: String

  /// Writes bytes to a file, which is removed when no one holds this value.
  package init(_ bytes: [UInt8], suffix: String = "pdf") throws {
    scratch = try Scratch()
    name = "file.\(suffix)"
    path = try scratch.write(bytes, as: name)
  }

  /// What is in the file.
  package func bytes() throws -> [UInt8] { try scratch.read(name) }

  /// What breaks a standard, by `Tests/pdfcheck`; empty when nothing does.
  package func breaches(of standard: String = "2a+ua") async throws -> [String] {
    let run = try await Run(Project.python, [Project.path("Tests/pdfcheck"), path, standard])
    let lines = run.output.split(separator: "\n").map(String.init)
    if run.ending == .exit(0), lines.count == 1, lines[0].hasSuffix("no breach") { return [] }
    return lines.isEmpty ? ["pdfcheck: \(run)"] : lines
  }

  /// The structure tree with its text, by `Tests/pdfcheck`.
  package func tree() async throws -> String {
    try await output(of: Project.python, Project.path("Tests/pdfcheck"), "--tree", path)
      .trimmingCharacters(in: .newlines)
  }

  /// The objects as qpdf tells them.
  package func json() async throws -> String {
    try await output(of: "qpdf", "--json", "--json-key=qpdf", path)
  }

  /// The file as qpdf writes it out for people to read.
  package func readable() async throws -> String {
    try await output(of: "qpdf", "--qdf", "--object-streams=disable", path, "-")
  }

  /// The words of a page, by poppler.
  package func words(ofPage page: Int) async throws -> String {
    try await output(of: "pdftotext", "-f", "\(page)", "-l", "\(page)", path, "-")
  }
}
