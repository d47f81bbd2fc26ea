#if Server
  import HTTPTypes
  import Hummingbird
  import LetterService
  import NIOCore
  import NIOHTTPTypes

  /// A request that did not come whole in time.
  struct SlowBody: Error {}

  /// Asks for bodies, and ends requests that take too long to come, so that nobody can hold a connection
  /// for ever.
  ///
  /// A stream of records may take as long as it likes, but not stand still for so long while more is
  /// wanted of it; where the service is busy, it is the one that is waited for.
  ///
  /// Unchecked: a channel's handlers are used on its event loop alone.
  final class BodyTimer: ChannelDuplexHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let time: TimeAmount
    private let limit: Int
    private var timer: Scheduled<Void>?
    private var isStream = false

    init(seconds: Double, limit: Int) {
      time = .nanoseconds(Int64(seconds * 1e9))
      self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        isStream = head.path?.hasPrefix(Endpoint.merge.rawValue) ?? false
        start(context)
        welcome(head, context)
      case .body: if isStream { stop() }
      case .end:
        isStream = false
        stop()
      }
      context.fireChannelRead(data)
    }

    /// Asks for the body of a client that waits for that (RFC 9110, 10.1.1), unless it will be refused.
    private func welcome(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
      guard head.headerFields[.expect]?.lowercased() == "100-continue" else { return }
      let length = head.headerFields[.contentLength].flatMap(Int.init) ?? 0
      guard isStream || length <= limit else { return }
      context.writeAndFlush(
        wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
    }

    /// More is wanted; of a stream, that is when its time begins.
    func read(context: ChannelHandlerContext) {
      if isStream, timer == nil { start(context) }
      context.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
      stop()
      context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func start(_ context: ChannelHandlerContext) {
      timer?.cancel()
      let loop = context.eventLoop.assumeIsolated()
      timer = loop.scheduleTask(in: time) { context.fireErrorCaught(SlowBody()) }
    }

    private func stop() {
      timer?.cancel()
      timer = nil
    }
  }
#endif
