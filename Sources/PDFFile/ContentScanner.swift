/// Reads a content stream operator by operator (ISO 32000-1, 7.8.2), keeping every byte.
package struct ContentScanner {
  /// An operator and the operands before it, as ranges of the stream's bytes.
  package struct Operation {
    /// Numbers, names, strings and the first brackets of arrays and dictionaries.
    package fileprivate(set) var operands: [Range<Int>] = []
    /// The operator itself.
    package fileprivate(set) var name: Range<Int> = 0..<0
    /// Whether a name among the operands, also within a dictionary, is `/MCID`.
    package fileprivate(set) var hasContentID = false
    /// Whether a bracket before it closes none.
    package fileprivate(set) var isBroken = false

    /// An operation that is still to be read.
    package init() {}

    /// From the first operand to the end of the operator.
    package var range: Range<Int> { (operands.first ?? name).lowerBound..<name.upperBound }
  }

  private let bytes: [UInt8]
  private var position = 0

  /// Starts at the first byte of a content stream, decoded.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads up to the next operator into `operation`; false at the end of the stream.
  package mutating func next(into operation: inout Operation) -> Bool {
    operation.operands.removeAll(keepingCapacity: true)
    operation.hasContentID = false
    operation.isBroken = false
    var depth = 0
    while let token = nextToken() {
      let first = bytes[token.lowerBound]
      switch first {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0 { operation.operands.append(token) }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { operation.isBroken = true }
        depth = max(0, depth - 1)
      case UInt8(ascii: "<") where token.count == 2 && bytes[token.lowerBound + 1] == first:
        if depth == 0 { operation.operands.append(token) }
        depth += 1
      case UInt8(ascii: ">"):
        if depth == 0 || token.count == 1 { operation.isBroken = true }
        depth = max(0, depth - 1)
      case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "<"):
        if matches(token, "/MCID") { operation.hasContentID = true }
        if depth == 0 { operation.operands.append(token) }
      default:
        if depth > 0 { continue }
        if isNumber(first) {
          operation.operands.append(token)
        } else if matches(token, "true") || matches(token, "false") || matches(token, "null") {
          operation.operands.append(token)
        } else {
          operation.name = token
          if matches(token, "ID") { skipImageData() }
          return true
        }
      }
    }
    return false
  }

  /// Whether the bytes of a range are that word.
  package func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  /// The grey that an operator for red, green and blue sets, as the range of its first operand; nil
  /// for a colour and for other operators.
  package func gray(_ operation: Operation) -> Range<Int>? {
    guard operation.operands.count == 3,
      matches(operation.name, "rg") || matches(operation.name, "RG")
    else { return nil }
    let first = bytes[operation.operands[0]]
    guard first.elementsEqual(bytes[operation.operands[1]]),
      first.elementsEqual(bytes[operation.operands[2]])
    else { return nil }
    return operation.operands[0]
  }

  // MARK: Tokens

  /// The next piece: a number, name, string, bracket or operator.
  package mutating func nextToken() -> Range<Int>? {
    skipWhite()
    guard position < bytes.count else { return nil }
    let start = position
    position += 1
    switch bytes[start] {
    case UInt8(ascii: "("): skipString()
    case UInt8(ascii: "<"):
      if position < bytes.count, bytes[position] == UInt8(ascii: "<") {
        position += 1
      } else {
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
        position = min(position + 1, bytes.count)
      }
    case UInt8(ascii: ">"):
      if position < bytes.count, bytes[position] == UInt8(ascii: ">") { position += 1 }
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ")"):
      break
    default:
      while position < bytes.count, isRegular(bytes[position]) { position += 1 }
    }
    return start..<position
  }

  private mutating func skipWhite() {
    while position < bytes.count {
      if isWhite(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 {
          position += 1
        }
      } else {
        return
      }
    }
  }

  /// Skips the rest of a literal string, whose parentheses may nest.
  private mutating func skipString() {
    var depth = 1
    while position < bytes.count, depth > 0 {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
    position = min(position, bytes.count)
  }

  /// Skips the data of an inline image, up to an `EI` that stands alone.
  package mutating func skipImageData() {
    position += 1
    while position + 2 < bytes.count {
      if bytes[position + 1] == UInt8(ascii: "E"), bytes[position + 2] == UInt8(ascii: "I"),
        isWhite(bytes[position]),
        position + 3 == bytes.count || isWhite(bytes[position + 3])
      {
        return
      }
      position += 1
    }
    position = bytes.count
  }

  private func isNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private func isWhite(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
  }

  private func isRegular(_ byte: UInt8) -> Bool {
    if isWhite(byte) { return false }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      return false
    default: return true
    }
  }
}
