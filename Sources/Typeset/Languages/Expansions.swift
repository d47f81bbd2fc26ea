/// What abbreviations of a language stand for, so that they are read as words: `jf.` is `jævnfør`.
///
/// An abbreviation ends in a full stop, and may have more of them, or a space, within: `m.v.`, `z. B.`
struct Expansions: Hashable, Sendable {
  /// What one abbreviation stands for.
  private struct Entry: Hashable, Sendable {
    /// The words of the abbreviation after its first, in small letters.
    let rest: [String]
    let expansion: String
    /// Whether it stands for that before a number alone: `stk. 2`.
    let needsNumber: Bool
  }

  /// An abbreviation that was found: its bytes and what is read.
  typealias Found = (range: Range<Int>, expansion: String)

  /// By the first word in small letters, the longest first.
  private var entries: [String: [Entry]] = [:]
  /// The sums of those words, which tell most other words from them before anything is made of them.
  private var sums: Set<UInt32> = []
  /// The most bytes of a first word.
  private var longest = 0

  /// What a number after an abbreviation is written as in the file of a language.
  private static let number = "{number}"

  /// No abbreviations.
  init() {}

  /// Abbreviations with what they stand for.
  ///
  /// - Parameter pairs: `jf.` with `jævnfør`; `stk. {number}` for one that stands for that only
  ///   before a number.
  init(_ pairs: [(abbreviation: String, expansion: String)]) {
    for pair in pairs {
      var words = pair.abbreviation.lowercased().split(separator: " ").map(String.init)
      let needsNumber = words.count > 1 && words.last == Self.number
      if needsNumber { words.removeLast() }
      guard let first = words.first else { continue }
      let entry = Entry(
        rest: Array(words.dropFirst()), expansion: pair.expansion, needsNumber: needsNumber)
      entries[first, default: []].append(entry)
      sums.insert(Self.sum(first.utf8))
      longest = max(longest, first.utf8.count)
    }
    for key in entries.keys {
      entries[key]?.sort { (a, b) in
        (b.rest.count, b.needsNumber ? 1 : 0) < (a.rest.count, a.needsNumber ? 1 : 0)
      }
    }
  }

  /// Whether an abbreviation is one that ends in a full stop, as all must.
  static func isAbbreviation(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let last = words.count > 1 && words.last == number[...] ? words.dropLast().last : words.last
    return last?.last == "." && (last?.count ?? 0) > 1
  }

  /// The abbreviations in a text, in their order.
  func find(in text: String) -> [Found] {
    guard !entries.isEmpty else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var found: [Found] = []
      var next = 0
      while let stop = bytes[next...].firstIndex(of: UInt8(ascii: ".")) {
        next = stop + 1
        let start = Self.start(
          of: stop, in: bytes,
          notBefore: max(found.last?.range.upperBound ?? 0, stop - longest))
        guard stop > start, stop - start < longest, sums.contains(Self.sum(bytes[start...stop])),
          let match = match(start, stop + 1, bytes)
        else { continue }
        found.append(match)
        next = match.range.upperBound
      }
      return found
    }
  }

  /// A sum of the bytes of a word (FNV-1a, 32 bits), letters of ASCII and Latin-1 as small ones.
  private static func sum(_ word: some Sequence<UInt8>) -> UInt32 {
    var sum: UInt32 = 2_166_136_261
    var previous: UInt8 = 0
    for byte in word {
      let isCapital = 0x41...0x5A ~= byte || previous == 0xC3 && 0x80...0x9E ~= byte
      sum = (sum ^ UInt32(isCapital ? byte | 0x20 : byte)) &* 16_777_619
      previous = byte
    }
    return sum
  }

  /// Where the word begins that a full stop stands in: after white, a bracket, a mark or a hyphen.
  private static func start(
    of stop: Int, in bytes: UnsafeBufferPointer<UInt8>, notBefore limit: Int
  ) -> Int {
    var start = stop
    while start > limit, isWithinWord(bytes[start - 1]) { start -= 1 }
    // What stands before is a mark of several bytes, whose last ones look like those of letters.
    while start < stop, 0x80...0xBF ~= bytes[start] { start += 1 }
    return start
  }

  private static func isWithinWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      true
    // The letters of Latin-1 and Latin Extended-A; no-break spaces and quotation marks begin with
    // 0xC2 and 0xE2.
    case 0xC3...0xC5, 0x80...0xBF: true
    default: false
    }
  }

  /// The abbreviation that begins with a word.
  private func match(
    _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Found? {
    // A full stop that is followed by a letter is within the abbreviation: m.v.
    guard end == bytes.count || !Self.isLetterOrDigit(bytes[end]) else { return nil }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let known = entries[word.lowercased()] else { return nil }
    for entry in known {
      guard let last = Self.match(entry.rest, end, bytes) else { continue }
      if entry.needsNumber, !Self.isBeforeNumber(last, bytes) { continue }
      let isCapital = word.first?.isUppercase == true
      return (
        start..<last,
        isCapital
          ? entry.expansion.prefix(1).uppercased() + entry.expansion.dropFirst() : entry.expansion
      )
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: ".") && isWithinWord(byte) && byte < 0x80 || 0xC3...0xC5 ~= byte
  }

  /// Where further words end that stand right after one; nil where others do.
  private static func match(
    _ words: [String], _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var end = end
    for word in words {
      guard let start = skipSpace(end, bytes) else { return nil }
      let last = start + word.utf8.count
      guard last <= bytes.count,
        String(decoding: bytes[start..<last], as: UTF8.self).lowercased() == word
      else { return nil }
      end = last
    }
    return end
  }

  private static func isBeforeNumber(_ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = skipSpace(end, bytes), start < bytes.count else { return false }
    return 0x30...0x39 ~= bytes[start]
  }

  /// Where a word begins after one space, which may be one that does not break; nil without one.
  private static func skipSpace(_ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard end < bytes.count else { return nil }
    if bytes[end] == 0x20 || bytes[end] == 0x0A { return end + 1 }
    if bytes[end] == 0xC2, end + 1 < bytes.count, bytes[end + 1] == 0xA0 { return end + 2 }
    if bytes[end...].prefix(3).elementsEqual([0xE2, 0x80, 0xAF]) { return end + 3 }
    return nil
  }
}
