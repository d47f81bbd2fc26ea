import Testing

@testable import LetterService

/// Bodies of forms, taken apart as RFC 7578 and RFC 2046 have them.
struct MultipartTests {
  private func parts(_ body: String, boundary: String = "b") throws(Problem) -> [Multipart.Part] {
    try Multipart(
      Array(body.utf8), contentType: HeaderValue("multipart/form-data; boundary=\"\(boundary)\"")
    ).parts
  }

  @Test func `Parts have the bytes between their boundaries, and no others`() throws {
    let parts = try parts(
      "before\r\n--b\r\nContent-Disposition: form-data; name=\"letter\"\r\n\r\nA\r\n--bx\r\n\r\n--b  \r\n"
        + "content-disposition: form-data; name=file; filename=\"a \\\"b\\\".png\"\r\n"
        + "Content-Type: image/png\r\n\r\n\r\n--b--after")
    #expect(parts.map(\.field) == ["letter", "file"])
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["A\r\n--bx\r\n", ""])
    #expect(parts.map(\.fileName) == [nil, "a \"b\".png"])
    #expect(parts.map(\.contentType) == [nil, "image/png"])
  }

  @Test(arguments: [
    "", "--b", "--b\r\n", "--c\r\n\r\nA\r\n--c--", "--b\r\n\r\nA\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nA\r\n--c--",
    "--b\r\nContent-Disposition: form-data\r\n\r\nA\r\n--b--",
    "--b\r\nContent-Disposition: attachment; name=a\r\n\r\nA\r\n--b--",
    "--b\r\nno header\r\n\r\nA\r\n--b--",
  ])
  func `A broken body is refused`(body: String) {
    #expect(throws: Problem.self) { try parts(body) }
  }

  @Test func `More parts than may be are refused`() {
    let part = "--b\r\nContent-Disposition: form-data; name=file\r\n\r\nA\r\n"
    #expect(throws: Problem.self) {
      try parts(String(repeating: part, count: Multipart.limit + 1) + "--b--")
    }
    #expect(throws: Never.self) {
      try parts(String(repeating: part, count: Multipart.limit) + "--b--")
    }
  }

  @Test func `Without a boundary nothing is taken apart`() {
    for type in ["multipart/form-data", "multipart/form-data; boundary=\"\""] {
      #expect(throws: Problem.self) {
        try Multipart(Array("--\r\n".utf8), contentType: HeaderValue(type))
      }
    }
  }
}
