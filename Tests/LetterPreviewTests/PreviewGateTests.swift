import LetterPreview
import Testing

/// Who is let in to a preview.
struct PreviewGateTests {
  private let gate = PreviewGate()

  private func admitted(
    path: String? = nil, host: String? = "127.0.0.1:4711",
    _ change: (inout PreviewGate.Request) -> Void = { _ in }
  ) -> String? {
    var request = PreviewGate.Request(path: path ?? "/\(gate.token)/preview.js")
    request.host = host
    change(&request)
    return gate.admitted(request, port: 4711)
  }

  @Test func `A page that has the address is let in`() {
    #expect(admitted() == "preview.js")
    #expect(admitted(path: "/\(gate.token)/") == "")
    #expect(admitted(host: "localhost:4711") == "preview.js")
    #expect(admitted { $0.fetchSite = "none" } != nil)
    #expect(admitted { $0.origin = "http://127.0.0.1:4711" } != nil)
    // A file that leads here is elsewhere.
    #expect(
      admitted(path: "/\(gate.token)/") {
        $0.fetchSite = "cross-site"
        $0.fetchDestination = "document"
      } == "")
    #expect(
      admitted {
        $0.fetchSite = "cross-site"
        $0.fetchDestination = "document"
      } == nil)
  }

  @Test func `Nobody is let in without the word in the address`() {
    let other = PreviewGate()
    for path in ["/", "", "/preview.js", "/\(other.token)/", "/\(gate.token.dropLast())/", "//"] {
      #expect(admitted(path: path) == nil, "\(path)")
    }
    #expect(gate.token.count == 32 && gate.token != other.token)
  }

  @Test func `A name that leads here is not this machine's`() {
    for host in ["example.org", "example.org:4711", "127.0.0.1", "127.0.0.1:80", nil] {
      #expect(admitted(host: host) == nil)
    }
  }

  @Test func `Pages from elsewhere are refused`() {
    #expect(admitted { $0.origin = "https://example.org" } == nil)
    #expect(admitted { $0.origin = "null" } == nil)
    #expect(admitted { $0.fetchSite = "cross-site" } == nil)
    #expect(admitted { $0.fetchSite = "same-site" } == nil)
    for destination in ["iframe", "script", nil] {
      #expect(
        admitted(path: "/\(gate.token)/") {
          $0.fetchSite = "cross-site"
          $0.fetchDestination = destination
        } == nil)
    }
    // A browser always says where such a request comes from.
    #expect(admitted { $0.isPost = true } == nil)
  }
}
