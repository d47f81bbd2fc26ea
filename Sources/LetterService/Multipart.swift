/// The parts of a `multipart/form-data` body (RFC 7578 over RFC 2046, 5.1).
struct Multipart {
  /// A part.
  struct Part {
    /// The name of its field.
    let field: String
    /// The name of its file; nil for a value.
    let fileName: String?
    /// Its media type.
    let contentType: String?
    let bytes: ArraySlice<UInt8>
  }

  let parts: [Part]

  /// The most parts that are taken apart; one more is refused.
  static let limit = 256

  /// Takes a body apart.
  ///
  /// - Throws: what is wrong with it.
  init(_ body: [UInt8], contentType: HeaderValue) throws(Problem) {
    guard let boundary = contentType.parameters["boundary"], (1...70).contains(boundary.utf8.count)
    else { throw .badRequest("multipart/form-data has no boundary of at most 70 characters") }
    var finder = BoundaryFinder(body, "--" + boundary)
    var parts: [Part] = []
    guard finder.skipToFirst() else {
      throw .badRequest("the boundary that Content-Type names is not in the body")
    }
    while !finder.isAtEnd {
      guard let piece = finder.next() else {
        throw .badRequest("the body ends before the last boundary")
      }
      guard parts.count < Self.limit else {
        throw .badRequest("the body has more than \(Self.limit) parts")
      }
      parts.append(try Self.part(piece))
    }
    self.parts = parts
  }

  /// Takes a part into its headers and its bytes.
  private static func part(_ piece: ArraySlice<UInt8>) throws(Problem) -> Part {
    var rest = piece
    var disposition: HeaderValue?
    var contentType: String?
    while let end = rest.firstIndex(of: 0x0A) {
      var line = rest[rest.startIndex..<end]
      rest = rest[(end + 1)...]
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { break }
      guard line.count <= 4096 else { throw .badRequest("a part has a header that is too long") }
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw .badRequest("a part has a line that is no header") }
      switch parts[0].lowercased() {
      case "content-disposition": disposition = HeaderValue(String(parts[1]))
      case "content-type": contentType = parts[1].trimmed
      default: break
      }
    }
    guard let disposition, disposition.value == "form-data",
      let field = disposition.parameters["name"]
    else { throw .badRequest("a part has no name; write Content-Disposition: form-data; name=…") }
    return Part(
      field: field, fileName: disposition.parameters["filename"], contentType: contentType,
      bytes: rest)
  }
}

/// Goes from boundary to boundary.
private struct BoundaryFinder {
  private let body: [UInt8]
  private let boundary: [UInt8]
  private var place = 0
  private(set) var isAtEnd = false

  init(_ body: [UInt8], _ boundary: String) {
    self.body = body
    self.boundary = Array(boundary.utf8)
  }

  /// Passes what stands before the first boundary, and that one.
  mutating func skipToFirst() -> Bool {
    if body.starts(with: boundary) { return pass(from: 0) }
    guard let start = find([0x0A] + boundary) else { return false }
    return pass(from: start + 1)
  }

  /// The bytes up to the next boundary, which is passed; nil if there is none.
  mutating func next() -> ArraySlice<UInt8>? {
    let start = place
    while let end = find([0x0D, 0x0A] + boundary) {
      let piece = body[start..<end]
      if pass(from: end + 2) { return piece }
      // It was the beginning of other words.
      place = end + 2
    }
    return nil
  }

  /// Goes behind a boundary and the line that it stands on; false if its line holds more.
  private mutating func pass(from start: Int) -> Bool {
    var end = start + boundary.count
    if end + 1 < body.count, body[end] == UInt8(ascii: "-"), body[end + 1] == UInt8(ascii: "-") {
      isAtEnd = true
      place = body.count
      return true
    }
    while end < body.count, body[end] == 0x20 || body[end] == 0x09 { end += 1 }
    guard end + 1 < body.count, body[end] == 0x0D, body[end + 1] == 0x0A else { return false }
    place = end + 2
    return true
  }

  /// Where a word begins, from the place on; its first byte is rare in pictures and PDFs.
  private func find(_ word: [UInt8]) -> Int? {
    let last = body.count - word.count
    return body.withUnsafeBufferPointer { bytes in
      var index = place
      while index <= last {
        if bytes[index] == word[0], bytes[index + 1] == word[1],
          (2..<word.count).allSatisfy({ bytes[index + $0] == word[$0] })
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
