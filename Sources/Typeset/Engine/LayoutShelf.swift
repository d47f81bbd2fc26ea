internal import Synchronization

/// The layouts that are known: one's own and those that are shipped, by name, and files by path.
final class LayoutShelf: Sendable {
  private let resources: ResourceFolder
  private let reach: LayoutReach
  private let known = Mutex(Known())

  private struct Known {
    var layouts = RecentCache<String, Layout>(limit: 128)
    /// How often they were forgotten: what was read before that is not kept.
    var age = 0
  }

  init(resources: ResourceFolder, reach: LayoutReach = .beside) {
    self.resources = resources
    self.reach = reach
  }

  /// Reads a layout, once.
  ///
  /// - Parameters:
  ///   - named: the name of a layout of one's own or of a shipped one, or a path if it has a slash or
  ///     ends in `.yaml`. With a place it is a letter that names it, which may name what lies in its
  ///     folder alone.
  ///   - folder: where a relative path starts: the letter's folder.
  ///   - showsFaults: whether frames that lie over each other are only noticed; it is read anew then.
  func layout(
    _ named: Located<String>, from folder: String, showingFaults showsFaults: Bool = false
  ) throws(Diagnostics) -> Layout {
    let path = path(of: named.value, from: folder)
    let isLetters = named.place != nil && Self.isPath(named.value)
    // What a layout may extend depends on who names it.
    let key = isLetters ? "\(folder)\0\(path)" : path
    let (layout, age) = known.withLock { ($0.layouts[key], $0.age) }
    if !showsFaults, let layout { return layout }
    if isLetters { try checkReach(of: named, at: path, from: folder) }
    let read = try parse(
      try source(at: path, named: named.value, place: named.place, besides: folder),
      within: folders(parentFolder(of: path), isLetters ? folder : nil),
      showingFaults: showsFaults)
    if !showsFaults { known.withLock { if $0.age == age { $0.layouts[key] = read } } }
    return read
  }

  /// Sees that a letter names no file but a layout of its own folder.
  private func checkReach(
    of named: Located<String>, at path: String, from folder: String
  ) throws(Diagnostics) {
    let name = quoted(named.value)
    if reach == .installed {
      throw Diagnostics(
        .error(
          .outside, "the layout \(name) is a path, and letters may name installed layouts alone",
          at: named.place, hint: "use \(listed(names))"))
    }
    guard Self.isLayoutFile(path) else {
      throw Diagnostics(
        .error(
          .noSuchLayout, "\(name) is no layout: their files end in .yaml", at: named.place,
          hint: "use \(listed(names)), or the path of a layout file"))
    }
    guard folders(folder).hold(path) else {
      throw Diagnostics(
        .error(
          .outside, "the layout \(name) lies outside the folder of the letter", at: named.place,
          hint: "put it beside the letter, or name it with --layout"))
    }
  }

  /// The folders that layouts and fonts may come from: those of the installed ones, and these.
  private func folders(_ more: String?...) -> LayoutFolders {
    LayoutFolders(
      paths: [resources.path, resources.ownLayouts].compactMap(\.self)
        + (reach == .beside ? more.compactMap(\.self) : []))
  }

  /// Reads a layout that is in memory.
  ///
  /// - Parameter assets: where its images and letterheads are.
  func layout(
    _ file: SourceFile, assets: any AssetStore
  ) throws(Diagnostics) -> Layout {
    var layout = try parse(file, within: folders(parentFolder(of: file.name)))
    layout.assets = LayoutAssets(assets)
    return layout
  }

  /// A layout's file with all that it extends merged in.
  func inheritance(of file: SourceFile) throws(Diagnostics) -> InheritedLayout {
    let folders = folders(parentFolder(of: file.name))
    return try inherit(file) { (name, from) throws(Diagnostics) in
      try self.parent(name, of: from, within: folders)
    }
  }

  /// The file that a layout extends.
  private func parent(
    _ name: String, of file: SourceFile, within folders: LayoutFolders
  ) throws(Diagnostics) -> SourceFile {
    let folder = parentFolder(of: file.name)
    let path = path(of: name, from: folder, for: file.name)
    guard !Self.isPath(name) || Self.isLayoutFile(path) && folders.hold(path) else {
      throw Diagnostics(
        .error(
          .outside, "\(quoted(name)) is no layout in the folder of this one", at: nil,
          hint:
            "put the layout that this one extends beside it, or write the name of an installed one"
        ))
    }
    return try source(at: path, named: name, place: nil, besides: folder)
  }

  /// Forgets what was read, so that files are read as they are now.
  func forget() { known.withLock { $0 = Known(age: $0.age + 1) } }

  private func parse(
    _ file: SourceFile, within folders: LayoutFolders, showingFaults showsFaults: Bool = false
  ) throws(Diagnostics) -> Layout {
    let layout = try parseLayout(file, showingFaults: showsFaults) {
      (name, from) throws(Diagnostics) in
      try self.parent(name, of: from, within: folders)
    }
    try checkFiles(of: layout, within: folders)
    return layout
  }

  /// Fonts are read when they are needed, too late to say which file is missing.
  private func checkFiles(of layout: Layout, within folders: LayoutFolders) throws(Diagnostics) {
    var problems = DiagnosticCollector()
    for (file, path) in zip(layout.fonts.files, layout.fontFiles) {
      guard folders.hold(path) else {
        problems.add(
          .error(
            .outside, "the font file \(quoted(file.value)) lies outside the folder of the layout",
            at: file.place, hint: "put it beside the layout and write its name alone"))
        continue
      }
      guard realPath(path) != nil else {
        problems.add(
          .error(
            .noSuchFont, "there is no font file \(quoted(file.value))", at: file.place,
            hint: "check its name, and that it stands beside the layout"))
        continue
      }
      switch isRegularFile(path) ? FontFile.fault(at: path) : .noFont {
      case nil: break
      case .noFont:
        problems.add(
          .error(
            .brokenFont, "\(quoted(file.value)) is not a font", at: file.place,
            hint: "name a font of TrueType or OpenType: .ttf, .otf or .ttc"))
      case .cutOff:
        problems.add(
          .error(
            .brokenFont, "the font file \(quoted(file.value)) is cut off", at: file.place,
            hint: "copy it here again from where it came"))
      }
    }
    try problems.throwIfErrors()
  }

  /// The names of one's own layouts and of the shipped ones, in order.
  var names: [String] {
    let own = resources.ownLayouts.map { fileNames(in: $0) } ?? []
    let files = Set(own + fileNames(in: resources.shippedLayouts))
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// A name means a layout of one's own or one that is shipped; anything with a slash or a suffix is
  /// a file.
  ///
  /// - Parameter user: the path of the layout that extends this one. Shipped layouts extend shipped
  ///   ones, whatever is in one's own folder; a layout there that extends its own name means the
  ///   shipped one.
  private func path(of name: String, from folder: String, for user: String? = nil) -> String {
    guard Self.isPath(name) else {
      let shipped = resources.shippedLayouts
      let own = resources.ownLayouts.map { "\($0)/\(name).yaml" }
      guard let own, own != user, user.map(parentFolder(of:)) != shipped, realPath(own) != nil
      else {
        return "\(shipped)/\(name).yaml"
      }
      return own
    }
    return name.hasPrefix("/") || folder == "." ? name : folder + "/" + name
  }

  private static func isPath(_ name: String) -> Bool {
    name.contains("/") || isLayoutFile(name)
  }

  private static func isLayoutFile(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// - Parameter folder: where a file may lie whose suffix was left out.
  private func source(
    at path: String, named name: String, place: SourceRange?, besides folder: String
  ) throws(Diagnostics) -> SourceFile {
    if !Self.isPath(name), !names.contains(name) {
      let file = [".yaml", ".yml"].map { name + $0 }.first {
        realPath(folder == "." ? $0 : "\(folder)/\($0)") != nil
      }
      let near = file ?? nearestName(to: name, in: names)
      throw Diagnostics(
        .error(
          .noSuchLayout, "there is no layout \(quoted(name))", at: place,
          hint: near.map { "write \($0)" } ?? "use \(listed(names)), or the path of a layout file"))
    }
    return try readSource(
      try readFile(at: path, limit: sourceSizeLimit, place: place), name: path)
  }
}

/// What a layout is called and what it is for.
public struct LayoutSummary: Hashable, Sendable {
  /// What a letter writes after `layout:`.
  public let key: String
  /// Its full name.
  public let name: String
  /// What it is for, in a sentence.
  public let description: String
}
