#if Server
  import HTTPTypes
  import Hummingbird
  import LetterRequests
  import LetterService
  import NIOCore
  import Synchronization

  /// What is known of a request while it is answered.
  struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
      coreContext = .init(source: source)
      channel = source.channel
    }
  }

  /// Answers every request: reads it, has the crew work on it, counts it and takes it down.
  final class Responder: HTTPResponder {
    typealias Context = ServiceContext

    let desk: ServiceDesk
    let crew: WorkCrew
    let metrics = ServiceMetrics()
    let options: ServiceOptions
    private let log: ServiceLog
    private let isEnding = Atomic(false)
    /// The room of all bodies: four as large as may be.
    let room: BodyRoom

    init(desk: ServiceDesk, crew: WorkCrew, options: ServiceOptions) {
      self.desk = desk
      self.crew = crew
      self.options = options
      room = BodyRoom(bytes: 4 * options.maxRequest)
      log = ServiceLog(choice: options.log)
    }

    /// Notes that the service is about to end.
    func end() { isEnding.store(true, ordering: .relaxed) }

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
      var record = Exchange(request)
      metrics.begin()
      do {
        let found = try find(request, &record)
        if request.method == .post { try checkRoom() }
        if found.endpoint == .merge {
          return try await merge(request, context, record)
        }
        var asked = try ask(request, found.name)
        defer { room.give(record.received) }
        if request.method == .post { asked.body = try await body(of: request, &record.received) }
        let answer = try await answer(found.endpoint, asked, context)
        return finish(answer, nil, request, context, record)
      } catch {
        let problem = Self.problem(error, options)
        return finish(problem.answer(requestID: record.id), problem, request, context, record)
      }
    }

    // MARK: Requests

    private func find(
      _ request: Request, _ record: inout Exchange
    ) throws(Problem) -> (endpoint: Endpoint, name: String) {
      guard let found = Endpoint.find(request.uri.path) else { throw .notFound }
      record.endpoint = found.endpoint
      guard found.endpoint.methods.contains(request.method.rawValue) else {
        throw .wrongMethod(found.endpoint)
      }
      guard let name = ServiceRequest.decoded(found.name ?? "") else {
        throw .badRequest("the path is no text")
      }
      return (found.endpoint, name)
    }

    /// The request but for its body.
    func ask(_ request: Request, _ name: String) throws(Problem) -> ServiceRequest {
      var asked = ServiceRequest()
      guard let query = ServiceRequest.query(request.uri.query ?? "") else {
        throw .badRequest("the query has broken escapes, or is not UTF-8")
      }
      asked.query = query
      asked.name = name
      asked.contentType = request.headers[.contentType]
      asked.accept = request.headers[.accept]
      return asked
    }

    /// Sees that one more request can be read: as many as are worked on and may wait, and no more.
    private func checkRoom() throws(Problem) {
      guard metrics.inProgress <= crew.threadCount + options.queue else { throw .busy }
    }

    /// Reads a body, and counts its bytes as they come, those of one that is refused too.
    private func body(of request: Request, _ received: inout Int) async throws -> [UInt8] {
      let limit = options.maxRequest
      if let told = request.headers[.contentLength].flatMap(Int.init), told > limit {
        throw Problem.tooLarge(limit: limit)
      }
      var bytes: [UInt8] = []
      for try await piece in request.body {
        let count = piece.readableBytes
        received += count
        guard room.take(count) else { throw Problem.busy }
        guard received <= limit else { throw Problem.tooLarge(limit: limit) }
        bytes += piece.readableBytesView
      }
      return bytes
    }

    // MARK: Answers

    private func answer(
      _ endpoint: Endpoint, _ asked: ServiceRequest, _ context: ServiceContext
    ) async throws -> ServiceAnswer {
      switch endpoint {
      case .health: return .text("ok\n")
      case .ready:
        if isEnding.load(ordering: .relaxed) { throw Problem.ending }
        if crew.isFull { throw Problem.busy }
        return .text("ready\n")
      case .metrics:
        var answer = ServiceAnswer.text(metrics.text(crew: crew, version: desk.desk.version))
        answer.contentType = "text/plain; version=0.0.4; charset=utf-8"
        return answer
      default:
        let desk = desk
        let made = try await work(context.channel.eventLoop) {
          Result { () throws(Problem) in try desk.answer(endpoint, asked) }
        }
        let answer = try made.get()
        if endpoint == .render {
          let pages = answer.headers.first { $0.name == "Letterpdf-Pages" }
          metrics.count(pages: pages.flatMap { Int($0.value) } ?? 0)
        }
        return answer
      }
    }

    /// Has the crew do something, and waits for it as long as an answer may take.
    ///
    /// - Throws: that as much waits as may, or that it takes too long; then it goes on to its end, but
    ///   nobody waits for it.
    func work<T: Sendable>(
      _ loop: any EventLoop, _ work: @escaping @Sendable () -> T
    ) async throws(Problem) -> T {
      let reply = Reply<Result<T, Problem>>()
      // What waited for too long has its answer by now.
      let submitted = crew.submit { if !reply.isGiven { reply.give(.success(work())) } }
      guard submitted else { throw .busy }
      let seconds = options.maxSeconds
      let timer = loop.scheduleTask(in: .nanoseconds(Int64(seconds * 1e9))) {
        reply.give(.failure(.tooSlow(seconds)))
      }
      let result = await reply.value()
      timer.cancel()
      return try result.get()
    }

    static func problem(_ error: any Error, _ options: ServiceOptions) -> Problem {
      switch error {
      case let problem as Problem: problem
      case is SlowBody: .slowBody(options.bodySeconds)
      case is CancellationError: .ending
      default: .badRequest("the request ended before its end")
      }
    }

    /// Makes the response of an answer, counts it and takes it down.
    private func finish(
      _ answer: ServiceAnswer, _ problem: Problem?, _ request: Request, _ context: ServiceContext,
      _ record: Exchange
    ) -> Response {
      var headers = record.headers(answer)
      let isUnread = [408, 413, 429].contains(answer.status)
      if isUnread { headers[.connection] = "close" }
      settle(record, status: answer.status, sent: answer.body.count, problem: problem?.kind)
      let isHead = request.method == .head
      headers[.contentLength] = "\(answer.body.count)"
      let body =
        isHead
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
      if isUnread {
        Self.closeSoon(context.channel)
      }
      return Response(status: .init(code: answer.status), headers: headers, body: body)
    }

    /// Closes a connection on which more is coming than is wanted.
    ///
    /// It is read and dropped for a moment, or the client would not see the answer.
    static func closeSoon(_ channel: any Channel) {
      channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    /// Counts an exchange and takes it down.
    func settle(_ record: Exchange, status: Int, sent: Int, problem: String?) {
      let seconds = record.seconds
      metrics.end(record.endpoint?.rawValue, status: status, seconds: seconds)
      log.tell(
        RequestLine(
          id: record.id, method: record.method, path: record.endpoint?.rawValue, status: status,
          seconds: seconds, received: record.received, sent: sent, problem: problem))
    }
  }

  /// A request and its answer, as they are counted and taken down.
  struct Exchange: Sendable {
    let id: String
    let method: String
    var endpoint: Endpoint?
    var received = 0
    private let start = ContinuousClock.now

    init(_ request: Request) {
      id = RequestID.sound(request.headers[.requestID])
      method = request.method.rawValue
    }

    /// How long it has taken.
    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// The headers of an answer.
    func headers(_ answer: ServiceAnswer) -> HTTPFields {
      var headers = HTTPFields()
      headers[.contentType] = answer.contentType
      headers[.requestID] = id
      headers[.cacheControl] = "no-store"
      if let options = HTTPField.Name("X-Content-Type-Options") { headers[options] = "nosniff" }
      for header in answer.headers {
        if let name = HTTPField.Name(header.name) { headers[name] = header.value }
      }
      return headers
    }
  }

  extension HTTPField.Name {
    /// By what a client knows its request.
    static let requestID = HTTPField.Name("X-Request-Id") ?? .expires
  }

  extension ServiceAnswer {
    /// A text for people and monitors.
    fileprivate static func text(_ text: String) -> ServiceAnswer {
      ServiceAnswer(Array(text.utf8), contentType: "text/plain; charset=utf-8")
    }
  }
#endif
