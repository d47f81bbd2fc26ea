#if Server
  import Hummingbird
  import NIOCore
  import NIOHTTPTypes

  /// A request that did not come whole in time.
  struct SlowBody: Error {}

  /// Ends requests that take too long to come, so that nobody can hold a connection for ever.
  ///
  /// A stream of records may take as long as it likes, but not stand still for so long.
  ///
  /// Unchecked: a channel's handlers are used on its event loop alone.
  final class BodyTimer: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let time: TimeAmount
    private var timer: Scheduled<Void>?
    private var isStream = false

    init(seconds: Double) { time = .nanoseconds(Int64(seconds * 1e9)) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        isStream = head.path?.hasPrefix("/merge") ?? false
        start(context)
      case .body: if isStream { start(context) }
      case .end: stop()
      }
      context.fireChannelRead(data)
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
