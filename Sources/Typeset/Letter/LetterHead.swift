extension Letter {
  /// The keys of the head that every letter may have; a layout declares further ones.
  static let keys = [
    "layout", "language", "date", "subject", "title", "author", "to", "attention",
    "confidentiality", "opening", "closing", "signatures", "postscript", "enclosures", "copies",
    "hyphenation", "fields",
  ]

  /// What others call a key of the head, to suggest the right one.
  static let otherNames = [
    "recipient": "to", "recipients": "to", "addressee": "to", "addressees": "to",
    "att": "attention", "greeting": "opening", "salutation": "opening", "ps": "postscript",
    "attachment": "enclosures", "attachments": "enclosures", "cc": "copies",
    "signature": "signatures", "signers": "signatures", "lang": "language",
  ]

  /// The key that was meant by a word for it, or by a slip of the pen; nil when none is near.
  static func key(meantBy written: String, among names: [String] = []) -> String? {
    otherNames[written.lowercased()] ?? nearestName(to: written, in: keys + names)
  }
}

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
  letter.$layout = reader.text("layout", &problems)
  letter.$language = readLanguage(&reader, &problems)
  letter.$date = reader.date("date", &problems)
  letter.$subject = reader.text("subject", &problems)
  letter.$title = reader.text("title", &problems)
  letter.$author = reader.text("author", &problems)
  letter.recipients = readRecipients(&reader, &problems)
  letter.$confidentiality = reader.text("confidentiality", &problems)
  letter.$opening = reader.text("opening", &problems)
  letter.$closing = reader.text("closing", &problems)
  letter.signatures = readSignatures(&reader, &problems)
  letter.$postscript = reader.text("postscript", &problems)
  letter.enclosures = readEnclosures(&reader, &problems)
  letter.$copies = reader.texts("copies", &problems) ?? []
  readHyphenation(&reader, into: &letter, &problems)
  readFields(&reader, isJSON: isJSON, into: &letter, &problems)
}

private func readLanguage(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> Located<LanguageTag>? {
  guard let written = reader.text("language", &problems) else { return nil }
  guard isLanguageTag(written.value) else {
    problems.add(
      .error(
        "language is \(quoted(written.value)), not a language", at: written.place,
        hint: "write a tag such as da or en"))
    return nil
  }
  return Located(value: LanguageTag(written.value), place: written.place)
}

private func readHyphenation(
  _ reader: inout MappingReader, into letter: inout Letter,
  _ problems: inout DiagnosticCollector
) {
  guard var hyphenation = reader.mapping("hyphenation", &problems) else { return }
  for word in hyphenation.texts("exceptions", &problems) ?? [] {
    if word.value.contains(" ") || !word.value.contains(where: \.isLetter) {
      problems.add(
        .error(
          "\(quoted(word.value)) is not a word with hyphens", at: word.place,
          hint: "write one word with its hyphens, as Kommu-nernes"))
    } else {
      letter.hyphenationExceptions.append(word.value)
    }
  }
  hyphenation.finish(&problems)
}

private func readFields(
  _ reader: inout MappingReader, isJSON: Bool, into letter: inout Letter,
  _ problems: inout DiagnosticCollector
) {
  if let entry = reader.entry("body"), !isJSON {
    problems.add(
      .error(
        "the head has a body", at: entry.keyRange,
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
  for entry in reader.unread + entries {
    if let first = letter.fieldKeys[entry.key] {
      problems.add(
        .error(
          "the field \(quoted(entry.key)) is here twice", at: entry.keyRange,
          hint: "keep this one or the one in line \(first.line)"))
      continue
    }
    switch entry.value.value {
    case .null: continue
    case .scalar(let text, _):
      letter.$fields[entry.key] = Located(value: collapseSpaces(text), place: entry.value.range)
      letter.fieldKeys[entry.key] = entry.keyRange
    case .sequence, .mapping:
      // No field is a list: the key is more likely a known one, misspelt.
      if let meant = Letter.key(meantBy: entry.key) {
        problems.add(
          .error("unknown key \(quoted(entry.key))", at: entry.keyRange, hint: "write \(meant)"))
      } else {
        problems.add(
          entry.value.mismatch(entry.key, "text", "write the field's text after \(entry.key):"))
      }
    }
  }
}
