/// Where the files are that a letter names: its images, and the PDFs enclosed with it.
///
/// A folder is one (``AssetFolder``), memory another (``AssetMemory``); a server makes its own of the
/// parts of a request. It is asked while a letter is composed, once for each time a file is named.
public protocol AssetStore: Sendable {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: as the letter names it: relative, with `/` between its parts, without `..`.
  ///   - limit: the most bytes it may have; more are refused after the call too.
  /// - Throws: ``AssetError``, which becomes an error at the place in the letter.
  func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8]
}

/// Why a store does not hand out a file.
public enum AssetError: Error, Hashable, Sendable {
  /// There is none of that name.
  case missing
  /// It lies outside the store.
  case outside
  /// It is there and cannot be had: a message, lower case and without a full stop, and what to do.
  case refused(DiagnosticText, hints: [DiagnosticText] = [])

  static func tooBig(_ path: String, _ count: Int, limit: Int) -> AssetError {
    .refused(
      "\(quoted(path)) has \(count) bytes, more than the \(megabytes(limit)) it may have",
      hints: ["make it smaller"])
  }
}

/// Assets that are files in a folder and in the folders within it.
public struct AssetFolder: AssetStore, Hashable {
  /// The folder's path.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(path: String) { self.path = path.isEmpty ? "." : path }

  /// Reads a file that lies in the folder with every link followed.
  public func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
    ReadNotes.note(self.path + "/" + path)
    guard let file = realPath(self.path + "/" + path) else { throw .missing }
    guard let root = realPath(self.path), file.hasPrefix(root == "/" ? "/" : root + "/") else {
      throw .outside
    }
    do throws(Diagnostics) {
      return try readFile(at: file, named: path, limit: limit)
    } catch {
      let first = error.all.first
      throw .refused(first?.text ?? "cannot read \(quoted(path))", hints: first?.steps ?? [])
    }
  }
}

/// Assets that are in memory, by the paths that letters name them by.
public struct AssetMemory: AssetStore, Hashable {
  private let files: [String: [UInt8]]

  /// Keeps files in memory; none by default.
  public init(_ files: [String: [UInt8]] = [:]) { self.files = files }

  /// The file of that path.
  public func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
    guard let bytes = files[path] else { throw .missing }
    return bytes
  }
}

extension AssetStore where Self == AssetFolder {
  /// The files of a folder and of the folders within it.
  public static func folder(_ path: String) -> AssetFolder { AssetFolder(path: path) }
}

extension AssetStore where Self == AssetMemory {
  /// Files in memory, by the paths that letters name them by.
  public static func memory(_ files: [String: [UInt8]]) -> AssetMemory { AssetMemory(files) }

  /// No files at all.
  public static var none: AssetMemory { AssetMemory() }
}
