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
    let file = try contained(path, in: folder, owner)
    let bytes = try readFile(
      at: file, named: path.value, limit: Self.sizeLimit, place: path.place)
    return try readImage(bytes, name: path.value, at: path.place)
  }

  /// A layout that extends another names files beside itself, wherever the other stands.
  private func folder(of path: Located<String>, _ owner: Origin) -> String {
    guard owner == .layout, let file = path.place?.file.name,
      let slash = file.lastIndex(of: "/")
    else { return owner == .letter ? letter : layout }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// The file's path, if it lies in the folder with every link followed.
  private func contained(
    _ path: Located<String>, in folder: String, _ owner: Origin
  ) throws(Diagnostics) -> String {
    let whose = owner == .letter ? "letter" : "layout"
    let outside = Diagnostic.error(
      "the image \(quoted(path.value)) lies outside the folder of the \(whose)", at: path.place,
      hint: "put it beside the \(whose) and write its name alone")
    if path.value.isEmpty {
      throw Diagnostics(
        .error("the image has no path", at: path.place, hint: "write the name of its file"))
    }
    if path.value.hasPrefix("/") || path.value.contains("://") { throw Diagnostics(outside) }
    if path.value.split(separator: "/").contains("..") { throw Diagnostics(outside) }
    let joined = (folder.isEmpty ? "." : folder) + "/" + path.value
    guard let file = realPath(joined) else {
      throw Diagnostics(
        .error(
          "there is no image \(quoted(path.value))", at: path.place,
          hint: "check its name, and that it stands beside the \(whose)"))
    }
    guard let root = realPath(folder.isEmpty ? "." : folder),
      file.hasPrefix(root == "/" ? "/" : root + "/")
    else { throw Diagnostics(outside) }
    return file
  }
}
