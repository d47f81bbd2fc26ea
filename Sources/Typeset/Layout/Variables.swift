/// Puts the values of `variables` where a layout writes `$name`.
///
/// A value that is quoted is taken as it stands. Variables may be set anew in a layout that extends
/// another, so that one number moves everything that is made of it.
func substituteVariables(in node: SourceNode) throws(Diagnostics) -> SourceNode {
  guard case .mapping(var entries) = node.value else { return node }
  var problems = DiagnosticCollector()
  var variables: [String: SourceNode] = [:]
  if let index = entries.firstIndex(where: { $0.key == "variables" }) {
    let own = entries.remove(at: index).value
    switch own.value {
    case .mapping(let values): for value in values { variables[value.key] = value.value }
    case .null: break
    default:
      problems.add(own.mismatch("variables", "keys with values", "write lines of name: value"))
    }
  }
  let settled = substitute(
    variables, in: SourceNode(value: .mapping(entries), range: node.range), &problems)
  try problems.throwIfErrors()
  return settled
}

private func substitute(
  _ variables: [String: SourceNode], in node: SourceNode, _ problems: inout DiagnosticCollector
) -> SourceNode {
  switch node.value {
  case .null: return node
  case .scalar(let text, let isQuoted):
    guard !isQuoted, text.hasPrefix("$") else { return node }
    let name = String(text.dropFirst())
    if let value = variables[name] { return SourceNode(value: value.value, range: node.range) }
    let near = nearestName(to: name, in: variables.keys.sorted())
    problems.add(
      .error(
        .noSuchVariable, "there is no variable \(quoted(name))", at: node.range,
        hint: near.map { "write $\($0)" } ?? "add it under variables:, or put the value in quotes"))
    return node
  case .sequence(let items):
    let settled = items.map { substitute(variables, in: $0, &problems) }
    return SourceNode(value: .sequence(settled), range: node.range)
  case .mapping(let entries):
    let settled = entries.map { entry in
      SourceNode.Entry(
        key: entry.key, keyRange: entry.keyRange,
        value: substitute(variables, in: entry.value, &problems))
    }
    return SourceNode(value: .mapping(settled), range: node.range)
  }
}
