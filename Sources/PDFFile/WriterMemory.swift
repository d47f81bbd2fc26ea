/// What writers keep from file to file: a compressor, and object streams of files that have most in
/// common.
///
/// What is kept is what would be made anew, so that no file tells which were written before it. One
/// writer at a time may use it.
package final class WriterMemory {
  /// Makes streams smaller.
  package let deflater = Deflater()
  private let keepsObjects: Bool
  private var streams: [Int: ObjectStream] = [:]

  /// The most streams that are kept, of each first number and count of objects the last.
  private static let limit = 64

  /// - Parameter keepsObjects: whether object streams are kept, which takes time for files that have
  ///   nothing in common.
  package init(keepsObjects: Bool = false) { self.keepsObjects = keepsObjects }

  /// An object stream of such members.
  func objectStream(of members: [ObjectStream.Member], _ numbers: [Int]) -> ObjectStream {
    guard keepsObjects else { return ObjectStream(members, numbers) }
    let key = members.count << 32 | (members.first?.number ?? 0)
    if let known = streams[key], known.numbers == numbers, known.members == members {
      return known
    }
    var made = ObjectStream(members, numbers)
    made.compress(with: deflater)
    if streams.count >= Self.limit { streams = [:] }
    streams[key] = made
    return made
  }
}

/// Objects that are no streams, packed into one (ISO 32000-1, 7.5.7).
struct ObjectStream {
  /// An object with its number.
  struct Member: Hashable {
    let number: Int
    let value: PDFValue
  }

  let members: [Member]
  let numbers: [Int]
  private(set) var entries: PDFDictionary
  private(set) var data: [UInt8]

  /// Packs objects.
  ///
  /// - Parameter numbers: the number of each object of the body.
  init(_ members: [Member], _ numbers: [Int]) {
    self.members = members
    self.numbers = numbers
    var head: [UInt8] = []
    var data: [UInt8] = []
    for member in members {
      head.append(integer: member.number)
      head.append(UInt8(ascii: " "))
      head.append(integer: data.count)
      head.append(UInt8(ascii: " "))
      data.append(member.value, numbers: numbers)
      data.append(10)
    }
    entries = [
      "Type": .name("ObjStm"), "N": .integer(members.count), "First": .integer(head.count),
    ]
    self.data = head + data
  }

  fileprivate mutating func compress(with deflater: Deflater) {
    (entries, data) = entries.stored(data, by: deflater)
  }
}
