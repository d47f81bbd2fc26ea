#if Server
  import FileWatching
  import HTTPTypes
  import Hummingbird
  import Inspection
  import LetterPreview
  import LetterService
  import NIOCore
  import Typeset

  /// Answers the browser: the page, what it shows, and what has changed.
  final class PreviewResponder: HTTPResponder {
    typealias Context = ServiceContext

    let desk: PreviewDesk
    let gate = PreviewGate()
    let hub = PreviewHub()
    let watch = FileWatch()
    /// Two, so that a download does not wait for a change to be set.
    let crew = WorkCrew(threads: 2, waiting: 64)
    private let editor: EditorCommand?

    init(desk: PreviewDesk, editor: EditorCommand?) {
      self.desk = desk
      self.editor = editor
    }

    /// Has changes of files told to all browsers; false if the system gives no thread.
    func watchFiles() -> Bool {
      watch.start { changed in
        self.desk.forget(changed)
        self.hub.change()
      }
    }

    /// Ends what browsers listen to.
    func end() {
      hub.end()
      watch.end()
    }

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
      guard let port = context.channel.localAddress?.port, let path = admitted(request, port) else {
        return answer(.forbidden, "This address is not for you.")
      }
      switch (request.method, path) {
      case (.get, ""): return file(PreviewPage.html(desk.words), "text/html; charset=utf-8")
      case (.get, "preview.css"): return file(PreviewPage.style, "text/css; charset=utf-8")
      case (.get, "preview.js"):
        return file(PreviewPage.script(desk.words), "text/javascript; charset=utf-8")
      case (.get, "events"): return events(request)
      case (.get, "letter.pdf"): return try await pdf(request)
      case (.post, "open"): return open(request)
      case (.get, _) where path.hasPrefix("pages/") && path.hasSuffix(".svg"):
        let key = String(path.dropFirst("pages/".count).dropLast(".svg".count))
        guard let svg = desk.svg(key) else { return answer(.notFound, "There is no such page.") }
        return response(.ok, svg, "image/svg+xml")
      default: return answer(.notFound, "There is nothing here.")
      }
    }

    private func admitted(_ request: Request, _ port: Int) -> String? {
      var asked = PreviewGate.Request(path: request.uri.path)
      asked.host = request.head.authority
      asked.origin = request.headers[.origin]
      asked.fetchSite = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
      asked.fetchDestination = HTTPField.Name("Sec-Fetch-Dest").flatMap { request.headers[$0] }
      asked.isPost = request.method == .post
      return gate.admitted(asked, port: port)
    }

    // MARK: What is shown

    /// The states of the letter, as they come (HTML, 9.2 Server-sent events).
    private func events(_ request: Request) -> Response {
      guard let choices = choices(of: request) else {
        return answer(.badRequest, "There is no such choice.")
      }
      let listening = hub.listen()
      var headers = Self.headers("text/event-stream")
      headers[.connection] = "close"
      return Response(
        status: .ok, headers: headers,
        body: ResponseBody { writer in
          var last = listening.changes
          try await writer.write(try await self.event(choices))
          for await number in listening.news {
            // A line that says nothing is how a browser is noticed that has gone.
            let bytes = number == last ? ByteBuffer(string: ":\n\n") : try await self.event(choices)
            last = number
            try await writer.write(bytes)
          }
          try await writer.finish(nil)
        })
    }

    private func event(_ choices: PreviewChoices) async throws -> ByteBuffer {
      let (desk, watch) = (desk, watch)
      let state = try await work {
        desk.state(for: choices) { watch.watch([$0]) }.json.text
      }
      return ByteBuffer(string: "event: state\ndata: \(state)\n\n")
    }

    private func pdf(_ request: Request) async throws -> Response {
      guard let query = ServiceRequest.query(request.uri.query ?? ""),
        let choices = PreviewChoices(query.filter { $0.name != "section" })
      else { return answer(.badRequest, "There is no such choice.") }
      let section = query.first { $0.name == "section" }?.value
      let desk = desk
      let made = try await work {
        Result { () throws(Diagnostics) in try desk.pdf(for: choices, section: section) }
      }
      switch made {
      case .success(nil): return answer(.notFound, "There is no such letter.")
      case .success(let bytes?): return response(.ok, bytes, "application/pdf")
      case .failure(let told):
        let formatter = DiagnosticFormatter(translation: desk.words.translation)
        return response(
          .unprocessableContent, Array(formatter.format(told.all).utf8), Self.plain)
      }
    }

    /// Opens a line of one of the files that the letter was made of, and no other.
    private func open(_ request: Request) -> Response {
      let query = ServiceRequest.query(request.uri.query ?? "") ?? []
      let file = query.first { $0.name == "file" }?.value ?? ""
      let line = query.first { $0.name == "line" }.flatMap { Int($0.value) } ?? 1
      guard let editor, desk.paths.contains(file) else {
        return answer(.notFound, "There is no such file.")
      }
      guard editor.open(file: file, line: max(1, line)) else {
        return answer(.internalServerError, "The editor could not be started.")
      }
      return answer(.ok, "Opened.")
    }

    private func choices(of request: Request) -> PreviewChoices? {
      ServiceRequest.query(request.uri.query ?? "").flatMap(PreviewChoices.init)
    }

    /// Has the crew do something; where very much waits already, after a moment.
    ///
    /// - Throws: that nobody waits for it any more.
    private func work<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
      let reply = Reply<T>()
      while !crew.submit({ reply.give(work()) }) {
        try await Task.sleep(for: .milliseconds(10))
      }
      return await reply.value()
    }

    // MARK: Answers

    private func file(_ text: String, _ type: String) -> Response {
      response(.ok, Array(text.utf8), type)
    }

    private static let plain = "text/plain; charset=utf-8"

    private func answer(_ status: HTTPResponse.Status, _ text: DiagnosticText) -> Response {
      response(status, Array((desk.words.say(text) + "\n").utf8), Self.plain)
    }

    private func response(
      _ status: HTTPResponse.Status, _ bytes: [UInt8], _ type: String
    ) -> Response {
      var headers = Self.headers(type)
      headers[.contentLength] = "\(bytes.count)"
      return Response(
        status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What every answer says: nothing is kept, framed, guessed at or fetched from elsewhere.
    private static func headers(_ type: String) -> HTTPFields {
      var headers = HTTPFields()
      headers[.contentType] = type
      headers[.cacheControl] = "no-store"
      let further = [
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
      ]
      for (name, value) in further {
        if let name = HTTPField.Name(name) { headers[name] = value }
      }
      return headers
    }
  }
#endif
