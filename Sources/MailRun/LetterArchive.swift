internal import CArchive
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
  private let archive: OpaquePointer
  /// The manifest until the letters are all there; a file, for runs are long.
  private var manifest: GrowingFile
  private var isFinished = false

  /// - Throws: that the file cannot be made.
  package init(path: String) throws(Diagnostics) {
    guard path.hasSuffix(".tar.zst") else {
      throw Diagnostics([
        Diagnostic(
          .error, "the archive cannot be \"\(path)\"", hints: ["write a name that ends in .tar.zst"]
        )
      ])
    }
    self.path = path
    partial = path + ".partial"
    guard let made = archive_write_new() else {
      throw Diagnostics([Diagnostic(.error, "there is no memory for an archive")])
    }
    archive = made
    manifest = try GrowingFile(path: path + ".manifest")
    // POSIX's form, for names in any script (IEEE 1003.1, pax).
    guard archive_write_set_format_pax_restricted(made) == ARCHIVE_OK,
      archive_write_add_filter_zstd(made) >= ARCHIVE_WARN,
      archive_write_open_filename(made, partial) == ARCHIVE_OK
    else { throw failure }
  }

  deinit {
    archive_write_free(archive)
    manifest.discard()
    if !isFinished { unlink(partial) }
  }

  private var failure: Diagnostics {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "for no given reason"
    return Diagnostics([
      Diagnostic(
        .error, "cannot write \"\(path)\": \(reason)",
        hints: ["check the folder, its permissions and the space on the disk"])
    ])
  }

  /// Takes the next letter, and notes it down.
  package func take(_ line: ManifestLine, _ bytes: [UInt8]?) throws(Diagnostics) {
    if let file = line.file, let bytes { try add(file, bytes) }
    try manifest.add(line.text)
  }

  /// Puts the manifest and the summary behind the letters, and the archive in its place.
  package func finish(_ summary: RunSummary) throws(Diagnostics) {
    try addManifest()
    try add("summary.json", Array((summary.json + "\n").utf8))
    guard archive_write_close(archive) == ARCHIVE_OK else { throw failure }
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
    guard let entry = archive_entry_new() else { throw failure }
    defer { archive_entry_free(entry) }
    archive_entry_update_pathname_utf8(entry, name)
    archive_entry_set_size(entry, la_int64_t(size))
    archive_entry_set_filetype(entry, Self.regularFile)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_mtime(entry, 0, 0)
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw failure }
  }

  /// What an ordinary file is to libarchive (`AE_IFREG`).
  private static let regularFile: UInt32 = 0o100000

  private func write(_ bytes: [UInt8]) throws(Diagnostics) {
    guard archive_write_data(archive, bytes, bytes.count) == bytes.count else { throw failure }
  }
}
