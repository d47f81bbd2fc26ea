package import Typeset

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The messages of a run in one `tar.lzma`, as Digital Post takes many at a time, or in several where one
/// would be too large; beside them a manifest that says which holds what.
///
/// Each message is a file of its own, named by its identifier.
package final class MessageArchive: LetterSink {
  private let path: String
  private let form: String
  private let limit: Int
  private var manifest: GrowingFile
  private var archives: [ArchiveWriter] = []
  private var size = 0

  /// The most bytes of messages that one container holds, before they are compressed: what a single
  /// message may have, since nothing else is published.
  package static let sizeLimit = 99_500_000

  /// - Parameters:
  ///   - form: the form of the messages that it takes.
  ///   - limit: the most bytes of messages in one container.
  /// - Throws: that there are files already, or none can be made.
  package init(
    path: String, form: String, limit: Int = MessageArchive.sizeLimit
  ) throws(Diagnostics) {
    guard path.hasSuffix(".tar.lzma") else {
      throw Diagnostics([
        Diagnostic(
          .error, .messageContainer, "the container cannot be \"\(path)\"",
          hints: ["write a name that ends in .tar.lzma"])
      ])
    }
    let stem = String(path.dropLast(".tar.lzma".count))
    // Those of a longer run before would stand among the new ones.
    for taken in [path, Self.part(1, of: stem)] where access(taken, F_OK) == 0 {
      throw Diagnostics([
        Diagnostic(
          .error, .messageContainer, "\"\(taken)\" is there already",
          hints: ["take the containers of the run before away, or name others"])
      ])
    }
    self.path = path
    self.form = form
    self.limit = limit
    manifest = try GrowingFile(for: stem + ".manifest.jsonl")
  }

  private var stem: String { String(path.dropLast(".tar.lzma".count)) }

  private static func part(_ number: Int, of stem: String) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
    return "\(stem)-\(zeros)\(digits).tar.lzma"
  }

  /// Takes the messages of the next letter, and notes down where they are.
  package func take(_ line: ManifestLine, _ letter: MadeLetter?) throws(Diagnostics) {
    var object = JSONText()
    object.add("number", line.number)
    object.add("id", line.id)
    object.add("status", line.status.rawValue)
    object.add("route", line.route)
    if let message = letter?.messages.first(where: { $0.form == form }) {
      let archive = try archive(for: message.bytes.count)
      try archive.add(message.uuid + ".xml", message.bytes)
      object.add("container", archives.count)
      object.add("file", message.uuid + ".xml")
      object.add("bytes", message.bytes.count)
      object.add("sha256", sha256(message.bytes))
    }
    object.add("diagnostics", line.diagnostics)
    try manifest.add(object.line)
  }

  /// The container that has room for so many bytes more.
  private func archive(for count: Int) throws(Diagnostics) -> ArchiveWriter {
    if let last = archives.last {
      if size + count <= limit {
        size += count
        return last
      }
      try last.complete()
    }
    let made = try ArchiveWriter(
      path: Self.part(archives.count + 1, of: stem), filter: .lzma)
    archives.append(made)
    size = count
    return made
  }

  /// Puts the containers in their places, the manifest last.
  ///
  /// - Returns: how many containers there are.
  package func finish() throws(Diagnostics) -> Int {
    try archives.last?.complete()
    unlink(stem + ".manifest.jsonl")
    for archive in archives { try archive.settle(as: archives.count == 1 ? path : nil) }
    try manifest.finish()
    return archives.count
  }
}
