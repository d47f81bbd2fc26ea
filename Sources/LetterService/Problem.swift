package import Inspection
package import LetterRequests
internal import Typeset

/// What went wrong, as clients read it (RFC 9457).
package struct Problem: Error, Sendable {
  /// The status code.
  package let status: Int
  /// What kind of problem it is: the end of its `type`.
  package let kind: String
  /// The kind in words, the same for every problem of it.
  package let title: String
  /// What is wrong with this request.
  package let detail: String
  /// Everything that was found.
  package var diagnostics: [JSON] = []
  /// Further headers, in their order.
  package var headers: [(name: String, value: String)] = []

  /// The fault of a request.
  package init(_ fault: RequestFault) {
    let (status, title) = Self.meaning(of: fault.kind)
    self.init(
      status, fault.kind.rawValue, title,
      fault.diagnostics.first { $0.severity == .error }?.message ?? title)
    diagnostics = fault.diagnostics.map(\.json)
  }

  private init(_ status: Int, _ kind: String, _ title: String, _ detail: String) {
    self.status = status
    self.kind = kind
    self.title = title
    self.detail = detail
  }

  private static func meaning(of kind: RequestFault.Kind) -> (status: Int, title: String) {
    switch kind {
    case .badRequest: (400, "The request cannot be understood")
    case .tooLarge: (413, "The request is too large")
    case .invalid: (422, "The letter is at fault")
    case .tooManyPages: (422, "The letter has too many pages")
    case .tooSlow: (503, "The answer takes too long")
    case .fault: (500, "The service is at fault")
    }
  }

  /// The problem as the body of an answer.
  ///
  /// - Parameter requestID: by what the request is known in the log.
  package func answer(requestID: String) -> ServiceAnswer {
    let object = JSON.object([
      ("type", .string("urn:letterpdf:problem:\(kind)")), ("title", .string(title)),
      ("status", .count(status)), ("detail", .string(detail)),
      ("requestId", .string(requestID)),
      ("diagnostics", diagnostics.isEmpty ? nil : .array(diagnostics)),
    ])
    var answer = ServiceAnswer(
      Array(object.text.utf8), contentType: "application/problem+json")
    answer.status = status
    answer.headers = headers
    return answer
  }
}

// MARK: Problems of HTTP

extension Problem {
  /// A request that cannot be understood.
  package static func badRequest(_ detail: String) -> Problem {
    Problem(400, "bad-request", meaning(of: .badRequest).title, detail)
  }

  /// A path that is none of the service's.
  package static var notFound: Problem {
    Problem(404, "not-found", "There is nothing under this path", "the service has no such path")
  }

  /// An installed thing that is not there.
  package static func notInstalled(_ detail: String) -> Problem {
    Problem(404, "not-found", "There is nothing under this path", detail)
  }

  /// A method that the path is not asked by.
  package static func wrongMethod(_ endpoint: Endpoint) -> Problem {
    let methods = endpoint.methods.joined(separator: ", ")
    var problem = Problem(
      405, "wrong-method", "The method is not allowed here",
      "\(endpoint.rawValue) is asked by \(methods)")
    problem.headers = [("Allow", methods)]
    return problem
  }

  /// An answer in a form that the service does not make.
  package static func notAcceptable(_ types: [String]) -> Problem {
    Problem(
      406, "not-acceptable", "The answer has no form that is wanted",
      "answers are \(types.joined(separator: ", "))")
  }

  /// A body that came too slowly.
  package static func slowBody(_ seconds: Double) -> Problem {
    Problem(
      408, "slow-request", "The request came too slowly",
      "the request was not there after \(seconds) seconds")
  }

  /// A body that is too large, before it is read.
  package static func tooLarge(limit: Int) -> Problem {
    Problem(
      413, "too-large", meaning(of: .tooLarge).title,
      "the request has more than the \(limit) bytes it may have")
  }

  /// A body of a type that the path does not take.
  package static func wrongType(_ types: [String]) -> Problem {
    Problem(
      415, "wrong-type", "The request has a type that is not taken",
      "send \(types.joined(separator: ", "))")
  }

  /// More requests than are worked on or wait.
  package static var busy: Problem {
    var problem = Problem(
      429, "busy", "There are too many requests", "as many requests wait as may; ask again")
    problem.headers = [("Retry-After", "1")]
    return problem
  }

  /// A service that is about to end.
  package static var ending: Problem {
    var problem = Problem(503, "ending", "The service ends", "the service takes no more requests")
    problem.headers = [("Retry-After", "5")]
    return problem
  }

  /// An answer that is not there in time.
  package static func tooSlow(_ seconds: Double) -> Problem {
    Problem(
      503, "too-slow", meaning(of: .tooSlow).title,
      "there was no answer after \(seconds) seconds")
  }
}
