internal import Inspection
internal import LetterRequests
internal import Typeset

/// The media types of a letter's answers, the usual one first.
private let formats: [(type: String, format: LetterRequest.Format)] = [
  ("application/pdf", .pdf), ("image/png", .png), ("image/svg+xml", .svg),
  ("application/json", .report), ("text/plain", .dump),
]

extension ServiceDesk {
  /// `POST /render`: one letter.
  func render(_ request: ServiceRequest) throws(Problem) -> ServiceAnswer {
    var query = Query(request)
    var letter = LetterRequest()
    let saysFormat = request.query.contains { $0.name == "format" }
    if !saysFormat { letter.format = try wanted(request) }
    letter.take(&query.reader, &query.problems)
    try query.finish()
    let isPicture = letter.format == .png || letter.format == .svg
    // One answer has one picture.
    if isPicture, letter.page == nil { letter.page = 1 }
    try take(request, into: &letter)
    let made = try faulting { () throws(RequestFault) in try desk.render(letter) }
    return answer(made)
  }

  private func wanted(_ request: ServiceRequest) throws(Problem) -> LetterRequest.Format {
    let types = formats.map(\.type)
    guard let type = Negotiation(accept: request.accept).choose(types),
      let format = formats.first(where: { $0.type == type })
    else { throw .notAcceptable(types) }
    return format.format
  }

  private func answer(_ made: LetterAnswer) -> ServiceAnswer {
    let report = made.report
    guard let file = made.files.first else { return .json(report.members) }
    var answer = ServiceAnswer(file.bytes, contentType: file.mediaType)
    answer.headers = [("Letterpdf-Pages", "\(report.pages)")]
    if let standard = report.standard {
      answer.headers.append(("Letterpdf-Standard", standard.rawValue))
    }
    answer.headers.append(("Letterpdf-Warnings", "\(report.diagnostics.count)"))
    answer.headers.append(("Content-Disposition", "inline; filename=\"\(file.name)\""))
    return answer
  }

  /// Takes the letter and its files out of the body.
  private func take(
    _ request: ServiceRequest, into letter: inout LetterRequest
  ) throws(Problem) {
    let type = HeaderValue(request.contentType ?? "")
    switch type.value {
    case "application/json":
      letter.letter = request.body
      letter.name = "letter.json"
    case "text/markdown", "text/plain":
      letter.letter = request.body
      letter.name = "letter.md"
    case "multipart/form-data":
      try take(Multipart(request.body, contentType: type).parts, into: &letter)
    default: throw .wrongType(["application/json", "text/markdown", "multipart/form-data"])
    }
  }

  private func take(
    _ parts: [Multipart.Part], into letter: inout LetterRequest
  ) throws(Problem) {
    var hasLetter = false
    for part in parts {
      switch part.field {
      case "letter":
        guard !hasLetter else { throw .badRequest("there are two parts called letter") }
        hasLetter = true
        letter.letter = Array(part.bytes)
        if let name = part.fileName, !name.isEmpty { letter.name = name }
      case "data":
        guard letter.data == nil else { throw .badRequest("there are two parts called data") }
        letter.data = Array(part.bytes)
      case "file":
        guard let name = part.fileName, !name.isEmpty else {
          throw .badRequest("a part called file has no file name, by which the letter names it")
        }
        guard letter.files.updateValue(Array(part.bytes), forKey: name) == nil else {
          throw .badRequest("two files have one name")
        }
      default: throw .badRequest("parts are called letter, data or file")
      }
    }
    guard hasLetter else { throw .badRequest("there is no part called letter") }
  }
}
