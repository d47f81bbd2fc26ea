internal import Inspection
package import LetterRequests
internal import Typeset

/// Answers requests of HTTP that were read whole: a function from values to values.
package struct ServiceDesk: Sendable {
  /// What sets the letters.
  package let desk: RequestDesk

  /// Answers by a desk.
  package init(_ desk: RequestDesk) { self.desk = desk }

  /// Answers a request to one of the endpoints whose requests are read whole.
  ///
  /// - Throws: why there is no answer.
  package func answer(
    _ endpoint: Endpoint, _ request: ServiceRequest
  ) throws(Problem) -> ServiceAnswer {
    switch endpoint {
    case .render: return try render(request)
    case .check: return try check(request)
    case .compare: return try compare(request)
    case .layouts:
      try Query(request).finish()
      return .json([("layouts", try faulting { () throws(RequestFault) in try desk.layouts() })])
    case .layout: return try layout(request)
    case .schema: return try schema(request)
    case .description:
      try Query(request).finish()
      let bytes = try faulting { () throws(RequestFault) in try desk.serviceDescription() }
      return ServiceAnswer(bytes, contentType: "application/json")
    case .merge, .health, .ready, .metrics: throw .notFound
    }
  }

  /// Does what the desk does; its faults are problems.
  func faulting<T>(_ work: () throws(RequestFault) -> T) throws(Problem) -> T {
    do throws(RequestFault) {
      return try work()
    } catch {
      throw Problem(error)
    }
  }

  // MARK: What is installed

  private func layout(_ request: ServiceRequest) throws(Problem) -> ServiceAnswer {
    try Query(request).finish()
    do throws(RequestFault) {
      return ServiceAnswer(
        try desk.layoutText(request.name), contentType: "application/yaml")
    } catch {
      guard error.kind == .invalid else { throw Problem(error) }
      throw .notInstalled(error.diagnostics.first?.message ?? "there is no such layout")
    }
  }

  private func schema(_ request: ServiceRequest) throws(Problem) -> ServiceAnswer {
    try Query(request).finish()
    guard let schema = DeskRequest.Schema(rawValue: request.name) else {
      throw .notInstalled("there are schemas of letter and layout")
    }
    let bytes = try faulting { () throws(RequestFault) in try desk.schema(schema) }
    return ServiceAnswer(bytes, contentType: "application/schema+json")
  }

  // MARK: Files of others

  private func check(_ request: ServiceRequest) throws(Problem) -> ServiceAnswer {
    var query = Query(request)
    var check = CheckRequest()
    check.take(&query.reader, &query.problems)
    try query.finish()
    switch HeaderValue(request.contentType ?? "").value {
    case "application/pdf", "application/octet-stream": check.bytes = request.body
    case "multipart/form-data":
      let file = try files(of: request, wanted: ["file"])[0]
      check.bytes = Array(file.bytes)
      if let name = file.fileName { check.name = name }
    default: throw .wrongType(["application/pdf", "multipart/form-data"])
    }
    return .json(try faulting { () throws(RequestFault) in try desk.check(check) })
  }

  private func compare(_ request: ServiceRequest) throws(Problem) -> ServiceAnswer {
    var query = Query(request)
    var compare = CompareRequest()
    compare.take(&query.reader, &query.problems)
    try query.finish()
    guard HeaderValue(request.contentType ?? "").value == "multipart/form-data" else {
      throw .wrongType(["multipart/form-data"])
    }
    let files = try files(of: request, wanted: ["actual", "expected"])
    compare.actual = Array(files[0].bytes)
    compare.expected = Array(files[1].bytes)
    if let name = files[0].fileName { compare.name = name }
    return .json(try faulting { () throws(RequestFault) in try desk.compare(compare) })
  }

  /// The parts of such names, each of which must be there once, and no others.
  private func files(
    of request: ServiceRequest, wanted: [String]
  ) throws(Problem) -> [Multipart.Part] {
    let all = try Multipart(request.body, contentType: HeaderValue(request.contentType ?? "")).parts
    guard all.map(\.field).sorted() == wanted.sorted() else {
      throw .badRequest("the parts are \(wanted.joined(separator: " and ")), each once")
    }
    return wanted.compactMap { name in all.first { $0.field == name } }
  }
}

extension ServiceAnswer {
  /// An object.
  static func json(_ members: [(String, JSON?)]) -> ServiceAnswer {
    ServiceAnswer(Array(JSON.object(members).text.utf8), contentType: "application/json")
  }
}
