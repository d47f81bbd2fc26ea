import Typeset

/// Which of the records' columns a run uses.
struct RecordCensus {
  /// Those that the letter or the file's name asks for, in the order of the records.
  let used: [String]
  /// The others.
  let unused: [String]

  init(columns: [String], input: MergeInput) {
    // The manifest tells of a record by its id.
    var asked: Set<String> = ["id"]
    asked.formUnion(input.template.fields.map(\.name))
    asked.formUnion(input.name?.fields ?? [])
    if let column = input.routeColumn { asked.insert(column) }
    let heads = Set(asked.compactMap { $0.split(separator: ".").first.map(String.init) })
    let known = asked.union(heads)
    used = columns.filter { known.contains($0) }
    unused = columns.filter { !known.contains($0) }
  }

  /// The lines that tell of it.
  var lines: [String] {
    let none: DiagnosticText = "none"
    let used: DiagnosticText =
      "columns used: \(used.isEmpty ? none : "\(used.joined(separator: ", "))")"
    let unused: DiagnosticText = "columns not used: \(unused.joined(separator: ", "))"
    return [used.forReader] + (self.unused.isEmpty ? [] : [unused.forReader])
  }
}
