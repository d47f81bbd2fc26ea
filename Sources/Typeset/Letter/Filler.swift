/// Fills the parts of one letter from one record, and collects what is wrong with the record.
struct Filler {
  let record: Record
  /// How the letter's language writes numbers and days; nil if that is not settled.
  let language: LanguagePack?
  private(set) var problems: [Diagnostic] = []
  /// The lists that are gone through, the innermost last.
  private var rounds: [Round] = []

  /// One value of a list that is gone through.
  private struct Round {
    let list: FieldPath
    let value: Record.Value
    let number: Int
  }

  init(_ record: Record, language: LanguagePack?) {
    self.record = record
    self.language = language
  }

  /// Goes through a sequence, and hands over each element that the record lets stand.
  ///
  /// - Parameters:
  ///   - take: takes an element.
  ///   - roundEnded: is told after each value of a list.
  mutating func fill<Element>(
    _ fillings: [Filling<Element>], roundEnded: () -> Void = {},
    take: (Element, inout Filler) -> Void
  ) {
    for filling in fillings {
      switch filling {
      case .element(let element): take(element, &self)
      case .condition(let path, let then, let otherwise):
        let holds = value(of: path).map(Self.isTrue) ?? false
        fill(holds ? then : otherwise, roundEnded: roundEnded, take: take)
      case .each(let path, let body, let otherwise):
        let values = list(path)
        if values.isEmpty { fill(otherwise, roundEnded: roundEnded, take: take) }
        for (index, value) in values.enumerated() {
          rounds.append(Round(list: path, value: value, number: index + 1))
          fill(body, roundEnded: roundEnded, take: take)
          rounds.removeLast()
          roundEnded()
        }
      }
    }
  }

  /// The text of a field; empty where the record has nothing.
  mutating func text(of use: FieldUse) -> String {
    let path = use.path
    var found = value(of: path)
    if found == nil, use.isNeeded, !rounds.isEmpty || path.parts.count > 1 {
      tellMissing(path)
      return ""
    }
    if use.filters.isEmpty { return plainText(found ?? .nothing, path) }
    for filter in use.filters {
      switch filter {
      case .standard(let text):
        if Self.isEmpty(found ?? .nothing) { found = .text(text) }
      case .required:
        guard Self.isEmpty(found ?? .nothing) else { continue }
        tell("\(name(path)) is required and has no value", path, hint: "give the record one")
        return ""
      case .number(let decimals):
        guard let value = found, !Self.isEmpty(value) else { continue }
        found = .text(number(value, decimals, path))
      case .date(let style):
        guard let value = found, !Self.isEmpty(value) else { continue }
        found = .text(day(value, style, path))
      }
    }
    return plainText(found ?? .nothing, path)
  }

  // MARK: Values

  private func value(of path: FieldPath) -> Record.Value? {
    if rounds.isEmpty {
      if let value = record.fields[path.name] { return value }
      guard path.parts.count > 1, let first = record.fields[path.parts[0]] else { return nil }
      return Self.part(of: first, path.parts[1...])
    }
    if path.isIndex { return rounds.last.map { .number(String($0.number)) } }
    if path.isThis { return rounds.last.flatMap { Self.part(of: $0.value, path.parts[1...]) } }
    for round in rounds.reversed() {
      if path.parts.count > 1, path.parts[0] == round.list.name {
        return Self.part(of: round.value, path.parts[1...])
      }
      guard case .object(let fields) = round.value else { continue }
      if let value = fields[path.name] { return value }
      if path.parts.count > 1, let first = fields[path.parts[0]] {
        return Self.part(of: first, path.parts[1...])
      }
    }
    if let value = record.fields[path.name] { return value }
    guard path.parts.count > 1 else { return nil }
    return record.fields[path.parts[0]].flatMap { Self.part(of: $0, path.parts[1...]) }
  }

  private static func part(
    of value: Record.Value, _ names: ArraySlice<String>
  ) -> Record.Value? {
    var value = value
    for name in names {
      guard case .object(let fields) = value, let inner = fields[name] else { return nil }
      value = inner
    }
    return value
  }

  private mutating func list(_ path: FieldPath) -> [Record.Value] {
    switch value(of: path) {
    case .list(let values)?: return values
    case .nothing?, nil, .text("")?: return []
    case let other?:
      tell(
        "\(name(path)) is \(Self.kind(of: other)), not a list", path,
        hint: "give the record a list, as JSON Lines can hold it")
      return []
    }
  }

  static func isEmpty(_ value: Record.Value) -> Bool {
    switch value {
    case .nothing: true
    case .text(let text):
      text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    case .list(let values): values.isEmpty
    case .number, .flag, .object: false
    }
  }

  /// What a condition asks: whether there is a value that says neither `false` nor `0`.
  static func isTrue(_ value: Record.Value) -> Bool {
    switch value {
    case .flag(let flag): flag
    case .text("false"), .text("0"): false
    case .number(let digits): digits.contains { ("1"..."9").contains($0) }
    default: !isEmpty(value)
    }
  }

  private static func kind(of value: Record.Value) -> DiagnosticText {
    switch value {
    case .nothing: "nothing"
    case .text(let text): "\(quoted(text))"
    case .number(let digits): "\(digits)"
    case .flag(let flag): "\(flag)"
    case .list: "a list"
    case .object: "an object"
    }
  }

  private mutating func plainText(_ value: Record.Value, _ path: FieldPath) -> String {
    switch value {
    case .nothing: return ""
    case .number(let digits): return digits
    case .text(let text):
      // Bytes first: control characters are one or two, and a letter has few of either.
      if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }),
        let control = text.unicodeScalars.first(where: { isControl($0) && $0.value != 0x0D })
      {
        tell(
          "\(name(path)) holds the control character \(codePoint(control))", path,
          hint: "delete it from the record")
        return ""
      }
      return text
    case .flag, .list, .object:
      let hint: DiagnosticText =
        if case .list = value { "write {{#each \(path.name)}}" } else { "name a text" }
      tell("\(name(path)) is \(Self.kind(of: value)), not a text", path, hint: hint)
      return ""
    }
  }

  // MARK: Filters

  private mutating func number(
    _ value: Record.Value, _ decimals: Int?, _ path: FieldPath
  ) -> String {
    guard let form = settled(path)?.numbers else { return "" }
    let read: Result<DecimalNumber, DecimalNumber.Refusal>
    let written: String
    switch value {
    case .number(let digits):
      written = digits
      read = DecimalNumber.read(plain: digits)
    case .text(let text):
      written = collapseSpaces(text)
      read = DecimalNumber.read(written, in: form)
    default:
      tell("\(name(path)) is \(Self.kind(of: value)), not a number", path, hint: "write a number")
      return ""
    }
    switch read {
    case .success(let number):
      return form.write(decimals.map { number.rounded(to: $0) } ?? number)
    case .failure(let refusal):
      tell("\(name(path)) is \(quoted(written)), \(refusal.reason)", path, hint: refusal.hint)
      return ""
    }
  }

  private mutating func day(
    _ value: Record.Value, _ style: FieldFilter.DateStyle, _ path: FieldPath
  ) -> String {
    guard let language = settled(path) else { return "" }
    guard case .text(let written) = value,
      let date = CalendarDate(iso8601: collapseSpaces(written))
    else {
      tell(
        "\(name(path)) is \(Self.kind(of: value)), not a day", path,
        hint: "write year, month and day, as 2024-03-11")
      return ""
    }
    switch style {
    case .long: return language.format(date)
    case .short: return language.formatShort(date)
    case .iso: return date.iso8601
    }
  }

  private mutating func settled(_ path: FieldPath) -> LanguagePack? {
    if language == nil {
      tell(
        "nobody has said how the letter's language writes numbers and days", path,
        hint: "settle the template in its layout first")
    }
    return language
  }

  // MARK: Problems

  /// Takes in a problem of the record.
  mutating func tell(_ message: DiagnosticText, _ path: FieldPath, hint: DiagnosticText) {
    tell(message, at: path.place, hint: hint)
  }

  /// Takes in a problem of the record that shows at a place of the letter.
  mutating func tell(_ message: DiagnosticText, at place: SourceRange?, hint: DiagnosticText) {
    let origin = record.origin
    problems.append(
      Diagnostic(
        .error, .recordValue, "\(origin.words): \(message)", at: place, hints: [hint] + origin.hint)
    )
  }

  private mutating func tellMissing(_ path: FieldPath) {
    var names = Array(record.fields.keys)
    for case .object(let fields) in rounds.map(\.value) { names += fields.keys }
    tell(
      "there is no field \(quoted(path.name))", path,
      hint: nearestName(to: path.name, in: names.sorted()).map { "write \($0)" }
        ?? "write {{\(path.name) | default \"\"}} if it may be missing")
  }

  private func name(_ path: FieldPath) -> DiagnosticText {
    guard let round = rounds.last, path.isThis || path.parts[0] == round.list.name else {
      return "\(path.name)"
    }
    return "\(path.name) of number \(round.number)"
  }
}

extension Record {
  /// How messages name the record, and where to find it.
  var origin: (words: DiagnosticText, hint: [DiagnosticText]) {
    let named = id == String(number) ? "" : " (\(quoted(id)))"
    return (
      "record \(number)\(named)",
      source.map { ["see line \($0.line) of \($0.name)"] } ?? []
    )
  }
}
