extension UInt8: Message {
  package func write(to writer: inout MessageWriter) { writer.append(byte: self) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) { self = try reader.byte() }
}

extension Bool: Message {
  package func write(to writer: inout MessageWriter) { writer.append(byte: self ? 1 : 0) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self = try reader.byte() != 0
  }
}

extension Int: Message {
  package func write(to writer: inout MessageWriter) {
    // Small numbers of either sign take one byte.
    writer.append(count: UInt64(bitPattern: Int64((self << 1) ^ (self >> (Int.bitWidth - 1)))))
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    let count = try reader.count()
    self = Int(truncatingIfNeeded: count >> 1) ^ -Int(truncatingIfNeeded: count & 1)
  }
}

extension Double: Message {
  package func write(to writer: inout MessageWriter) {
    for shift in stride(from: 0, to: 64, by: 8) {
      writer.append(byte: UInt8(truncatingIfNeeded: bitPattern >> UInt64(shift)))
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    var pattern: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      pattern |= UInt64(try reader.byte()) << UInt64(shift)
    }
    self = Double(bitPattern: pattern)
  }
}

extension String: Message {
  package func write(to writer: inout MessageWriter) { writer.append(Array(utf8)) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self = String(decoding: try reader.blob(), as: UTF8.self)
  }
}

extension Array: Message where Element: Message {
  package func write(to writer: inout MessageWriter) {
    // By way of `Any`, since arrays are cast element by element otherwise.
    if let bytes = (self as Any) as? [UInt8] { return writer.append(bytes) }
    writer.append(count: UInt64(count))
    for element in self { element.write(to: &writer) }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    if Element.self == UInt8.self {
      let bytes: Any = try reader.blob()
      guard let bytes = bytes as? [Element] else { throw BrokenMessage() }
      self = bytes
      return
    }
    var elements: [Element] = []
    for _ in 0..<(try reader.length()) { elements.append(try Element(from: &reader)) }
    self = elements
  }
}

extension Optional: Message where Wrapped: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(byte: self == nil ? 0 : 1)
    if let self { self.write(to: &writer) }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self = try reader.byte() == 0 ? nil : try Wrapped(from: &reader)
  }
}
