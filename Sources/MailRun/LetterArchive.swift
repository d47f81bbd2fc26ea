package import Typeset

/// All letters of a run in one `tar.zst`, with the manifest and the summary at its end.
package final class LetterArchive: LetterSink {
  private let archive: ArchiveWriter
  /// The manifest until the letters are all there; a file, for runs are long.
  private var manifest: GrowingFile

  /// - Throws: that the file cannot be made.
  package init(path: String) throws(Diagnostics) {
    guard path.hasSuffix(".tar.zst") else {
      throw Diagnostics([
        Diagnostic(
          .error, .archive, "the archive cannot be \"\(path)\"",
          hints: ["write a name that ends in .tar.zst"]
        )
      ])
    }
    archive = try ArchiveWriter(path: path, filter: .zstd)
    manifest = try GrowingFile(for: path)
  }

  /// Takes the next letter, and notes it down.
  package func take(_ line: ManifestLine, _ letter: MadeLetter?) throws(Diagnostics) {
    if let file = line.file, let letter { try archive.add(file, letter.bytes) }
    try manifest.add(line.text)
  }

  /// Puts the manifest and the summary behind the letters, and the archive in its place.
  package func finish(_ summary: RunSummary) throws(Diagnostics) {
    try addManifest()
    try archive.add("summary.json", Array((summary.json + "\n").utf8))
    try archive.complete()
    try archive.settle()
  }

  private func addManifest() throws(Diagnostics) {
    try archive.begin("manifest.jsonl", size: try manifest.complete())
    var lines = try LineReader(path: manifest.path)
    while let line = try lines.next() { try archive.write(Array((line + "\n").utf8)) }
  }
}
