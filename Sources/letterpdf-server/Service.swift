#if Server
  import Hummingbird
  import HummingbirdCore
  import LetterRequests
  import LetterService
  import Logging
  import NIOCore
  import ServiceLifecycle
  import Typeset
  import UnixSignals

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// Why the service does not start.
  struct StartFailure: Error {
    let message: String
  }

  /// The service from its start to its end.
  struct Service {
    private let options: ServiceOptions

    init(_ options: ServiceOptions) { self.options = options }

    /// Listens until a signal says that it is enough.
    func run() async throws {
      Typesetter.shutOutMachineFonts()
      let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
      let desk = RequestDesk(
        resources: try resources(), limits: options.limits,
        version: LetterPDFServer.version)
      try warm(desk)
      let responder = Responder(
        desk: ServiceDesk(desk),
        crew: WorkCrew(threads: options.jobs ?? cores, waiting: options.queue), options: options)
      let (seconds, limit) = (options.bodySeconds, options.maxRequest)
      var logger = Logger(label: "letterpdf-server") { _ in SwiftLogNoOpLogHandler() }
      logger.logLevel = .critical
      let application = Application(
        responder: responder,
        server: .http1(
          configuration: HTTP1Channel.Configuration(
            additionalChannelHandlers: [BodyTimer(seconds: seconds, limit: limit)],
            idleTimeout: TimeAmount.seconds(75))),
        configuration: ApplicationConfiguration(
          address: .hostname(options.host, port: options.port), backlog: 1024,
          availableConnectionsDelegate: MaximumAvailableConnections(options.maxConnections)),
        services: [EndWatch(responder: responder)],
        onServerRunning: { channel in
          let address = channel.localAddress
          ServiceLog.tell("listens on \(address?.ipAddress ?? "?"):\(address?.port ?? 0)")
        }, logger: logger)
      var configuration = ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      configuration.maximumGracefulShutdownDuration = .seconds(max(1, options.drainSeconds))
      do {
        try await ServiceGroup(configuration: configuration).run()
      } catch let error as IOError {
        throw StartFailure(
          message: "cannot listen on \(options.host):\(options.port): \(error.description)")
      }
      responder.crew.close()
      ServiceLog.tell("ended")
    }

    private func resources() throws -> ResourceFolder {
      do {
        return try ResourcePlace.folder(given: options.resources)
      } catch {
        throw StartFailure(message: error.message)
      }
    }

    /// Sets a letter, so that a service that cannot does not listen, and the first one is quick.
    private func warm(_ desk: RequestDesk) throws {
      let letter = "{\"layout\": \"brev\", \"date\": \"2026-01-01\", \"body\": \"Klar\"}"
      do throws(RequestFault) {
        _ = try desk.render(LetterRequest(letter: Array(letter.utf8)))
      } catch {
        // A limit is no fault of what is installed.
        guard error.kind == .fault || error.kind == .invalid else { return }
        throw StartFailure(
          message: "no letter can be set: \(error.diagnostics.first?.message ?? "")")
      }
    }
  }

  /// Notes that the service is about to end, so that `/readyz` says so.
  private struct EndWatch: ServiceLifecycle.Service {
    let responder: Responder

    func run() async throws {
      try? await gracefulShutdown()
      responder.end()
    }
  }
#endif
