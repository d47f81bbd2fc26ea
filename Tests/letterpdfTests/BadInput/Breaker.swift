/// Breaks files the same way in every run.
struct Breaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number below a limit (SplitMix64; Steele, Lea and Flood 2014).
  private mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int(z % UInt64(max(1, limit)))
  }

  /// The file up to somewhere.
  mutating func truncated(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix(next(below: bytes.count)))
  }

  /// The file with one to eight of its bytes changed.
  mutating func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...next(below: 8) {
      bytes[next(below: bytes.count)] = UInt8(next(below: 256))
    }
    return bytes
  }

  /// The file with a few marks of Markdown, YAML or worse put in somewhere.
  mutating func littered(_ bytes: [UInt8]) -> [UInt8] {
    let litter = [
      "*", "`", "[", "](", "<", "&#0;", "\\", "\u{0}", "\u{FEFF}", "\u{202E}", "{", "}", "\"", "'",
      "\n---\n", ": ", "\n- ", "\t", "|", ">", "#", "!", "&a ", "*a", "%", "\r", "\u{AD}", "![](",
      "[^1]", "{lang=}", "\u{301}", "\u{1F3DB}", "\u{E000}", "9999999999999999999999",
    ]
    var bytes = bytes
    for _ in 0...next(below: 4) {
      let place = next(below: bytes.count)
      bytes.insert(contentsOf: litter[next(below: litter.count)].utf8, at: place)
    }
    return bytes
  }

  /// The file with one of its lines doubled, away, or in the place of another.
  mutating func shuffled(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = next(below: lines.count)
    switch next(below: 3) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: next(below: lines.count))
    default: lines.swapAt(line, next(below: lines.count))
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// So many variants of a file, of every kind in turn.
  mutating func variants(of bytes: [UInt8], count: Int) -> [[UInt8]] {
    (0..<count).map { index in
      switch index % 4 {
      case 0: truncated(bytes)
      case 1: flipped(bytes)
      case 2: littered(bytes)
      default: shuffled(bytes)
      }
    }
  }
}

/// The file once for each line that begins with a key, with that line twice.
func keysDoubled(_ text: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.indices.compactMap { index in
    let key = lines[index].prefix { $0.isLetter || $0 == "-" }
    guard !key.isEmpty, lines[index].dropFirst(key.count).first == ":" else { return nil }
    return (lines[...index] + lines[index...]).joined(separator: "\n")
  }
}
