#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A page on the disk that leads to the preview, and that nobody but the user may read.
///
/// Whoever starts a browser with the address itself shows it to all who may look at the list of
/// processes, for as long as the browser runs.
package struct AddressFile: Hashable, Sendable {
  /// The file's path.
  package let path: String

  /// The folder for such files: that of the user's session, or else that for temporary ones.
  package static var folder: String {
    let named = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { (name: String) in
      getenv(name).map { String(cString: $0) }
    }
    return named.first { (path: String) in access(path, W_OK) == 0 } ?? "/tmp"
  }

  /// Writes a page under a name of its own; nil if the folder takes none.
  package init?(leadingTo address: String, in folder: String = AddressFile.folder) {
    let ending = ".html"
    var name = Array((folder + "/letterpdf-preview-XXXXXX" + ending).utf8CString)
    // Made with mode 0600, and never in the place of another file.
    let descriptor = mkstemps(&name, Int32(ending.utf8.count))
    guard descriptor >= 0 else { return nil }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let page = Array(
      """
      <!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">\
      <meta http-equiv="refresh" content="0; url=\(address)"><title>letterpdf</title>\
      <a href="\(address)">letterpdf</a>

      """.utf8)
    let count = page.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard close(descriptor) == 0, count == page.count else {
      remove()
      return nil
    }
  }

  /// Takes it away.
  package func remove() { unlink(path) }
}
