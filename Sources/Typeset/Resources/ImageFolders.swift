/// Where images are found: those of a letter in its folder, those of a layout beside the layout.
struct ImageFolders: Hashable, Sendable {
  enum Origin: Hashable, Sendable { case letter, layout }

  let letter: String
  let layout: String

  /// The most bytes an image may have.
  static let sizeLimit = 64 * 1024 * 1024

  /// Reads an image by its path from the folder it belongs to, and out of nowhere else.
  ///
  /// - Throws: ``Diagnostics`` for a path out of the folder, a missing or a broken image.
  func read(_ path: Located<String>, of owner: Origin) throws(Diagnostics) -> ImageResource {
    let folder = folder(of: path, owner)
    let file = try contained(path, in: folder, owner, "image")
    let bytes = try readFile(
      at: file, named: path.value, limit: Self.sizeLimit, place: path.place)
    return try readImage(bytes, name: path.value, at: path.place)
  }

  /// Reads a PDF, as an enclosure or a letterhead, from the folder it belongs to.
  ///
  /// - Throws: ``Diagnostics`` for a path out of the folder, a missing file or one that is no PDF.
  func readPDF(_ path: Located<String>, of owner: Origin) throws(Diagnostics) -> [UInt8] {
    let file = try contained(path, in: folder(of: path, owner), owner, "PDF")
    // What one message of Digital Post may weigh in all.
    let bytes = try readFile(
      at: file, named: path.value, limit: 99_500_000, place: path.place)
    guard bytes.isPDF else {
      throw Diagnostics(
        .error(
          "\(quoted(path.value)) is not a PDF", at: path.place,
          hint: "print or save it as PDF first"))
    }
    return bytes
  }

  /// A layout that extends another names files beside itself, wherever the other stands.
  private func folder(of path: Located<String>, _ owner: Origin) -> String {
    guard owner == .layout else { return letter }
    guard let file = path.place?.file.name else { return layout }
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// The file's path, if it lies in the folder with every link followed.
  private func contained(
    _ path: Located<String>, in folder: String, _ owner: Origin, _ kind: String
  ) throws(Diagnostics) -> String {
    let whose = owner == .letter ? "letter" : "layout"
    let outside = Diagnostic.error(
      "the \(kind) \(quoted(path.value)) lies outside the folder of the \(whose)", at: path.place,
      hint: "put it beside the \(whose) and write its name alone")
    if path.value.isEmpty {
      throw Diagnostics(
        .error("the \(kind) has no path", at: path.place, hint: "write the name of its file"))
    }
    if path.value.hasPrefix("/") || path.value.contains("://") { throw Diagnostics(outside) }
    if path.value.split(separator: "/").contains("..") { throw Diagnostics(outside) }
    let joined = (folder.isEmpty ? "." : folder) + "/" + path.value
    guard let file = realPath(joined) else {
      throw Diagnostics(
        .error(
          "there is no \(kind) \(quoted(path.value))", at: path.place,
          hint: "check its name, and that it stands beside the \(whose)"))
    }
    guard let root = realPath(folder.isEmpty ? "." : folder),
      file.hasPrefix(root == "/" ? "/" : root + "/")
    else { throw Diagnostics(outside) }
    return file
  }
}

extension [UInt8] {
  /// Whether the header of a PDF stands in the first kilobyte, as readers allow.
  fileprivate var isPDF: Bool {
    String(decoding: prefix(1024), as: UTF8.self).contains("%PDF-")
  }
}
