/// Who may ask a preview: pages that have its address, on this machine.
///
/// A web page from elsewhere can have the browser ask any port of this machine, also under a name of
/// its own that leads here (DNS rebinding). So the address holds a word that cannot be guessed, and
/// requests are refused that were sent to another name or by another page.
package struct PreviewGate: Sendable {
  /// The word in the address: 128 random bits.
  package let token: String

  /// Makes up a word.
  package init() {
    var source = SystemRandomNumberGenerator()
    token = (0..<2).map { _ in
      let digits = String(source.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// A request as far as the gate looks at it; what it lacks is nil.
  package struct Request: Sendable {
    package var path: String
    package var host: String?
    package var origin: String?
    /// `Sec-Fetch-Site` (W3C Fetch Metadata Request Headers).
    package var fetchSite: String?
    package var isPost = false
    /// `Sec-Fetch-Dest`.
    package var fetchDestination: String?

    /// A request for a path.
    package init(path: String) { self.path = path }
  }

  /// What a request asks for, without the word; nil if it is refused.
  ///
  /// - Parameter port: the port that is listened on.
  package func admitted(_ request: Request, port: Int) -> String? {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host = request.host, hosts.contains(host) else { return nil }
    if let origin = request.origin, origin != "http://\(host)" { return nil }
    if request.isPost, request.origin == nil { return nil }
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].isEmpty, Self.isSame(String(parts[1]), token) else {
      return nil
    }
    let path = parts.dropFirst(2).joined(separator: "/")
    // An address that the user opens comes from nowhere; the file that leads to the page is elsewhere.
    let isPage = path.isEmpty && request.fetchDestination == "document"
    if let site = request.fetchSite, site != "same-origin", site != "none", !isPage { return nil }
    return path
  }

  /// Compares in a time that does not tell how much is the same.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
