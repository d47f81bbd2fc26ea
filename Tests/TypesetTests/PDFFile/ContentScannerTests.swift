import PDFFile
import Testing

/// Content streams are read token by token, whatever stands in strings and images.
struct ContentScannerTests {
  /// The operators of a stream.
  func operators(_ content: String) -> [String] {
    let bytes = Array(content.utf8)
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    var names: [String] = []
    while scanner.next(into: &operation) {
      names.append(String(decoding: bytes[operation.name], as: UTF8.self))
    }
    return names
  }

  @Test(arguments: [
    ("(0 0 0 rg) Tj", "Tj"), ("(a\\) 0 0 0 rg (nested) \\\\) Tj", "Tj"),
    ("<303020726720> Tj", "Tj"), ("[(0 0 0 rg) 12 <00>] TJ", "TJ"), ("% 0 0 0 rg\nS", "S"),
    ("/0 0 0 /rg gs", "gs"), ("BI /W 1 /H 1 ID 0 0 0 rg EIX EI\nS", "BI ID EI S"),
    ("<</A (0 0 0 rg)>> /B DP", "DP"), ("q 0 0 0 rg 1 1 1 rg Q", "q rg rg Q"),
  ])
  func `What looks like an operator within something else is none`(
    content: String, wanted: String
  ) {
    #expect(operators(content).joined(separator: " ") == wanted)
  }

  @Test(arguments: [
    "(", "<", "<<", "[", "BI ID", "/", "0 0 0", "\\", ")", ">>", "]", "BI\nID EI", "%", "(\\",
  ])
  func `Broken content comes to an end`(content: String) {
    #expect(operators(content).count <= 3)
  }

  @Test(arguments: [
    ("0 0 0 rg", true), ("0.5 0.5 0.5 RG", true), ("1 0 0 rg", false), ("0 0 0 1 k", false),
    ("0 0.0 0 rg", false),
  ])
  func `Equal parts of three colours are grey`(content: String, isGray: Bool) {
    var scanner = ContentScanner(Array(content.utf8))
    var operation = ContentScanner.Operation()
    let isFound = scanner.next(into: &operation)
    #expect(isFound)
    #expect((scanner.gray(operation) != nil) == isGray)
  }
}
