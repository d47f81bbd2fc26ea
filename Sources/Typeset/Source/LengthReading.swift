extension SourceNode {
  /// The longest measure that is taken: the side of the largest PDF page (ISO 32000-1, annex C).
  private static let longest = Length.pt(14_400)

  /// A length with its unit: mm, cm, in or pt.
  func length(as name: String, _ problems: inout DiagnosticCollector) -> Located<Length>? {
    let hint = "write a number and a unit, as 25mm or 10pt"
    guard let (written, _) = scalar(as: name, "a length", hint, &problems) else { return nil }
    let trimmed = collapseSpaces(written)
    let number = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let unit = trimmed.dropFirst(number.count).drop { $0 == " " }
    guard let amount = decimal(number) else {
      problems.add(mismatch(name, "a length", hint))
      return nil
    }
    guard let factor = Self.points(in: unit) else {
      problems.add(wrongUnit(unit, after: number, name))
      return nil
    }
    let length = Length.pt(amount * factor)
    guard abs(length.points) <= Self.longest.points else {
      problems.add(
        .error(
          "\(name) is \(quoted(written)), longer than a page can be", at: range,
          hint: "write at most 5080mm"))
      return nil
    }
    return Located(value: length, place: range)
  }

  private static func points(in unit: some StringProtocol) -> Double? {
    switch unit {
    case "mm": 72 / 25.4
    case "cm": 72 / 2.54
    case "in": 72
    case "pt": 1
    default: nil
    }
  }

  private func wrongUnit(
    _ unit: some StringProtocol, after number: some StringProtocol, _ name: String
  ) -> Diagnostic {
    if unit.isEmpty {
      return .error(
        "\(name) is \(quoted(number)), which has no unit", at: range,
        hint: "write \(number)mm or \(number)pt")
    }
    if unit.hasPrefix(",") {
      return mismatch(name, "a length", "write a point, not a comma")
    }
    return .error(
      "\(name) has the unit \(quoted(unit)), which is not known", at: range,
      hint: "write it in mm, cm, in or pt")
  }
}
