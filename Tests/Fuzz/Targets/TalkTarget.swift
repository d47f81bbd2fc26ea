import Intake
import LetterRequests
import LetterService
import Typeset

extension FuzzTarget {
  /// What a child that has gone wrong may answer, of every kind, and what it may be asked.
  static let messages = FuzzTarget(
    "messages",
    seeds: { project in
      let intake = FuzzIntake()
      func asked<Request: IntakeRequest>(_ request: Request) -> [UInt8] {
        var writer = MessageWriter()
        writer.append(Request.name, request)
        return Array((intake.answer(writer.bytes) ?? []).dropFirst())
      }
      let page = HandmadePage(content: Array("0 0 9 9 re f".utf8)).bytes
      let answers = [
        asked(InspectPDF(page)), asked(ReadForeignPDF(page, file: "a.pdf", use: .background)),
        asked(AuditPDF(page)),
      ]
      return answers.enumerated().map { [UInt8($0.offset)] + $0.element }
    },
    open: { _ in
      { bytes in
        guard let kind = bytes.first else { return false }
        let rest = Array(bytes.dropFirst())
        let read = readers[Int(kind) % readers.count]
        return read(rest)
      }
    })

  private static let readers: [@Sendable ([UInt8]) -> Bool] = [
    { isRead(InspectPDF.Answer.self, $0) }, { isRead(ReadForeignPDF.Answer.self, $0) },
    { isRead(AuditPDF.Answer.self, $0) }, { isRead(MakePicture.Answer.self, $0) },
    { isRead(MeasureDrawing.Answer.self, $0) }, { isRead(ReadPixels.Answer.self, $0) },
    { isRead(PaintPages.Answer.self, $0) }, { isRead(ReadWordFile.Answer.self, $0) },
    { isRead(PaintPages.self, $0) }, { isRead(MakePicture.self, $0) }, { isRead(Refusal.self, $0) },
  ]

  /// What can be read is written as it was.
  private static func isRead<Content: Message>(_ kind: Content.Type, _ bytes: [UInt8]) -> Bool {
    do throws(BrokenMessage) {
      let message = try Content(bytes: bytes)
      let again = try Content(bytes: message.bytes)
      precondition(again.bytes == message.bytes, "a message is the same when it is read again")
      return true
    } catch {
      return false
    }
  }

  /// A request of the worker's: JSON and, behind a zero, the files.
  static let worker = FuzzTarget(
    "worker",
    seeds: { _ in
      let letter = "---\nlayout: brev\ndate: 2026-03-02\n---\n\nOrd."
      return [
        #"{"id": 7, "op": "render", "format": "pdf", "parts": [{"name": "letter.md", "length": 44}]}"#,
        #"{"id": "a", "op": "hello"}"#, #"{"op": "layout", "name": "kl"}"#,
        #"{"op": "render", "format": "png", "page": 1, "parts": [{"name": "letter.md", "length": 44}]}"#,
        #"{"op": "compare", "parts": [{"name": "a", "length": 9}, {"name": "b", "length": 9}]}"#,
      ].map { Array(($0 + "\0" + letter).utf8) }
    },
    open: { project in
      let desk = project.requestDesk
      return { bytes in
        var input = FuzzInput(bytes)
        let json = input.part()
        let message = RequestMessage(json: json, body: input.all()[...], limits: desk.limits)
        do throws(RequestFault) {
          let answer = try desk.answer(try message.request.get())
          return !answer.members.isEmpty
        } catch {
          precondition(!error.members.isEmpty, "a refusal says why")
          return false
        }
      }
    })

  /// A request of HTTP: path and query, media type, what is accepted, and the body, each on a line.
  static let service = FuzzTarget(
    "service",
    seeds: { _ in
      let letter = "---\nlayout: brev\ndate: 2026-03-02\n---\n\nOrd."
      let part = "--x\r\nContent-Disposition: form-data; name=\"letter\"; filename=\"a.md\"\r\n\r\n"
      return [
        "/render?layout=kl&format=pdf\ntext/markdown\napplication/pdf, */*;q=0.1\n" + letter,
        "/render\nmultipart/form-data; boundary=x\n\n" + part + letter + "\r\n--x--\r\n",
        "/render\napplication/json\n\n{\"layout\": \"brev\", \"body\": \"Ord.\"}",
        "/layouts/kl\n\n\n", "/schema/letter\n\n\n", "/layouts?a=%C3%A6+b\n\n\n",
      ].map { Array($0.utf8) }
    },
    open: { project in
      let desk = ServiceDesk(project.requestDesk)
      return { serve(FuzzInput($0), by: desk) }
    })

  private static func serve(_ input: FuzzInput, by desk: ServiceDesk) -> Bool {
    var input = input
    func line() -> String { String(decoding: input.part(upTo: 0x0A), as: UTF8.self) }
    let target = line().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var request = ServiceRequest()
    guard let path = target.first, let (endpoint, name) = Endpoint.find(String(path)),
      let query = ServiceRequest.query(target.count > 1 ? target[1] : "")
    else { return false }
    request.query = query
    request.name = name.flatMap { ServiceRequest.decoded($0) } ?? ""
    request.contentType = line()
    request.accept = line()
    request.body = input.all()
    do throws(Problem) {
      return try !desk.answer(endpoint, request).body.isEmpty
    } catch {
      precondition((400...599).contains(error.status), "a refusal has its status")
      return false
    }
  }
}

extension FuzzProject {
  /// What answers requests of other programs.
  var requestDesk: RequestDesk {
    Typesetter.shutOutMachineFonts()
    return RequestDesk(resources: .folder(root))
  }
}
