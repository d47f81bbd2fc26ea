import GLibSupport

/// The functions of libarchive that write an archive, as `archive.h` and `archive_entry.h` declare them.
///
/// Unchecked by need: they are pointers to code, which nothing changes.
struct ArchiveLibrary: @unchecked Sendable {
  typealias Handle = OpaquePointer
  typealias Make = @convention(c) () -> Handle?
  typealias Act = @convention(c) (Handle) -> Int32
  typealias Discard = @convention(c) (Handle) -> Void
  typealias Open = @convention(c) (Handle, UnsafePointer<CChar>) -> Int32
  typealias Tell = @convention(c) (Handle) -> UnsafePointer<CChar>?
  typealias SetNumber = @convention(c) (Handle, Int64) -> Void
  typealias SetMode = @convention(c) (Handle, UInt32) -> Void
  typealias SetTime = @convention(c) (Handle, Int, Int) -> Void
  typealias Begin = @convention(c) (Handle, Handle) -> Int32
  typealias Write = @convention(c) (Handle, UnsafeRawPointer, Int) -> Int

  /// `ARCHIVE_OK`, and the least that is no failure, `ARCHIVE_WARN`.
  static let done: Int32 = 0
  static let warned: Int32 = -20
  /// An ordinary file, `AE_IFREG`.
  static let regularFile: UInt32 = 0o100000

  let make: Make
  let setFormat: Act
  let addZstd: Act
  let addLZMA: Act
  let open: Open
  let close: Act
  let free: Act
  let error: Tell
  let begin: Begin
  let write: Write
  let makeEntry: Make
  let freeEntry: Discard
  let setName: Open
  let setSize: SetNumber
  let setType: SetMode
  let setPermissions: SetMode
  let setTime: SetTime

  /// The machine's libarchive; nil where there is none.
  static let shared = ArchiveLibrary()

  private init?() {
    guard let library = DynamicLibrary("libarchive.so.13", "libarchive.13.dylib"),
      let make: Make = library.function("archive_write_new"),
      // POSIX's form, for names in any script (IEEE 1003.1, pax).
      let setFormat: Act = library.function("archive_write_set_format_pax_restricted"),
      let addZstd: Act = library.function("archive_write_add_filter_zstd"),
      let addLZMA: Act = library.function("archive_write_add_filter_lzma"),
      let open: Open = library.function("archive_write_open_filename"),
      let close: Act = library.function("archive_write_close"),
      let free: Act = library.function("archive_write_free"),
      let error: Tell = library.function("archive_error_string"),
      let begin: Begin = library.function("archive_write_header"),
      let write: Write = library.function("archive_write_data"),
      let makeEntry: Make = library.function("archive_entry_new"),
      let freeEntry: Discard = library.function("archive_entry_free"),
      let setName: Open = library.function("archive_entry_update_pathname_utf8"),
      let setSize: SetNumber = library.function("archive_entry_set_size"),
      let setType: SetMode = library.function("archive_entry_set_filetype"),
      let setPermissions: SetMode = library.function("archive_entry_set_perm"),
      let setTime: SetTime = library.function("archive_entry_set_mtime")
    else { return nil }
    (self.make, self.setFormat, self.open) = (make, setFormat, open)
    (self.addZstd, self.addLZMA) = (addZstd, addLZMA)
    (self.close, self.free, self.error, self.begin) = (close, free, error, begin)
    (self.write, self.makeEntry, self.freeEntry) = (write, makeEntry, freeEntry)
    (self.setName, self.setSize, self.setType) = (setName, setSize, setType)
    (self.setPermissions, self.setTime) = (setPermissions, setTime)
  }
}
