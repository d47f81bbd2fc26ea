extension Letter {
  /// The most signers a letter has room for.
  static let signatureLimit = 6
}

/// A signer as it is read where it is more than a name.
private struct ReadSigner: Sendable {
  var name: Located<String>? = nil
  var title: [Located<String>] = []
  var image: Located<String>? = nil

  static let keys: [LetterKey<Self>] = [
    LetterKey("name", \.name, .text, "Who signs.", example: "Ida Holm", otherwise: "needed"),
    LetterKey(
      "title", \.title, .texts, "One or more lines under the name.",
      example: "[Centerchef, Teknik og Miljø]", otherwise: "none"),
    LetterKey(
      "image", \.image, .text, "A scanned signature beside the letter.", example: "underskrift.png",
      otherwise: "none"),
  ]
}

/// An enclosure as it is read where it is more than a title.
private struct ReadEnclosure: Sendable {
  var title: Located<String>? = nil
  var file: Located<String>? = nil

  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "title", \.title, .text, "What is enclosed.", example: "Kort over de nye pladser",
      otherwise: "needed"),
    LetterKey(
      "file", \.file, .text, "A PDF beside the letter, to append.", example: "kort.pdf",
      otherwise: "none"),
  ]
}

extension KeyForm {
  /// Who signs: a name, or more.
  static let signature = KeyForm.either([
    .text,
    .definition("signature", "A signer.") { .keys(described(ReadSigner.keys, needing: "name")) },
  ])

  /// Who signs, one or several on one line.
  static let signatures = KeyForm.either([signature, .array(signature, count: 2...6)])

  /// What is enclosed: a title, or more.
  static let enclosure = KeyForm.either([
    .text,
    .definition("enclosure", "An enclosure.") {
      .keys(described(ReadEnclosure.keys, needing: "title"))
    },
  ])

  private static func described<Part>(
    _ keys: [LetterKey<Part>], needing name: String
  ) -> [KeyDescription] {
    keys.map { key in
      var description = key.described(nil)
      description.isRequired = key.name == name
      return description
    }
  }
}

/// Reads `signatures`: a name, a mapping with `name`, `title` and `image`, or a list of these; a list
/// within it holds those who share a line.
func readSignatures(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [Letter.Signature] {
  guard let nodes = reader.items("signatures", &problems) else { return [] }
  var signatures: [Letter.Signature] = []
  var places: [SourceRange] = []
  var before: SourceNode?
  func read(_ node: SourceNode, _ path: String, isJoined: Bool) {
    places.append(node.range)
    guard var signer = readSigner(node, path, after: before, &problems) else {
      before = node
      return
    }
    before = node
    signer.isJoined = isJoined
    signatures.append(signer)
  }
  for (index, node) in nodes.enumerated() {
    let path = "item \(index + 1) of signatures"
    guard case .sequence(let pair) = node.value else {
      read(node, path, isJoined: false)
      continue
    }
    for (number, node) in pair.enumerated() {
      read(node, "item \(number + 1) of \(path)", isJoined: number > 0)
    }
  }
  if places.count > Letter.signatureLimit {
    problems.add(
      .error(
        .signatures,
        "signatures has \(places.count) signers, more than the \(Letter.signatureLimit) there is room for",
        at: places[Letter.signatureLimit], hint: "delete some of them"))
  }
  return signatures
}

private func readSigner(
  _ node: SourceNode, _ path: String, after before: SourceNode?,
  _ problems: inout DiagnosticCollector
) -> Letter.Signature? {
  guard case .mapping = node.value else {
    return node.text(as: path, &problems).map {
      Letter.Signature(name: $0, title: [], image: nil)
    }
  }
  guard var signer = MappingReader(node, path: path, &problems) else { return nil }
  var read = ReadSigner()
  signer.read(ReadSigner.keys, into: &read, &problems)
  guard let name = read.name else {
    tellMissing("name", of: path, signer, node.joined(with: before), &problems)
    return nil
  }
  return Letter.Signature(name: name, title: read.title, image: read.image)
}

/// Reads `enclosures`: a title, a mapping with `title` and `file`, or a list of these.
func readEnclosures(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [Letter.Enclosure] {
  var enclosures: [Letter.Enclosure] = []
  let items = reader.items("enclosures", &problems) ?? []
  for (index, node) in items.enumerated() {
    let path = "item \(index + 1) of enclosures"
    if case .mapping = node.value {
      guard var enclosure = MappingReader(node, path: path, &problems) else { continue }
      var read = ReadEnclosure()
      enclosure.read(ReadEnclosure.keys, into: &read, &problems)
      guard let title = read.title else {
        let whole = node.joined(with: index > 0 ? items[index - 1] : nil)
        tellMissing("title", of: path, enclosure, whole, &problems)
        continue
      }
      enclosures.append(Letter.Enclosure(title: title, file: read.file))
    } else if let title = node.text(as: path, &problems) {
      enclosures.append(Letter.Enclosure(title: title, file: nil))
    }
  }
  // A list of nothing has no label either.
  return enclosures.filter { $0.file != nil || !$0.title.allSatisfy(\.isWhitespace) }
}

private func tellMissing(
  _ key: String, of path: String, _ reader: MappingReader, _ whole: String?,
  _ problems: inout DiagnosticCollector
) {
  // A key that was there has been told of already, and so has a misspelt one.
  guard !reader.keys.contains(key), reader.unread.isEmpty else {
    if reader.keys.contains(key), case .null? = reader.value(of: key) {
      problems.add(
        .error(
          .missingKey, "\(path) has no \(key)", at: reader.place(of: key), hint: "write its \(key)")
      )
    }
    return
  }
  problems.add(
    .error(
      .missingKey, "\(path) has no \(key)", at: reader.place,
      hint: whole.map { "write {\($0)} in place of both lines" } ?? "write {\(key): …}"))
}

extension SourceNode {
  /// It and the item above it as one, `name: Ida Holm, title: Chef`, where each has one key and they
  /// are not the same; nil for others.
  fileprivate func joined(with before: SourceNode?) -> String? {
    guard let before, case .mapping(let first) = before.value, case .mapping(let second) = value,
      first.count == 1, second.count == 1, first[0].key != second[0].key
    else { return nil }
    let parts = [first[0], second[0]].compactMap { entry -> String? in
      guard case .scalar(let text, _) = entry.value.value else { return nil }
      return "\(entry.key): \(inBrackets(collapseSpaces(text)))"
    }
    return parts.count == 2 ? parts.joined(separator: ", ") : nil
  }
}
