/// Puts the values of `variables` where a layout writes `$name`, alone or in a sum of lengths.
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
    guard !isQuoted else { return node }
    if let sum = lengthSum(text, of: variables) {
      return SourceNode(value: .scalar(sum, isQuoted: false), range: node.range)
    }
    let lost = lostVariable(ofSum: text, variables)
    guard lost != nil || text.hasPrefix("$") else { return node }
    let name = lost ?? String(text.dropFirst())
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

/// A sum of lengths, `$left + 64mm`, with the values of its variables; nil for any other text, or where
/// one of them is no length.
private func lengthSum(_ text: String, of variables: [String: SourceNode]) -> String? {
  let words = text.split(separator: " ")
  guard words.count > 2, words.count.isMultiple(of: 2) == false, text.contains("$") else {
    return nil
  }
  var terms: [String] = []
  for (index, word) in words.enumerated() {
    guard index.isMultiple(of: 2) else {
      guard word == "+" || word == "-" else { return nil }
      terms.append(String(word))
      continue
    }
    guard word.hasPrefix("$") else {
      guard isLengthTerm(word) else { return nil }
      terms.append(String(word))
      continue
    }
    guard case .scalar(let value, _)? = variables[String(word.dropFirst())]?.value else {
      return nil
    }
    terms.append(index > 0 && words[index - 1] == "-" ? withOtherSigns(value) : value)
  }
  return terms.joined(separator: " ")
}

/// Whether a word may be a term of a sum of lengths: a number, or a variable, whose name begins with a
/// letter.
///
/// Other words are a text, in which `+` and `$` stand as they are.
private func isLengthTerm(_ word: Substring) -> Bool {
  guard let first = word.first else { return false }
  if first == "$" { return word.dropFirst().first?.isLetter == true }
  return first.isNumber || first == "-" || first == "."
}

/// A sum with the other sign before each of its terms but the first.
private func withOtherSigns(_ sum: String) -> String {
  sum.split(separator: " ").map { $0 == "+" ? "-" : $0 == "-" ? "+" : String($0) }
    .joined(separator: " ")
}

/// The first variable of a sum of lengths that the layout does not have; nil for any other text.
private func lostVariable(ofSum text: String, _ variables: [String: SourceNode]) -> String? {
  let words = text.split(separator: " ")
  guard words.count > 2, text.contains("$") else { return nil }
  let signs = words.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
  let terms = words.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
  guard signs.allSatisfy({ $0 == "+" || $0 == "-" }), terms.allSatisfy(isLengthTerm) else {
    return nil
  }
  return words.lazy.filter { $0.hasPrefix("$") }.map { String($0.dropFirst()) }
    .first { variables[$0] == nil }
}
