import CYAML

/// The deepest nesting of lists and mappings that is read.
let nestingLimit = 64

/// Reads one YAML document (YAML 1.1 as libyaml knows it) out of a stretch of a file.
///
/// Scalars stay text; what they mean is settled by whoever reads the key. Not allowed, since no
/// letter needs them and bombs are made of them: anchors, aliases, tags and several documents.
///
/// - Throws: ``Diagnostics`` with the first error of syntax, or with every duplicate key.
package func parseYAML(_ file: SourceFile, in bytes: Range<Int>) throws(Diagnostics) -> SourceNode {
  let stretch = bytes.clamped(to: 0..<file.bytes.count)
  return try file.bytes.withUnsafeBufferPointer { (all) throws(Diagnostics) -> SourceNode in
    let input = UnsafeBufferPointer(rebasing: all[stretch])
    let events = YAMLEvents(reading: input)
    var builder = YAMLTreeBuilder(
      file: file, offsets: CharacterOffsets(of: input, startingAt: stretch.lowerBound))
    while try events.next({ (event) throws(Diagnostics) in try builder.take(event) }) {}
    if let problem = events.problem {
      throw Diagnostics(builder.problems + [describeYAMLProblem(problem, file, builder.offsets)])
    }
    return try builder.finish(at: file.range(stretch.lowerBound, stretch.upperBound))
  }
}

/// A libyaml parser and the bytes it reads, which must outlive it.
private struct YAMLEvents: ~Copyable {
  // libyaml keeps the parser's own address, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init(reading input: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    // The text is UTF-8 by now; a byte order mark within it is no sign of another encoding.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Hands the next event over, lent for the call; false at the end and at an error.
  func next(_ body: (yaml_event_t) throws(Diagnostics) -> Void) throws(Diagnostics) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else { return false }
    defer { yaml_event_delete(&event) }
    guard event.type != YAML_STREAM_END_EVENT, event.type != YAML_NO_EVENT else { return false }
    try body(event)
    return true
  }

  /// What stopped the parser; nil if nothing did.
  var problem: YAMLProblem? {
    guard parser.pointee.error != YAML_NO_ERROR else { return nil }
    let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    return YAMLProblem(
      words: words, context: context, character: Int(parser.pointee.problem_mark.index),
      contextCharacter: Int(parser.pointee.context_mark.index))
  }
}

/// Byte offsets of characters, counted as libyaml counts them: one for each Unicode scalar.
struct CharacterOffsets {
  private static let stride = 64
  /// The byte offset of every 64th character.
  private var landmarks: [Int] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int

  init(of bytes: UnsafeBufferPointer<UInt8>, startingAt base: Int) {
    self.bytes = bytes
    self.base = base
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.stride == 0 { landmarks.append(offset) }
      count += 1
    }
  }

  /// The byte offset in the file at which a character begins.
  func byteOffset(of character: Int) -> Int {
    let landmark = character / Self.stride
    guard character >= 0, landmark < landmarks.count else { return base + bytes.count }
    var offset = landmarks[landmark]
    var left = character % Self.stride
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return base + offset
  }
}
