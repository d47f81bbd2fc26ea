internal import Comparison
internal import Inspection
package import Typeset

extension LetterRequest {
  /// Takes what is to be made of a letter from the members of an object, or of a query.
  package mutating func take(
    _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
  ) {
    layout = reader.text("layout", &problems)?.value
    date = reader.date("date", &problems)?.value
    language = reader.language("language", &problems)?.value
    if let value = reader.choice("format", of: Format.self, &problems) { format = value.value }
    page = reader.integer("page", in: 1...10_000, &problems)?.value
    standard = reader.choice("standard", of: FinishOptions.Standard.self, &problems)?.value
    if let value = reader.choice("for", of: FinishOptions.Purpose.self, &problems) {
      purpose = value.value
    }
    if let value = reader.choice("form", of: FinishOptions.Form.self, &problems) {
      form = value.value
    }
    if let value = reader.number("dpi", in: 10...600, &problems) { dotsPerInch = value.value }
    profiles = reader.texts("check", &problems)?.map(\.value) ?? []
    window = reader.window(&problems)
    isDraft = reader.flag("draft", &problems)?.value ?? false
    isDuplex = reader.flag("duplex", &problems)?.value ?? false
    if !profiles.isEmpty, format != .pdf, format != .report {
      problems.add(
        .error(
          .request, "check is for PDFs", at: reader.place(of: "check"),
          hint: "leave it out, or ask for a PDF"
        ))
    }
    if page != nil, format != .png, format != .svg {
      problems.add(
        .error(
          .request, "page is for pictures", at: reader.place(of: "page"),
          hint: "leave it out, or ask for png or svg"))
    }
  }
}

extension CheckRequest {
  /// Takes what a PDF is to be fit for.
  package mutating func take(
    _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
  ) {
    if let names = reader.texts("profile", &problems), !names.isEmpty {
      profiles = names.map(\.value)
    }
    window = reader.window(&problems)
  }
}

extension CompareRequest {
  /// Takes what counts as different.
  ///
  /// There are no regular expressions: some take longer than anyone waits.
  package mutating func take(
    _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
  ) {
    for text in reader.texts("tolerance", &problems) ?? []
    where !options.take(tolerance: text.value) {
      problems.add(
        .error(
          .wrongType, "tolerance cannot be \(quoted(text.value))", at: text.place,
          hint: "write a measure with its unit, as 0.5mm, 40px or 12%"))
    }
    for text in reader.texts("ignore", &problems) ?? [] {
      guard let place = IgnoredPlace(text.value) else {
        problems.add(
          .error(
            .wrongType, "ignore cannot be \(quoted(text.value))", at: text.place,
            hint: "write x, y, width and height in mm, as 20 45 85 30"))
        continue
      }
      options.ignored.append(place)
    }
    if let dpi = reader.number("dpi", in: 20...300, &problems) { options.dotsPerInch = dpi.value }
  }
}

extension MappingReader {
  fileprivate mutating func window(_ problems: inout DiagnosticCollector) -> Area? {
    guard let text = text("window", &problems) else { return nil }
    if let area = Area(window: text.value) { return area }
    problems.add(
      .error(
        .wrongType, "window cannot be \(quoted(text.value))", at: text.place,
        hint: "write x, y, width and height in mm, as 20 45 85 45"))
    return nil
  }

  /// The letter under its key: an object as it stands, or a text; nil if there is none.
  package mutating func letterBytes(_ problems: inout DiagnosticCollector) -> [UInt8]? {
    guard let node = node("letter") else { return nil }
    switch node.value {
    case .mapping: return node.written
    case .scalar(let text, isQuoted: true): return Array(text.utf8)
    default:
      problems.add(
        node.mismatch("letter", "an object or a text", "write the letter's Markdown in quotes"))
      return nil
    }
  }

  /// The object under a key, as it stands; nil if there is none.
  package mutating func objectBytes(
    _ key: String, _ problems: inout DiagnosticCollector
  ) -> [UInt8]? {
    guard let node = node(key), node.value != .null else { return nil }
    if case .mapping = node.value { return node.written }
    problems.add(node.mismatch(key, "an object", "write {\"name\": \"value\"}"))
    return nil
  }
}

extension SourceNode {
  /// The bytes of the node in its file.
  fileprivate var written: [UInt8] { Array(range.file.bytes[range.lower..<range.upper]) }
}
