package import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All letters of a run in one `tar.zst`, with the manifest and the summary at its end.
///
/// It is written beside its place and put there when it is whole. Nothing in it depends on the time, the
/// user or the machine, so equal runs are equal archives.
package final class LetterArchive: LetterSink {
  private let path: String
  private let partial: String
  private let library: ArchiveLibrary
  private let archive: OpaquePointer
  /// The manifest until the letters are all there; a file, for runs are long.
  private var manifest: GrowingFile
  private var isFinished = false

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
    self.path = path
    partial = path + ".partial"
    guard let library = ArchiveLibrary.shared, let made = library.make() else {
      throw Diagnostics([
        Diagnostic(
          .error, .missingLibrary, "there is no libarchive on this machine, which makes archives",
          hints: ["install it: libarchive13", "write to a folder with -o"])
      ])
    }
    self.library = library
    archive = made
    manifest = try GrowingFile(path: path + ".manifest")
    guard library.setFormat(made) == ArchiveLibrary.done,
      library.addFilter(made) >= ArchiveLibrary.warned,
      library.open(made, partial) == ArchiveLibrary.done
    else { throw failure }
  }

  deinit {
    _ = library.free(archive)
    manifest.discard()
    if !isFinished { unlink(partial) }
  }

  private var failure: Diagnostics {
    let reason = library.error(archive).map { String(cString: $0) } ?? "for no given reason"
    return Diagnostics([
      Diagnostic(
        .error, .cannotWrite, "cannot write \"\(path)\": \(reason)",
        hints: ["check the folder, its permissions and the space on the disk"])
    ])
  }

  /// Takes the next letter, and notes it down.
  package func take(_ line: ManifestLine, _ letter: MadeLetter?) throws(Diagnostics) {
    if let file = line.file, let letter { try add(file, letter.bytes) }
    try manifest.add(line.text)
  }

  /// Puts the manifest and the summary behind the letters, and the archive in its place.
  package func finish(_ summary: RunSummary) throws(Diagnostics) {
    try addManifest()
    try add("summary.json", Array((summary.json + "\n").utf8))
    guard library.close(archive) == ArchiveLibrary.done else { throw failure }
    let descriptor = systemOpen(partial, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    guard descriptor >= 0, fsync(descriptor) == 0, rename(partial, path) == 0 else {
      throw fileFailure("write", path)
    }
    isFinished = true
  }

  private func add(_ name: String, _ bytes: [UInt8]) throws(Diagnostics) {
    try begin(name, size: bytes.count)
    try write(bytes)
  }

  private func addManifest() throws(Diagnostics) {
    try begin("manifest.jsonl", size: try manifest.complete())
    var lines = try LineReader(path: path + ".manifest")
    while let line = try lines.next() { try write(Array((line + "\n").utf8)) }
  }

  /// Begins a file of the archive.
  private func begin(_ name: String, size: Int) throws(Diagnostics) {
    guard let entry = library.makeEntry() else { throw failure }
    defer { library.freeEntry(entry) }
    _ = library.setName(entry, name)
    library.setSize(entry, Int64(size))
    library.setType(entry, ArchiveLibrary.regularFile)
    library.setPermissions(entry, 0o644)
    library.setTime(entry, 0, 0)
    guard library.begin(archive, entry) == ArchiveLibrary.done else { throw failure }
  }

  private func write(_ bytes: [UInt8]) throws(Diagnostics) {
    guard library.write(archive, bytes, bytes.count) == bytes.count else { throw failure }
  }
}
