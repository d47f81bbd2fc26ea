/// How messages follow each other on a stream: each after its length, eight bytes, the lowest first.
enum Frame {
  /// The length of a length.
  static let headLength = 8
  /// The most bytes of a message.
  static let limit = 400 << 20

  /// A message's length as it goes before it.
  static func head(of length: Int) -> [UInt8] {
    (0..<headLength).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
  }

  /// The length that was read; nil where it is none.
  static func length(_ head: [UInt8]) -> Int? {
    let length = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return length <= UInt64(limit) ? Int(length) : nil
  }
}

/// What stands at the beginning of an answer.
enum AnswerKind: UInt8 {
  case answer = 0
  case refusal = 1
}
