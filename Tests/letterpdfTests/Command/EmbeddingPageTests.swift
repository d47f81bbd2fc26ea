import Proofing
import Testing

/// The page on the library shows code that is compiled and run, by `make test` from a package outside.
struct EmbeddingPageTests {
  /// The Swift of the page, block by block.
  private func blocks() throws -> [String] {
    try Project.text("Docs/embedding.md").matches(of: /```swift\n((?s).*?)```/).map {
      String($0.output.1)
    }
  }

  @Test func `The page begins with a whole manifest, that of the package that is built`() throws {
    let manifest = try Project.text("Tests/Embedding/Package.swift")
    #expect(
      try blocks().first == manifest.replacing("path: \"../..\"", with: "path: \"../letterpdf\""))
  }

  @Test func `Its other code stands in that package word for word`() throws {
    let blocks = try blocks()
    #expect(blocks.count == 3)
    #expect(try Project.text("Tests/Embedding/Sources/Embedding/Checks.swift").contains(blocks[1]))
    #expect(
      try Project.text("Tests/Embedding/Sources/Embedding/Decisions.swift") == blocks[2])
  }
}
