#if Server
  import FileWatching
  import Hummingbird
  import HummingbirdCore
  import LetterPreview
  import LetterService
  import Logging
  import NIOCore
  import ServiceLifecycle
  import Synchronization
  import Typeset
  import UnixSignals

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// The preview from its start to its end.
  struct PreviewService {
    let subject: PreviewSubject
    let resources: ResourceFolder
    let editor: EditorCommand?
    /// In whose words it is told.
    let words: PreviewWords
    let opensBrowser: Bool

    /// Listens on this machine alone until a signal says that it is enough.
    func run() async throws {
      Typesetter.shutOutMachineFonts()
      for file in [subject.path] + subject.letters where !exists(file) {
        throw StartFailure(message: words.say("there is no file \(quoted(file))"))
      }
      let desk = PreviewDesk(
        subject: subject, resources: resources, hasEditor: editor != nil, words: words)
      let responder = PreviewResponder(desk: desk, editor: editor)
      responder.watch.watch(exists(subject.path) ? [subject.path] : [])
      guard responder.watchFiles() else {
        throw StartFailure(message: words.say("the system gives no thread"))
      }
      var logger = Logger(label: "letterpdf-preview") { _ in SwiftLogNoOpLogHandler() }
      logger.logLevel = .critical
      let (token, opensBrowser) = (responder.gate.token, opensBrowser)
      let opened = Mutex<AddressFile?>(nil)
      defer { opened.withLock { $0?.remove() } }
      let application = Application(
        responder: responder, server: .http1(),
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in
          let address = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/\(token)/"
          Self.tell(address)
          if opensBrowser { opened.withLock { $0 = Self.open(address) } }
        }, logger: logger)
      var configuration = ServiceGroupConfiguration(
        services: [application, PreviewLife(responder: responder)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      // The last is ended first: the server waits for what browsers listen to, which has no end of its
      // own. What remains then are connections that ask for nothing.
      configuration.maximumGracefulShutdownDuration = .milliseconds(300)
      do {
        try await ServiceGroup(configuration: configuration).run()
      } catch let error as IOError {
        throw StartFailure(
          message: words.say("cannot listen on this machine: \(error.description)"))
      }
      responder.crew.close()
    }

    /// Whether a file is there; the name of an installed layout stands for none.
    private func exists(_ file: String) -> Bool {
      if file == subject.path, subject.isLayout, !file.contains("."), !file.contains("/") {
        return true
      }
      return access(file, R_OK) == 0
    }

    /// The address, on a line of its own, for people and for programs.
    private static func tell(_ address: String) {
      let line = Array((address + "\n").utf8)
      _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }

    /// Opens the address where a desktop is there.
    ///
    /// - Returns: the file by which it is opened.
    private static func open(_ address: String) -> AddressFile? {
      #if canImport(Darwin)
        let opener = "open"
      #else
        guard getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil else { return nil }
        let opener = "xdg-open"
      #endif
      let file = AddressFile(leadingTo: address)
      if let file { _ = EditorCommand.run([opener, file.path]) }
      return file
    }
  }

  /// What goes on beside the answers: it notices browsers that are gone, and ends all that is told at
  /// the end.
  private struct PreviewLife: ServiceLifecycle.Service {
    let responder: PreviewResponder

    func run() async throws {
      await withTaskCancellationOrGracefulShutdownHandler {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
          try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(10)) }
          responder.hub.pulse()
        }
      } onCancelOrGracefulShutdown: {
        responder.end()
      }
    }
  }
#endif
