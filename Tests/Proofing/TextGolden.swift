package import Foundation

/// A text whose lines must all be the same, such as the dump of a layout.
package struct TextGolden: Golden {
  package let text: String

  package init(_ text: String) { self.text = text }

  package init(reference: Data) { text = String(decoding: reference, as: UTF8.self) }

  package var reference: Data { Data(text.utf8) }

  package func difference(from expected: TextGolden) -> (reason: String, evidence: Data)? {
    guard text != expected.text else { return nil }
    let actualLines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = max(actualLines.count, expectedLines.count)
    let differing = (0..<count).filter { index in
      let lines = (actualLines.dropFirst(index).first, expectedLines.dropFirst(index).first)
      return lines.0 != lines.1
    }
    // Texts that differ only in how a character is encoded have equal lines.
    let first = differing.first ?? 0
    let was = expectedLines.dropFirst(first).first.map { "\"\($0)\"" } ?? "the end"
    let now = actualLines.dropFirst(first).first.map { "\"\($0)\"" } ?? "the end"
    return ("line \(first + 1) was \(was), is \(now); \(differing.count) lines differ", reference)
  }
}
