package import Foundation

/// A folder of its own for one test, removed with everything in it when the test lets go of it.
package final class Scratch: Sendable {
  /// The folder.
  package let folder: URL

  package init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "letterpdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The absolute path of a name in the folder.
  package func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file; returns its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a text file; returns its path.
  @discardableResult
  package func write(_ text: String, as name: String) throws -> String {
    try write(text.utf8, as: name)
  }

  /// The bytes of a file.
  package func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// The bytes of a file; nil when there is none.
  package func bytes(_ name: String) -> [UInt8]? {
    try? read(name)
  }

  /// Every file below a folder in it by its path from there, with its bytes, hidden ones too.
  package func files(below name: String) throws -> [String: [UInt8]] {
    let root = folder.appending(path: name)
    var files: [String: [UInt8]] = [:]
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = all?.nextObject() as? URL {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files[String(file.path.dropFirst(root.path.count))] = [UInt8](try Data(contentsOf: file))
    }
    return files
  }

  /// The names of everything in the folder, sorted.
  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
