internal import LetterRequests
internal import Typeset

/// The options of a request, read as the members of an object are: with names, types and nearest names.
struct Query {
  var reader: MappingReader
  var problems = DiagnosticCollector()

  /// Takes the query of a request; an option that is there several times is a list.
  init(_ request: ServiceRequest) {
    let lines = request.query.map { "\($0.name)=\($0.value)" }
    let file = SourceFile(name: "query", text: lines.joined(separator: "\n"))
    var values: [String: [SourceNode]] = [:]
    var order: [(key: String, range: SourceRange)] = []
    var start = 0
    for (item, line) in zip(request.query, lines) {
      let end = start + line.utf8.count
      let middle = start + item.name.utf8.count
      if values[item.name] == nil { order.append((item.name, file.range(start, middle))) }
      values[item.name, default: []].append(
        SourceNode(
          value: .scalar(item.value, isQuoted: false), range: file.range(middle + 1, end)))
      start = end + 1
    }
    let entries = order.map { key, range in
      let nodes = values[key] ?? []
      return SourceNode.Entry(
        key: key, keyRange: range,
        value: nodes.count == 1 ? nodes[0] : SourceNode(value: .sequence(nodes), range: range))
    }
    reader = MappingReader(entries, at: file.range(0, start))
  }

  /// Sees that there are no other options, and nothing is wrong with those.
  ///
  /// - Throws: everything that is wrong.
  func finish() throws(Problem) {
    var problems = problems
    reader.finish(&problems)
    guard problems.hasErrors else { return }
    throw Problem(RequestFault(.badRequest, problems.inSourceOrder))
  }
}
