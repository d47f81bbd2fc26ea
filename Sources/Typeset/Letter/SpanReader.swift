/// Finds `[text]{…}` spans in inline pieces, and attributes after images and links.
///
/// Markdown leaves such brackets as text; whether one is escaped is asked of the source.
struct SpanReader {
  let text: BodyText
  private(set) var problems = DiagnosticCollector()
  /// What has been put out, with how deep spans are nested in it.
  private var output: [(piece: InlinePiece, depth: Int)] = []
  /// Indices in the output of `[` that are still open.
  private var open: [Int] = []

  init(text: BodyText) { self.text = text }

  /// The pieces with spans made of them, at every level.
  mutating func makeSpans(_ pieces: [InlinePiece]) -> [InlinePiece] {
    let pieces = pieces.map { piece in
      guard case .group(let kind, let inner, let range) = piece else { return piece }
      return .group(kind, makeSpans(inner), range)
    }
    guard zip(pieces.indices, pieces).contains(where: { mayHaveAttributes($1, at: $0) }) else {
      return pieces
    }
    let outer = (output, open)
    (output, open) = ([], [])
    defer { (output, open) = outer }
    for piece in pieces {
      if case .text(let literal, let range) = piece {
        take(Array(literal.utf8), range)
      } else {
        output.append((piece, 0))
      }
    }
    return output.map(\.piece)
  }

  private func mayHaveAttributes(_ piece: InlinePiece, at index: Int) -> Bool {
    guard case .text(let literal, _) = piece else { return false }
    if index > 0, literal.utf8.first == UInt8(ascii: "{") { return true }
    var previous: UInt8 = 0
    for byte in literal.utf8 {
      if previous == UInt8(ascii: "]"), byte == UInt8(ascii: "{") { return true }
      previous = byte
    }
    return false
  }

  private mutating func take(_ literal: [UInt8], _ range: Range<Int>) {
    let offsets =
      TextAlignment.offsets(of: literal, at: range.lowerBound, in: text)
      ?? Array(repeating: range.lowerBound, count: literal.count) + [range.upperBound]
    func isPlain(_ index: Int) -> Bool { text.byte(offsets[index]) == literal[index] }
    var pending = 0
    var index = 0
    func flush(upTo end: Int, _ output: inout [(piece: InlinePiece, depth: Int)]) {
      guard pending < end else { return }
      let words = String(decoding: literal[pending..<end], as: UTF8.self)
      output.append((.text(words, offsets[pending]..<offsets[end]), 0))
    }
    if isPlain(0), let last = output.last, let attributes = Attributes(in: literal, at: 0),
      let piece = attach(attributes, to: last.piece, offsets)
    {
      output[output.count - 1] = (piece, last.depth + 1)
      index = attributes.end
      pending = index
    }
    while index < literal.count {
      if literal[index] == UInt8(ascii: "["), isPlain(index) {
        flush(upTo: index, &output)
        open.append(output.count)
        output.append((.text("[", offsets[index]..<offsets[index + 1]), 0))
        pending = index + 1
      } else if literal[index] == UInt8(ascii: "]"), isPlain(index), let start = open.popLast(),
        let attributes = Attributes(in: literal, at: index + 1)
      {
        flush(upTo: index, &output)
        wrap(from: start, attributes, offsets)
        index = attributes.end
        pending = index
        continue
      }
      index += 1
    }
    flush(upTo: literal.count, &output)
  }

  /// Makes a span of everything since an opening bracket.
  private mutating func wrap(from start: Int, _ attributes: Attributes, _ offsets: [Int]) {
    let range = output[start].piece.range.lowerBound..<offsets[attributes.end]
    // Taken one by one: a slice would keep the whole output from changing in place.
    var pieces: [InlinePiece] = []
    var depth = 1
    while output.count > start + 1 {
      let last = output.removeLast()
      pieces.append(last.piece)
      depth = max(depth, last.depth + 1)
    }
    pieces.reverse()
    output.removeLast()
    guard depth <= nestingLimit else {
      problems.add(tooDeep(at: text.place(range)))
      return
    }
    output.append((.group(.span(spanValues(attributes, offsets)), pieces, range), depth))
  }

  /// An image or link with the attributes that follow it; nil for other pieces.
  private mutating func attach(
    _ attributes: Attributes, to piece: InlinePiece, _ offsets: [Int]
  ) -> InlinePiece? {
    let end = offsets[attributes.end]
    switch piece {
    case .image(var picture, let range):
      picture.attributes = imageValues(attributes, offsets)
      return .image(picture, range.lowerBound..<end)
    case .group(.link(let uri), let inner, let range):
      if inner.count == 1, case .image(var picture, let place) = inner[0] {
        picture.attributes = imageValues(attributes, offsets)
        return .group(.link(uri), [.image(picture, place)], range.lowerBound..<end)
      }
      let values = spanValues(attributes, offsets)
      return .group(.span(values), [piece], range.lowerBound..<end)
    default:
      return nil
    }
  }

  private mutating func spanValues(
    _ attributes: Attributes, _ offsets: [Int]
  ) -> [String: String] {
    var values: [String: String] = [:]
    tellBroken(attributes, offsets, example: "{lang=en} or {.smallcaps}")
    for item in attributes.items {
      let place = place(item.range, offsets)
      if item.key.isEmpty {
        values["class"] = (values["class"].map { $0 + " " } ?? "") + item.value
      } else if item.key == "lang" {
        if isFilled(item) || LanguageTag(wellFormed: item.value)?.hasCode == true {
          values["lang"] = item.value
        } else {
          problems.add(
            .error(
              .notALanguage, "lang is \(quoted(item.value)), not a language", at: place,
              hint: "write a tag such as da or en"))
        }
      } else {
        tellUnknown(item.key, AttributeNames.span, at: place)
      }
    }
    return values
  }

  private mutating func imageValues(
    _ attributes: Attributes, _ offsets: [Int]
  ) -> [String: String] {
    var values: [String: String] = [:]
    tellBroken(attributes, offsets, example: "{width=80mm align=center}")
    for item in attributes.items {
      let place = place(item.range, offsets)
      let node = SourceNode(value: .scalar(item.value, isQuoted: false), range: place)
      switch item.key {
      case let key where AttributeNames.image.contains(key) && isFilled(item):
        values[key] = item.value
      case "width", "height":
        guard let length = node.length(as: item.key, &problems) else { continue }
        guard length.value > .zero else {
          problems.add(
            .error(
              .attribute, "\(item.key) is \(quoted(item.value)), which is nothing", at: place,
              hint: "write a length above zero"))
          continue
        }
        values[item.key] = item.value
      case "align":
        let choice = node.choice(
          as: item.key, of: AttributeNames.ImageAlignment.self, &problems)
        values[item.key] = choice?.value.rawValue
      default:
        let name = item.key.isEmpty ? "." + item.value : item.key
        tellUnknown(name, AttributeNames.image, at: place)
      }
    }
    return values
  }

  /// Whether a record gives the value, which is then seen when it is filled.
  private func isFilled(_ item: Attributes.Item) -> Bool {
    text.isTemplate && holdsTags(item.value)
  }

  private func place(_ range: Range<Int>, _ offsets: [Int]) -> SourceRange {
    text.place(offsets[range.lowerBound]..<offsets[range.upperBound])
  }

  private mutating func tellBroken(_ attributes: Attributes, _ offsets: [Int], example: String) {
    guard let broken = attributes.broken else { return }
    let place = place(broken, offsets)
    problems.add(
      .error(
        .attribute, "\(quoted(place.text)) is not an attribute", at: place,
        hint: "write it as \(example)"))
  }

  private mutating func tellUnknown(_ name: String, _ known: [String], at place: SourceRange) {
    let hint: DiagnosticText =
      nearestName(to: name, in: known).map { "write \($0)" } ?? "use \(listed(known))"
    problems.add(.error(.attribute, "unknown attribute \(quoted(name))", at: place, hint: hint))
  }
}
