package import Inspection
internal import Typeset

/// A request as it is sent: a JSON object, with files behind it.
///
/// ```json
/// {"id": 7, "op": "render", "layout": "kl", "format": "pdf",
///  "parts": [{"name": "letter.md", "length": 812}, {"name": "logo.svg", "length": 2034}]}
/// ```
package struct RequestMessage: Sendable {
  /// By what the sender knows it: a text or a whole number; nil if it cannot be told.
  package private(set) var id: JSON?
  /// What is asked for, or why that cannot be told.
  package private(set) var request: Result<DeskRequest, RequestFault>

  /// Reads a request.
  ///
  /// - Parameters:
  ///   - json: the object.
  ///   - body: the files behind it, one after the other.
  ///   - limits: what it may have.
  package init(json: [UInt8], body: ArraySlice<UInt8>, limits: RequestLimits) {
    do throws(Diagnostics) {
      var problems = DiagnosticCollector()
      let node = try parseJSON(readSource(json, name: "request"))
      guard var reader = MappingReader(node, &problems) else { throw Diagnostics(problems.all) }
      id = Self.id(&reader, &problems)
      let parts = Self.parts(&reader, of: body, limits, &problems)
      let request = try Self.request(&reader, parts, &problems)
      self.request = .success(request)
    } catch {
      request = .failure(RequestFault(.badRequest, error.all))
    }
  }

  private static func id(
    _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
  ) -> JSON? {
    guard let node = reader.node("id"), node.value != .null else { return nil }
    switch node.value {
    case .scalar(let text, isQuoted: true) where text.utf8.count <= 200: return .string(text)
    case .scalar(let text, isQuoted: false):
      if let number = Int(text), abs(number) < 1 << 53 { return .count(number) }
      fallthrough
    default:
      problems.add(
        node.mismatch("id", "a short text or a whole number", "write \"id\": 1"))
      return nil
    }
  }

  /// A file behind the object.
  private struct Part {
    let name: String
    let bytes: [UInt8]
  }

  private static func parts(
    _ reader: inout MappingReader, of body: ArraySlice<UInt8>, _ limits: RequestLimits,
    _ problems: inout DiagnosticCollector
  ) -> [Part] {
    var rest = body
    var parts: [Part] = []
    let place = reader.place(of: "parts")
    for (index, item) in (reader.items("parts", &problems) ?? []).enumerated() {
      let path = "parts[\(index)]"
      guard var entry = MappingReader(item, path: path, &problems) else { continue }
      let name = entry.text("name", &problems)?.value ?? ""
      let length = entry.integer("length", in: 0...Int(Int32.max), &problems)?.value
      if length == nil, entry.value(of: "length") == nil {
        problems.add(
          .error(
            .request, "\(path) has no length", at: item.range, hint: "write how many bytes it has"))
      }
      entry.finish(&problems)
      guard let length else { continue }
      guard length <= rest.count else {
        problems.add(
          .error(
            .request, "\(path) has \(length) bytes, and \(rest.count) are there", at: item.range,
            hint: "send all bytes of the parts behind the object"))
        return parts
      }
      parts.append(Part(name: name, bytes: Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    if !rest.isEmpty, !problems.hasErrors {
      problems.add(
        .error(
          .request, "\(rest.count) bytes are behind the object that belong to no part", at: place,
          hint: "name every part with its length"))
    }
    return parts
  }

  private static func request(
    _ reader: inout MappingReader, _ parts: [Part], _ problems: inout DiagnosticCollector
  ) throws(Diagnostics) -> DeskRequest {
    let operation = reader.choice("op", of: DeskRequest.Operation.self, &problems)?.value
    var request: DeskRequest?
    switch operation {
    case nil:
      if reader.value(of: "op") == nil {
        let all = DeskRequest.Operation.allCases.map(\.rawValue)
        problems.add(
          .error(.request, "the request has no op", at: reader.place, hint: "write \(listed(all))"))
      }
      // What the other keys mean is not known.
      throw Diagnostics(problems.inSourceOrder)
    case .hello: request = .hello
    case .layouts: request = .layouts
    case .layout:
      request = reader.text("name", &problems).map { .layout($0.value) }
    case .schema:
      request = reader.choice("name", of: DeskRequest.Schema.self, &problems).map {
        .schema($0.value)
      }
    case .render:
      request = .render(letter(&reader, parts, &problems))
    case .check:
      var check = CheckRequest(parts.first?.bytes ?? [])
      check.take(&reader, &problems)
      if let name = parts.first?.name, !name.isEmpty { check.name = name }
      if count(parts, 1, "the PDF", reader, &problems) { request = .check(check) }
    case .compare:
      var compare = CompareRequest()
      compare.take(&reader, &problems)
      if count(parts, 2, "what there is and what was meant", reader, &problems) {
        (compare.actual, compare.expected) = (parts[0].bytes, parts[1].bytes)
        if !parts[0].name.isEmpty { compare.name = parts[0].name }
        request = .compare(compare)
      }
    }
    reader.finish(&problems)
    if request == nil, !problems.hasErrors {
      problems.add(
        .error(.request, "the request has no name", at: reader.place, hint: "write \"name\""))
    }
    guard let request, !problems.hasErrors else { throw Diagnostics(problems.inSourceOrder) }
    return request
  }

  private static func count(
    _ parts: [Part], _ wanted: Int, _ what: DiagnosticText, _ reader: MappingReader,
    _ problems: inout DiagnosticCollector
  ) -> Bool {
    guard parts.count != wanted else { return true }
    problems.add(
      .error(
        .request, "there are \(parts.count) parts, not \(wanted)", at: reader.place(of: "parts"),
        hint: "send \(what)"))
    return false
  }

  /// The letter is under its key, or the first part; the other parts are its files.
  private static func letter(
    _ reader: inout MappingReader, _ parts: [Part], _ problems: inout DiagnosticCollector
  ) -> LetterRequest {
    var request = LetterRequest()
    var files = parts[...]
    request.take(&reader, &problems)
    request.data = reader.objectBytes("data", &problems)
    if let letter = reader.letterBytes(&problems) {
      request.letter = letter
    } else if reader.value(of: "letter") == nil {
      guard let first = files.popFirst() else {
        if !problems.hasErrors {
          problems.add(
            .error(
              .request, "the request has no letter", at: reader.place,
              hint: "write it under letter, or send it as the first part"))
        }
        return request
      }
      request.letter = first.bytes
      if !first.name.isEmpty { request.name = first.name }
    }
    for file in files {
      if request.files.updateValue(file.bytes, forKey: file.name) != nil {
        problems.add(
          .error(
            .request, "two parts are called \(quoted(file.name))", at: reader.place(of: "parts"),
            hint: "give each its own name"))
      }
    }
    return request
  }
}
