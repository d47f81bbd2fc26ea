/// An address that a link of a letter may lead to.
struct WebAddress: Hashable {
  /// The whole address.
  let uri: String
  private let scheme: String

  /// Nil for what a letter does not lead to: scripts, files, marks of a page.
  init?(_ uri: String) {
    let scheme = uri.prefix { $0 != ":" }.lowercased()
    guard scheme.utf8.count < uri.utf8.count,
      ["https", "http", "mailto", "tel"].contains(scheme)
    else { return nil }
    self.uri = uri
    self.scheme = scheme
  }

  /// Whether it is somebody's rather than a page.
  var isPersonal: Bool { scheme == "mailto" || scheme == "tel" }

  /// The address as it is read: mail and telephone without their scheme.
  var shown: String {
    isPersonal ? String(uri.dropFirst(scheme.count + 1)) : uri
  }

  /// Whether words say the address themselves.
  func isWritten(in words: String) -> Bool {
    if scheme == "tel" {
      // Within a country numbers are written without its own, or with what is called there alone.
      let digits = words.filter(\.isNumber).drop { $0 == "0" }
      return digits.count > 4 && shown.hasSuffix(digits)
    }
    var rest = shown[...]
    for start in ["https://", "http://", "www."] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let bare = words.filter { !$0.isWhitespace && $0 != "\u{AD}" }
    return !rest.isEmpty && (bare.contains(rest) || bare.lowercased() == rest.lowercased())
  }
}
