#if Server
  import HTTPTypes
  import Hummingbird
  import LetterService
  import NIOCore
  import Synchronization

  extension Responder {
    /// `POST /merge`: reads the letter and the first record, then answers record by record while more
    /// come.
    func merge(
      _ request: Request, _ context: ServiceContext, _ record: Exchange
    ) async throws -> Response {
      let types = ["application/x-ndjson", "application/jsonl"]
      let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
      guard types.contains(type) else { throw Problem.wrongType(types) }
      guard try ask(request, "").query.isEmpty else {
        throw Problem.badRequest("options of /merge stand in the first line")
      }
      let lines = BodyLines(request.body, limit: options.maxRequest, room: room)
      guard let head = try await lines.next() else {
        throw Problem.badRequest("the body is empty; its first line is the letter")
      }
      let (desk, loop) = (desk, context.channel.eventLoop)
      let session = try await work(loop) {
        Result { () throws(Problem) in try MergeSession(head: head, by: desk) }
      }.get()
      // The other lines are records, which need less room than a letter with its pictures.
      lines.limit = options.maxLetter
      guard let first = try await lines.next() else {
        throw Problem.badRequest("there are no records; each is a line after the first")
      }
      try session.check(first)
      var answer = ServiceAnswer([], contentType: "application/x-ndjson")
      answer.headers = [("X-Accel-Buffering", "no")]
      let account = StreamAccount(record, of: self)
      return Response(
        status: .ok, headers: record.headers(answer),
        body: ResponseBody { writer in
          var stream = MergeStream(session: session, lines: lines, responder: self, loop: loop)
          do {
            try await stream.run(from: first, to: &writer)
            account.settle(stream, problem: nil)
          } catch {
            // The status is long gone; the last line says why there are no more.
            let problem = Self.problem(error, self.options)
            let isKnown = error is Problem || error is SlowBody || error is CancellationError
            account.settle(stream, problem: isKnown ? problem.kind : "gone")
            try await writer.write(
              ByteBuffer(bytes: session.ending(problem, number: stream.number + 1)))
            Self.closeSoon(context.channel)
          }
          try await writer.finish(nil)
        })
    }
  }

  /// What a stream is counted by, once, also where its client is gone before the first byte.
  private final class StreamAccount: Sendable {
    private let record: Exchange
    private let responder: Responder
    private let isSettled = Atomic(false)

    init(_ record: Exchange, of responder: Responder) {
      self.record = record
      self.responder = responder
    }

    /// Counts a stream that has come to its end, and takes it down.
    func settle(_ stream: MergeStream, problem: String?) {
      var record = record
      record.received = stream.received
      responder.metrics.count(letters: stream.letters, pages: stream.pages)
      settle(record, sent: stream.sent, problem: problem)
    }

    private func settle(_ record: Exchange, sent: Int, problem: String?) {
      guard !isSettled.exchange(true, ordering: .relaxed) else { return }
      responder.settle(record, status: 200, sent: sent, problem: problem)
    }

    deinit { settle(record, sent: 0, problem: "gone") }
  }

  /// Records on their way to letters, some at a time, in their order.
  struct MergeStream {
    let session: MergeSession
    let lines: BodyLines
    let responder: Responder
    let loop: any EventLoop
    private(set) var number = 0
    private(set) var letters = 0
    private(set) var pages = 0
    private(set) var sent = 0

    init(session: MergeSession, lines: BodyLines, responder: Responder, loop: any EventLoop) {
      self.session = session
      self.lines = lines
      self.responder = responder
      self.loop = loop
    }

    var received: Int { lines.count }

    /// Answers the first record and all that follow it.
    ///
    /// - Throws: that a record is too long or came too slowly, or nobody reads the answers.
    mutating func run(from first: [UInt8], to writer: inout any ResponseBodyWriter) async throws {
      // Enough that all threads have work, and few enough that others get theirs.
      let window = max(2, responder.crew.threadCount)
      var waiting = [await begin(first)]
      while true {
        while waiting.count < window, let line = lines.buffered() {
          waiting.append(await begin(line))
        }
        if waiting.isEmpty {
          // A client may wait for its answers before it sends the next record.
          guard let line = try await lines.next() else { return }
          waiting.append(await begin(line))
        } else {
          try await write(await waiting.removeFirst().value(), to: &writer)
        }
      }
    }

    /// Has a letter set as soon as there is room.
    private mutating func begin(_ record: [UInt8]) async -> Reply<MadeLine> {
      number += 1
      let number = number
      let reply = Reply<MadeLine>()
      let session = session
      while !responder.crew.submit({
        let made = session.answer(record, number: number)
        reply.give(MadeLine(bytes: made.line, pages: made.pages, isMade: made.isMade))
      }) {
        try? await Task.sleep(for: .milliseconds(10))
      }
      return reply
    }

    private mutating func write(
      _ made: MadeLine, to writer: inout any ResponseBodyWriter
    ) async throws {
      if made.isMade { letters += 1 }
      pages += made.pages
      sent += made.bytes.count
      try await writer.write(ByteBuffer(bytes: made.bytes))
    }
  }

  /// A line of the answer.
  struct MadeLine: Sendable {
    let bytes: [UInt8]
    let pages: Int
    let isMade: Bool
  }

  /// The lines of a body as they come; empty ones are left out.
  ///
  /// Unchecked: one task reads at a time, first that which answers, then that which writes the answer.
  final class BodyLines: @unchecked Sendable {
    private var iterator: RequestBody.AsyncIterator
    private var rest: [UInt8] = []
    private var start = 0
    private var isOver = false
    private let room: BodyRoom
    /// How many bytes of the room these lines have.
    private var held = 0
    /// The most bytes of a line.
    var limit: Int
    /// How many bytes have come.
    private(set) var count = 0

    init(_ body: RequestBody, limit: Int, room: BodyRoom) {
      self.limit = limit
      self.room = room
      iterator = body.makeAsyncIterator()
    }

    /// The next line, when it is there; nil at the end.
    ///
    /// - Throws: that it is too long, or came too slowly.
    func next() async throws -> [UInt8]? {
      while true {
        if let line = buffered() { return line }
        if isOver {
          let last = Array(rest[start...])
          start = rest.count
          return last.contains { !Self.isSpace($0) } ? last : nil
        }
        guard rest.count - start <= limit else { throw Problem.tooLarge(limit: limit) }
        guard let piece = try await iterator.next() else {
          isOver = true
          continue
        }
        count += piece.readableBytes
        rest.removeFirst(start)
        start = 0
        rest += piece.readableBytesView
        room.give(held)
        held = rest.count
        guard room.take(held) else { throw Problem.busy }
      }
    }

    deinit { room.give(held) }

    /// The next line if it is there already.
    func buffered() -> [UInt8]? {
      while let end = rest[start...].firstIndex(of: 0x0A) {
        let line = Array(rest[start..<end])
        start = end + 1
        if line.contains(where: { !Self.isSpace($0) }) { return line }
      }
      return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0D
    }
  }
#endif
