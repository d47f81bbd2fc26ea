/// What a letter says of a table in braces: `{headers=both}` on the line under its rows or at the
/// end of its caption, and `{.total}` at the end of a row's first cell.
extension BodyReader {
  private static let totalMark = Array("{.total}".utf8)

  /// Takes the mark of a row of totals away from its first cell; false if there is none.
  func takeTotalMark(_ pieces: inout [InlinePiece], in range: Range<Int>) -> Bool {
    guard text.bytes[range].suffix(Self.totalMark.count).elementsEqual(Self.totalMark) else {
      return false
    }
    return cut(&pieces, from: range.upperBound - Self.totalMark.count)
  }

  /// The attributes that are all of a row's line.
  func attributes(on line: Range<Int>) -> Attributes? {
    guard let attributes = Attributes(in: Array(text.bytes[line]), at: 0),
      attributes.end == line.count
    else { return nil }
    return attributes
  }

  /// Takes the attributes at the end of a paragraph after a table away from it, and tells the table.
  ///
  /// - Parameter range: the paragraph in the source.
  mutating func takeAttributes(
    _ pieces: inout [InlinePiece], in range: Range<Int>, for table: inout Block.Table
  ) {
    guard let start = text.bytes[range].lastIndex(of: UInt8(ascii: "{")),
      let attributes = attributes(on: start..<range.upperBound), cut(&pieces, from: start)
    else { return }
    apply(attributes, at: start, to: &table)
  }

  /// Tells a table what its attributes say.
  ///
  /// - Parameter start: where they stand in the text.
  mutating func apply(_ attributes: Attributes, at start: Int, to table: inout Block.Table) {
    func place(_ range: Range<Int>) -> SourceRange {
      text.place(start + range.lowerBound..<start + range.upperBound)
    }
    if let broken = attributes.broken.map(place) {
      problems.add(
        .error(
          .attribute, "\(quoted(broken.text)) is not an attribute", at: broken,
          hint: "write it as {headers=both}"))
    }
    for item in attributes.items {
      let node = SourceNode(
        value: .scalar(item.value, isQuoted: false), range: place(item.range))
      switch item.key {
      case "headers":
        table.headers =
          node.choice(as: "headers", of: Block.Table.Headers.self, &problems)?.value
          ?? table.headers
      case "width":
        table.width =
          node.choice(as: "width", of: Block.Table.Width.self, &problems)?.value ?? table.width
      default:
        let name = item.key.isEmpty ? "." + item.value : item.key
        let known = AttributeNames.table
        let hint: DiagnosticText =
          nearestName(to: name, in: known).map { "write \($0)" } ?? "use \(listed(known))"
        problems.add(
          .error(.attribute, "unknown attribute \(quoted(name))", at: node.range, hint: hint))
      }
    }
  }

  /// Cuts the text off that begins at an offset; false if that is no text.
  private func cut(_ pieces: inout [InlinePiece], from offset: Int) -> Bool {
    guard !text.has("\\", at: offset - 1),
      let index = pieces.lastIndex(where: { $0.range.lowerBound <= offset }),
      case .text(let literal, let range) = pieces[index],
      pieces[index...].allSatisfy({ if case .text = $0 { true } else { false } })
    else { return false }
    let count = literal.utf8.count - (range.upperBound - offset)
    guard count >= 0 else { return false }
    var kept = String(decoding: literal.utf8.prefix(count), as: UTF8.self)
    while kept.last == " " { kept.removeLast() }
    pieces.removeSubrange(index...)
    if !kept.isEmpty { pieces.append(.text(kept, range.lowerBound..<offset)) }
    while case .softBreak? = pieces.last { pieces.removeLast() }
    return true
  }
}
