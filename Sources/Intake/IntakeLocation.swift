#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Finds the intake's program.
package enum IntakeLocation {
  private static let name = "letterpdf-intake"

  /// The path of the program; nil if it is at none of its places.
  ///
  /// It lies beside the running program or in the `libexec` beside that one's folder; or, for
  /// programs that lie elsewhere, where installing with the resources leaves it, or building does.
  /// - Parameter resources: the folder of fonts, languages and layouts.
  package static func find(resources: String) -> String? {
    var places: [String] = []
    if let own = programFolder() { places += [own, own + "/../libexec"] }
    places += ["/../../libexec", "/../libexec", "/.build/release", "/.build/debug"].map {
      resources + $0
    }
    return places.lazy.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }

  /// The folder of the running program, with links followed; nil where the system does not tell.
  package static func programFolder() -> String? {
    guard let resolved = programName().flatMap({ realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    let path = String(cString: resolved)
    return path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
  }

  private static func programName() -> String? {
    #if canImport(Glibc)
      return "/proc/self/exe"
    #else
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #endif
  }
}
