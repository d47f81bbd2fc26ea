import Foundation
import Proofing
import Testing

@testable import Typeset

/// What is generated from the tables of keys is as they are; `make reference` writes it anew.
@Suite struct ReferenceTests {
  private let writes = ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil

  /// Compares a file with what it should be, or writes it and fails, so that no one takes a run that
  /// writes for one that passed.
  private func expect(_ text: String, in path: String) throws {
    guard (try? Project.text(path)) != text else { return }
    if writes { try text.write(toFile: Project.path(path), atomically: true, encoding: .utf8) }
    Issue.record(
      "\(path) \(writes ? "is made anew" : "is stale: make it anew with make reference")")
  }

  private var layoutKeys: [KeyDescription] {
    let empty = Layout(file: SourceFile(name: "", text: ""), name: "", regions: .none)
    return Layout.keys.map { $0.described(empty) }
  }

  private var letterKeys: [KeyDescription] { Letter.headKeys.map { $0.described(nil) } }

  @Test(arguments: SchemaSubject.allCases)
  func `The schemas are those of the keys`(subject: SchemaSubject) throws {
    let schema = try Typesetter(resources: .folder(Project.folder)).schema(of: subject)
    try expect(schema, in: "Docs/schema/\(subject.rawValue).schema.json")
  }

  @Test func `The reference of layouts tells of every key`() throws {
    var writer = ReferenceWriter()
    try expect(writer.layouts(layoutKeys), in: "Docs/layout-reference.md")
  }

  @Test func `The page on diagnostics tells of every code`() throws {
    let path = "Docs/diagnostics.md"
    let (start, end) = ("<!-- Made by make reference -->\n", "<!-- to here -->")
    let text = try Project.text(path)
    let from = try #require(text.range(of: start)?.upperBound)
    let to = try #require(text.range(of: end)?.lowerBound)
    let rows = DiagnosticCode.all.map { code in
      "| `\(code.text)` | \(code.cause) | \(code.cure) |\n".replacingOccurrences(
        of: "\\|", with: "\\\\|")
    }
    let table = "| Code | Cause | Cure |\n| --- | --- | --- |\n" + rows.joined()
    try expect(text.replacingCharacters(in: from..<to, with: table), in: path)
  }

  @Test func `The letter format tells of every key of the head`() throws {
    let path = "Docs/letter-format.md"
    let (start, end) = ("<!-- Made by make reference -->\n", "<!-- to here -->")
    let text = try Project.text(path)
    let from = try #require(text.range(of: start)?.upperBound)
    let to = try #require(text.range(of: end)?.lowerBound)
    let rows = ReferenceWriter.rows(letterKeys + Letter.fieldDescriptions)
    try expect(text.replacingCharacters(in: from..<to, with: rows), in: path)
  }
}
