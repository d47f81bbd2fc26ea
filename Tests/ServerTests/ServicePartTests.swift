import LetterRequests
import Synchronization
import Testing

@testable import LetterService

/// The parts of the service that know no network.
struct ServicePartTests {
  @Test(
    arguments: [
      ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=%C3%A6+%2B", [("a", "æ +")]), ("a", [("a", "")]),
      ("a=b=c&&", [("a", "b=c")]), ("", []),
    ] as [(String, [(String, String)])])
  func `Queries are taken apart`(text: String, items: [(String, String)]) throws {
    let query = try #require(ServiceRequest.query(text))
    #expect(query.map(\.name) == items.map(\.0) && query.map(\.value) == items.map(\.1))
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1"])
  func `Broken queries are none`(text: String) { #expect(ServiceRequest.query(text) == nil) }

  @Test(
    arguments: [
      (nil, "application/pdf"), ("*/*", "application/pdf"), ("image/*", "image/png"),
      ("image/png;q=0.2, application/pdf;q=0.1", "image/png"), ("text/html", nil),
      ("application/pdf;q=0, */*", "image/png"), ("IMAGE/PNG", "image/png"),
      ("", "application/pdf"),
    ] as [(String?, String?)])
  func `The type is made that is wanted most`(accept: String?, type: String?) {
    let chosen = Negotiation(accept: accept).choose(["application/pdf", "image/png"])
    #expect(chosen == type)
  }

  @Test func `Base64 goes there and back`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
    #expect(Base64.encode(Array("foob".utf8)) == "Zm9vYg==")
    for broken in ["Zg", "Zg=", "Z===", "Zg==Zg==", "Zm9v!", "Zm 9"] {
      #expect(Base64.decode(broken) == nil, "\(broken)")
    }
  }

  @Test func `A name of a request is kept if it can stand in a log`() {
    for sound in ["a", "3f2b-9._~Z", String(repeating: "x", count: 128)] {
      #expect(RequestID.sound(sound) == sound)
    }
    for other in [nil, "", "a b", "a\n", "æ", "{", String(repeating: "x", count: 129)] {
      let made = RequestID.sound(other)
      #expect(made != other && made.count == 16)
    }
  }

  @Test func `Paths are endpoints or nothing`() {
    #expect(Endpoint.find("/render")?.endpoint == .render)
    #expect(Endpoint.find("/layouts")?.endpoint == .layouts)
    #expect(Endpoint.find("/layouts/kl")?.name == "kl")
    for path in ["", "/", "/render/", "/layouts/", "/layouts/{name}/", "/schema/a/b", "/Render"] {
      #expect(Endpoint.find(path) == nil, "\(path)")
    }
  }

  @Test func `A crew does what it took, and takes no more than waits for it`() {
    let crew = WorkCrew(threads: 1, waiting: 2)
    let gate = Mutex(false)
    let done = Atomic(0)
    // The first keeps the only thread until the others wait.
    #expect(
      crew.submit {
        while !gate.withLock({ $0 }) {}
        done.add(1, ordering: .relaxed)
      })
    while crew.load.busy == 0 {}
    for _ in 0..<2 { #expect(crew.submit { done.add(1, ordering: .relaxed) }) }
    #expect(crew.isFull && !crew.submit {})
    gate.withLock { $0 = true }
    crew.close()
    #expect(done.load(ordering: .relaxed) == 3)
    #expect(!crew.submit {})
  }

  @Test func `The first of two replies counts, whether somebody waits or not`() async {
    let before = Reply<Int>()
    before.give(1)
    before.give(2)
    #expect(await before.value() == 1)
    let after = Reply<Int>()
    async let value = after.value()
    after.give(3)
    after.give(4)
    #expect(await value == 3)
    #expect(after.isGiven && !Reply<Int>().isGiven)
  }

  @Test func `Metrics are lines of a name and a number`() {
    let metrics = ServiceMetrics()
    metrics.begin()
    metrics.end("/render", status: 200, seconds: 0.003)
    metrics.begin()
    metrics.end(nil, status: 404, seconds: 60)
    metrics.count(pages: 2)
    let crew = WorkCrew(threads: 1, waiting: 1)
    defer { crew.close() }
    let lines = metrics.text(crew: crew, version: "1").split(separator: "\n").map(String.init)
    #expect(lines.contains(#"letterpdf_requests_total{path="/render",status="200"} 1"#))
    #expect(lines.contains(#"letterpdf_requests_total{path="other",status="404"} 1"#))
    #expect(lines.contains(#"letterpdf_request_seconds_bucket{path="/render",le="0.0025"} 0"#))
    #expect(lines.contains(#"letterpdf_request_seconds_bucket{path="/render",le="0.005"} 1"#))
    #expect(lines.contains(#"letterpdf_request_seconds_bucket{path="other",le="30.0"} 0"#))
    #expect(lines.contains(#"letterpdf_request_seconds_bucket{path="other",le="+Inf"} 1"#))
    #expect(lines.contains("letterpdf_pages_total 2"))
    #expect(lines.contains("letterpdf_requests_in_progress 0"))
    for line in lines where !line.hasPrefix("#") {
      #expect(line.wholeMatch(of: /[a-z_]+(\{[^}]*\})? -?[0-9.e+-]+/) != nil, "\(line)")
    }
  }

  @Test func `The log says nothing of an unknown path or method`() {
    let line = RequestLine(
      id: "a", method: "KLAGE", path: nil, status: 404, seconds: 0.0015, received: 0, sent: 10,
      problem: "not-found")
    #expect(
      line.text.contains(
        #""id":"a","method":"other","path":"other","status":404,"milliseconds":1.5,"#))
  }
}
