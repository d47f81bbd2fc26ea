extension Letter {
  /// The most signers a letter has room for.
  static let signatureLimit = 6
}

/// Reads `signatures`: a name, a mapping with `name`, `title` and `image`, or a list of these.
func readSignatures(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [Letter.Signature] {
  guard let nodes = reader.items("signatures", &problems) else { return [] }
  if nodes.count > Letter.signatureLimit {
    problems.add(
      .error(
        "signatures has \(nodes.count) signers, more than the \(Letter.signatureLimit) there is room for",
        at: nodes[Letter.signatureLimit].range, hint: "delete some of them"))
  }
  var signatures: [Letter.Signature] = []
  for (index, node) in nodes.enumerated() {
    let path = "item \(index + 1) of signatures"
    if case .mapping = node.value {
      guard var signer = MappingReader(node, path: path, &problems) else { continue }
      let name = signer.text("name", &problems)
      let title = signer.texts("title", &problems) ?? []
      let image = signer.text("image", &problems)
      signer.finish(&problems)
      guard let name else {
        tellMissing("name", of: path, signer, &problems)
        continue
      }
      signatures.append(Letter.Signature(name: name, title: title, image: image))
    } else if let name = node.text(as: path, &problems) {
      signatures.append(Letter.Signature(name: name, title: [], image: nil))
    }
  }
  return signatures
}

/// Reads `enclosures`: a title, a mapping with `title` and `file`, or a list of these.
func readEnclosures(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [Letter.Enclosure] {
  var enclosures: [Letter.Enclosure] = []
  for (index, node) in (reader.items("enclosures", &problems) ?? []).enumerated() {
    let path = "item \(index + 1) of enclosures"
    if case .mapping = node.value {
      guard var enclosure = MappingReader(node, path: path, &problems) else { continue }
      let title = enclosure.text("title", &problems)
      let file = enclosure.text("file", &problems)
      enclosure.finish(&problems)
      guard let title else {
        tellMissing("title", of: path, enclosure, &problems)
        continue
      }
      enclosures.append(Letter.Enclosure(title: title, file: file))
    } else if let title = node.text(as: path, &problems) {
      enclosures.append(Letter.Enclosure(title: title, file: nil))
    }
  }
  // A list of nothing has no label either.
  return enclosures.filter { $0.file != nil || !$0.title.allSatisfy(\.isWhitespace) }
}

private func tellMissing(
  _ key: String, of path: String, _ reader: MappingReader, _ problems: inout DiagnosticCollector
) {
  // A key that was there has been told of already, and so has a misspelt one.
  guard !reader.keys.contains(key), reader.unread.isEmpty else {
    if reader.keys.contains(key), case .null? = reader.value(of: key) {
      problems.add(
        .error("\(path) has no \(key)", at: reader.place(of: key), hint: "write its \(key)"))
    }
    return
  }
  problems.add(.error("\(path) has no \(key)", at: reader.place, hint: "write {\(key): …}"))
}
