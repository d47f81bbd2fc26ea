/// Reads the head of a letter; every key that is not one of ``Letter/keys`` becomes a field.
///
/// Text is set on one line: line ends and runs of spaces in it are one space each.
func readHead(
  _ head: SourceNode, isJSON: Bool, into letter: inout Letter,
  _ problems: inout DiagnosticCollector
) {
  guard case .mapping = head.value else {
    if head.value != .null {
      problems.add(head.mismatch("the head", "keys with values", "write lines of key: value"))
    }
    return
  }
  guard var reader = MappingReader(head, &problems) else { return }
  for key in Letter.headKeys { key.read(&letter, &reader, &problems) }
  readFields(&reader, isJSON: isJSON, into: &letter, &problems)
}

private func readFields(
  _ reader: inout MappingReader, isJSON: Bool, into letter: inout Letter,
  _ problems: inout DiagnosticCollector
) {
  if let entry = reader.entry("body"), !isJSON {
    problems.add(
      .error(
        .unknownKey, "the head has a body", at: entry.keyRange,
        hint: "write the text of the letter below the head"))
  }
  var entries: [SourceNode.Entry] = []
  if let node = reader.node("fields"), node.value != .null {
    if case .mapping(let inner) = node.value {
      entries += inner
    } else {
      problems.add(node.mismatch("fields", "keys with values", "write lines of key: value"))
    }
  }
  // The letter's own would be copied at each field.
  var fields = letter.$fields
  defer { letter.$fields = fields }
  for entry in reader.unread + entries {
    if let first = letter.fieldKeys[entry.key] {
      problems.add(
        .error(
          .duplicateKey, "the field \(quoted(entry.key)) is here twice", at: entry.keyRange,
          hint: "keep this one or the one in line \(first.line)"))
      continue
    }
    switch entry.value.value {
    case .null: continue
    case .scalar(let text, _):
      fields[entry.key] = Located(value: collapseSpaces(text), place: entry.value.range)
      letter.fieldKeys[entry.key] = entry.keyRange
    case .sequence, .mapping:
      // No field is a list: the key is more likely a known one, misspelt.
      if let meant = Letter.key(meantBy: entry.key) {
        problems.add(
          .error(
            .unknownKey, "unknown key \(quoted(entry.key))", at: entry.keyRange,
            hint: "write \(meant)"))
      } else {
        problems.add(
          entry.value.mismatch(entry.key, "text", "write the field's text after \(entry.key):"))
      }
    }
  }
}
