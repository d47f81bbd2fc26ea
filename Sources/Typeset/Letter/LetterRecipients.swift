/// Reads `to`: whom the letter is for.
///
/// - A text is one recipient; each line of it is a line of the recipient.
/// - A list holds one recipient for each item. An item is a text as above, a list of lines, or a
///   mapping with `name`, `lines` and `attention`.
/// - A mapping alone is one recipient.
///
/// `attention` at the top is for the only recipient.
func readRecipients(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [Letter.Recipient] {
  var recipients: [Letter.Recipient] = []
  for (index, node) in (reader.items("to", &problems) ?? []).enumerated() {
    let isOnly = reader.node("to") == node
    let name = isOnly ? "to" : "item \(index + 1) of to"
    if let recipient = readRecipient(node, name, &problems) { recipients.append(recipient) }
  }
  guard let attention = reader.text("attention", &problems) else { return recipients }
  if recipients.count == 1, recipients[0].attention == nil {
    recipients[0].$attention = attention
  } else {
    let hint: DiagnosticText =
      recipients.isEmpty
      ? "name the recipient under to:"
      : "write it in the recipient it is for, as {name: …, attention: …}"
    problems.add(
      .error(
        .recipients,
        recipients.count == 1
          ? "attention is here twice"
          : recipients.isEmpty
            ? "attention stands beside no recipient"
            : "attention stands beside several recipients",
        at: attention.place, hint: hint))
  }
  return recipients
}

private func readRecipient(
  _ node: SourceNode, _ name: String, _ problems: inout DiagnosticCollector
) -> Letter.Recipient? {
  switch node.value {
  case .scalar:
    let lines = readLines(node, name, &problems)
    return lines.isEmpty ? nil : Letter.Recipient(lines: lines)
  case .sequence(let items):
    var lines: [Located<String>] = []
    for (index, item) in items.enumerated() {
      lines += readLines(item, "line \(index + 1) of \(name)", &problems)
    }
    return lines.isEmpty ? nil : Letter.Recipient(lines: lines)
  case .mapping:
    guard var reader = MappingReader(node, path: name, &problems) else { return nil }
    var read = Letter.Recipient(lines: [] as [String])
    for key in Letter.Recipient.keys { key.read(&read, &reader, &problems) }
    let before = problems.all.count
    reader.finish(in: &problems)
    if read.lines.isEmpty, problems.all.count == before {
      problems.add(
        .error(
          .recipients, "\(name) has neither name nor lines", at: node.range,
          hint: "write {name: …, lines: […]}"))
    }
    return read.lines.isEmpty ? nil : read
  case .null:
    problems.add(node.mismatch(name, "text", "write the recipient, or delete the item"))
    return nil
  }
}

/// The lines of a text, each without the spaces around it; empty ones are left out.
///
/// Each has its own place where it stands in the source as it is read.
private func readLines(
  _ node: SourceNode, _ name: String, _ problems: inout DiagnosticCollector
) -> [Located<String>] {
  guard let text = node.verbatim(as: name, &problems) else { return [] }
  let lines = text.value.split(separator: "\n").map { collapseSpaces(String($0)) }
    .filter { !$0.isEmpty }
  guard lines.count > 1, let place = text.place else {
    return lines.map { Located(value: $0, place: text.place) }
  }
  var from = place.lower
  return lines.map { line in
    let bytes = Array(line.utf8)
    var start = from
    while start + bytes.count <= place.upper {
      if place.file.bytes[start..<start + bytes.count].elementsEqual(bytes) {
        from = start + bytes.count
        return Located(value: line, place: place.file.range(start, from))
      }
      start += 1
    }
    return Located(value: line, place: place)
  }
}

extension Letter.Recipient {
  /// The keys of a recipient that is more than lines.
  fileprivate static let keys: [LetterKey<Self>] = [
    LetterKey("name", .text, "The first line.", example: "Anna Sørensen", otherwise: "none") {
      (recipient, name: Located<String>, _) in
      recipient.$lines.append(name)
    },
    LetterKey(
      "lines", form: { .list(.text) }, "Further lines.",
      example: "[\"Møllevej 12, 2. th.\", 3210 Vejby]", otherwise: "none"
    ) { recipient, reader, problems in
      var lines = recipient.$lines
      for item in reader.items("lines", &problems) ?? [] {
        lines += readLines(item, "a line of \(reader.path)", &problems)
      }
      recipient.$lines = lines
    },
    LetterKey(
      "attention", \.$attention, .text, "For whose attention it is.", example: "Hanne Holm",
      otherwise: "nobody's"),
  ]
}

extension KeyForm {
  /// Whom a letter is for: one recipient or several, each a text, lines, or more.
  static let recipients = KeyForm.list(
    .either([
      .text, .array(.text),
      .definition("recipient", "A recipient.") {
        .keys(Letter.Recipient.keys.map { $0.described(nil) })
      },
    ]))
}
