import LetterRequests
import Typeset

/// Finds the folder that holds `Fonts/`, `Languages/` and `Layouts/`.
enum ResourceLocation {
  /// The folder that ``find(given:)`` tells, with the machine's own layouts where the program is
  /// installed; a folder that is given stands for itself alone.
  static func folder(given: String?) throws(Failure) -> ResourceFolder {
    do {
      return try ResourcePlace.folder(given: given)
    } catch {
      throw .usage(error.text)
    }
  }

  /// The folder given, or the one that belongs to the program.
  static func find(given: String?) throws(Failure) -> String { try folder(given: given).path }
}
