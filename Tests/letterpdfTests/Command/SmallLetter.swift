import Foundation
import Proofing

/// The head of a small letter of one page.
let smallHead = """
  layout: kl
  date: 2024-03-11
  subject: Prøve
  """

/// A small letter of one page.
func smallLetter(head: String = smallHead, body: String = "Kære alle") -> String {
  "---\n\(head)\n---\n\n\(body)\n"
}

/// A letter set by the built program in a folder of its own.
struct SetLetter {
  let scratch: Scratch
  let run: Run

  /// Sets a letter, a small one unless another is given, to `letter.pdf` beside it, within so many
  /// seconds.
  init(
    _ text: String = smallLetter(), _ options: String..., files: [String: [UInt8]] = [:],
    environment: [String: String?] = [:], limit: Int = 60
  ) async throws {
    try await self.init(text, options, files: files, environment: environment, limit: limit)
  }

  /// Sets a letter with options that are given as a list.
  init(
    _ text: String, _ options: [String], files: [String: [UInt8]] = [:],
    environment: [String: String?] = [:], limit: Int = 60
  ) async throws {
    scratch = try Scratch()
    try scratch.write(text, as: "letter.md")
    for (name, bytes) in files { try scratch.write(bytes, as: name) }
    run = try await letterpdf(
      ["render", "letter.md"] + options, environment: environment, in: scratch.folder,
      limit: limit)
  }

  /// Sets one of the letters that come with the project.
  init(example: String, _ options: String..., environment: [String: String?] = [:]) async throws {
    scratch = try Scratch()
    run = try await letterpdf(
      ["render", Project.path("Examples/\(example).md"), "-o", scratch.path("letter.pdf")]
        + options, environment: environment, in: scratch.folder)
  }

  /// The bytes of the PDF; nil when there is none.
  var pdf: [UInt8]? { scratch.bytes("letter.pdf") }

  /// The words of the PDF, in the order of its content.
  func text() async throws -> String {
    try await output(of: "pdftotext", "-raw", "-enc", "UTF-8", scratch.path("letter.pdf"), "-")
  }

  /// The words of the PDF as mupdf reads them.
  func textByMuPDF() async throws -> String {
    try await output(of: "mutool", "draw", "-q", "-F", "txt", scratch.path("letter.pdf"))
  }
}
