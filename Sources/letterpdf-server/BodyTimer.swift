#if Server
  import Hummingbird
  import LetterService
  import NIOCore
  import NIOHTTPTypes

  /// A request that did not come whole in time.
  struct SlowBody: Error {}

  /// Ends requests that take too long to come, so that nobody can hold a connection for ever.
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
    private var timer: Scheduled<Void>?
    private var isStream = false

    init(seconds: Double) { time = .nanoseconds(Int64(seconds * 1e9)) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        isStream = head.path?.hasPrefix(Endpoint.merge.rawValue) ?? false
        start(context)
      case .body: if isStream { stop() }
      case .end:
        isStream = false
        stop()
      }
      context.fireChannelRead(data)
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
