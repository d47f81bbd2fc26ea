import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An archive in the making, written beside its place and put there when it is whole.
///
/// Nothing in it depends on the time, the user or the machine, so equal files are equal archives.
final class ArchiveWriter {
  /// How an archive is compressed.
  enum Filter {
    case zstd, lzma
  }

  private let path: String
  private let file: UnsettledFile
  private let library: ArchiveLibrary
  private let archive: OpaquePointer

  /// - Throws: that the file cannot be made.
  init(path: String, filter: Filter) throws(Diagnostics) {
    self.path = path
    file = try UnsettledFile(for: path)
    guard let library = ArchiveLibrary.shared, let made = library.make() else {
      throw Diagnostics([
        Diagnostic(
          .error, .missingLibrary, "there is no libarchive on this machine, which makes archives",
          hints: ["install it: libarchive13", "write to a folder with -o"])
      ])
    }
    self.library = library
    archive = made
    let addFilter = filter == .zstd ? library.addZstd : library.addLZMA
    guard library.setFormat(made) == ArchiveLibrary.done,
      addFilter(made) >= ArchiveLibrary.warned,
      library.open(made, file.path) == ArchiveLibrary.done
    else { throw failure }
  }

  deinit { _ = library.free(archive) }

  private var failure: Diagnostics {
    let reason = library.error(archive).map { String(cString: $0) } ?? "for no given reason"
    return Diagnostics([
      Diagnostic(
        .error, .cannotWrite, "cannot write \"\(path)\": \(reason)",
        hints: ["check the folder, its permissions and the space on the disk"])
    ])
  }

  /// Adds a file.
  func add(_ name: String, _ bytes: [UInt8]) throws(Diagnostics) {
    try begin(name, size: bytes.count)
    try write(bytes)
  }

  /// Begins a file, whose bytes follow with ``write(_:)``.
  func begin(_ name: String, size: Int) throws(Diagnostics) {
    guard let entry = library.makeEntry() else { throw failure }
    defer { library.freeEntry(entry) }
    _ = library.setName(entry, name)
    library.setSize(entry, Int64(size))
    library.setType(entry, ArchiveLibrary.regularFile)
    library.setPermissions(entry, 0o644)
    library.setTime(entry, 0, 0)
    guard library.begin(archive, entry) == ArchiveLibrary.done else { throw failure }
  }

  /// Adds bytes to the file that was begun last.
  func write(_ bytes: [UInt8]) throws(Diagnostics) {
    guard library.write(archive, bytes, bytes.count) == bytes.count else { throw failure }
  }

  /// Has all of it on the disk, still beside its place.
  func complete() throws(Diagnostics) {
    guard library.close(archive) == ArchiveLibrary.done else { throw failure }
    try file.sync()
  }

  /// Gives it its name, or another.
  func settle(as name: String? = nil) throws(Diagnostics) {
    try file.settle(as: name)
  }
}
