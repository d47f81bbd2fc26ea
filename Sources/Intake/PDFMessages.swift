package import PDFFile

extension PDFReference: Message {
  package func write(to writer: inout MessageWriter) { writer.append(index) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(index: try Int(from: &reader))
  }
}

extension PDFValue: Message {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .null: writer.append(byte: 0)
    case .boolean(let flag): writer.append(UInt8(1), flag)
    case .integer(let number): writer.append(UInt8(2), number)
    case .real(let number): writer.append(UInt8(3), number)
    case .name(let name): writer.append(UInt8(4), name)
    case .text(let text): writer.append(UInt8(5), text)
    case .bytes(let bytes): writer.append(UInt8(6), bytes)
    case .array(let items): writer.append(UInt8(7), items)
    case .dictionary(let entries): writer.append(UInt8(8), entries)
    case .reference(let reference): writer.append(UInt8(9), reference)
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self = try reader.nested { (reader) throws(BrokenMessage) -> PDFValue in
      switch try reader.byte() {
      case 0: .null
      case 1: .boolean(try Bool(from: &reader))
      case 2: .integer(try Int(from: &reader))
      case 3: .real(try Double(from: &reader))
      case 4: .name(try String(from: &reader))
      case 5: .text(try String(from: &reader))
      case 6: .bytes(try [UInt8](from: &reader))
      case 7: .array(try [PDFValue](from: &reader))
      case 8: .dictionary(try PDFDictionary(from: &reader))
      case 9: .reference(try PDFReference(from: &reader))
      default: throw BrokenMessage()
      }
    }
  }
}

extension PDFDictionary: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(count: UInt64(entries.count))
    for entry in entries { writer.append(entry.key, entry.value) }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    var pairs: [(String, PDFValue)] = []
    for _ in 0..<(try reader.length()) {
      pairs.append((try String(from: &reader), try PDFValue(from: &reader)))
    }
    self.init(pairs)
  }
}

extension PDFBody.Object: Message {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .value(let value): writer.append(UInt8(0), value)
    case .stream(let entries, let bytes): writer.append(UInt8(1), entries, bytes)
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    switch try reader.byte() {
    case 0: self = .value(try PDFValue(from: &reader))
    case 1: self = .stream(try PDFDictionary(from: &reader), try [UInt8](from: &reader))
    default: throw BrokenMessage()
    }
  }
}

extension PDFFragment: Message {
  package func write(to writer: inout MessageWriter) { writer.append(objects) }

  /// Reads a fragment; a reference to an object that it lacks is no fragment.
  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(objects: try [PDFBody.Object](from: &reader))
    guard isClosed else { throw BrokenMessage() }
  }
}
