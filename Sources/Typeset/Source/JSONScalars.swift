/// The numbers, strings and truth values of one JSON object, as they are written; what holds others
/// is left out.
///
/// - Parameter name: what messages call the text.
/// - Throws: the first error of syntax, or that it is no object.
package func jsonScalars(_ text: String, name: String) throws(Diagnostics) -> [String: String] {
  let node = try parseJSON(SourceFile(name: name, text: text))
  guard case .mapping(let entries) = node.value else {
    throw Diagnostics(.error(.jsonRecord, "this is no object", at: node.range, hint: "write {…}"))
  }
  var scalars: [String: String] = [:]
  for entry in entries {
    if case .scalar(let value, _) = entry.value.value { scalars[entry.key] = value }
  }
  return scalars
}
