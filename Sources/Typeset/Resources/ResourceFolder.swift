/// The folder that holds what every letter shares: `Fonts/`, `Languages/` and `Layouts/`.
public struct ResourceFolder: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(path: String) { self.path = path }

  /// The resources in a folder: `.folder("/usr/share/letterpdf")`.
  public static func folder(_ path: String) -> ResourceFolder { ResourceFolder(path: path) }

  /// The path of the fonts.
  var fonts: String { path + "/Fonts" }
  /// The path of the languages.
  var languages: String { path + "/Languages" }
  /// The path of a layout by its name.
  func layout(named name: String) -> String { "\(path)/Layouts/\(name).yaml" }
  /// The path of a language's file, by its tag.
  func language(_ tag: String) -> String { "\(languages)/\(tag)/language.yaml" }
}
