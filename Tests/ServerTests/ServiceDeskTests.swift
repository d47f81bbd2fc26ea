import Foundation
import LetterRequests
import Proofing
import Testing
import Typeset

@testable import LetterService

/// What the service answers to requests that were read whole.
struct ServiceDeskTests {
  private let desk = ServiceDesk(RequestDesk(resources: .folder(Project.folder)))
  private static let letter = "---\nlayout: kl\ndate: 2024-03-11\n---\nKære alle\n"

  private func render(
    _ query: String = "", accept: String? = nil, type: String? = "text/markdown",
    body: String = letter
  ) throws(Problem) -> ServiceAnswer {
    var request = ServiceRequest()
    request.query = ServiceRequest.query(query) ?? []
    request.accept = accept
    request.contentType = type
    request.body = Array(body.utf8)
    return try desk.answer(.render, request)
  }

  @Test(
    arguments: [
      (nil, "", "application/pdf"), ("image/png", "dpi=20", "image/png"),
      ("image/svg+xml", "", "image/svg+xml"), ("application/json", "", "application/json"),
      ("image/png", "format=pdf", "application/pdf"),
      (nil, "format=dump", "text/plain; charset=utf-8"),
    ] as [(String?, String, String)])
  func `The answer has the form that is wanted`(accept: String?, query: String, type: String) throws
  {
    #expect(try render(query, accept: accept).contentType == type)
  }

  @Test(
    arguments: [
      ("layuot=kl", nil, "text/markdown", 400, "unknown key \"layuot\""),
      ("dpi=9", nil, "text/markdown", 400, "dpi is \"9\", which is not between 10 and 600"),
      (
        "date=2024-02-30", nil, "text/markdown", 400,
        "date is \"2024-02-30\", a day that does not exist"
      ),
      ("format=png&check=kl", nil, "text/markdown", 400, "check is for PDFs"),
      ("layout=kll", nil, "text/markdown", 422, "there is no layout \"kll\""),
      (
        "layout=a/b", nil, "text/markdown", 422,
        "the layout \"a/b\" is a path, which requests cannot name"
      ),
      (
        "", "text/html", "text/markdown", 406,
        "answers are application/pdf, image/png, image/svg+xml, application/json, text/plain"
      ),
      ("", nil, "text/html", 415, "send application/json, text/markdown, multipart/form-data"),
      ("", nil, nil, 415, "send application/json, text/markdown, multipart/form-data"),
    ] as [(String, String?, String?, Int, String)])
  func `What is wrong is told with its status`(
    query: String, accept: String?, type: String?, status: Int, detail: String
  ) throws {
    let problem = #expect(throws: Problem.self) { try render(query, accept: accept, type: type) }
    #expect(problem?.status == status && problem?.detail == detail)
  }

  @Test func `A problem carries the diagnostics with their places`() throws {
    let problem = try #require(
      #expect(throws: Problem.self) { try render(body: "---\nlayout: kl\ndate: 1\n---\n[a](b)\n") })
    let answer = problem.answer(requestID: "x-1")
    #expect(answer.status == 422 && answer.contentType == "application/problem+json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    #expect(object["type"] as? String == "urn:letterpdf:problem:invalid")
    #expect(object["status"] as? Int == 422 && object["requestId"] as? String == "x-1")
    let first = try #require((object["diagnostics"] as? [[String: Any]])?.first)
    #expect(first["file"] as? String == "letter.md" && first["line"] as? Int == 3)
  }

  @Test func `A session answers each record, also a broken one`() throws {
    let head = #"""
      {"letter": {"layout": "brev", "date": "2024-03-11", "to": ["{{navn}}"], "body": "![l](l.svg)"},
       "files": {"l.svg": "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI1IiBoZWlnaHQ9IjUiLz4="}}
      """#.replacing("\n", with: "")
    let session = try MergeSession(head: Array(head.utf8), by: desk)
    try session.check(Array(#"{"navn": "Bo"}"#.utf8))
    let answers = [#"{"id": 7, "navn": "Bo"}"#, "{", #"{"navn": "A"}"#].enumerated().map {
      session.answer(Array($1.utf8), number: $0 + 1)
    }
    #expect(answers.map(\.isMade) == [true, false, true])
    let lines = try answers.map {
      try JSONSerialization.jsonObject(with: Data($0.line)) as? [String: Any]
    }
    #expect(lines[0]?["id"] as? String == "7" && lines[0]?["number"] as? Int == 1)
    let file = try #require((lines[0]?["files"] as? [[String: Any]])?.first)
    let pdf = try #require((file["content"] as? String).flatMap { Data(base64Encoded: $0) })
    #expect(pdf.starts(with: Array("%PDF-".utf8)) && pdf.count == file["length"] as? Int)
    #expect(lines[1]?["fault"] as? String == "invalid")
    #expect(throws: Problem.self) { try session.check(Array(#"{"name": "Bo"}"#.utf8)) }
  }

  @Test(arguments: ["", "[]", "{}", #"{"letter": 1}"#, #"{"letter": {}, "files": {"a": "!"}}"#])
  func `A stream without a sound first line is refused`(head: String) {
    #expect(throws: Problem.self) { try MergeSession(head: Array(head.utf8), by: desk) }
  }
}
