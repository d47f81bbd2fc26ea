import Typeset

/// Where the files of a run go: each to a place of its own, and none over what the run reads.
struct OutputPlaces {
  /// What keeps two names apart; the second of two equal ones would be all that is left.
  private enum Place: Hashable {
    case standardOutput
    case file(FileIdentity)
    /// A file that is not there yet.
    case name(String, folder: FileIdentity?)

    /// nil for a device, which takes what comes.
    init?(_ path: String) {
      if path == "-" {
        self = .standardOutput
      } else if let file = FileIdentity(path: path) {
        guard file.isRegular else { return nil }
        self = .file(file)
      } else {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = slash == path.startIndex ? "." : String(path[..<slash])
        self = .name(String(path[slash...]), folder: FileIdentity(path: folder))
      }
    }
  }

  let paths: [String]

  /// What keeps the files from being written that is known before there are any: a folder that is
  /// not there.
  var missingFolders: [Diagnostic] {
    paths.compactMap { path in
      guard path != "-", let slash = path.lastIndex(of: "/"), slash > path.startIndex,
        FileIdentity(path: String(path[..<slash])) == nil
      else { return nil }
      return Diagnostic(
        .error, .cannotWrite, "cannot write \"\(path)\": \(FileIdentity.lastError)",
        hints: ["check the folder, its permissions and the space on the disk"])
    }
  }

  /// - Throws: the first path that another has already taken.
  func checkApart() throws(Diagnostics) {
    var taken: Set<Place> = []
    for path in paths {
      guard let place = Place(path), !taken.insert(place).inserted else { continue }
      let name = path == "-" ? "standard output" : "the file \"\(path)\""
      throw Diagnostics([
        Diagnostic(
          .error, .writtenTwice, "\(name) would be written twice",
          hints: ["give each output a name of its own"])
      ])
    }
  }

  /// - Throws: when a path is that of a file which the run reads, and would be lost.
  ///
  /// - Parameter name: what the file is to the letter.
  func keep(_ read: String, _ name: DiagnosticText) throws(Diagnostics) {
    guard let kept = FileIdentity(path: read) else { return }
    for path in paths where FileIdentity(path: path) == kept {
      throw Diagnostics([
        Diagnostic(
          .error, .writtenTwice, "the output \"\(path)\" is \(name) itself",
          hints: ["name another file with -o"])
      ])
    }
  }
}
