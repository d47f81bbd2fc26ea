/// What lengths in `em` and in `lines` are measured by.
package struct RelativeUnits: Hashable, Sendable {
  /// A size of type.
  package var em: Length
  /// The distance from baseline to baseline; nil where it is not known yet.
  package var line: Length?
  /// The same for lengths that stand in certain files, by their names.
  package var lineByFile: [String: Length] = [:]
}

extension SourceNode {
  /// The longest measure that is taken: the side of the largest PDF page (ISO 32000-1, annex C).
  private static let longest = Length.pt(14_400)

  /// A length with its unit, or a sum of such: `25mm`, `3mm + 2lines`.
  ///
  /// - Parameter units: what `em` and `lines` are; nil where only mm, cm, in and pt are known.
  package func length(
    as name: String, in units: RelativeUnits? = nil, _ problems: inout DiagnosticCollector
  ) -> Located<Length>? {
    let hint: DiagnosticText = "write a number and a unit, as 25mm or 10pt"
    guard let (written, _) = scalar(as: name, "a length", hint, &problems) else { return nil }
    var sum = Length.zero
    for term in Self.terms(of: collapseSpaces(written)) {
      guard let length = self.term(term.text, as: name, in: units, &problems) else { return nil }
      sum += length * term.sign
    }
    guard abs(sum.points) <= Self.longest.points else {
      problems.add(
        .error(
          .outOfRange, "\(name) is \(quoted(written)), longer than a page can be", at: range,
          hint: "write at most 5080mm"))
      return nil
    }
    return Located(value: sum, place: range)
  }

  /// The parts of a sum; a sign stands alone between them.
  private static func terms(of written: String) -> [(text: String, sign: Double)] {
    var terms: [(text: String, sign: Double)] = []
    var sign = 1.0
    var words: [Substring] = []
    for word in written.split(separator: " ") {
      guard word == "+" || word == "-", !words.isEmpty else {
        words.append(word)
        continue
      }
      terms.append((words.joined(separator: " "), sign))
      sign = word == "-" ? -1 : 1
      words = []
    }
    return terms + [(words.joined(separator: " "), sign)]
  }

  private func term(
    _ text: String, as name: String, in units: RelativeUnits?,
    _ problems: inout DiagnosticCollector
  ) -> Length? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let unit = text.dropFirst(number.count).drop { $0 == " " }
    guard let amount = decimal(number) else {
      problems.add(mismatch(name, "a length", "write a number and a unit, as 25mm or 10pt"))
      return nil
    }
    guard let length = Self.length(of: unit, units, in: range.file) else {
      problems.add(wrongUnit(unit, after: number, name, units))
      return nil
    }
    return length * amount
  }

  /// How long one of a unit is; nil for what is none.
  private static func length(
    of unit: some StringProtocol, _ units: RelativeUnits?, in file: SourceFile
  ) -> Length? {
    switch unit {
    case "mm": .mm(1)
    case "cm": .mm(10)
    case "in": .pt(72)
    case "pt": .pt(1)
    case "em": units?.em
    case "lines", "line": units?.line.map { units?.lineByFile[file.name] ?? $0 }
    default: nil
    }
  }

  /// What a comma between braces cut off a length, the `5pt` of `{size: 16,5pt}`; nil for nothing.
  private var decimalTail: String? {
    let bytes = range.file.bytes
    guard range.upper < bytes.count, bytes[range.upper] == UInt8(ascii: ",") else { return nil }
    let tail = bytes[(range.upper + 1)...].prefix(16).prefix {
      (48...57).contains($0) || (97...122).contains($0)
    }
    let text = String(decoding: tail, as: UTF8.self)
    return text.isDecimalTail ? text : nil
  }

  private func wrongUnit(
    _ unit: some StringProtocol, after number: some StringProtocol, _ name: String,
    _ units: RelativeUnits?
  ) -> Diagnostic {
    if unit.isEmpty {
      if let tail = decimalTail {
        return .error(
          .noUnit, "\(name) is \(quoted("\(number),\(tail)")), with a comma in the number",
          at: range,
          hint: "write \(number).\(tail)")
      }
      return .error(
        .noUnit, "\(name) is \(quoted(number)), which has no unit", at: range,
        hint: "write \(number)mm or \(number)pt")
    }
    if unit.hasPrefix(",") {
      let rest = unit.dropFirst()
      let isNumber = rest.first?.isWholeNumber == true
      return mismatch(
        name, "a length", isNumber ? "write \(number).\(rest)" : "write a point, not a comma")
    }
    var known = ["mm", "cm", "in", "pt"]
    if units?.line != nil { known.append("lines") }
    if units != nil { known.append("em") }
    return .error(
      .unknownUnit, "\(name) has the unit \(quoted(unit)), which is not known", at: range,
      hint: "write it in \(listed(known))")
  }
}

extension String {
  /// Whether it is what follows the comma of a length: digits and a unit.
  var isDecimalTail: Bool {
    let unit = drop { $0.isASCII && $0.isNumber }
    return unit.startIndex > startIndex && ["mm", "cm", "in", "pt", "em", "lines"].contains(unit)
  }
}
