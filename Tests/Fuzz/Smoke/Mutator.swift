/// Makes inputs of inputs, the same ones in every run.
struct Mutator: RandomNumberGenerator {
  private let pool: [[UInt8]]
  private let longest: Int
  private var state: UInt64

  /// Bytes on which readers turn.
  private static let telling =
    Array("\0\t\n \"#%&'()*+,-./0129:;<=>?@[\\]_`aA{|}~\u{7F}".utf8) + [0xC3, 0xFF]

  /// - Parameter pool: what is mutated; must not be empty.
  init(_ pool: [[UInt8]], longest: Int, seed: UInt64) {
    self.pool = pool
    self.longest = longest
    state = seed
  }

  /// The next number (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// An input with one to eight changes.
  mutating func input() -> [UInt8] {
    var bytes = pool.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 1...8, using: &self) { change(&bytes) }
    return Array(bytes.prefix(longest))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &self)
    let end = min(bytes.count, place + Int.random(in: 1...64, using: &self))
    switch Int.random(in: 0..<6, using: &self) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
    case 1 where place < bytes.count:
      bytes[place] = Self.telling.randomElement(using: &self) ?? 0
    case 2: bytes.removeSubrange(place..<end)
    case 3:
      let part = bytes[place..<end]
      let times = Int.random(in: 1...8, using: &self)
      bytes.insert(contentsOf: Array(repeatElement(part, count: times).joined()), at: place)
    case 4:
      let other = pool.randomElement(using: &self) ?? []
      let start = Int.random(in: 0...other.count, using: &self)
      bytes.insert(contentsOf: other[start...].prefix(64), at: place)
    default: bytes.insert(Self.telling.randomElement(using: &self) ?? 0, at: place)
    }
  }
}
