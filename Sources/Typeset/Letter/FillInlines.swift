extension Filler {
  /// The text with markup for one record: white space is collapsed as in a letter that was written.
  mutating func inlines(_ fillings: [Filling<InlineTemplate>]) -> [Inline] {
    var joiner = InlineJoiner()
    add(fillings, to: &joiner)
    return joiner.finish()
  }

  private mutating func add(_ fillings: [Filling<InlineTemplate>], to joiner: inout InlineJoiner) {
    fill(fillings) { element, filler in
      switch element {
      case .part(.text(let text), let place): joiner.append(text, place)
      case .part(.field(let use), let place): joiner.append(filler.text(of: use), place)
      case .fixed(let inline, let endsInSpace): joiner.append(inline, endsInSpace: endsInSpace)
      case .group(let group, let inner, let place):
        let content = filler.content(of: group, at: place)
        joiner.open()
        filler.add(inner, to: &joiner)
        joiner.close(content, place)
      case .image(let template, let place):
        let image = filler.image(template)
        joiner.append(Inline(content: .image(image), place: place), endsInSpace: false)
      }
    }
  }

  /// What becomes of text within a group; nil where its link leads nowhere.
  private mutating func content(
    of group: InlineTemplate.Group, at place: SourceRange
  ) -> ([Inline]) -> Inline.Content? {
    switch group {
    case .emphasis: return { .emphasis($0) }
    case .strong: return { .strong($0) }
    case .strikethrough: return { .strikethrough($0) }
    case .link(let uri): return { .link(uri: uri, $0) }
    case .filledLink(let target):
      let uri = link(target)
      return { inner in uri.map { .link(uri: $0, inner) } }
    case .fixedSpan(let attributes): return { .span($0, attributes: attributes) }
    case .span(let templates):
      let attributes = spanAttributes(templates, at: place)
      return { .span($0, attributes: attributes) }
    }
  }

  private mutating func spanAttributes(
    _ templates: [String: TextTemplate], at place: SourceRange
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    for (key, template) in templates {
      let value = fill(template).text
      if value.isEmpty { continue }
      if key == "lang", LanguageTag(wellFormed: value)?.hasCode != true {
        tell(
          "lang is \(quoted(value)), not a language", at: place,
          hint: "give the record a tag such as da or en")
        continue
      }
      attributes[key] = value
    }
    return attributes
  }

  /// The address that a link leads to; nil for none, as where the record has nothing for it.
  mutating func link(_ template: TextTemplate) -> String? {
    let isPart: Bool
    if template.fillings.count == 1, case .element(.field) = template.fillings[0] {
      isPart = false
    } else {
      isPart = true
    }
    var uri = ""
    var asked = 0
    var empty = 0
    fill(template.fillings) { part, filler in
      switch part {
      case .text(let text): uri += text
      case .field(let use):
        let value = collapseSpaces(filler.text(of: use))
        asked += 1
        if value.isEmpty { empty += 1 }
        // What is only a part of an address must not add parts of its own.
        uri += isPart ? escapedForAddress(value) : value
      }
    }
    if asked > 0, asked == empty { return nil }
    switch LinkTarget(uri) {
    case .allowed(let target): return target
    case .dead: return nil
    case .refused(let reason):
      tell(
        "the link \(quoted(uri)) \(reason)", at: template.place,
        hint: "give the record an address that begins with https://, http://, mailto: or tel:")
      return nil
    }
  }

  /// An image with the record's say in it.
  mutating func image(_ template: ImageTemplate) -> Image {
    var image = template.image
    image.path = fill(template.path).text
    image.alternative = fill(template.alternative).text
    image.title = fill(template.title).text
    if let target = template.link { image.link = link(target) }
    guard !template.attributes.isEmpty else { return image }
    var attributes: [String: String] = [:]
    var found = DiagnosticCollector()
    for (key, template) in template.attributes.sorted(by: { $0.key < $1.key }) {
      let value = fill(template).text
      if value.isEmpty { continue }
      let node = SourceNode(value: .scalar(value, isQuoted: false), range: image.place)
      let isRight =
        key == "align"
        ? node.choice(as: key, of: AttributeNames.ImageAlignment.self, &found) != nil
        : (node.length(as: key, &found)?.value ?? .zero) > .zero
      if isRight { attributes[key] = value }
      if !isRight, found.all.isEmpty {
        found.add(
          .error(.recordValue, "\(key) is \(quoted(value)), which is nothing", at: image.place))
      }
    }
    for problem in found.all {
      tell(problem.text, at: image.place, hint: problem.steps.first ?? "mend the record")
    }
    image.attributes = attributes
    return image
  }
}

/// A value as a part of an address: what would divide the address is percent-encoded (RFC 3986, 2.2).
private func escapedForAddress(_ value: String) -> String {
  let dividers = Array("?#&=+%;[]".utf8)
  guard value.utf8.contains(where: dividers.contains) else { return value }
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in value.utf8 {
    if dividers.contains(byte) {
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    } else {
      result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Joins the stretches of one text: neighbours without markup become one, runs of white space one
/// space, and none stands at an end or beside a line break – as ``InlineFinisher`` has it.
private struct InlineJoiner {
  private var levels: [[Inline]] = [[]]
  private var words = ""
  private var place: SourceRange?
  private var isAfterSpace = true

  mutating func append(_ text: String, _ stretch: SourceRange) {
    guard !text.isEmpty else { return }
    let isPlain = !text.utf8.contains {
      $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0xE2
    }
    if isPlain, !(text.utf8.first == 0x20 && isAfterSpace), !hasDoubleSpace(text) {
      words += text
      isAfterSpace = text.utf8.last == 0x20
    } else {
      for scalar in text.unicodeScalars {
        switch scalar {
        case " ", "\t", "\n", "\r", "\u{2028}", "\u{2029}":
          if !isAfterSpace { words += " " }
          isAfterSpace = true
        default:
          words.unicodeScalars.append(scalar)
          isAfterSpace = false
        }
      }
    }
    if !words.isEmpty, place == nil { place = stretch }
    if let place, place.upper < stretch.upper {
      self.place = stretch.file.range(place.lower, stretch.upper)
    }
  }

  private func hasDoubleSpace(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x20, previous == 0x20 { return true }
      previous = byte
    }
    return false
  }

  mutating func append(_ inline: Inline, endsInSpace: Bool) {
    if inline.content == .lineBreak, words.utf8.last == 0x20 { words.removeLast() }
    flush()
    levels[levels.count - 1].append(inline)
    isAfterSpace = endsInSpace
  }

  mutating func open() {
    flush()
    levels.append([])
  }

  /// Closes a group; one without content leaves what is in it.
  mutating func close(_ content: ([Inline]) -> Inline.Content?, _ place: SourceRange) {
    flush()
    let inner = levels.removeLast()
    guard !inner.isEmpty else { return }
    if let made = content(inner) {
      levels[levels.count - 1].append(Inline(content: made, place: place))
    } else {
      levels[levels.count - 1] += inner
    }
  }

  mutating func finish() -> [Inline] {
    flush()
    var inlines = levels[0]
    while let last = inlines.last {
      if last.content == .lineBreak {
        inlines.removeLast()
        continue
      }
      guard case .text(let text) = last.content, text.hasSuffix(" ") else { break }
      inlines.removeLast()
      let trimmed = String(text.dropLast())
      if !trimmed.isEmpty { inlines.append(Inline(content: .text(trimmed), place: last.place)) }
    }
    return inlines
  }

  private mutating func flush() {
    if let place, !words.isEmpty {
      levels[levels.count - 1].append(Inline(content: .text(words), place: place))
    }
    words = ""
    place = nil
  }
}
