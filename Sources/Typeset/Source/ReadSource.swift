/// The most bytes a letter, layout or language file may have.
public let sourceSizeLimit = 16 * 1024 * 1024

/// Makes text of a file's bytes: UTF-8, without byte order mark, with `\n` at every line end.
///
/// - Parameters:
///   - bytes: the whole file.
///   - name: the name to show in messages.
/// - Throws: ``Diagnostics`` for a file that is empty, too big, not UTF-8, or that holds control
///   characters other than tab and line end.
public func readSource(_ bytes: [UInt8], name: String) throws(Diagnostics) -> SourceFile {
  let top = SourceFile(name: name, text: "").range(0, 0)
  if bytes.count > sourceSizeLimit {
    throw Diagnostics(
      .error(
        .tooBig, "the file has \(bytes.count) bytes, more than the 16 MB it may have", at: top,
        hint: "keep images and enclosures in files of their own"))
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw Diagnostics(.error(.notUTF8, "the file is UTF-16", at: top, hint: "save it as UTF-8"))
  }
  if let foreign = foreignFile(bytes, name: name) { throw Diagnostics(foreign) }
  let content = normalizeLineEnds(
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
  guard let text = String(validating: content, as: UTF8.self) else {
    throw Diagnostics(invalidUTF8(in: content, name: name))
  }
  let file = SourceFile(name: name, text: text)
  let controls = controlCharacters(in: content)
  guard controls.isEmpty else {
    throw Diagnostics(
      controls.map { control in
        controlCharacterProblem(
          control.scalar, at: file.range(control.offset, control.offset + control.length))
      })
  }
  if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
    throw Diagnostics(.error(.emptyFile, "the file is empty", at: top))
  }
  return file
}

/// Turns CR LF and a lone CR into LF.
private func normalizeLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(0x0D) else { return Array(bytes) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == 0x0D {
      result.append(0x0A)
    } else if !(byte == 0x0A && previous == 0x0D) {
      result.append(byte)
    }
    previous = byte
  }
  return result
}

/// What to say of the first byte that is not UTF-8.
func invalidUTF8(
  in bytes: [UInt8], name: String, firstLine: Int = 1,
  hints: [DiagnosticText] = ["save the file as UTF-8"]
) -> Diagnostic {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  scan: while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .emptyInput, .error: break scan
    }
  }
  // What comes before the byte is valid, so its offset is the same in the repaired text.
  let file = SourceFile(
    name: name, text: String(decoding: bytes, as: UTF8.self), firstLine: firstLine)
  let byte = offset < bytes.count ? bytes[offset] : 0
  let digits = String(byte, radix: 16, uppercase: true)
  return Diagnostic(
    .error, .notUTF8, "the byte 0x\(digits) is not UTF-8", at: file.range(offset, offset + 3),
    hints: hints)
}

/// The C0 and C1 control characters other than tab and line end, and DEL; of more than a screen of
/// them the first.
private func controlCharacters(
  in bytes: [UInt8]
) -> [(scalar: Unicode.Scalar, offset: Int, length: Int)] {
  var found: [(scalar: Unicode.Scalar, offset: Int, length: Int)] = []
  for (offset, byte) in bytes.enumerated() {
    if byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F {
      found.append((Unicode.Scalar(byte), offset, 1))
    }
    if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] < 0xA0 {
      found.append((Unicode.Scalar(bytes[offset + 1]), offset, 2))
    }
    if found.count == 20 { break }
  }
  return found
}
