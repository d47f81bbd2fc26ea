/// The folder that holds what every letter shares: `Fonts/`, `Languages/` and `Layouts/`.
public struct ResourceFolder: Hashable, Sendable {
  /// The folder's path.
  public let path: String
  /// A folder of layouts of one's own, whose names come before those in `Layouts/`; it may be
  /// absent or empty, and nil stands for none.
  public let ownLayouts: String?

  /// Names a folder; nothing is read yet.
  public init(path: String, ownLayouts: String? = nil) {
    self.path = path
    self.ownLayouts = ownLayouts
  }

  /// The resources in a folder: `.folder("/usr/share/letterpdf")`.
  public static func folder(_ path: String) -> ResourceFolder { ResourceFolder(path: path) }

  /// The resources of a program, with the layouts of the machine's own if it is installed.
  ///
  /// Those are in `/etc/letterpdf/layouts` for `/usr/share/letterpdf`, and in
  /// `PREFIX/etc/letterpdf/layouts` for another `PREFIX/share/letterpdf` (GNU Coding Standards,
  /// 7.2.5); a folder of any other name, as that of the sources, has none.
  public static func installed(_ path: String) -> ResourceFolder {
    let place = "/share/letterpdf"
    guard path.hasSuffix(place) else { return ResourceFolder(path: path) }
    let prefix = String(path.dropLast(place.count))
    let own = (prefix == "/usr" ? "" : prefix) + "/etc/letterpdf/layouts"
    return ResourceFolder(path: path, ownLayouts: own)
  }

  /// The path of the fonts.
  var fonts: String { path + "/Fonts" }
  /// The path of the languages.
  var languages: String { path + "/Languages" }
  /// The path of the layouts that are shipped.
  var shippedLayouts: String { path + "/Layouts" }
  /// The path of a language's file, by its tag.
  func language(_ tag: String) -> String { "\(languages)/\(tag)/language.yaml" }
  /// The path of a letter in a language, to show layouts with.
  func specimen(_ tag: String) -> String { "\(languages)/\(tag)/specimen.md" }
}
