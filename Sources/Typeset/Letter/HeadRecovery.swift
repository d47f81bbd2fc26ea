/// Reads the YAML of a head; where a line of it is wrong, the others are read all the same, so that
/// everything that is wrong with a letter is told at once.
///
/// - Returns: the keys that could be read; nothing for a head without any.
func readHeadNodes(
  _ file: SourceFile, lines: Range<Int>, in bytes: Range<Int>, _ problems: inout DiagnosticCollector
) -> SourceNode {
  var first: [Diagnostic] = []
  do throws(Diagnostics) {
    let head = try parseYAML(file, in: bytes)
    switch head.value {
    case .scalar: break
    case .null, .sequence, .mapping: return head
    }
  } catch {
    first = error.all
  }
  var recovery = HeadRecovery(file: file, end: bytes.upperBound)
  recovery.read(lines)
  problems.add(recovery.problems.isEmpty ? first : recovery.problems)
  let place = file.range(bytes.lowerBound, bytes.upperBound)
  if recovery.problems.isEmpty, first.isEmpty {
    problems.add(
      .error(
        .wrongType, "the head is \(quoted(place.text)), not keys with values", at: place,
        hint: "write lines of key: value"))
  }
  return SourceNode(value: .mapping(recovery.entries), range: place)
}

/// Reads a head key by key.
private struct HeadRecovery {
  let file: SourceFile
  /// The offset behind the last line.
  let end: Int
  private(set) var entries: [SourceNode.Entry] = []
  private(set) var problems: [Diagnostic] = []

  init(file: SourceFile, end: Int) {
    self.file = file
    self.end = end
  }

  /// A key with the lines that belong to it, or lines that belong to none.
  private struct Chunk {
    var lines: Range<Int>
    let hasKey: Bool
  }

  mutating func read(_ lines: Range<Int>) {
    for chunk in chunks(lines) {
      if chunk.hasKey { readKey(chunk) } else { tellStray(chunk.lines.lowerBound) }
    }
  }

  private func chunks(_ lines: Range<Int>) -> [Chunk] {
    var chunks: [Chunk] = []
    for line in lines {
      let text = file.line(line)
      let isInner = text.first.map { " \t#-]}".contains($0) } ?? true
      let hasKey = !isInner && Self.hasKey(text)
      if let last = chunks.last, isInner || !hasKey && !last.hasKey {
        chunks[chunks.count - 1].lines = last.lines.lowerBound..<line + 1
      } else if !isInner {
        chunks.append(Chunk(lines: line..<line + 1, hasKey: hasKey))
      }
    }
    return chunks
  }

  /// Whether a line begins with a word and a colon, behind which a space or nothing stands.
  private static func hasKey(_ line: String) -> Bool {
    guard let colon = line.firstRange(of: ": ")?.lowerBound ?? line.lastIndex(of: ":") else {
      return false
    }
    let next = line.index(after: colon)
    return next == line.endIndex || line[next] == " "
  }

  private mutating func readKey(_ chunk: Chunk) {
    let start = file.lineStarts[chunk.lines.lowerBound]
    let next = chunk.lines.upperBound
    let stop = next < file.lineStarts.count ? min(end, file.lineStarts[next]) : end
    do throws(Diagnostics) {
      guard case .mapping(let read) = try parseYAML(file, in: start..<stop).value else {
        tellStray(chunk.lines.lowerBound)
        return
      }
      for entry in read {
        if let first = entries.first(where: { $0.key == entry.key }) {
          problems.append(
            .error(
              .duplicateKey, "the key \(quoted(entry.key)) is here twice", at: entry.keyRange,
              hint: "keep this one or the one in line \(first.keyRange.line)"))
        } else {
          entries.append(entry)
        }
      }
    } catch {
      problems += error.all
    }
  }

  /// Tells of a line without a key.
  private mutating func tellStray(_ line: Int) {
    let text = file.line(line)
    let place = file.lineRange(line)
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    let rest = text[word.endIndex...]
    let value = collapseSpaces(String(rest.drop { " :=\u{A0}".contains($0) }))
    if text.hasPrefix("\u{A0}") {
      let count = text.prefix { $0 == "\u{A0}" }.utf8.count
      problems.append(
        .error(
          .yamlSyntax, "the line is indented with no-break spaces (U+00A0)",
          at: file.range(place.lower, place.lower + count),
          hint: "indent it with ordinary spaces"))
    } else if !word.isEmpty, rest.hasPrefix(":\u{A0}") {
      let space = place.lower + word.utf8.count + 1
      problems.append(
        .error(
          .yamlSyntax, "a no-break space stands behind the colon",
          at: file.range(space, space + 2), hint: "write an ordinary space: \(word): \(value)"))
    } else if !word.isEmpty, rest.hasPrefix(":"), !rest.hasPrefix("://") {
      problems.append(
        .error(
          .yamlSyntax, "no space stands behind the colon", at: place,
          hint: "write \(word): \(value)"))
    } else if !word.isEmpty, rest.drop(while: { $0 == " " }).hasPrefix("=") {
      problems.append(
        .error(
          .yamlSyntax, "this line has \"=\" behind its key, not a colon", at: place,
          hint: "write \(word): \(value)"))
    } else {
      problems.append(
        .error(
          .yamlSyntax, "this line has no \":\" after its key", at: place,
          hint: "write it as key: value",
          "indent it by two spaces if it belongs to the line above it"))
    }
  }
}
