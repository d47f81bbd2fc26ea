/// Anything that goes between a program and the intake, its child: it writes itself as bytes and is
/// read back from them, whatever the bytes are.
package protocol Message: Sendable {
  /// Adds its bytes.
  func write(to writer: inout MessageWriter)

  /// Reads what ``write(to:)`` wrote.
  ///
  /// - Throws: ``BrokenMessage`` for any other bytes.
  init(from reader: inout MessageReader) throws(BrokenMessage)
}

/// Bytes that are no message: the other side has gone wrong.
package struct BrokenMessage: Error, Hashable {
  /// Made where reading stops.
  package init() {}
}

extension Message {
  /// The message as bytes.
  package var bytes: [UInt8] {
    var writer = MessageWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads a message that takes all of the bytes.
  package init(bytes: [UInt8]) throws(BrokenMessage) {
    var reader = MessageReader(bytes)
    self = try Self(from: &reader)
    guard reader.isAtEnd else { throw BrokenMessage() }
  }
}

/// Puts a message together.
package struct MessageWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// A number, seven bits a byte, the lowest first.
  package mutating func append(count: UInt64) {
    var rest = count
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Makes room for about so many bytes more, so that a large message does not move as it grows.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// One byte, as the kind of what follows.
  package mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Bytes after their count.
  package mutating func append(_ more: [UInt8]) {
    append(count: UInt64(more.count))
    bytes += more
  }

  /// Parts of a message, one after the other.
  package mutating func append<each Part: Message>(_ parts: repeat each Part) {
    repeat (each parts).write(to: &self)
  }
}

/// Takes a message apart; every read is within the bytes.
package struct MessageReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Begins at the first byte.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is left.
  package var isAtEnd: Bool { position == bytes.count }

  /// The next byte.
  package mutating func byte() throws(BrokenMessage) -> UInt8 {
    guard position < bytes.count else { throw BrokenMessage() }
    position += 1
    return bytes[position - 1]
  }

  /// The next number.
  package mutating func count() throws(BrokenMessage) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      let part = UInt64(next & 0x7F)
      guard shift < 63 || part <= 1 else { throw BrokenMessage() }
      value |= part << shift
      if next < 0x80 { return value }
    }
    throw BrokenMessage()
  }

  /// A number of things that follow, each of at least one byte.
  package mutating func length() throws(BrokenMessage) -> Int {
    let count = try count()
    guard count <= UInt64(bytes.count - position) else { throw BrokenMessage() }
    return Int(count)
  }

  /// The next bytes, after their count.
  package mutating func blob() throws(BrokenMessage) -> [UInt8] {
    let length = try length()
    defer { position += length }
    return Array(bytes[position..<position + length])
  }

  /// Reads what holds values of its own kind, to no great depth.
  package mutating func nested<Value>(
    _ read: (inout MessageReader) throws(BrokenMessage) -> Value
  ) throws(BrokenMessage) -> Value {
    guard depth < 200 else { throw BrokenMessage() }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
