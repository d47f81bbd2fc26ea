#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The font files of a folder, found by the family in their names.
///
/// `LiberationSans-Bold.ttf` belongs to `Liberation Sans`: the name up to the first hyphen is the
/// family without its spaces. So a family is found without opening every file.
struct FontFolder: Sendable {
  /// Paths by family key, each list in the order of the names.
  private let files: [String: [String]]

  /// Lists the folder; an unreadable folder has no fonts.
  init(path: String) {
    var found: [String: [String]] = [:]
    if let directory = opendir(path) {
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
            String(cString: $0)
          }
        }
        let suffix = name.suffix(4).lowercased()
        guard suffix == ".ttf" || suffix == ".otf" || suffix == ".ttc" else { continue }
        let stem = name.dropLast(4).prefix { $0 != "-" && $0 != "[" }
        found[Self.key(stem), default: []].append(path + "/" + name)
      }
    }
    files = found.mapValues { $0.sorted() }
  }

  /// The families as ``key(_:)`` writes them, in order.
  var families: [String] { files.keys.sorted() }

  /// The files of a family; none if the folder lacks it.
  func files(of family: String) -> [String] { files[Self.key(family)] ?? [] }

  /// A family's name as files are found by it: small letters without spaces.
  static func key(_ family: some StringProtocol) -> String {
    String(family).replacing(" ", with: "").lowercased()
  }
}
