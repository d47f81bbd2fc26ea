#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
package import Typeset

/// In which language people are told what goes on: as a locale names it, or else their environment.
package struct ReaderLanguage: Sendable {
  /// Its texts; nil for English, in which they are written.
  package let translation: Translation?

  /// The language of a locale, `da` or `da_DK.UTF-8`, if there are messages in it.
  ///
  /// - Parameter resources: the folders that may have it, looked into only where it is not English.
  package init?(
    locale name: String, in resources: @autoclosure () -> [ResourceFolder]
  ) {
    let tag = name.prefix { $0 != "." && $0 != "@" }.replacing("_", with: "-")
    let language = String(tag.prefix { $0 != "-" }).lowercased()
    if Self.isPlain(name) || language == "en" {
      translation = nil
      return
    }
    let resources = resources()
    let found = [String(tag), language].lazy.compactMap { tag in
      resources.lazy.compactMap { Translation.read(tag, in: $0) }.first
    }.first
    guard let found else { return nil }
    translation = found
  }

  /// The language of the environment: the first that it asks for and that there is, or else English
  /// (POSIX.1-2017, 8.2; GNU gettext manual, 2.3.3).
  ///
  /// - Parameter resources: the folders that may have it.
  package init(ofEnvironmentIn resources: @autoclosure () -> [ResourceFolder]) {
    for name in Self.environmentNames {
      guard let found = ReaderLanguage(locale: name, in: resources()) else { continue }
      translation = found.translation
      return
    }
    translation = nil
  }

  private static var environmentNames: [String] {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    guard let locale = names.lazy.compactMap({ value(of: $0) }).first else { return [] }
    guard !isPlain(locale) else { return [] }
    let preferred = value(of: "LANGUAGE")?.split(separator: ":").map(String.init) ?? []
    return preferred + [locale]
  }

  private static func value(of name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether a locale is that of programs, which speaks English.
  private static func isPlain(_ name: String) -> Bool {
    ["C", "POSIX"].contains(String(name.prefix { $0 != "." }))
  }
}
