import Foundation

/// Requests for `letterpdf worker`, and its answers taken apart.
enum WorkerFrames {
  /// A request of an object and files behind it.
  static func request(_ json: String, _ files: [UInt8]...) -> [UInt8] {
    let json = Array(json.utf8)
    let body = length(json.count) + json + files.flatMap { $0 }
    return length(body.count) + body
  }

  /// Four bytes, the highest first.
  static func length(_ count: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
  }

  /// An answer and its files by their names.
  struct Answer: Decodable {
    struct Part: Decodable {
      let name: String
      let type: String
      let length: Int
    }
    struct Problem: Decodable {
      let severity: String
      let message: String
      let file: String?
      let line: Int?
      let column: Int?
      let hints: [String]
    }
    let id: Int?
    let number: Int
    let ok: Bool
    let fault: String?
    let message: String?
    let pages: Int?
    let diagnostics: [Problem]?
    let parts: [Part]
    var files: [String: [UInt8]] = [:]

    private enum CodingKeys: CodingKey {
      case id, number, ok, fault, message, pages, diagnostics, parts
    }
  }

  /// The answers in the order of their requests; nil for bytes that are no frames.
  static func answers(_ bytes: [UInt8]) throws -> [Answer]? {
    var rest = bytes[...]
    func number() -> Int? {
      guard rest.count >= 4 else { return nil }
      defer { rest = rest.dropFirst(4) }
      return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    var answers: [Answer] = []
    while !rest.isEmpty {
      guard let length = number(), length <= rest.count, let size = number() else { return nil }
      var answer = try JSONDecoder().decode(Answer.self, from: Data(rest.prefix(size)))
      rest = rest.dropFirst(size)
      for part in answer.parts {
        answer.files[part.name] = Array(rest.prefix(part.length))
        rest = rest.dropFirst(part.length)
      }
      guard 4 + size + answer.parts.reduce(0, { $0 + $1.length }) == length else { return nil }
      answers.append(answer)
    }
    return answers.sorted { $0.number < $1.number }
  }
}
