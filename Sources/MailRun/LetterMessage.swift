import Typeset

/// A message that a letter is sent in, as it was made.
package struct LetterMessage: Sendable {
  /// What it is: `memo`, `forsendelse`.
  package let form: String
  /// The message; it names its recipient by number, and nothing else of a run does.
  package let bytes: [UInt8]
  /// Its identifier.
  package let uuid: String
  /// The SHA-256 of the message before its identifier stood in it, `00000000-…` in its place; shown
  /// nowhere.
  let secret: String

  /// Takes a message in.
  package init(form: String, bytes: [UInt8], uuid: String, secret: String) {
    (self.form, self.bytes, self.uuid, self.secret) = (form, bytes, uuid, secret)
  }

  /// The secret of a message that is read again.
  static func secret(of bytes: [UInt8], uuid: String) -> String {
    let name = Array(uuid.utf8)
    var bytes = bytes
    let place = bytes.indices.first {
      bytes[$0] == name[0] && bytes[$0...].starts(with: name)
    }
    guard let place, !name.isEmpty else { return "" }
    for (index, byte) in name.enumerated() where byte != UInt8(ascii: "-") {
      bytes[place + index] = UInt8(ascii: "0")
    }
    return sha256(bytes)
  }
}

/// Where the messages of one form are written.
package struct MessageFolder: Sendable {
  /// What they are: `memo`, `forsendelse`.
  package let form: String
  /// The folder.
  package let path: String
  /// The folder as the manifest's folder sees it; empty for that folder itself.
  package let name: String

  /// Names a folder.
  package init(form: String, path: String, name: String) {
    (self.form, self.path, self.name) = (form, path, name)
  }
}

/// What a manifest says of a message.
package struct MessageLine: Hashable, Sendable {
  /// What it is.
  package let form: String
  /// Its file, from the manifest's folder; nil for one in a container alone.
  package let file: String?
  /// How many bytes it has.
  package let bytes: Int
  /// The SHA-256 of the file.
  package let sha256: String
  /// Its identifier.
  package let uuid: String

  var object: JSONText {
    var object = JSONText()
    object.add("form", form)
    object.add("file", file)
    object.add("bytes", bytes)
    object.add("sha256", sha256)
    object.add("uuid", uuid)
    return object
  }
}

/// The files of the messages of a run, in folders beside or instead of those of its letters.
struct MessageFiles: Sendable {
  private let folders: [String: (folder: MessageFolder, files: LetterFiles)]
  /// All folders of the run, that of its manifest too.
  private let runFolders: [String]

  /// - Parameter run: the run's own folder; nil for none.
  init(_ folders: [MessageFolder], in run: String?, shard: Shard) {
    runFolders = folders.map(\.path) + [run].compactMap { $0 }
    self.folders = Dictionary(
      folders.map { ($0.form, ($0, LetterFiles(folder: $0.path, shard: shard))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Makes room for them.
  ///
  /// - Throws: that something else is in a folder.
  func begin() throws(Diagnostics) {
    for (folder, files) in folders.values.sorted(by: { $0.folder.form < $1.folder.form }) {
      try makeFolders(folder.path)
      try OutputFolder.checkOwn(folder.path, with: runFolders)
      files.clear()
      try files.begin()
    }
  }

  /// Takes away what was begun and never named.
  func clear() { for (_, files) in folders.values { files.clear() } }

  /// Where the messages of a letter go, by the name of its own file.
  private static func name(of letter: String) -> String {
    letter.hasSuffix(".pdf") ? letter.dropLast(4) + ".xml" : letter + ".xml"
  }

  /// Writes the messages of a letter.
  ///
  /// - Parameters:
  ///   - file: the path of the letter in its folder.
  ///   - worker: who writes.
  func write(
    _ messages: [LetterMessage], of file: String, by worker: Int
  ) throws(Diagnostics) -> [MessageLine] {
    var lines: [MessageLine] = []
    for message in messages {
      var place: String?
      if let (folder, files) = folders[message.form] {
        let name = Self.name(of: file)
        try files.write(message.bytes, as: name, by: worker)
        place = folder.name.isEmpty ? name : "\(folder.name)/\(name)"
      }
      lines.append(
        MessageLine(
          form: message.form, file: place, bytes: message.bytes.count,
          sha256: sha256(message.bytes), uuid: message.uuid))
    }
    return lines
  }

  /// What of a message was said in a manifest, if its file is there and the same.
  func bytes(of line: MessageLine) -> [UInt8]? {
    guard let (folder, _) = folders[line.form], let file = line.file else { return nil }
    let own = folder.name.isEmpty ? file[...] : file.dropFirst(folder.name.utf8.count + 1)
    guard let bytes = try? readFile(at: "\(folder.path)/\(own)", limit: line.bytes),
      bytes.count == line.bytes, sha256(bytes) == line.sha256
    else { return nil }
    return bytes
  }

  /// Takes messages away of which the manifest will not tell.
  func remove(_ lines: [MessageLine]) {
    for line in lines {
      guard let (folder, files) = folders[line.form], let file = line.file else { continue }
      files.remove(
        String(folder.name.isEmpty ? file[...] : file.dropFirst(folder.name.utf8.count + 1)))
    }
  }

  /// Has them on the disk.
  func sync() throws(Diagnostics) {
    for (folder, _) in folders.values {
      let descriptor = systemOpenFolder(folder.path)
      defer { closeFolder(descriptor) }
      guard descriptor >= 0, syncFileSystem(of: descriptor) else {
        throw fileFailure("write", folder.path)
      }
    }
  }
}
