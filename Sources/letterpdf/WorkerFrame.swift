import Inspection
import LetterRequests

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A message of the worker's protocol as it came in, which `Docs/worker.md` describes.
///
/// Four bytes say how many follow, four more how many of those are JSON; the files come behind it, one
/// after the other. Numbers begin with their highest byte.
struct WorkerFrame {
  let json: [UInt8]
  let body: ArraySlice<UInt8>

  /// Takes a frame apart; nil if it has less JSON than it says.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 4 else { return nil }
    let length = Self.number(bytes[..<4])
    guard length <= bytes.count - 4 else { return nil }
    json = Array(bytes[4..<(4 + length)])
    body = bytes[(4 + length)...]
  }

  /// An answer as it goes out.
  static func bytes(_ answer: DeskAnswer, under members: [(String, JSON?)]) -> [UInt8] {
    let parts = answer.files.map { file in
      JSON.object([
        "name": .string(file.name), "type": .string(file.mediaType),
        "length": .count(file.bytes.count),
      ])
    }
    let head = JSON.object(members + answer.members + [("parts", .array(parts))])
    let json = Array(head.text.utf8)
    let length = 4 + json.count + answer.files.reduce(0) { $0 + $1.bytes.count }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + length)
    bytes += Self.digits(length)
    bytes += Self.digits(json.count)
    bytes += json
    for file in answer.files { bytes += file.bytes }
    return bytes
  }

  /// The number that four bytes are.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func digits(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

/// What was read of standard input.
enum WorkerInput {
  /// The bytes of a frame behind its length.
  case frame([UInt8])
  /// A frame that is longer than it may be; its bytes are still to be skipped.
  case tooLong(Int)
  /// The input is over.
  case end
  /// The input is over in the midst of a frame.
  case cutShort

  /// Waits for the next frame.
  static func next(limit: Int) -> WorkerInput {
    guard let head = read(4) else { return .cutShort }
    guard !head.isEmpty else { return .end }
    guard head.count == 4 else { return .cutShort }
    let length = WorkerFrame.number(head[...])
    guard length <= limit else { return .tooLong(length) }
    guard let bytes = read(length), bytes.count == length else { return .cutShort }
    return .frame(bytes)
  }

  /// Reads over bytes; false when the input is over before.
  static func skip(_ count: Int) -> Bool {
    var left = count
    while left > 0 {
      guard let bytes = read(min(left, 1 << 16)), !bytes.isEmpty else { return false }
      left -= bytes.count
    }
    return true
  }

  /// So many bytes, fewer only at the end; nil if they cannot be read.
  private static func read(_ count: Int) -> [UInt8]? {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        #if canImport(Glibc)
          let got = Glibc.read(0, buffer.baseAddress?.advanced(by: length), count - length)
        #else
          let got = Darwin.read(0, buffer.baseAddress?.advanced(by: length), count - length)
        #endif
        if got < 0, errno == EINTR { continue }
        isBroken = got < 0
        guard got > 0 else { return }
        length += got
      }
    }
    return isBroken ? nil : bytes
  }
}
