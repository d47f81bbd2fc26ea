/// The numbers, strings and truth values of one JSON object, as they are written; what holds others
/// is left out.
///
/// - Parameter name: what messages call the text.
/// - Throws: the first error of syntax, or that it is no object.
package func jsonScalars(_ text: String, name: String) throws(Diagnostics) -> [String: String] {
  plainValues(of: try objectEntries(of: text, name: name))
}

/// The scalars of the objects in a list that one JSON object holds; none where it holds no such list.
///
/// - Parameters:
///   - key: the key of the list.
///   - name: what messages call the text.
/// - Throws: the first error of syntax, or that the text is no object.
package func jsonObjects(
  _ key: String, of text: String, name: String
) throws(Diagnostics) -> [[String: String]] {
  guard let list = try objectEntries(of: text, name: name).first(where: { $0.key == key }),
    case .sequence(let items) = list.value.value
  else { return [] }
  return items.map { item in
    guard case .mapping(let entries) = item.value else { return [:] }
    return plainValues(of: entries)
  }
}

private func objectEntries(of text: String, name: String) throws(Diagnostics) -> [SourceNode.Entry]
{
  let node = try parseJSON(SourceFile(name: name, text: text))
  guard case .mapping(let entries) = node.value else {
    throw Diagnostics(.error(.jsonRecord, "this is no object", at: node.range, hint: "write {…}"))
  }
  return entries
}

private func plainValues(of entries: [SourceNode.Entry]) -> [String: String] {
  var scalars: [String: String] = [:]
  for entry in entries {
    if case .scalar(let value, _) = entry.value.value { scalars[entry.key] = value }
  }
  return scalars
}
