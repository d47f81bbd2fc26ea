#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Intake
package import Typeset

/// Finds the folder that holds `Fonts/`, `Languages/` and `Layouts/`.
package enum ResourcePlace {
  /// Why there is no folder.
  package struct Missing: Error {
    /// What to say, lower case and without a full stop.
    package let text: DiagnosticText

    /// It in English.
    package var message: String { text.english }
  }

  /// The folder that ``find(given:)`` tells, with the machine's own layouts where the program is
  /// installed; a folder that is given stands for itself alone.
  ///
  /// - Throws: that there is none.
  package static func folder(given: String?) throws(Missing) -> ResourceFolder {
    let path = try find(given: given)
    return given == nil ? .installed(path) : .folder(path)
  }

  /// The folder given, or the one that belongs to the running program: the first of the program's own
  /// folder, its `share/letterpdf` and the folders above it that holds all three.
  ///
  /// - Throws: that there is none.
  package static func find(given: String?) throws(Missing) -> String {
    if let given {
      guard isComplete(given) else {
        throw Missing(
          text: "the resources folder \(quoted(given)) has no Fonts, Languages and Layouts in it")
      }
      return given
    }
    var folder = IntakeLocation.programFolder() ?? ""
    while !folder.isEmpty {
      for candidate in [folder, folder + "/share/letterpdf"] where isComplete(candidate) {
        return candidate
      }
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
    }
    throw Missing(
      text: "cannot find the folder with Fonts, Languages and Layouts; give it with --resources")
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["Fonts", "Languages", "Layouts"].allSatisfy { access("\(folder)/\($0)", R_OK) == 0 }
  }
}
