/// Takes the bytes of an input apart, for targets that take more than one thing.
struct FuzzInput {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next byte; 0 behind the last.
  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// The next byte as one of so many.
  mutating func index(below count: Int) -> Int { Int(byte()) % max(1, count) }

  /// Two bytes as a number from 0 to 655.35.
  mutating func hundredths() -> Double { Double(Int(byte()) << 8 | Int(byte())) / 100 }

  /// What stands before the next byte of a kind, which is passed; all that is left where there is none.
  mutating func part(upTo mark: UInt8 = 0) -> [UInt8] {
    let end = rest.firstIndex(of: mark) ?? rest.endIndex
    defer { rest = rest[min(end + 1, rest.endIndex)...] }
    return Array(rest[..<end])
  }

  /// All that is left.
  mutating func all() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}
