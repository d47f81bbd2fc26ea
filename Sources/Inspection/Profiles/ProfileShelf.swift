package import Typeset

/// Finds profiles by name in the folder `Profiles` of the resources, or by path.
package struct ProfileShelf: Sendable {
  private let folder: String

  /// A shelf over the folder that holds `Profiles`.
  package init(resources: String) { folder = "\(resources)/Profiles" }

  /// The profile of a name, or of a file whose path has a `/` or ends in `.yaml`.
  ///
  /// - Throws: ``Diagnostics`` when there is none, or something is wrong with it.
  package func profile(_ name: String) throws(Diagnostics) -> Profile {
    try parseProfile(try file(name, from: nil)) { (name, file) throws(Diagnostics) in
      try self.file(name, from: file)
    }
  }

  private func file(_ name: String, from other: SourceFile?) throws(Diagnostics) -> SourceFile {
    if name.contains("/") || name.hasSuffix(".yaml") {
      // Paths in a profile lead on from its own folder.
      var path = name
      if let other, !name.hasPrefix("/"), let slash = other.name.lastIndex(of: "/") {
        path = other.name[...slash] + name
      }
      return try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path)
    }
    let names = names
    guard names.contains(name) else {
      let hint: DiagnosticText =
        nearestName(to: name, in: names).map { "write \($0)" }
        ?? (names.isEmpty
          ? "name the file of a profile, as profile.yaml"
          : "choose \(listed(names)), or name a file")
      throw Diagnostics(
        .error(.noSuchProfile, "there is no profile \(quoted(name))", at: nil, hint: hint))
    }
    let path = "\(folder)/\(name).yaml"
    return try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path)
  }

  /// The names of all profiles, sorted.
  package var names: [String] {
    fileNames(in: folder).compactMap { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : nil }
      .sorted()
  }
}
