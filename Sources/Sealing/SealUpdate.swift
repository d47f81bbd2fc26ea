import Inspection
import Intake
import PDFFile

/// A file with the room for a seal in it, and all else written.
struct SealUpdate {
  /// The whole file.
  private var bytes: [UInt8]
  /// The room with its angle brackets.
  private let gap: Range<Int>

  /// How many digits an offset may have.
  private static let digits = 12

  /// Writes an update behind a file.
  ///
  /// - Parameter room: how many bytes the seal's message may have.
  init(of file: [UInt8], _ parts: SealParts, room: Int) {
    let place = parts.place
    var update = PDFUpdate(behind: file.count, numbers: parts.numbers)
    let range = Array("/ByteRange[0".utf8)
    let blank = [UInt8](repeating: UInt8(ascii: " "), count: 3 * Self.digits + 3)
    let key = Array("]/Contents".utf8)
    let message =
      Array("<".utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: 2 * room)
      + Array(">".utf8)
    let start = update.set(
      parts.sealNumber, parts.seal, written: range + blank + key + message)
    for object in parts.objects { update.set(object.number, object.value) }
    // The same file, the same seal's words: the same identifier.
    let identifier = PDFValue.bytes(Array(sha256(of: file[...], update.bytes[...]).prefix(16)))
    update.finish(
      Self.trailer(place.trailer, identifier), behind: place.tablePlace,
      asStream: place.isTableStream)
    bytes = file + update.bytes
    let gapStart = start + range.count + blank.count + key.count
    gap = gapStart..<gapStart + message.count
    var numbers: [UInt8] = []
    for number in [gap.lowerBound, gap.upperBound, bytes.count - gap.upperBound] {
      numbers += Array(" \(number)".utf8)
    }
    bytes.replaceSubrange(
      start + range.count..<start + range.count + numbers.count, with: numbers)
  }

  /// The entries that a trailer keeps (ISO 32000-1, table 15); the identifier's first half stays (14.4).
  private static func trailer(_ old: PDFDictionary, _ identifier: PDFValue) -> PDFDictionary {
    var entries: PDFDictionary = [:]
    for key in ["Root", "Info"] { entries[key] = old[key] }
    if case .array(let pair)? = old["ID"], let first = pair.first {
      entries["ID"] = [first, identifier]
    } else {
      entries["ID"] = [identifier, identifier]
    }
    return entries
  }

  /// The SHA-256 of all but the room.
  var digest: [UInt8] { sha256(of: bytes[..<gap.lowerBound], bytes[gap.upperBound...]) }

  /// The file with a message in its room, which is large enough.
  mutating func file(with message: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    digits.append(hexadecimal: message)
    bytes.replaceSubrange(gap.lowerBound + 1..<gap.lowerBound + 1 + digits.count, with: digits)
    return bytes
  }
}
