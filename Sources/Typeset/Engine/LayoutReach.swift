/// Which files of layouts and fonts letters may bring into use, beside the installed ones.
///
/// What the caller names is the caller's to choose: this is about what is written in letters, and in
/// the layouts that they name. Images, letterheads and enclosures come from a letter's assets and from
/// beside the layout that names them, whatever this says.
public enum LayoutReach: Hashable, Sendable {
  /// Layouts in the letter's folder and the folders within it, and what lies beside those.
  case beside
  /// Layouts by the names they are installed under, for letters of which the sender is not known.
  case installed
}

/// The folders in which the files lie that a layout may be made of.
struct LayoutFolders {
  /// Their paths; with the folders within them.
  let paths: [String]

  /// Whether a file lies in one of them, as it is written and with every link followed.
  ///
  /// A path that leads out of them is not looked at: whether there is a file is not told either.
  func hold(_ path: String) -> Bool {
    let roots = Set(paths.flatMap { [plainPath($0), realPath($0)].compactMap(\.self) })
    func isWithin(_ path: String) -> Bool {
      roots.contains { path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
    }
    guard let plain = plainPath(path), isWithin(plain) else { return false }
    return realPath(path).map(isWithin) ?? true
  }
}
